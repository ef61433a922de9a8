*** Settings ***
Documentation     The API prepares and checks, the browser shows: both libraries in one suite.

Library           Browser
Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open Both
Suite Teardown    Close Both


*** Variables ***
${CHROMIUM}    %{CHROMIUM=/usr/bin/chromium}
${HEADING}     h1


*** Test Cases ***
The Page Of A Visitor Is The Login Page
    [Documentation]    A visitor is redirected. The API says where to, the browser shows it.
    ${response} =    SteadyAPI.GET    /account    allow_redirects=${False}
    Get Response Status    ==    302
    New Page    ${SHOP}/account
    Get Text    ${HEADING}    ==    Log in
    Get Url    ==    ${SHOP}${response.headers}[Location]

What The Browser Shows Is What The API Tells
    [Documentation]    The browser shows the JSON; the API keywords check it by its types.
    New Page    ${SHOP}/products/3
    ${shown} =    Get Text    body
    SteadyAPI.GET    /products/3
    ${name} =    Get JSON Value    $.name
    Should Contain    ${shown}    ${name}


*** Keywords ***
Open Both
    [Documentation]    Starts the demo shop, a session to it, and a browser that is on this machine already.
    ${url} =    Start Demo Server
    VAR    ${SHOP} =    ${url}    scope=SUITE
    Create Session    shop    ${url}
    New Browser    chromium    headless=True    executablePath=${CHROMIUM}    chromiumSandbox=False

Close Both
    [Documentation]    Closes what was opened.
    Close Browser    ALL
    Close All Sessions
