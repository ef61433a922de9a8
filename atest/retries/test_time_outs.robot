*** Settings ***
Documentation     A test's own time-out ends attempts, pauses and waits at once, on every version of Robot Framework.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server


*** Test Cases ***
A Time-Out Ends Everything At Once
    ${run} =    Run Suite
    ...    ${CURDIR}/_inner/time_outs.robot
    ...    ${OUTPUT DIR}/time_outs
    ...    --variable
    ...    FAULTS:${FAULTS}
    FOR    ${name}    ${test}    IN    &{run}[tests]
        Should Be Equal    ${test.message}    Test timeout 3 seconds exceeded.
        Should Be True    ${{ $test.elapsed_time.total_seconds() }} < 30
    END
    Length Should Be    ${run}[tests]    4
    Server Should Have Seen    1    pause
    Server Should Have Seen    1    answer
    Server Should Have Seen    2    second
