*** Settings ***
Documentation     What a dead host costs the run, and that it costs other hosts nothing.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server
Test Setup        Open The Fault Server


*** Variables ***
${DEAD}    http://127.0.0.1:9


*** Test Cases ***
The Sixth Request To A Dead Host Fails At Once And Names Host And Cause
    Lose Five Requests
    Run Keyword And Expect Error
    ...    GET ${DEAD}/ was not sent: 127.0.0.1:9 lost 5 requests in a row since *(connection refused); next probe in *
    ...    GET    ${DEAD}/
    Lose Five Requests    ${FAULTS}/a?plan=reset
    Run Keyword And Expect Error    GET *a?plan=reset was not sent: *(connection reset)*    GET    /a?plan=reset
    Server Should Have Seen    5    a

Another Host Is Not Harmed
    Lose Five Requests
    GET    /a?plan=200
    Run Keyword And Expect Error    *connection refused*tries in*    GET    http://127.0.0.1:11/    retry=${BRISK}

A Dead Host Can Be Seen And Reset
    Lose Five Requests
    ${hosts} =    Get Host Health
    Should Be Equal    ${hosts}[${DEAD}][breaker]    open
    Should Be Equal As Integers    ${hosts}[${DEAD}][lost]    5
    Reset Host Health    ${DEAD}/any/path
    ${hosts} =    Get Host Health
    Should Be Empty    ${hosts}
    Run Keyword And Expect Error    *connection refused*tries in*    GET    ${DEAD}/    retry=${BRISK}

An Expected Failure Neither Counts Nor Is Turned Away
    FOR    ${_}    IN RANGE    6
        GET    ${DEAD}/    expect_error=refused
    END
    Run Keyword And Expect Error    *connection refused*tries in*    GET    ${DEAD}/    retry=${BRISK}
    Reset Host Health
    Lose Five Requests
    GET    ${DEAD}/    expect_error=refused

A Server That Is Only Overloaded Stays Open For Tests That Expect It
    FOR    ${_}    IN RANGE    6
        GET    /a?plan=503    expected_status=503
    END
    ${hosts} =    Get Host Health
    Should Be Empty    ${hosts}

A Server That Keeps Failing Loses Its Retries
    [Documentation]    Its budget pays for 20 retries; each of its answers gives one token back.
    FOR    ${number}    IN RANGE    11
        Run Keyword And Expect Error    *503*    GET    /a?plan=503
        GET    /b?plan=404    expected_status=404
    END
    Run Keyword And Expect Error
    ...    Expected *got 503*not retried: the retry budget of this host is used up
    ...    GET    /a?plan=503

An Answer Brings A Host Back
    Lose Five Requests    ${FAULTS}/a?plan=reset
    Wait Until Status    ${FAULTS}/b?plan=200    200
    ${response} =    GET    ${FAULTS}/c?plan=503,200    retry=${BRISK}
    Outcomes Should Be    ${response}    503    200

A Whole Suite Against A Dead Server Is Over In Seconds
    ${run} =    Run Suite    ${CURDIR}/_inner/dead_server.robot    ${OUTPUT DIR}/dead_server
    Length Should Be    ${run}[tests]    125
    Should Be Equal As Integers    ${run}[rc]    125
    ${waited} =    Seconds Waited    ${OUTPUT DIR}/dead_server
    Should Be True    0 < ${waited} <= 4
    ${messages} =    Evaluate    [test.message for test in $run["tests"].values()]
    Should Be True    all("127.0.0.1:9" in message and "connection refused" in message for message in $messages)


*** Keywords ***
Lose Five Requests
    [Arguments]    ${url}=${DEAD}/
    FOR    ${_}    IN RANGE    5
        Run Keyword And Expect Error    No answer from*    GET    ${url}    retry=none
    END
