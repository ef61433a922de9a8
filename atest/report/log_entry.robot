*** Settings ***
Documentation     The log entries in a real browser: they open, they are readable, and nothing in them runs.

Library           OperatingSystem
Library           Chromium.py
Library           ReportRun.py
Library           ../Artifacts.py

Suite Teardown    Close Browser


*** Variables ***
# Robot Framework's log opens its elements one after the other.
${EXPANDED}         new Promise(done => { const look = () => window.elementsToExpand?.length === 0 ? done()
...                 : setTimeout(look, 20); look() })
# Opens every test and keyword of the log, and then every entry.
${OPEN_ALL}         (async () => { expandAll('s1'); await ${EXPANDED};
...                 const all = [...document.querySelectorAll('.message details')];
...                 all.forEach(entry => entry.open = true); return all.length })()
${CLOSED_HEIGHT}
...                 (async () => { expandAll('s1'); await ${EXPANDED};
...                 const all = [...document.querySelectorAll('.message > details:not([open])')];
...                 return Math.max(...all.map(e => e.offsetHeight)) })()
${REOPEN}           Math.max(...[...document.querySelectorAll('.message > details')].map(entry => {
...                 const once = () => { entry.open = false; entry.offsetHeight; const begun = performance.now();
...                 entry.open = true; entry.offsetHeight; return performance.now() - begun };
...                 return Math.min(...Array.from({length: 20}, once)) }))
${FOCUS}            (async () => { expandAll('s1-t1'); await ${EXPANDED};
...                 const entry = document.querySelector('.message > details');
...                 const head = entry.querySelector('summary');
...                 head.focus(); const focused = document.activeElement === head; head.click();
...                 return [focused, entry.open] })()
${SIDEWAYS}         document.documentElement.scrollWidth - window.innerWidth
${PWNED}            String(window.pwned)
${DOM}              document.documentElement.outerHTML


*** Test Cases ***
Every Entry Opens And Nothing Runs In Light
    [Documentation]    No console error, no request, no sideways scroll, and no script of a hostile server.
    Entries Should Open    light

Every Entry Opens And Nothing Runs In Dark
    [Documentation]    The same in the dark theme.
    Entries Should Open    dark

A Closed Entry Takes Little Room
    [Documentation]    At most 90 pixels: a list of requests is a list.
    Open File    ${STORY}/log.html    s1
    ${height} =    Run Script    ${CLOSED_HEIGHT}
    Should Be True    ${height} <= 90

An Entry Opens At Once
    [Documentation]    Within 100 milliseconds, the largest one too; the best of twenty times, as a busy machine takes
    ...    the processor away in some of them.
    Open File    ${STORY}/log.html    s1
    Run Script    ${OPEN_ALL}
    ${milliseconds} =    Run Script    ${REOPEN}
    Should Be True    ${milliseconds} <= 100

Entries Are Accessible In Both Themes
    [Documentation]    Contrast, names and structure of the messages, by axe.
    ${axe} =    Accessibility Script    .message > details
    FOR    ${theme}    IN    light    dark
        Open File    ${STORY}/log.html    s1    ${theme}
        Run Script    ${OPEN_ALL}
        ${found} =    Run Script    ${axe}
        Should Be Empty    ${found}
    END

Entries Open With The Keyboard
    [Documentation]    The first summary takes the focus, and Enter opens it.
    Open File    ${STORY}/log.html    s1-t1
    ${opened} =    Run Script    ${FOCUS}
    Should Be Equal    ${opened}    ${{[True, True]}}

Entries Are Valid HTML
    [Documentation]    By html-validate, all messages of the run on one page.
    ${page} =    Save Entries As Page    ${STORY}
    Html Should Be Valid    ${page}

A Link Leads To The Whole Body
    [Documentation]    What is cut in the log is whole in the file that it links.
    Open File    ${STORY}/log.html    s1
    Run Script    ${OPEN_ALL}
    ${links} =    Run Script    [...document.querySelectorAll('.message a[href^="api-bodies/"]')].map(a => a.href)
    Should Not Be Empty    ${links}
    FOR    ${link}    IN    @{links}
        ${path} =    Run Script    new URL("${link}").pathname
        File Should Exist    ${path}
    END

No File Shows A Secret
    [Documentation]    Token and password, plain and encoded, in no file of the run.
    No File Should Show    ${STORY}    t0p-secret-token-0815    correct-horse-battery

Report Html Tells Of The Run
    [Documentation]    One line, the endpoints, a picture and a link, in Robot Framework's own report.
    FOR    ${theme}    IN    light    dark
        Open File    ${STORY}/report.html    theme=${theme}
        ${shown} =    Run Script    document.body.innerText
        Should Match Regexp    ${shown}    \\d+ requests · p50
        ${link} =    Run Script    document.querySelector('a[href="api-report.html"]').innerText
        Should Be Equal    ${link}    open API report
        ${picture} =    Run Script    document.querySelector('img[src^="data:image/svg+xml"]').naturalWidth
        Should Be Equal    ${picture}    ${120}
        Nothing Should Have Happened
    END


*** Keywords ***
Entries Should Open
    [Documentation]    Opens all, and looks for anything that should not be.
    [Arguments]    ${theme}
    Open File    ${STORY}/log.html    s1    ${theme}
    ${count} =    Run Script    ${OPEN_ALL}
    Should Be True    ${count} > 50
    ${sideways} =    Run Script    ${SIDEWAYS}
    Should Be True    ${sideways} <= 0
    ${dom} =    Run Script    ${DOM}
    Should Not Contain    ${dom}    t0p-secret-token-0815
    Should Not Contain    ${dom}    correct-horse-battery
    Nothing Should Have Happened

Nothing Should Have Happened
    [Documentation]    No script of ours or theirs ran, nothing was asked of the network, the console is clean.
    ${pwned} =    Run Script    ${PWNED}
    Should Be Equal    ${pwned}    undefined
    ${errors} =    Get Console Errors
    Should Be Empty    ${errors}
    ${requests} =    Get Requested Addresses
    Should Be Empty    ${requests}
