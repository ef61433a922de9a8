*** Settings ***
Documentation     api-report.html in a real browser, and the command that makes it again.

Library           OperatingSystem
Library           Chromium.py
Library           ReportRun.py

Suite Teardown    Close Browser


*** Variables ***
# Robot Framework's log opens its elements one after the other.
${EXPANDED}    new Promise(done => { const look = () => window.elementsToExpand?.length === 0 ? done()
...            : setTimeout(look, 20); look() })
${SIDEWAYS}    document.documentElement.scrollWidth - window.innerWidth
${LINKS}       (async () => { expandAll('s1'); await ${EXPANDED};
...            return [...document.querySelectorAll('.message a[href^="api-bodies/"]')]
...            .map(link => link.getAttribute('href')) })()
${PAGE}        api-report.html


*** Test Cases ***
The Page Opens In Both Themes
    [Documentation]    No script, no request, no console error, nothing that axe objects to.
    ${axe} =    Accessibility Script
    FOR    ${theme}    IN    light    dark
        Open File    ${STORY}/${PAGE}    theme=${theme}
        ${scripts} =    Run Script    document.scripts.length
        Should Be Equal    ${scripts}    ${0}
        ${found} =    Run Script    ${axe}
        Should Be Empty    ${found}
        Page Should Be Clean
    END

The Page Fits A Phone
    [Documentation]    Wide tables and pictures scroll inside the page, the page itself does not.
    Open File    ${STORY}/${PAGE}    width=${390}
    Page Should Be Clean

The Page Is Valid HTML
    [Documentation]    By html-validate.
    HTML Should Be Valid    ${STORY}/${PAGE}

The Page Tells What Happened
    [Documentation]    The test that a retry saved, the requests that ended unexpectedly, and the endpoints.
    Open File    ${STORY}/${PAGE}
    ${text} =    Run Script    document.body.innerText
    Should Contain    ${text}    A Retry Saves This Test
    Should Contain    ${text}    503 → 200
    Should Contain    ${text}    GET /not-there/{id}
    Should Contain    ${text}    connection refused
    Should Contain    ${text}    list[int]

A Test's Name Leads To Its Log
    [Documentation]    The link names a test that log.html opens.
    Open File    ${STORY}/${PAGE}
    ${target} =    Run Script    document.querySelector('a[href^="log.html#s"]').getAttribute('href')
    ${id} =    Evaluate    $target.partition('#')[2]
    Open File    ${STORY}/log.html    ${id}
    ${opened} =    Run Script    document.getElementById('${id}') !== null
    Should Be True    ${opened}

The Console Says Where It Is
    [Documentation]    One line in Robot Framework's own form, and one about retries.
    Should Match Regexp    ${CONSOLE}    API: {5}\\d+ retries, 1 test passed only thanks to a retry
    Should Contain    ${CONSOLE}    API:\ \ \ \ \ ${STORY}${/}${PAGE}

A Quiet Run Says Nothing
    [Documentation]    With `--quiet`, our lines are as silent as Robot Framework's.
    ${console} =    Run Inner    detail    ${OUTPUT DIR}/quiet    --quiet
    Should Be Empty    ${console}

The Log Shows As Much As Was Asked For
    [Documentation]    Compact by the import, nothing by the session, whole by the call and when it fails.
    Run Inner    detail    ${OUTPUT DIR}/detail
    ${output} =    Get File    ${OUTPUT DIR}/detail/output.xml
    ${whole} =    Get Count    ${output}    &lt;summary&gt;GET
    ${all} =    Get Count    ${output}    /json &amp;rarr;
    ${failed} =    Get Count    ${output}    /not-there &amp;rarr;
    Should Be Equal    ${{ (${whole}, ${all}, ${failed}) }}    ${{ (2, 2, 1) }}

A Log Of Another Name Is Linked
    [Documentation]    What the run calls its log is what the page links; a report that isn't written is not.
    Run Inner    detail    ${OUTPUT DIR}/named    --log    my log.html    --report    NONE
    Open File    ${OUTPUT DIR}/named/${PAGE}
    ${links} =    Run Script    [...document.querySelectorAll('p a')].map(link => link.getAttribute('href'))
    Should Be Equal    ${links}    ${{['my%20log.html']}}

Runs Are Put Together
    [Documentation]    The records of two runs make one report, and its figures go into the summary of a CI job.
    Run Inner    detail    ${OUTPUT DIR}/both/one
    Run Inner    detail    ${OUTPUT DIR}/both/two
    ${summary} =    Run Report    ${OUTPUT DIR}/both    --markdown
    Should Contain    ${summary}    **8** requests
    File Should Exist    ${OUTPUT DIR}/both/${PAGE}

Runs Of Pabot Are Put Together
    [Documentation]    Each process has records of its own; put together, the links of the common log lead somewhere.
    Run Inner With Pabot    ${OUTPUT DIR}/parallel    detail    story    expected_rc=${4}
    ${summary} =    Run Report
    ...    ${OUTPUT DIR}/parallel/pabot_results
    ...    --output
    ...    ${OUTPUT DIR}/parallel
    ...    --markdown
    Should Contain    ${summary}    1 test passed only thanks to a retry
    Open File    ${OUTPUT DIR}/parallel/log.html    s1
    ${links} =    Run Script    ${LINKS}
    Should Not Be Empty    ${links}
    FOR    ${link}    IN    @{links}
        File Should Exist    ${OUTPUT DIR}/parallel/${link}
    END

An Earlier Run Is Compared
    [Documentation]    Two runs of the same kind differ in nothing that matters.
    Run Inner    detail    ${OUTPUT DIR}/now
    ${summary} =    Run Report    ${OUTPUT DIR}/now    --baseline    ${OUTPUT DIR}/now    --markdown
    Should Contain    ${summary}    No endpoint became slower or flakier

A Run Without The Report Leaves None
    [Documentation]    The import says so.
    Run Inner    detail    ${OUTPUT DIR}/none    --variable    X:1    --dryrun
    File Should Not Exist    ${OUTPUT DIR}/none/${PAGE}


*** Keywords ***
Page Should Be Clean
    [Documentation]    Nothing ran, nothing was asked of the network, and nothing hangs over the edge.
    ${pwned} =    Run Script    String(window.pwned)
    Should Be Equal    ${pwned}    undefined
    ${errors} =    Get Console Errors
    Should Be Empty    ${errors}
    ${requests} =    Get Requested Addresses
    Should Be Empty    ${requests}
    ${sideways} =    Run Script    ${SIDEWAYS}
    Should Be True    ${sideways} <= 0
