*** Settings ***
Documentation    The library itself, with secrets on every way through requests and answers: no artefact shows one.

Library          RequestLeaks.py

Test Tags        redaction


*** Variables ***
@{ARTEFACTS}    output.xml    log.html    report.html    xunit.xml    debug.txt    syslog.txt    console.txt
...             api-report.html    api-requests.jsonl    api-requests.har    api-bodies/*    curl.sh


*** Test Cases ***
Without Redaction Every Way Leaks
    [Documentation]    Proves that the secrets were sent and answered, and that the matrix sees them.
    ${run} =    Prepare Requests
    Run Requests    ${run}    --listener    ${CURDIR}/inner/unmasked.py
    Leaking Channels Should Be All    ${run}    number_field

No Artefact Shows A Secret Of A Request Or An Answer
    ${run} =    Prepare Requests
    Run Requests    ${run}    --listener    SteadyAPI.Redactor
    Artefacts Should Exist    ${run}    @{ARTEFACTS}
    No File Should Leak    ${run}

The Library Alone Shows None Either
    ${run} =    Prepare Requests
    Run Requests    ${run}
    Artefacts Should Exist    ${run}    @{ARTEFACTS}
    No File Should Leak    ${run}

A Split Log Shows None Either
    ${run} =    Prepare Requests
    Run Requests    ${run}    --listener    SteadyAPI.Redactor    --splitlog    --output    output.json
    No File Should Leak    ${run}
