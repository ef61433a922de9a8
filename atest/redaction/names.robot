*** Settings ***
Documentation     Names of tests, suites, files and tags stay: runs are merged, run again and compared by them.

Library           Collections
Library           NameRuns.py

Suite Teardown    Remove Folders

Test Tags         redaction


*** Variables ***
@{LISTENER}    --listener    SteadyAPI.Redactor


*** Test Cases ***
Forty Tests Named After Negative Words Keep Their Names
    [Template]    Names Should Stay
    SteadyAPI
    SteadyAPI    @{LISTENER}
    RequestsLibrary    @{LISTENER}

Two Runs With One Failure Each Are Merged Like Without Redaction
    [Template]    Merge Should Be The Same
    SteadyAPI
    RequestsLibrary    @{LISTENER}

Failed Tests Are Run Again
    ${folder} =    Prepare Names    SteadyAPI
    ${code} =    Run Names    ${folder}    first    @{LISTENER}    failing=/3/5/8/13/21/34/
    Should Be Equal    ${code}    ${6}
    ${code} =    Run Names
    ...    ${folder}
    ...    again
    ...    @{LISTENER}
    ...    --rerunfailed
    ...    ${folder}/first/output.xml
    ...    failing=/8/
    Should Be Equal    ${code}    ${1}
    ${statuses} =    Statuses In    ${folder}    again
    Length Should Be    ${statuses}    6
    ${code} =    Merge Runs    ${folder}    first    again
    Should Be Equal    ${code}    ${1}
    ${statuses} =    Statuses In    ${folder}    merged
    Length Should Be    ${statuses}    40

Pabot Keeps The Names
    ${folder} =    Prepare Names    SteadyAPI
    Run Names    ${folder}    bare
    ${expected} =    Names In    ${folder}    bare
    ${code} =    Run Names    ${folder}    pabot    --listener    SteadyAPI.Redactor    runner=pabot.pabot
    Should Be Equal    ${code}    ${0}
    ${names} =    Names In    ${folder}    pabot
    Lists Should Be Equal    ${names}    ${expected}

Two Names With Registered Secrets Stay Two
    ${folder} =    Prepare Secret Names    Kd82jfLq01mZ-a    Kd82jfLq01mZ-b
    VAR    ${secrets} =    ${folder}/secrets.txt
    Evaluate    pathlib.Path($secrets).write_text("Kd82jfLq01mZ-a\\nKd82jfLq01mZ-b\\n")    modules=pathlib
    VAR    @{options} =    --listener    SteadyAPI.Redactor:secrets=${secrets}
    Run Names    ${folder}    first    @{options}    failing=Kd82jfLq01mZ-a
    Run Names    ${folder}    second    @{options}    failing=Kd82jfLq01mZ-b
    ${statuses} =    Statuses In    ${folder}    first
    VAR    @{expected} =    Login With [redacted-1]: FAIL    Login With [redacted-2]: PASS
    Lists Should Be Equal    ${statuses}    ${expected}
    ${code} =    Merge Runs    ${folder}    first    second
    Should Be Equal    ${code}    ${1}
    ${console} =    Console Of    ${folder}    first
    Should Contain    ${console}    A name shows a secret, so it reads "Login With [redacted-1]" in all files
    Should Not Contain    ${console}    Kd82jfLq01mZ


*** Keywords ***
Names Should Stay
    [Arguments]    ${sender}    @{options}
    ${folder} =    Prepare Names    ${sender}
    Run Names    ${folder}    bare
    ${expected} =    Names In    ${folder}    bare
    ${statuses} =    Statuses In    ${folder}    bare
    Length Should Be    ${statuses}    40
    ${code} =    Run Names    ${folder}    masked    @{options}
    Should Be Equal    ${code}    ${0}
    ${names} =    Names In    ${folder}    masked
    Lists Should Be Equal    ${names}    ${expected}
    ${names} =    Evaluate    [status.rpartition(': ')[0] for status in $statuses]
    FOR    ${file}    IN    output.xml    log.html    report.html    xunit.xml    console.txt
        File Should Show Names    ${folder}    masked    ${file}    ${names}
    END

Merge Should Be The Same
    [Arguments]    ${sender}    @{options}
    ${folder} =    Prepare Names    ${sender}
    Run Names    ${folder}    first    @{options}    failing=/3/
    Run Names    ${folder}    second    @{options}    failing=/5/
    ${code} =    Merge Runs    ${folder}    first    second
    Should Be Equal    ${code}    ${1}
    ${statuses} =    Statuses In    ${folder}    merged
    ${failed} =    Evaluate    [status for status in $statuses if 'FAIL' in status]
    Length Should Be    ${statuses}    40
    VAR    @{expected} =    Get Me With Wrong password: FAIL
    Lists Should Be Equal    ${failed}    ${expected}
