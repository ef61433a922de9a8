*** Settings ***
Documentation     A server process that is paused (SIGSTOP): its port still accepts connections, and nothing answers.

Resource          faults.resource

Suite Setup       Open The Paused Server
Suite Teardown    Run Keywords    Stop Server Process    AND    Close The Fault Server
Test Teardown     Run Keywords    Continue Server Process    AND    Reset Host Health


*** Test Cases ***
A Read Is Tried Again And Then Given Up
    Pause Server Process
    Run Keyword And Expect Error    *read timeout (3 tries in*    GET    ${PAUSED}/a    timeout=200ms    retry=${BRISK}

A Create Is Not Sent Again
    Pause Server Process
    Run Keyword And Expect Error    *read timeout*POST is not idempotent*    POST    ${PAUSED}/a    timeout=200ms

The Deadline Ends It Whatever The Time Limit
    Pause Server Process
    VAR    &{short}    deadline=2s    first_wait=10ms
    Create Session    paused    ${PAUSED}    retry=${short}
    ${started}    Evaluate    time.perf_counter()
    Run Keyword And Expect Error    *time limit passed*    GET    /a
    Should Be True    time.perf_counter() - ${started} < 60    Each of its attempts may last longer than that.
    [Teardown]    Run Keywords    Continue Server Process    AND    Close Session    paused

A Wait Goes On Until The Server Does
    Pause Server Process
    Run Keyword And Expect Error
    ...    *the answer stayed read timeout for*expected status = 200
    ...    Wait Until Status    ${PAUSED}/a    200    timeout=1s
    Continue Server Process
    Wait Until Status    ${PAUSED}/a    200    timeout=5s


*** Keywords ***
Open The Paused Server
    Open The Fault Server
    ${url}    Start Server Process
    VAR    ${PAUSED}    ${url}    scope=SUITE
    GET    ${PAUSED}/a
