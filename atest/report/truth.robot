*** Settings ***
Documentation     The reports tell how the run really went: failed tests by name, trouble without what was expected.

Library           OperatingSystem
Library           Chromium.py
Library           ReportRun.py

Suite Setup       Make The Run
Suite Teardown    Close Browser


*** Variables ***
# Robot Framework's log opens its elements one after the other.
${EXPANDED}        new Promise(done => { const look = () => window.elementsToExpand?.length === 0 ? done()
...                : setTimeout(look, 20); look() })
${OPEN_ENTRIES}    (async () => { await ${EXPANDED};
...                return [...document.querySelectorAll('.message details[open] > summary')]
...                .map(each => each.innerText).filter(each => each.startsWith('GET')) })()
${COLOURS}         (async () => { expandAll('s1-t5'); await ${EXPANDED};
...                return [...document.querySelectorAll('#s1-t5 .message summary b')].map(each => each.className) })()


*** Test Cases ***
The Page Names The Tests That Failed
    [Documentation]    How many, which, why, and where in the log.
    Open File    ${RUN}/api-report.html
    ${cards} =    Run Script    [...document.querySelectorAll('.cards li')].map(each => each.innerText)
    Should Be Equal    ${{ [' '.join(card.split()) for card in $cards[:3:2]] }}
    ...    ${{ ['5 of 8 tests failed', '2 ended unexpectedly'] }}
    ${failed} =    Run Script
    ...    [...document.querySelectorAll('h2 + .scroll')][0].innerText
    FOR    ${part}    IN    A Value Is Another    A Header Is Another    A Body Breaks Its Schema
    ...    A Status Is Asserted Later    The Drop-In Wants Another Status
    ...    Expected 201, got 200 OK: GET    Expected status: 200 != 201
        Should Contain    ${failed}    ${part}
    END
    Should Not Contain    ${failed}    All Is Well
    ${link} =    Run Script    document.querySelector('h2 + .scroll a').getAttribute('href')
    Should Be Equal    ${link}    log.html#s1-t1

What Is Expected Is No Trouble
    [Documentation]    Expected errors and statuses, and polls of a wait, stand in no list of trouble.
    ${script} =    Get File    ${RUN}/curl.sh
    ${commands} =    Evaluate    [line for line in $script.splitlines() if line.startswith('curl ')]
    Length Should Be    ${commands}    2
    Should Contain    ${script}    wanted 201, got 200
    Should Not Contain    ${script}    not-there
    Should Not Contain    ${script}    127.0.0.1:9/

The Markdown Says The Same
    [Documentation]    Figures first, then the failed tests with links.
    ${markdown} =    Run Report    ${RUN}    --markdown
    Should Match Regexp
    ...    ${markdown}
    ...    [*]{2}5[*]{2} of 8 tests failed · .* requests · [*]{2}2[*]{2} ended unexpectedly
    Should Contain    ${markdown}    | [`Truth.A Value Is Another`](log.html#s1-t1) | GET /json → 200
    ${markdown} =    Run Report    ${RUN}    --markdown    --log-url    https://ci.test/log.html
    Should Contain    ${markdown}    | [`Truth.A Value Is Another`](https://ci.test/log.html#s1-t1) |

The Records Follow The Published Schema
    [Documentation]    Also those of failed tests and of statuses asserted later.
    Records Should Follow The Schema    ${RUN}/api-requests.jsonl

An Unexpected 200 Is Red And Open
    [Documentation]    The entry of the failing keyword says what was expected.
    Open File    ${RUN}/log.html    s1-t6
    ${entries} =    Run Script    ${OPEN_ENTRIES}
    Length Should Be    ${entries}    1
    Should Contain    ${entries}[0]    200 OK · expected 201
    ${red} =    Run Script    document.querySelector('.message details[open] > summary b').className
    Should Be Equal    ${red}    fail

An Expected Error Is Neither Red Nor Open
    [Documentation]    Three requests that end as the test wants.
    Open File    ${RUN}/log.html    s1-t5
    ${colours} =    Run Script    ${COLOURS}
    Should Be Equal    ${colours}    ${{ ['', '', ''] }}
    ${entries} =    Run Script    ${OPEN_ENTRIES}
    Should Be Empty    ${entries}


*** Keywords ***
Make The Run
    [Documentation]    Runs eight tests, of which five fail on purpose.
    Run Inner    truth    ${OUTPUT DIR}/truth    expected_rc=${5}
    VAR    ${RUN} =    ${OUTPUT DIR}/truth    scope=SUITE
