*** Settings ***
Documentation    A disk without room costs neither a report nor a secret, and what can't be masked is named.
...              `disk` is a small disk of the test's own, full to the last byte; `limit` lets no file grow.

Library          Collections
Library          OperatingSystem
Library          FullDisk.py

Test Tags        redaction


*** Test Cases ***
A Scrub Masks Long Secrets
    [Template]    Scrub Should Mask Everything
    disk    ${40}    [redacted]    --splitlog    --debugfile    debug.txt    --xunit    xunit.xml
    limit    ${40}    [redacted]    --splitlog    --debugfile    debug.txt    --xunit    xunit.xml

A Scrub Masks Secrets That Are Shorter Than The Mask
    [Template]    Scrub Should Mask Everything
    disk    ${6}    ***    --log    NONE    --report    NONE
    limit    ${6}    ***    --log    NONE    --report    NONE

A Run Masks What It Wrote
    [Documentation]    The output takes more than half of the disk, so it has no room beside itself.
    [Template]    Run Should Mask Everything
    disk
    limit

What Fits In No Way Is Left Whole And Named
    [Template]    File Should Be Left And Named
    disk
    limit


*** Keywords ***
Scrub Should Mask Everything
    [Arguments]    ${kind}    ${length}    ${mark}    @{options}
    ${run} =    Prepare Messages    ${length}
    Run Suite    ${run}    @{options}
    ${expected} =    Shown Texts    ${run}
    ${statuses} =    Statuses Of    ${run}
    Scrub On Full Disk    ${kind}    ${run}
    Should Be Equal    ${run.returncode}    ${0}
    No Plain Secret Should Be Left    ${run}
    ${output} =    Get File    ${run.results}/output.xml
    Should Contain    ${output}    ${mark}
    ${got} =    Shown Texts    ${run}
    Length Should Be    ${got}    ${{len($expected)}}
    ${again} =    Statuses Of    ${run}
    Lists Should Be Equal    ${again}    ${statuses}
    Scrub Should Find Nothing More    ${run}

Run Should Mask Everything
    [Arguments]    ${kind}
    ${bare} =    Prepare Messages    ${40}
    Run Suite    ${bare}    --log    NONE    --report    NONE
    ${statuses} =    Statuses Of    ${bare}
    ${size} =    Size Of    ${bare}    output.xml
    ${run} =    Prepare Messages    ${40}
    Run On Full Disk    ${kind}    ${run}    ${{$size * 3 // 2}}    --listener    SteadyAPI.Redactor
    Should Be Equal    ${run.returncode}    ${0}
    No Plain Secret Should Be Left    ${run}
    ${again} =    Statuses Of    ${run}
    Lists Should Be Equal    ${again}    ${statuses}
    ${masked} =    Size Of    ${run}    output.xml
    Should Be True    ${masked} * 2 > ${size} * 1.6    the output has to leave too little room for another one
    ${console} =    Get File    ${run.results}/console.txt
    Should Not Contain    ${console}    could not be masked

File Should Be Left And Named
    [Arguments]    ${kind}
    ${run} =    Prepare Messages    ${6}
    ${text} =    Evaluate    '{"messages": [' + ', '.join(['"${run.secrets}[known] ééééééééééééé"'] * 1000) + ']}'
    Create File    ${run.results}/answers.json    ${text}
    Scrub On Full Disk    ${kind}    ${run}
    Should Be Equal    ${run.returncode}    ${1}
    ${console} =    Get File    ${run.results}/console.txt
    Should Match Regexp    ${console}    (?m)could not be rewritten.*answers\\.json$
    ${left} =    Get File    ${run.results}/answers.json
    Should Be Equal    ${left}    ${text}
    File Should Not Exist    ${run.results}/answers.json.redacting

No Plain Secret Should Be Left
    [Arguments]    ${run}
    No File Should Leak    ${run}
    ${files} =    List Files In Directory    ${run.results}    absolute=True
    FOR    ${file}    IN    @{files}
        ${content} =    Get File    ${file}
        Should Not Contain    ${content}    ${run.secrets}[known]
    END

Scrub Should Find Nothing More
    [Arguments]    ${run}
    Remove File    ${run.results}/console.txt
    Run Scrub    ${run}    --check
    Should Be Equal    ${run.returncode}    ${0}
