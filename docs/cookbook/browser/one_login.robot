*** Settings ***
Documentation     One login for both: whoever signs in by API is signed in on the pages, and the other way round.

Library           Browser
Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open Both
Suite Teardown    Close Both
Test Teardown     Close Context    ALL


*** Variables ***
${CHROMIUM}    %{CHROMIUM=/usr/bin/chromium}


*** Test Cases ***
Who Signs In By API Is Signed In On The Pages
    [Documentation]    The form is filled in once, by API; the browser gets its cookie, with HttpOnly and SameSite.
    New Context
    VAR    &{form} =    username=ada    password=${PASSWORD.value}
    POST    /login    data=${form}    expected_status=200
    Give Session To Browser    shop
    New Page    ${SHOP}/account
    Get Text    body    contains    ada@example.com
    ${cookie} =    Get Cookie    sid
    Should Be True    ${cookie.httpOnly}
    Should Be Equal    ${cookie.sameSite}    Lax

Who Signs In On A Page Is Signed In By API
    [Documentation]    The page's cookie goes to the session, and is masked from then on.
    New Page    ${SHOP}/login
    Fill Text    [name=username]    ada
    Fill Secret    [name=password]    $PASSWORD.value
    Click    button
    Get Url    ==    ${SHOP}/account
    Create Session    api    ${SHOP}
    SteadyAPI.GET    /account    allow_redirects=${False}    expected_status=302
    Take Session From Browser    api
    SteadyAPI.GET    /account
    JSON Value Should Be    $.name    ada

A Token That The Page Keeps Is Sent By API
    [Documentation]    Many pages keep a token in the local storage; here the test puts it there for them.
    Create Session    api    ${SHOP}
    ${login} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
    New Page    ${SHOP}/login
    LocalStorage Set Item    token    ${login.value}
    SteadyAPI.GET    /orders    expected_status=401
    ${token} =    Take Session From Browser    api    local_storage=token
    SteadyAPI.GET    /orders
    Should Be Equal    ${token.value}    ${login.value}


*** Keywords ***
Open Both
    [Documentation]    Starts the demo shop, a session to it, and a browser that is on this machine already.
    ${url} =    Start Demo Server
    ${password} =    Get Demo Password
    VAR    ${SHOP} =    ${url}    scope=SUITE
    VAR    ${PASSWORD} =    ${password}    scope=SUITE
    Create Session    shop    ${url}
    New Browser    chromium    headless=True    executablePath=${CHROMIUM}    chromiumSandbox=False

Close Both
    [Documentation]    Closes what was opened.
    Close Browser    ALL
    Close All Sessions
