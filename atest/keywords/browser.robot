*** Settings ***
Documentation    Where no browser library is imported, the keywords of one login say what to do. With real browsers they
...              run in the cookbook: see atest/neighbours.

Resource         shop.resource

Suite Setup      Open The Shop


*** Test Cases ***
Nothing Can Be Given Without A Browser
    Create Session    visitor    ${BASE_URL}
    VAR    &{cookies} =    lang=en
    Update Session    visitor    cookies=${cookies}
    Is Refused With
    ...    no browser is open: open one with Browser or SeleniumLibrary first.
    ...    write for example: New Page${SPACE*4}${BASE_URL}
    ...    Give Session To Browser    visitor

Nothing Can Be Taken Without A Browser
    Create Session    visitor    ${BASE_URL}
    Run Keyword And Expect Error    no browser is open: *    Take Session From Browser    visitor
    Is Refused With
    ...    library: expected the name of Browser or SeleniumLibrary as this suite imports it, got "Browser".
    ...    imported browser libraries: none
    ...    Take Session From Browser    visitor    library=Browser

A Session Without Cookies Has Nothing To Give
    Create Session    visitor    ${BASE_URL}
    Is Refused With
    ...    session "visitor" has no cookies to give.
    ...    sign in first, for example: POST${SPACE*4}/login${SPACE*4}data\=\${form}
    ...    Give Session To Browser    visitor

A Misspelt Option Is Answered
    Create Session    visitor    ${BASE_URL}
    Run Keyword And Expect Error
    ...    Give Session To Browser: no option "exclud"; did you mean exclude=?\n*
    ...    Give Session To Browser    visitor    exclud=sid

The Log Level Is Kept
    VAR    ${before} =    ${LOG_LEVEL}
    Create Session    visitor    ${BASE_URL}
    Run Keyword And Expect Error    no browser is open: *    Take Session From Browser    visitor
    Should Be Equal    ${LOG_LEVEL}    ${before}


*** Keywords ***
Is Refused With
    [Documentation]    Fails unless a keyword fails with these two lines.
    [Arguments]    ${first}    ${second}    ${keyword}    @{args}    &{options}
    VAR    ${expected} =    ${first}\n${SPACE*2}${second}
    Run Keyword And Expect Error    EQUALS:${expected}    ${keyword}    @{args}    &{options}
