*** Settings ***
Documentation    `python -m SteadyAPI demo`: a first run that is green, quick, and leaves nothing secret behind.

Library          OperatingSystem
Library          Process
Library          String
Library          ../Artifacts.py

Test Setup       Create Directory    ${FOLDER}
Test Teardown    Remove Directory    ${FOLDER}    recursive=True


*** Variables ***
${FOLDER}    ${OUTPUT DIR}${/}demo-run
${RECORD}    ${OUTPUT DIR}${/}demo-secrets.txt


*** Test Cases ***
The Tour Is Green And Quick
    [Documentation]    The command leaves the suite, the log and the report, and says where to look.
    ${result} =    Run Demo    --output    ${FOLDER}
    Should Be Equal As Integers    ${result.rc}    0
    Should Contain    ${result.stdout}    0 failed
    Should Contain    ${result.stdout}    Passed only thanks to retries
    Should Match Regexp    ${result.stdout}    All green.*log\\.html
    FOR    ${name}    IN    tour.robot    models.py    output.xml    log.html    report.html
        File Should Exist    ${FOLDER}${/}${name}
    END
    Should Be Empty    ${result.stderr}

A Test Saved By A Retry Is Tagged
    [Documentation]    The tag stands in report.html's statistics, so that a lucky run can be told from a good one.
    Run Demo    --output    ${FOLDER}
    ${output} =    Get File    ${FOLDER}${/}output.xml
    Should Contain    ${output}    <tag>api:saved-by-retry</tag>

Four Tests Fail On Purpose
    [Documentation]    Each failure tells its story on the console, in the words of the log.
    ${result} =    Run Demo    --failing    --output    ${FOLDER}
    Should Be Equal As Integers    ${result.rc}    4
    Should Contain    ${result.stdout}    Expected 201, got 422 Unprocessable
    Should Contain    ${result.stdout}    does not match models.Order: 4 mismatches
    Should Contain    ${result.stdout}    connection refused (
    Should Contain    ${result.stdout}    (a login page?)

At Trace Level No File Holds A Password Or Token
    [Documentation]    Passwords and tokens of the run, plain and encoded, are in no file that the demo leaves.
    ${made} =    Run Recorded Demo    --loglevel    TRACE
    No File Should Show    ${FOLDER}    @{made}

The Search For Secrets Finds What Is There
    [Documentation]    The same search finds a response header, which without output.xml stands packed in log.html only.
    Run Demo    --output    ${FOLDER}
    Remove File    ${FOLDER}${/}output.xml
    Some File Should Show    ${FOLDER}    SteadyAPI-demo


*** Keywords ***
Run Demo
    [Documentation]    Runs the command in a process of its own.
    [Arguments]    @{arguments}
    ${result} =    Run Process    python    -m    SteadyAPI    demo    @{arguments}    timeout=5 minutes
    RETURN    ${result}

Run Recorded Demo
    [Documentation]    Runs the tour and returns every secret that the demo server made for it.
    [Arguments]    @{arguments}
    ${driver} =    Normalize Path    ${CURDIR}/record_demo.py
    VAR    @{command} =    python    ${driver}    ${RECORD}    --output    ${FOLDER}    @{arguments}
    ${result} =    Run Process    @{command}    timeout=5 minutes
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}
    ${text} =    Get File    ${RECORD}
    Remove File    ${RECORD}
    @{made} =    Split To Lines    ${text}
    ${count} =    Get Length    ${made}
    Should Be True    ${count} >= 3    password, client secret and at least one token
    RETURN    ${made}
