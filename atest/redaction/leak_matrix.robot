*** Settings ***
Documentation    Every channel of a run, every artefact, every encoding: nothing leaks.

Library          Collections
Library          LeakMatrix.py

Test Tags        redaction


*** Variables ***
@{LISTENER}    --listener    SteadyAPI.Redactor


*** Test Cases ***
Without Redaction Every Channel Leaks
    [Documentation]    Proves that the matrix sees what there is to see.
    ${run} =    Prepare Leaks    off
    Run Leaks    ${run}
    Leaking Channels Should Be All    ${run}

Secrets Known At The Start Leave No Trace In Any File After A Scrub
    ${run} =    Prepare Leaks    start
    Run Leaks    ${run}    @{LISTENER}    --listener    ${CURDIR}/inner/foreign.py:${run.results}/foreign.txt
    No Own File Should Leak    ${run}
    ${found} =    Run Scrub    ${run}    --check
    Should Be Equal    ${found}    ${1}
    Run Scrub    ${run}
    No File Should Leak    ${run}
    ${found} =    Run Scrub    ${run}    --check
    Should Be Equal    ${found}    ${0}

Secrets From A File Leave No Trace In Own Files
    ${run} =    Prepare Leaks    file
    Run Leaks    ${run}    --listener    SteadyAPI.Redactor:secrets=${run.folder}/secrets.json
    No Own File Should Leak    ${run}
    Run Scrub    ${run}    --secrets    ${run.folder}/secrets.json
    No File Should Leak    ${run}

Native Output Is Filtered On Request
    ${run} =    Prepare Leaks    start
    Run Leaks    ${run}    --listener    SteadyAPI.Redactor:native=yes
    No File Should Leak    ${run}

Own Files Are Clean However The Secret Became Known
    [Template]    Own Files Should Be Clean
    object    @{LISTENER}
    keyword    @{LISTENER}
    shape    @{LISTENER}
    library

Own Files Are Clean Without A Log
    [Template]    Own Files Should Be Clean
    start    @{LISTENER}    --log    NONE
    keyword    @{LISTENER}    --log    NONE
    shape    @{LISTENER}    --log    NONE

Own Files Are Clean With JSON Output And A Split Log
    [Documentation]    Robot Framework writes JSON from 7.2 on.
    [Tags]    from-7.2
    [Template]    Own Files Should Be Clean
    start    @{LISTENER}    --output    output.json    --splitlog
    object    @{LISTENER}    --output    output.json    --splitlog
    keyword    @{LISTENER}    --output    output.json    --splitlog
    library    --output    output.json    --splitlog

Own Files Are Clean In A Dry Run
    [Template]    Own Files Should Be Clean
    start    @{LISTENER}    --dryrun

Rebot Writes Clean Files From A Clean Output
    ${run} =    Prepare Leaks    start
    Run Leaks    ${run}    @{LISTENER}
    Run Rebot    ${run}
    No Own File Should Leak    ${run}

Old Artefacts Are Cleaned By A Scrub Alone
    ${run} =    Prepare Leaks    start
    Run Leaks    ${run}    --splitlog
    Run Rebot    ${run}
    Run Scrub    ${run}
    No File Should Leak    ${run}
    ${again} =    Statuses Of    ${run}
    Should Not Be Empty    ${again}

Pabot Writes Clean Files
    ${run} =    Prepare Leaks    start
    Run Pabot    ${run}    @{LISTENER}
    No Own File Should Leak    ${run}
    Run Scrub    ${run}
    No File Should Leak    ${run}


*** Keywords ***
Own Files Should Be Clean
    [Arguments]    ${mode}    @{options}
    ${bare} =    Prepare Leaks    ${mode}
    Run Leaks    ${bare}    @{{[o for o in $options if 'isten' not in o and 'Redactor' not in o]}}
    ${run} =    Prepare Leaks    ${mode}
    Run Leaks    ${run}    @{options}
    No Own File Should Leak    ${run}
    Statuses Should Be The Same    ${bare}    ${run}

Statuses Should Be The Same
    [Arguments]    ${bare}    ${run}
    ${expected} =    Statuses Of    ${bare}
    ${got} =    Statuses Of    ${run}
    Lists Should Be Equal    ${got}    ${expected}
