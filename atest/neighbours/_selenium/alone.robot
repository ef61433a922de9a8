*** Settings ***
Documentation     A suite of SeleniumLibrary as people write it, without full names: it knows nothing of SteadyAPI.

Library           SeleniumLibrary
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open The Shop
Suite Teardown    Close All Browsers


*** Variables ***
${CHROMIUM}    %{CHROMIUM=/usr/bin/chromium}
${DRIVER}      %{CHROMEDRIVER=/usr/bin/chromedriver}


*** Test Cases ***
A Form Is Filled In
    Go To    ${SHOP}/login
    Title Should Be    Log in
    ${heading} =    Get Text    css:h1
    Should Be Equal    ${heading}    Log in
    Page Should Contain Element    css:input    limit=2
    Input Text    name:username    ada
    ${name} =    Get Value    name:username
    Should Be Equal    ${name}    ada
    ${method} =    Get Element Attribute    css:form    method
    Should Be Equal    ${method}    post
    Element Should Be Enabled    css:button
    Click Button    Log in
    Wait Until Page Contains    wrong    timeout=30s

Cookies Are Read And Written
    Go To    ${SHOP}/login
    Add Cookie    lang    en
    ${cookie} =    Get Cookie    lang
    Should Be Equal    ${cookie.value}    en
    ${cookies} =    Get Cookies
    Should Be Equal    ${cookies}    lang=en
    Delete Cookie    lang
    Delete All Cookies

Windows And Scripts
    Go To    ${SHOP}/login
    ${title} =    Execute Javascript    return document.title
    Should Be Equal    ${title}    Log in
    ${count} =    Get Element Count    css:input
    Should Be Equal    ${count}    ${2}
    ${location} =    Get Location
    Should Be Equal    ${location}    ${SHOP}/login


*** Keywords ***
Open The Shop
    [Documentation]    Starts the demo shop and a browser.
    ${url} =    Start Demo Server
    VAR    ${SHOP} =    ${url}    scope=SUITE
    ${options} =    Evaluate    selenium.webdriver.ChromeOptions()    modules=selenium.webdriver
    Evaluate    setattr($options, 'binary_location', $CHROMIUM)
    FOR    ${argument}    IN    --headless=new    --no-sandbox    --disable-dev-shm-usage
        Call Method    ${options}    add_argument    ${argument}
    END
    Open Browser    ${SHOP}/login    chrome    options=${options}    executable_path=${DRIVER}
