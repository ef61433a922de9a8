*** Settings ***
Documentation    Many requests at once against a server that races with itself, holds tokens and takes its time.

Library          SteadyAPI
Library          Crowd.py

Suite Setup      Open The Crowd


*** Test Cases ***
A Coupon Is Redeemed More Than Once
    [Documentation]    The server checks, and writes a moment later: the race is caught, in plain text and over TLS.
    FOR    ${session}    IN    crowd    tls
        ${responses} =    Send Concurrently    POST    /coupons/${session}/redeem    times=20    alias=${session}
        Run Keyword And Expect Error
        ...    Expected 201 once and 409 19 times, got 201 *: POST /coupons/${session}/redeem, 20 at once within *201: *
        ...    Statuses Should Be
        ...    ${responses}
        ...    201=1
        ...    409=19
    END

Each Response Belongs To Its Request
    [Documentation]    Also over connections that die before or behind a response.
    ${numbers} =    Evaluate    list(range(300))
    FOR    ${session}    ${path}    IN    crowd    numbers    tls    numbers    crowd    dying
        ${responses} =    Send Each Concurrently
        ...    GET
        ...    /${path}/{n}
        ...    ${numbers}
        ...    at_once=32
        ...    alias=${session}
        ...    expected_status=200
        ...    retry=${{ {'attempts': 10, 'first_wait': '10ms'} }}
        ${found} =    Evaluate    [int(response.json()['number']) for response in $responses]
        Should Be Equal    ${found}    ${numbers}
    END

One Renewal Serves All
    [Documentation]    The token has ended at the server; its renewal stands in the log.
    Create Token Source    qa    ${URL}/token    client_id=qa
    Create Session    guarded    ${URL}    token_source=qa
    GET    /guarded/1    expected_status=200
    GET    /expire
    ${before} =    GET    /stats
    ${numbers} =    Evaluate    list(range(64))
    Send Each Concurrently    GET    /guarded/{n}    ${numbers}    at_once=64    expected_status=200
    ${after} =    GET    /stats
    Should Be Equal As Integers    ${after.json()}[token]    ${before.json()['token'] + 1}

Time-Outs Leave Nothing Behind, And What Was Sent Is Logged
    ${run} =    Run Inner    ends.robot    ${OUTPUT DIR}/ends
    Test Should Have Failed    ${run}    The Time-Out Of A Test    Test timeout 4 seconds exceeded.
    Test Should Have Failed    ${run}    The Time-Out Of A Keyword    Keyword timeout 4 seconds exceeded.
    Should Be True    ${run}[tests][A Request That Nobody Waits For][passed]
    Should Contain
    ...    ${run}[tests][A Request That Nobody Waits For][message]
    ...    "forgotten" was started, and nobody took
    Should Contain    ${run}[tests][The Time-Out Of A Test That Waits][message]    "late" was started, and nobody took
    ${interrupted} =    Evaluate
    ...    [each['test'].rpartition('.')[2] for each in $run['requests'] if each.get('failure')]
    ${counts} =    Evaluate    collections.Counter($interrupted)
    Should Be Equal As Integers    ${counts}[The Time-Out Of A Test]    4
    Should Be Equal As Integers    ${counts}[The Time-Out Of A Keyword]    3
    Should Be Equal As Integers    ${counts}[A Request That Nobody Waits For]    1
    Should Be Equal As Integers    ${counts}[The Time-Out Of A Test That Waits]    1
    Should Contain    ${run}[log]    2 of 6 not sent

Ctrl-C Leaves Nothing Behind, And What Was Sent Is Logged
    ${run} =    Run Inner And Interrupt    interrupted.robot    ${OUTPUT DIR}/interrupted    8    interrupted
    Should Contain    ${run}[tests][Many Are On Their Way][message]    Execution terminated by signal
    Length Should Be    ${run}[requests]    8
    Should Contain    ${run}[log]    12 of 20 not sent

Processes Send At Once Too
    ${run} =    Run Inner In Parallel    busy.robot    ${OUTPUT DIR}/busy    4
    FOR    ${test}    IN    @{run}[tests]
        Should Be True    ${run}[tests][${test}][passed]
    END
    Length Should Be    ${run}[tests]    4
    Length Should Be    ${run}[requests]    200


*** Keywords ***
Open The Crowd
    [Documentation]    Starts the server, and opens a session in plain text and one over TLS.
    ${server} =    Start Crowd Server
    VAR    ${URL} =    ${server.url}    scope=SUITE
    Create Session    tls    ${server.tls_url}    verify=${server.ca}
    Create Session    crowd    ${server.url}

Test Should Have Failed
    [Arguments]    ${run}    ${name}    ${message}
    Should Be Equal    ${run}[tests][${name}][message]    ${message}
    Should Be True    ${run}[tests][${name}][seconds] < 30
