*** Settings ***
Documentation     A suite of Browser as people write it, without full names: it knows nothing of SteadyAPI.

Library           OperatingSystem
Library           Browser
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open The Shop
Suite Teardown    Close Browser    ALL
Test Teardown     Close Context    ALL


*** Variables ***
${CHROMIUM}    %{CHROMIUM=/usr/bin/chromium}


*** Test Cases ***
A Form Is Filled In
    New Page    ${SHOP}/login
    Get Title    ==    Log in
    Get Text    h1    ==    Log in
    Get Element Count    input    ==    2
    Fill Text    [name=username]    ada
    Get Property    [name=username]    value    ==    ada
    Get Attribute    form    method    ==    post
    Get Element States    button    contains    visible
    Click    button
    Wait For Load State
    Get Text    body    contains    wrong

Cookies Are Read And Written
    New Page    ${SHOP}/login
    Add Cookie    lang    en    url=${SHOP}
    ${cookie} =    Get Cookie    lang
    Should Be Equal    ${cookie.value}    en
    ${cookies} =    Get Cookies
    Length Should Be    ${cookies}    1
    Delete All Cookies

The Local Storage Is Read And Written
    New Page    ${SHOP}/login
    LocalStorage Set Item    theme    dark
    LocalStorage Get Item    theme    ==    dark
    ${theme} =    Evaluate JavaScript    ${None}    () => window.localStorage.getItem('theme')
    Should Be Equal    ${theme}    dark

A File Is Fetched By The Browser
    New Context    acceptDownloads=True
    New Page    ${SHOP}/login
    ${file} =    Download    ${SHOP}/logo.png
    File Should Exist    ${file.saveAs}
    ${response} =    HTTP    ${SHOP}/health
    Should Be Equal    ${response.status}    ${200}


*** Keywords ***
Open The Shop
    [Documentation]    Starts the demo shop and a browser.
    ${url} =    Start Demo Server
    VAR    ${SHOP} =    ${url}    scope=SUITE
    New Browser    chromium    headless=True    executablePath=${CHROMIUM}    chromiumSandbox=False
