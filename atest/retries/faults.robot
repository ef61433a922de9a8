*** Settings ***
Documentation     Real faults on real sockets: what is tried again, and what reaches the server how often.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server
Test Setup        Open The Fault Server


*** Test Cases ***
A Reset Connection Is Made Again For A Read
    ${response} =    GET    /a?plan=reset,200
    Outcomes Should Be    ${response}    connection reset    200
    Server Should Have Seen    2    a

A Reset Create Is Not Sent Again
    [Documentation]    It may have been applied; the failure says so.
    Run Keyword And Expect Error
    ...    *connection reset*not retried: the server may have applied it, and POST is not idempotent*
    ...    POST    /a?plan=reset,200
    Server Should Have Seen    1    a

A Reset Create With A Key Is Sent Again With The Same Key
    ${response} =    POST    /a?plan=reset,500,201    json={"n": 1}    idempotency_key=auto
    Outcomes Should Be    ${response}    connection reset    500    201
    ${arrivals} =    Arrivals At    a
    Length Should Be    ${{ {arrival.key for arrival in $arrivals} }}    1
    Should Be Equal    ${{ {arrival.body for arrival in $arrivals} }}    ${{ {b'{"n": 1}'} }}

A Session Can Send Keys With Everything That Needs One
    Create Session    keyed    ${FAULTS}    retry=${BRISK}    idempotency_key=auto
    POST    /a?plan=502,201
    PUT    /b?plan=502,201
    POST    /c?plan=200    idempotency_key=none
    POST    /d?plan=200    idempotency_key=order-4711
    Keys At Should Be    a    same key twice
    Keys At Should Be    b    no key
    Keys At Should Be    c    no key
    ${arrivals} =    Arrivals At    d
    Should Be Equal    ${arrivals[0].key}    order-4711
    [Teardown]    Close Session    keyed

A Kept Connection That Was Closed Is Replaced
    [Documentation]    The server closes after it has read the second request: that is what an idle limit looks like.
    GET    /a?plan=200
    ${response} =    GET    /b?plan=close,200
    Outcomes Should Be    ${response}    connection closed without an answer    200
    ${arrivals} =    Arrivals At    b
    Should Be True    ${arrivals[0].connection} != ${arrivals[1].connection}

A Create That Could Not Be Written Whole Is Sent Again At Once
    GET    /a?plan=200
    VAR    ${large} =    ${{ 'x' * 20_000_000 }}
    ${response} =    POST    /b?plan=gone,201    data=${large}    retry=${BRISK}
    Should Be Equal    ${response.attempts[0].wait_reason}    stale connection
    Retry Count Should Be    0    ${response}
    Server Should Have Seen    2    b

A Create Is Not Sent Again Once The Server Has Worked On It
    GET    /a?plan=200
    Run Keyword And Expect Error
    ...    *the server may have applied it*
    ...    POST
    ...    /b?plan=late:0.2,201
    ...    retry=${BRISK}
    Server Should Have Seen    1    b

A Policy Can Forbid To Send Such A Create Again
    GET    /a?plan=200
    VAR    &{careful} =    resend_post_on_stale=False
    Run Keyword And Expect Error
    ...    *connection closed without an answer*
    ...    POST
    ...    /b?plan=close,201
    ...    retry=${careful}
    Server Should Have Seen    1    b

A Broken Off Answer Is Asked For Again
    [Template]    The First Answer Breaks Off
    cut
    short
    chunk

An Answer That Comes Byte By Byte Ends At The Deadline
    VAR    &{impatient} =    deadline=3s    attempts=1
    Run Keyword And Expect Error
    ...    *time limit passed*
    ...    GET
    ...    /a?plan=drip:0.1
    ...    timeout=2s
    ...    retry=${impatient}

A Silent Server Costs The Time Limit Each Time
    Run Keyword And Expect Error    *read timeout (3 tries in*    GET    /a?plan=hang    timeout=200ms
    Server Should Have Seen    3    a

An Upload Is Sent Whole Again
    [Documentation]    A file is wound back to where it stood.
    ${file} =    Evaluate    io.BytesIO(b"skipped the content")
    Evaluate    $file.seek(8)
    PUT    /a?plan=reset,503,200    data=${file}
    ${arrivals} =    Arrivals At    a
    Should Be Equal    ${{ [arrival.body for arrival in $arrivals] }}    ${{ [b"the content"] * 3 }}

A Host That Nobody Knows Is Asked For Again
    Run Keyword And Expect Error
    ...    *host name not found (3 tries in*no address is known for nowhere.invalid*
    ...    GET    http://nowhere.invalid/    retry=${BRISK}

A Delete That May Have Been Applied Says So
    Run Keyword And Expect Error
    ...    *404*attempt 1 (connection reset) may already have been applied*
    ...    DELETE    /a?plan=reset,404

An Expected Error Passes At Once
    ${words} =    GET    /a?plan=reset    expect_error=reset
    Should Be Equal    ${words}    connection reset
    GET    /b?plan=hang    timeout=100ms    expect_error=timeout
    GET    /c?plan=short    expect_error=truncated
    GET    http://nowhere.invalid/    expect_error=dns
    Server Should Have Seen    1    a
    Server Should Have Seen    1    b

Another Outcome Than The Expected Error Fails
    Run Keyword And Expect Error
    ...    Expected the error refused, got an answer: 200 As Ordered: GET *
    ...    GET    /a?plan=200    expect_error=refused
    Run Keyword And Expect Error
    ...    expected expected_status= or expect_error=, got both*
    ...    GET    /a    expect_error=refused    expected_status=200


*** Keywords ***
The First Answer Breaks Off
    [Arguments]    ${fault}
    ${response} =    GET    /${fault}?plan=${fault},200
    Outcomes Should Be    ${response}    answer broke off    200
    Server Should Have Seen    2    ${fault}

Keys At Should Be
    [Arguments]    ${name}    ${what}
    ${arrivals} =    Arrivals At    ${name}
    ${keys} =    Evaluate    {arrival.key for arrival in $arrivals}
    IF    "${what}" == "no key"
        Should Be Equal    ${keys}    ${{ {None} }}
    ELSE
        Length Should Be    ${keys}    1
        Should Not Be Equal    ${keys}    ${{ {None} }}
        Length Should Be    ${arrivals}    2
    END
