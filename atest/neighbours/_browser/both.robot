*** Settings ***
Documentation     Two browsers are open, one of each library.

Library           Browser
Library           SeleniumLibrary    run_on_failure=NOTHING
Resource          handover.resource

Suite Setup       Open Both
Suite Teardown    Close Both


*** Test Cases ***
The Keyword Asks Which One Is Meant
    Is Refused With
    ...    2 browsers are open, of Browser and SeleniumLibrary; expected to be told which one is meant.
    ...    write: library\=Browser or library\=SeleniumLibrary
    ...    Give Session To Browser    shop

Each Can Be Meant
    Give Session To Browser    shop    library=Browser
    ${cookie} =    Browser.Get Cookie    lang
    Should Be Equal    ${cookie.value}    en
    Give Session To Browser    shop    library=SeleniumLibrary
    ${cookie} =    SeleniumLibrary.Get Cookie    lang
    Should Be Equal    ${cookie.value}    en


*** Keywords ***
Open Both
    [Documentation]    Opens a page of the shop in both.
    Start The Shop
    Create Session    shop    ${NAMED}
    Put Cookie    shop    lang=en; Path=/
    New Browser    chromium    headless=True    executablePath=${CHROMIUM}    chromiumSandbox=False
    New Page    ${NAMED}/login
    Open Chromium By Selenium    ${NAMED}/login

Close Both
    [Documentation]    Closes both.
    Browser.Close Browser    ALL
    Close All Browsers
    Close All Sessions
