*** Settings ***
Documentation     The built site works from its files, without a network; `uv run poe site` builds it and runs this.

Library           Site.py

Suite Setup       Open Every Page    ${SITE}
Suite Teardown    Close Browser


*** Variables ***
${SITE}    ${CURDIR}/../../build/site


*** Test Cases ***
No Link Is Dead
    [Documentation]    Neither to a file nor to a part of a page; nor are those among the keywords.
    ${dead} =    Get Dead Links
    Should Be Empty    ${dead}

No Link Is Dead On GitHub
    [Documentation]    The README and others are no pages of the site.
    ${dead} =    Get Dead Links Of Sources    ${CURDIR}/../..
    Should Be Empty    ${dead}

No Page Asks Another Machine
    [Documentation]    No fonts, scripts or pictures from elsewhere.
    ${pages} =    Get Pages With    asked
    Should Be Empty    ${pages}

No Page Has Errors
    [Documentation]    Nothing on the browser's console.
    ${pages} =    Get Pages With    errors
    Should Be Empty    ${pages}

Every Page Fits A Telephone
    [Documentation]    Only tables and code move sideways, by themselves.
    ${pages} =    Get Pages With    overflow
    Should Be Empty    ${pages}

Search Finds Guides And Keywords
    [Documentation]    From files, where browsers let a page fetch nothing; guides stand above decisions.
    ${titles} =    Search For    breaker    ${SITE}
    Should Contain    ${titles}[:3]    Retries, waiting and limits
    ${titles} =    Search For    Wait Until Status    ${SITE}
    Should Contain    ${titles}    Keywords
    ${errors} =    Get Console Errors
    Should Be Empty    ${errors}
