*** Settings ***
Documentation     Limits that the client keeps by itself, alone and together with other runs.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server
Test Setup        Open The Fault Server


*** Test Cases ***
Requests Are Spaced Out
    Create Session    limited    ${FAULTS}    rate_limit=4/s
    Repeat Keyword    5 times    GET    /a
    Requests Should Be Apart    a    5    0.2
    [Teardown]    Close Session    limited

Sessions Without A Limit Are Not Held Back
    Create Session    limited    ${FAULTS}    rate_limit=1/h
    GET    /a
    GET On Session    faulty    /a
    Server Should Have Seen    2    a
    [Teardown]    Close Session    limited

Two Runs At The Same Time Keep To A Limit Together
    VAR    @{options} =    --variable    FAULTS:${FAULTS}
    ${one} =    Begin Run    ${CURDIR}/_inner/limited.robot    ${OUTPUT DIR}/limited_1    @{options}
    ${two} =    Begin Run    ${CURDIR}/_inner/limited.robot    ${OUTPUT DIR}/limited_2    @{options}
    ${run} =    End Run    ${one}    ${OUTPUT DIR}/limited_1
    Should Be Equal As Integers    ${run}[rc]    0
    ${run} =    End Run    ${two}    ${OUTPUT DIR}/limited_2
    Should Be Equal As Integers    ${run}[rc]    0
    Requests Should Be Apart    shared    30    0.08

What Is No Limit Is Refused
    Run Keyword And Expect Error
    ...    rate_limit: expected requests in a time, such as 10/s, 100/min or 500/h; got "fast".
    ...    Create Session    limited    ${FAULTS}    rate_limit=fast
    Run Keyword And Expect Error
    ...    share_rate_limit: expected a limit to share, got none.*
    ...    Create Session    limited    ${FAULTS}    share_rate_limit=True


*** Keywords ***
Requests Should Be Apart
    [Documentation]    The seconds between two arrivals; the mean, because a loaded machine shifts single ones. A fifth
    ...    less than the limit says, because the first one may be on its way for longer than the last one.
    [Arguments]    ${name}    ${count}    ${seconds}
    ${arrivals} =    Arrivals At    ${name}
    Length Should Be    ${arrivals}    ${count}
    ${mean} =    Evaluate    ($arrivals[-1].at - $arrivals[0].at) / (${count} - 1)
    Should Be True    ${mean} >= ${seconds}
