*** Settings ***
Documentation     What cookies keep on their way to a real Chromium and back, and what is said when that can't be.

Library           SeleniumLibrary    run_on_failure=NOTHING
Resource          handover.resource

Suite Setup       Open The Shop
Suite Teardown    Close Both
Test Setup        Open Sessions


*** Test Cases ***
A Cookie Keeps All Its Attributes There And Back
    Go To    ${NAMED}/login
    Put Cookies Of Every Kind    named
    Give Session To Browser    named
    ${library} =    Get Library Instance    SeleniumLibrary
    VAR    ${cookies} =    ${library.driver.get_cookies()}
    The Browser Should Have Kept Every Attribute    ${cookies}
    Create Session    back    ${NAMED}
    Take Session From Browser    back
    The Session Should Be Back As It Was    named    back

A Cookie That The Test Has Never Seen Is Masked In Every File
    [Documentation]    The page signs in; the session learns the cookie from the browser. ``leaks.robot`` looks for it.
    Go To    ${SHOP}/login
    Input Text    name:username    ada
    Input Password    name:password    ${PASSWORD}
    Click Button    Log in
    Wait Until Location Is    ${SHOP}/account    timeout=30s
    Take Session From Browser    shop
    GET    /account
    Keep For The Search    shop

A Cookie Of Another Host Stays, And The Rest Is Given
    Go To    ${NAMED}/login
    Put Cookie    named    lang=en; Path=/
    Put Foreign Cookie    named
    Is Refused With
    ...    1 of 2 cookies given; "sid" not: domain .other.test isn't that of ${NAMED}
    ...    to leave it out, write: exclude\=sid
    ...    Give Session To Browser    named
    ${cookies} =    Get Cookies
    Should Be Equal    ${cookies}    lang=en
    Give Session To Browser    named    exclude=sid

A Cookie That Chromium Refuses Is Named
    Go To    ${NAMED}/login
    Put Cookie    named    __Host-a=1; Path=/; Secure
    ${session} =    Get Session    named
    Evaluate    [setattr(cookie, 'secure', False) for cookie in $session.cookies]
    Run Keyword And Expect Error
    ...    0 of 1 cookies given; "__Host-a" not: *
    ...    Give Session To Browser    named

The Page Is Another Host's, Which Gets Nothing
    Go To    ${SHOP}/login
    Put Cookie    named    lang=en; Path=/
    Run Keyword And Expect Error
    ...    0 of 1 cookies given; "lang" not: domain shop.localhost isn't that of the page, ${SHOP}\n*
    ...    Give Session To Browser
    ...    named
    ${cookies} =    Get Cookies
    Should Be Empty    ${cookies}

No Page Is Shown
    Go To    about:blank
    Put Cookie    named    lang=en; Path=/
    Is Refused With
    ...    SeleniumLibrary shows about:blank, and takes cookies only for the host of the page that it shows.
    ...    write before it: Go To${SPACE*4}${NAMED}
    ...    Give Session To Browser    named

Nothing Is Open
    Close All Browsers
    Is Refused With
    ...    no browser is open: open one with Browser or SeleniumLibrary first.
    ...    write for example: Open Browser${SPACE*4}${SHOP}${SPACE*4}chrome
    ...    Take Session From Browser    shop
    Open Chromium By Selenium    about:blank

There Is Nothing To Take
    Go To    ${SHOP}/login
    Run Keyword And Expect Error
    ...    SeleniumLibrary has no cookie for ${SHOP}; cookies there: none.*
    ...    Take Session From Browser    shop
    Is Refused With
    ...    local_storage: the page of ${SHOP} has no item "token".
    ...    items there: none
    ...    Take Session From Browser    shop    local_storage=token
    Go To    about:blank
    Run Keyword And Expect Error
    ...    local_storage: SeleniumLibrary shows about:blank, which has no local storage.*
    ...    Take Session From Browser    shop    local_storage=token

A Token Stands Within A JSON Object
    Go To    ${SHOP}/login
    ${login} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
    Execute Javascript
    ...    localStorage.setItem('auth', JSON.stringify({tokens: {access: arguments[0]}}))
    ...    ARGUMENTS
    ...    ${login.value}
    Take Session From Browser    shop    local_storage=auth    token_path=tokens.access
    GET On Session    shop    /orders

Wrong Options
    A Wrong Option Is Answered    SeleniumLibrary


*** Keywords ***
Open Sessions
    [Documentation]    Opens two sessions to the shop, by its address and by a name; the browser forgets what it has.
    Create Session    named    ${NAMED}
    Create Session    shop    ${SHOP}
    FOR    ${url}    IN    ${NAMED}    ${SHOP}
        Go To    ${url}/login
        Delete All Cookies
        Execute Javascript    localStorage.clear()
    END

Open The Shop
    [Documentation]    Starts the shop and a browser.
    Start The Shop
    Open Chromium By Selenium    about:blank

Close Both
    [Documentation]    Closes what was opened.
    Close All Browsers
    Close All Sessions
