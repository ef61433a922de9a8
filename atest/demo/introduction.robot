*** Settings ***
Documentation     The examples of the keyword page run as they stand there, and so does one of a guide.

Library           OperatingSystem
Library           Process
Library           SteadyAPI.demo.DemoShop
Library           Introduction.py

Suite Setup       Stop Demo Server
Suite Teardown    Stop Demo Server


*** Variables ***
${SUITES}      ${OUTPUT DIR}${/}introduction
${GUIDE}       ${OUTPUT DIR}${/}guide
${PASSWORD}    correct-horse-battery

@{EXAMPLES}
...            Sessions
...            Retries
...            Waiting
...            Many At Once
...            Assertions And JSONPath
...            Schemas
...            Tokens
...            Secrets


*** Test Cases ***
The First Steps Pass As They Stand
    [Documentation]    The page is a suite: its blocks are run in their order, at the address of this shop.
    ${url} =    Start Demo Server    password=${PASSWORD}
    Create Directory    ${GUIDE}
    Write Suite Of Page    first-steps.md    ${GUIDE}/first.robot
    ${result} =    Run Process    ${{ sys.executable }}    -m    robot    --outputdir    ${GUIDE}    --variable
    ...    BASE_URL:${url}    ${GUIDE}/first.robot    timeout=5 minutes
    Should Be Equal    ${result.rc}    ${0}    ${result.stdout}${result.stderr}
    Should Contain    ${result.stdout}    4 tests, 4 passed, 0 failed

Every Example Of The Introduction Passes
    [Documentation]    One suite for each chapter, against the demo shop.
    ${url} =    Start Demo Server    password=${PASSWORD}
    Create Directory    ${SUITES}
    ${chapters} =    Write Examples    ${SUITES}
    Should Be Equal    ${chapters}    ${EXAMPLES}
    ${result} =    Run Process    ${{ sys.executable }}    -m    robot    --outputdir    ${SUITES}    --variable
    ...    BASE_URL:${url}    ${SUITES}    timeout=5 minutes    env:SHOP_PASSWORD=${PASSWORD}
    Should Be Equal    ${result.rc}    ${0}    ${result.stdout}${result.stderr}
    Should Contain    ${result.stdout}    12 tests, 12 passed, 0 failed

Somebody Signs In, Out And In As Another
    [Documentation]    From the guide alone: its example is a suite that runs as it stands there.
    ${url} =    Start Demo Server    password=${PASSWORD}
    Create Directory    ${GUIDE}
    Write Example Of Guide    tokens.md    Sign out, and in as another    ${GUIDE}/orders.robot
    ${result} =    Run Process    ${{ sys.executable }}    -m    robot    --outputdir    ${GUIDE}    --variable
    ...    BASE_URL:${url}    ${GUIDE}/orders.robot    timeout=5 minutes    env:SHOP_PASSWORD=${PASSWORD}
    Should Be Equal    ${result.rc}    ${0}    ${result.stdout}${result.stderr}
    Should Contain    ${result.stdout}    1 test, 1 passed, 0 failed
