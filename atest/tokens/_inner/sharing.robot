*** Settings ***
Documentation    What each of several parallel workers does; run by sharing.robot, in the folder above.

Library          OperatingSystem
Library          SteadyAPI

Test Template    A Shared Token Should Open The Service


*** Test Cases ***
Worker 1
    [Documentation]    All workers do the same.
    basic
Worker 2
    basic
Worker 3
    basic
Worker 4
    basic
Worker 5
    basic
Worker 6
    basic
Worker 7
    basic
Worker 8
    basic


*** Keywords ***
A Shared Token Should Open The Service
    [Documentation]    Stays until all workers have come, so that all are there at the same time.
    [Arguments]    ${owner}
    Create Token Source    login    issuer=%{ATEST_ISSUER}    credentials=env:ATEST    shared=True
    Create Session    service    %{ATEST_ISSUER}    token_source=login
    ${response} =    GET    /orders    expected_status=200
    Should Be Equal    ${response.json()}[owner]    ${owner}
    Create File    %{ATEST_MEETING}/${TEST NAME}
    Wait Until Keyword Succeeds    4 minutes    0.1 seconds    All Workers Should Have Come

All Workers Should Have Come
    ${here} =    List Files In Directory    %{ATEST_MEETING}
    Length Should Be    ${here}    8
