*** Settings ***
Documentation    The leak matrix with the older versions of Robot Framework, each in an environment of its own.

Library          Collections
Library          LeakMatrix.py

Test Template    Own Files Should Be Clean With

Test Tags        redaction    versions


*** Variables ***
@{LISTENER}    --listener    SteadyAPI.Redactor


*** Test Cases ***
Robot Framework 7.0
    7.0    start    @{LISTENER}
    7.0    keyword    @{LISTENER}
    7.0    object    @{LISTENER}    --log    NONE
    7.0    library
    7.0    shape    @{LISTENER}    --splitlog
Robot Framework 7.3
    7.3    start    @{LISTENER}
    7.3    keyword    @{LISTENER}    --output    output.json    --splitlog
    7.3    object    @{LISTENER}    --log    NONE
    7.3    library
    7.3    shape    @{LISTENER}
Robot Framework 7.4
    7.4    start    @{LISTENER}
    7.4    keyword    @{LISTENER}    --output    output.json    --splitlog
    7.4    object    @{LISTENER}    --log    NONE
    7.4    library
    7.4    shape    @{LISTENER}


*** Keywords ***
Own Files Should Be Clean With
    [Arguments]    ${version}    ${mode}    @{options}
    ${python} =    Environment With    ${version}
    ${bare} =    Prepare Leaks    ${mode}    ${python}
    Run Leaks    ${bare}    @{{[o for o in $options if 'isten' not in o and 'Redactor' not in o]}}
    ${run} =    Prepare Leaks    ${mode}    ${python}
    Run Leaks    ${run}    @{options}
    No Own File Should Leak    ${run}
    ${expected} =    Statuses Of    ${bare}
    ${got} =    Statuses Of    ${run}
    Lists Should Be Equal    ${got}    ${expected}
