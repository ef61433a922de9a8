*** Settings ***
Documentation     The examples of the keyword page run as they stand there.

Library           OperatingSystem
Library           Process
Library           SteadyAPI.demo.DemoShop
Library           Introduction.py

Suite Teardown    Stop Demo Server


*** Variables ***
${SUITES}      ${OUTPUT DIR}${/}introduction
${PASSWORD}    correct-horse-battery


*** Test Cases ***
Every Example Of The Introduction Passes
    [Documentation]    One suite for each chapter, against the demo shop.
    ${url} =    Start Demo Server    password=${PASSWORD}
    Create Directory    ${SUITES}
    ${chapters} =    Write Examples    ${SUITES}
    Should Be Equal    ${chapters}
    ...    ${{ ['Sessions', 'Retries', 'Waiting', 'Assertions And JSONPath', 'Schemas', 'Tokens', 'Secrets'] }}
    ${result} =    Run Process    ${{ sys.executable }}    -m    robot    --outputdir    ${SUITES}    --variable
    ...    BASE_URL:${url}    ${SUITES}    timeout=60 s    env:SHOP_PASSWORD=${PASSWORD}
    Should Be Equal    ${result.rc}    ${0}    ${result.stdout}${result.stderr}
    Should Contain    ${result.stdout}    9 tests, 9 passed, 0 failed
