*** Settings ***
Documentation     What cookies keep on their way to a real Chromium and back, and what is said when that can't be.

Library           Browser
Resource          handover.resource

Suite Setup       Start The Shop
Suite Teardown    Close All Sessions
Test Setup        Open Sessions And Browser
Test Teardown     Close Browser    ALL


*** Test Cases ***
A Cookie Keeps All Its Attributes There And Back
    New Context
    Create Session    named    ${NAMED}
    Put Cookies Of Every Kind    named
    Give Session To Browser    named
    ${cookies} =    Get Cookies
    The Browser Should Have Kept Every Attribute    ${cookies}
    Create Session    back    ${NAMED}
    Take Session From Browser    back
    The Session Should Be Back As It Was    named    back

A Cookie That The Test Has Never Seen Is Masked In Every File
    [Documentation]    The page signs in; the session learns the cookie from the browser. ``leaks.robot`` looks for it.
    New Page    ${SHOP}/login
    Fill Text    [name=username]    ada
    Fill Secret    [name=password]    $PASSWORD
    Click    button
    Get Url    ==    ${SHOP}/account
    Take Session From Browser    shop
    GET    /account
    Keep For The Search    shop

A Cookie Of Another Host Stays, And The Rest Is Given
    New Context
    Put Cookie    named    lang=en; Path=/
    Put Foreign Cookie    named
    Is Refused With
    ...    1 of 2 cookies given; "sid" not: domain .other.test isn't that of ${NAMED}
    ...    to leave it out, write: exclude\=sid
    ...    Give Session To Browser    named
    ${cookies} =    Get Cookies
    Length Should Be    ${cookies}    1
    Give Session To Browser    named    exclude=sid

A Cookie That Chromium Refuses Is Named
    New Context
    Put Cookie    named    __Host-a=1; Path=/; Secure
    ${session} =    Get Session    named
    Evaluate    [setattr(cookie, 'secure', False) for cookie in $session.cookies]
    Run Keyword And Expect Error
    ...    0 of 1 cookies given; "__Host-a" not: *
    ...    Give Session To Browser    named

Nothing Is Open
    Close Browser    ALL
    Is Refused With
    ...    no browser is open: open one with Browser or SeleniumLibrary first.
    ...    write for example: New Page${SPACE*4}${SHOP}
    ...    Take Session From Browser    shop

There Is No Context Yet
    Put Cookie    named    lang=en; Path=/
    Is Refused With
    ...    Browser has no context yet to put cookies into.
    ...    write before it: New Context
    ...    Give Session To Browser    named

There Is Nothing To Take
    New Page    ${SHOP}/login
    Run Keyword And Expect Error
    ...    Browser has no cookie for ${SHOP}; cookies there: none.*
    ...    Take Session From Browser    shop
    Is Refused With
    ...    local_storage: the page of ${SHOP} has no item "token".
    ...    items there: none
    ...    Take Session From Browser    shop    local_storage=token
    New Page    about:blank
    Run Keyword And Expect Error
    ...    local_storage: Browser shows about:blank, which has no local storage.*
    ...    Take Session From Browser    shop    local_storage=token

A Token Stands Within A JSON Object
    New Page    ${SHOP}/login
    ${login} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
    LocalStorage Set Item    auth    {"user": "ada", "tokens": {"access": "${login.value}"}}
    Is Refused With
    ...    local_storage: expected a token in "auth", got an object with user, tokens.
    ...    write where it stands, for example: token_path\=tokens.access
    ...    Take Session From Browser    shop    local_storage=auth
    Take Session From Browser    shop    local_storage=auth    token_path=tokens.access
    GET On Session    shop    /orders

Wrong Options
    A Wrong Option Is Answered    Browser


*** Keywords ***
Open Sessions And Browser
    [Documentation]    Opens two sessions to the shop, by its address and by a name, and a browser without a page.
    Create Session    named    ${NAMED}
    Create Session    shop    ${SHOP}
    New Browser    chromium    headless=True    executablePath=${CHROMIUM}    chromiumSandbox=False
