*** Settings ***
Documentation     Seeing retries, and the hosts that are in trouble.

Resource          shop.resource

Suite Setup       Open The Shop
Suite Teardown    Reset Host Health
Test Setup        Reset Host Health


*** Test Cases ***
The Retries Of The Last Request Are Counted
    GET    /faults/counted?plan=503,503,200
    ${count} =    Get Retry Count
    Should Be Equal As Integers    ${count}    2
    Retry Count Should Be    2

The Retries Of A Given Response Are Counted
    ${first} =    GET    /faults/given?plan=503,200
    GET    /echo
    ${count} =    Get Retry Count    ${first}
    Should Be Equal As Integers    ${count}    1
    Retry Count Should Be    1    ${first}
    Retry Count Should Be    0

The Retries Of The Test And The Run Are Counted
    GET    /faults/one?plan=503,200
    GET    /faults/two?plan=503,200
    ${test} =    Get Retry Count    scope=test
    Should Be Equal As Integers    ${test}    2
    ${run} =    Get Retry Count    scope=run
    Should Be True    ${run} >= ${test}
    Retry Count Should Be    2    scope=test

Another Count Fails
    GET    /echo
    Run Keyword And Expect Error    Expected 1 retry, got 0 retries (request)    Retry Count Should Be    1
    Run Keyword And Expect Error    expected: expected a whole number; got "none".    Retry Count Should Be    none
    Run Keyword And Expect Error    response: expected what a request keyword returned*    Get Retry Count    text
    Run Keyword And Expect Error
    ...    scope: expected request, test or run; got "suite".
    ...    Get Retry Count
    ...    scope=suite

A Healthy Host Isn't Listed
    GET    /echo
    ${hosts} =    Get Host Health
    Should Be Empty    ${hosts}

A Host That Gave Trouble Is Listed Until It Recovered Or Is Reset
    GET    /faults/trouble?plan=503,200
    ${hosts} =    Get Host Health
    Should Be Equal    ${hosts}[${BASE_URL}][breaker]    closed
    Should Be Equal As Integers    ${hosts}[${BASE_URL}][budget]    96
    Reset Host Health    ${BASE_URL}
    ${hosts} =    Get Host Health
    Should Be Empty    ${hosts}
