*** Settings ***
Documentation     One login for both: whoever signs in by API is signed in on the pages, and the other way round.

Library           SeleniumLibrary
Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open Both
Suite Teardown    Close Both
Test Setup        Delete All Cookies


*** Variables ***
${CHROMIUM}    %{CHROMIUM=/usr/bin/chromium}
${DRIVER}      %{CHROMEDRIVER=/usr/bin/chromedriver}


*** Test Cases ***
Who Signs In By API Is Signed In On The Pages
    [Documentation]    Selenium sets cookies for the host of the page that it shows, so go there first.
    VAR    &{form} =    username=ada    password=${PASSWORD.value}
    POST    /login    data=${form}    expected_status=200
    Go To    ${SHOP}/login
    Give Session To Browser    shop
    Go To    ${SHOP}/account
    Page Should Contain    ada@example.com
    ${cookie} =    Get Cookie    sid
    Should Be True    ${cookie.httpOnly}
    Should Be Equal    ${cookie.extra}[sameSite]    Lax

Who Signs In On A Page Is Signed In By API
    [Documentation]    The page's cookie goes to the session, and is masked from then on.
    Go To    ${SHOP}/login
    Input Text    name:username    ada
    Input Password    name:password    ${PASSWORD.value}
    Click Button    Log in
    Wait Until Location Is    ${SHOP}/account    timeout=30s
    Create Session    api    ${SHOP}
    GET    /account    allow_redirects=${False}    expected_status=302
    Take Session From Browser    api
    GET    /account
    JSON Value Should Be    $.name    ada

A Token That The Page Keeps Is Sent By API
    [Documentation]    Many pages keep a token in the local storage; here the test puts it there for them.
    Create Session    api    ${SHOP}
    ${login} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
    Go To    ${SHOP}/login
    Execute Javascript    localStorage.setItem('token', arguments[0])    ARGUMENTS    ${login.value}
    GET    /orders    expected_status=401
    ${token} =    Take Session From Browser    api    local_storage=token
    GET    /orders
    Should Be Equal    ${token.value}    ${login.value}


*** Keywords ***
Open Both
    [Documentation]    Starts the demo shop, a session to it, and the browser of this machine.
    ${url} =    Start Demo Server
    ${password} =    Get Demo Password
    VAR    ${SHOP} =    ${url}    scope=SUITE
    VAR    ${PASSWORD} =    ${password}    scope=SUITE
    Create Session    shop    ${url}
    ${options} =    Evaluate    selenium.webdriver.ChromeOptions()    modules=selenium.webdriver
    Evaluate    setattr($options, 'binary_location', $CHROMIUM)
    FOR    ${argument}    IN    --headless=new    --no-sandbox    --disable-dev-shm-usage
        Call Method    ${options}    add_argument    ${argument}
    END
    Open Browser    ${SHOP}/login    chrome    options=${options}    executable_path=${DRIVER}

Close Both
    [Documentation]    Closes what was opened.
    Close All Browsers
    Close All Sessions
