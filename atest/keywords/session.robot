*** Settings ***
Documentation    Opening, choosing and closing sessions.

Resource         shop.resource

Suite Setup      Open The Shop
Test Teardown    Open The Shop


*** Test Cases ***
A Session Keeps The Address Of A Service
    Create Session    stock    ${BASE_URL}/
    ${response} =    GET    /echo
    Should Be Equal    ${response.url}    ${BASE_URL}/echo

A Session Sends Its Headers With Every Request
    VAR    &{headers} =    X-Team=blue    Accept=text/plain
    Create Session    stock    ${BASE_URL}    headers=${headers}
    ${response} =    GET    /echo
    ${team} =    Echoed Header    ${response}    X-Team
    Should Be Equal    ${team}    blue

A Session Signs In With Name And Password
    VAR    @{auth} =    ada    secret-of-ada
    Create Session    stock    ${BASE_URL}    auth=${auth}
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${sent}    ${{ 'Basic ' + __import__('base64').b64encode(b'ada:secret-of-ada').decode() }}

A Session Sends Its Token
    Create Session    stock    ${BASE_URL}    token=token-of-ada
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${sent}    Bearer token-of-ada

A Session Has Its Own Time Limits
    Create Session    stock    ${BASE_URL}    connect_timeout=1s    read_timeout=100ms
    Run Keyword And Expect Error
    ...    No answer from GET ${BASE_URL}/faults/limits?plan=slow:2: read timeout*
    ...    GET    /faults/limits?plan=slow:2

The New Session Is The Current One
    Create Session    stock    ${BASE_URL}/status
    ${response} =    GET    /201
    Should Be Equal As Integers    ${response.status_code}    201

An Alias May Be Used Again
    Create Session    shop    ${BASE_URL}/status
    ${response} =    GET On Session    shop    /202
    Should Be Equal As Integers    ${response.status_code}    202

Sessions Take Turns
    Create Session    stock    ${BASE_URL}/status
    ${before} =    Switch Session    SHOP
    Should Be Equal    ${before}    stock
    GET    /health
    ${before} =    Switch Session    stock
    Should Be Equal    ${before}    shop

An Unknown Alias Names The Open Sessions
    Run Keyword And Expect Error
    ...    no session has the alias "nope"; open sessions: "shop".*
    ...    Switch Session    nope

A Closed Session Is Gone And The One Before Is Current
    Create Session    stock    ${BASE_URL}/status
    Close Session    stock
    GET    /health
    Run Keyword And Expect Error    no session has the alias "stock"*    GET On Session    stock    /200
    Run Keyword And Expect Error    no session has the alias "stock"*    Close Session    stock

All Sessions Can Be Closed
    Close All Sessions
    Run Keyword And Expect Error    "/health" is a relative URL, and no session is open.*    GET    /health

A Base URL Needs Its Scheme
    Run Keyword And Expect Error
    ...    expected a base URL with http:// or https://, got "127.0.0.1:80".*
    ...    Create Session    bad    127.0.0.1:80

Name And Password Are Two
    VAR    @{auth} =    ada
    Run Keyword And Expect Error
    ...    auth: expected a list of user name and password, got 1 items.*
    ...    Create Session    bad    ${BASE_URL}    auth=${auth}
