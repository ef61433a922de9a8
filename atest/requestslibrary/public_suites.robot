*** Settings ***
Documentation     Suites of every kind that people publish, with robotframework-requests and with the drop-in: each test
...               has the same name, verdict, message and tags. About half of them fail on purpose.

Library           SteadyAPI.demo.demo_shop.DemoShop    AS    Demo
Library           SteadyAPI
Library           Verdicts.py

Suite Setup       Run The Suites With Robotframework-Requests
Suite Teardown    Close All Sessions


*** Variables ***
${KEY}         9f8b2c7d41e6a05f3b7c9d2e1a4f6b80
@{LISTENER}    --listener    SteadyAPI.Redactor


*** Test Cases ***
The Drop-In Gives The Same Verdicts
    ${verdicts} =    Run The Suites With    SteadyAPI.RequestsLibrary    drop-in
    Verdicts Should Be The Same    ${EXPECTED}    ${verdicts}

So Does The Drop-In With The Listener
    ${verdicts} =    Run The Suites With    SteadyAPI.RequestsLibrary    drop-in-with-listener    @{LISTENER}
    Verdicts Should Be The Same    ${EXPECTED}    ${verdicts}

So Does Robotframework-Requests With The Listener
    ${verdicts} =    Run The Suites With    RequestsLibrary    listener    @{LISTENER}
    Verdicts Should Be The Same    ${EXPECTED}    ${verdicts}


*** Keywords ***
Run The Suites With Robotframework-Requests
    [Documentation]    Makes ${EXPECTED} known: what the suites say without us, with the key in URLs masked.
    ${url} =    Start Demo Server
    Create Session    shop    ${url}
    VAR    ${BASE_URL} =    ${url}    scope=SUITE
    ${verdicts} =    Run The Suites With    RequestsLibrary    bare
    ${failed} =    Evaluate    [status for _, status, _, _ in $verdicts].count('FAIL')
    Should Be True    len($verdicts) >= 50 and 20 <= ${failed} <= 35
    ${masked} =    Masked    ${verdicts}    ${KEY}
    VAR    ${EXPECTED} =    ${masked}    scope=SUITE

Run The Suites With
    [Documentation]    Puts the shop back to its start and runs the suites.
    [Arguments]    ${library}    ${folder}    @{options}
    POST    /reset    expected_status=204
    ${verdicts} =    Verdicts With    ${library}    ${BASE_URL}    ${OUTPUT DIR}/public/${folder}    @{options}
    RETURN    ${verdicts}
