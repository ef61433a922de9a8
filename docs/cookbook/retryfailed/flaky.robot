*** Settings ***
Documentation     Retries of a request are the library's, retries of a test are RetryFailed's.

Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open Session
Suite Teardown    Close All Sessions


*** Test Cases ***
A Passing 503 Needs No Second Test
    [Documentation]    The request is repeated, and the test is tagged api:saved-by-retry.
    GET    /flaky/request

A Test That Fails Is Run Again
    [Documentation]    The counter is wrong the first time; only the test as a whole can be repeated.
    [Tags]    test:retry(2)
    ${response} =    GET    /counter/tests
    Should Be Equal    ${response.json()}[calls]    ${2}


*** Keywords ***
Open Session
    [Documentation]    Opens a session to the demo shop.
    ${url} =    Start Demo Server
    Create Session    shop    ${url}
