*** Settings ***
Documentation     The API says what the page should show; SeleniumLibrary looks at the page.

Library           SeleniumLibrary
Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open Both
Suite Teardown    Close Both


*** Variables ***
${CHROMIUM}    %{CHROMIUM=/usr/bin/chromium}
${DRIVER}      %{CHROMEDRIVER=/usr/bin/chromedriver}
${HEADING}     css:h1


*** Test Cases ***
The Page Of A Visitor Is The Login Page
    [Documentation]    The API says where a visitor is sent, the browser shows it.
    ${response} =    GET    /account    allow_redirects=${False}    expected_status=302
    Go To    ${SHOP}/account
    Location Should Be    ${SHOP}${response.headers}[Location]
    Element Text Should Be    ${HEADING}    Log in

What The Browser Shows Is What The API Tells
    [Documentation]    The browser shows the JSON; the API keywords check it by its types.
    GET    /products/3
    ${name} =    Get JSON Value    $.name
    Go To    ${SHOP}/products/3
    Page Should Contain    ${name}


*** Keywords ***
Open Both
    [Documentation]    Starts the demo shop, a session to it, and the browser of this machine.
    ${url} =    Start Demo Server
    VAR    ${SHOP} =    ${url}    scope=SUITE
    Create Session    shop    ${url}
    ${options} =    Evaluate    selenium.webdriver.ChromeOptions()    modules=selenium.webdriver
    Evaluate    setattr($options, 'binary_location', $CHROMIUM)
    FOR    ${argument}    IN    --headless=new    --no-sandbox    --disable-dev-shm-usage
        Call Method    ${options}    add_argument    ${argument}
    END
    Open Browser    about:blank    chrome    options=${options}    executable_path=${DRIVER}

Close Both
    [Documentation]    Closes what was opened.
    Close All Browsers
    Close All Sessions
