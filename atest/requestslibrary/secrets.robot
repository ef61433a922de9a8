*** Settings ***
Documentation    Basic credentials, an API key, a bearer token, a cookie, a query token and a JSON password: the drop-in
...              shows none of them in any file of a run, not even in the arguments that Robot Framework logs itself.
...              The same run with the model shows what there is to see.

Library          OperatingSystem
Library          Process
Library          SteadyAPI.demo.demo_shop.DemoShop    AS    Demo

Suite Setup      Open The Shop


*** Test Cases ***
No File Of A Run Shows A Secret
    ${found} =    Secrets Found With    SteadyAPI.RequestsLibrary
    Should Be Empty    ${found}

The Model Shows Them All
    ${found} =    Secrets Found With    RequestsLibrary
    Should Be Equal    ${found}    ${{ ['asked', 'baked', 'borne', 'keyed', 'passed', 'posted'] }}

What Is No Secret Can Be Allowed
    ${shown} =    Output With Allowed    ${EMPTY}
    Should Not Contain    ${shown}    premium-2026-x9k2
    ${shown} =    Output With Allowed    plan_token
    Should Contain    ${shown}    plan_token=premium-2026-x9k2
    Should Not Contain    ${shown}    plan_token=[redacted]


*** Keywords ***
Open The Shop
    [Documentation]    Starts the shop.
    ${url} =    Start Demo Server
    VAR    ${BASE_URL} =    ${url}    scope=SUITE

Secrets Found With
    [Documentation]    Runs the suite of secrets with a library; returns which of them stand in clear in its files.
    [Arguments]    ${library}
    VAR    ${folder} =    ${OUTPUT_DIR}/secrets/${library}
    Create Directory    ${folder}
    VAR    @{line} =    ${{ sys.executable }}    -m    robot    --outputdir    ${folder}    --loglevel    TRACE
    ...    --variable    LIBRARY:${library}    --variable    BASE_URL:${BASE_URL}    ${CURDIR}/_inner/secrets.robot
    ${run} =    Run Process    @{line}    stdout=${folder}/console.txt    stderr=STDOUT
    Should Be Equal As Integers    ${run.rc}    0    ${run.stdout}    values=False
    ${files} =    Evaluate    [path for path in pathlib.Path($folder).rglob('*') if path.is_file()]
    VAR    ${texts} =    ${{ ' '.join(path.read_text('utf-8') for path in $files) }}
    ${found} =    Evaluate    sorted(set(re.findall(r'(\\w+)-\\w{5}-in-clear', $texts)))
    RETURN    ${found}

Output With Allowed
    [Documentation]    Runs the suite of an allowed name with that text for the option; returns its output file.
    [Arguments]    ${allowed}
    VAR    ${folder} =    ${OUTPUT_DIR}/allowed
    Create Directory    ${folder}
    VAR    @{line} =    ${{ sys.executable }}    -m    robot    --outputdir    ${folder}    --loglevel    TRACE
    ...    --variable    BASE_URL:${BASE_URL}    --variable    ALLOWED:${allowed}
    ...    ${CURDIR}/_inner/allowed.robot
    ${run} =    Run Process    @{line}    stdout=${folder}/console.txt    stderr=STDOUT
    Should Be Equal As Integers    ${run.rc}    0    ${run.stdout}    values=False
    ${shown} =    Get File    ${folder}/output.xml
    RETURN    ${shown}
