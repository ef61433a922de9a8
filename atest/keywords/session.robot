*** Settings ***
Documentation    Opening, choosing and closing sessions.

Library          OperatingSystem
Library          ${CURDIR}/../servers/TlsServer.py
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

A Session Has Cookies And Parameters
    VAR    &{cookies} =    visit=cookie-of-the-visit
    VAR    &{params} =    lang=en    page=${1}
    Create Session    stock    ${BASE_URL}    cookies=${cookies}    params=${params}
    VAR    &{own} =    page=${2}
    ${response} =    GET    /echo    params=${own}
    ${cookie} =    Echoed Header    ${response}    Cookie
    Should Be Equal    ${cookie}    visit=cookie-of-the-visit
    ${query} =    Evaluate    [['lang', 'en'], ['page', '2']]
    Last Request Should Have    ${response}    query    ${query}

A Session May Leave Redirects Alone
    Create Session    stock    ${BASE_URL}    allow_redirects=False
    ${response} =    GET    /account
    Should Be Equal As Integers    ${response.status_code}    302

A Session Goes Through A Proxy
    VAR    &{proxies} =    http=${BASE_URL}
    Create Session    far    http://far.example    proxies=${proxies}
    ${response} =    GET    /echo
    ${host} =    Echoed Header    ${response}    Host
    Should Be Equal    ${host}    far.example

A Session Is Updated
    VAR    &{headers} =    X-Team=blue    X-Old=1
    Create Session    stock    ${BASE_URL}/status    headers=${headers}
    VAR    &{headers} =    x-team=red    X-Old=${None}
    VAR    &{cookies} =    visit=cookie-of-the-update
    VAR    &{params} =    page=${3}
    VAR    @{auth} =    ada    secret-of-ada
    Update Session
    ...    stock
    ...    url=${BASE_URL}
    ...    headers=${headers}
    ...    cookies=${cookies}
    ...    params=${params}
    ...    auth=${auth}
    ...    read_timeout=5s
    ...    allow_redirects=False
    ...    verify=False
    ...    retry=none
    ${response} =    GET    /echo
    ${team} =    Echoed Header    ${response}    X-Team
    Should Be Equal    ${team}    red
    ${old} =    Echoed Header    ${response}    X-Old
    Should Be Equal    ${old}    ${None}
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Start With    ${sent}    Basic
    ${cookie} =    Echoed Header    ${response}    Cookie
    Should Be Equal    ${cookie}    visit=cookie-of-the-update
    Update Session    token=token-of-the-update
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${sent}    Bearer token-of-the-update

An Update Names One Way To Sign In
    VAR    @{auth} =    ada    secret-of-ada
    Run Keyword And Expect Error
    ...    expected auth= or token=, got both*
    ...    Update Session    auth=${auth}    token=abc
    Run Keyword And Expect Error    no session has the alias "nope"*    Update Session    nope
    Close All Sessions
    Run Keyword And Expect Error    no session is open.*    Update Session    token=abc

A Session Exists Until It Is Closed
    ${open} =    Session Exists    SHOP
    Should Be True    ${open}
    Close Session    shop
    ${open} =    Session Exists    shop
    Should Not Be True    ${open}

The Session Of Requests Can Be Had
    ${session} =    Get Session
    Length Should Be    ${session.cookies}    0
    ${same} =    Get Session    shop
    Should Be Equal    ${session}    ${same}
    Run Keyword And Expect Error    no session has the alias "nope"*    Get Session    nope

A Session Ends With Its Test
    [Setup]    No Operation
    Create Session    brief    ${BASE_URL}    scope=test
    Create Session    longer    ${BASE_URL}    scope=suite
    [Teardown]    No Operation

A Session Of An Earlier Test Is Gone
    ${open} =    Session Exists    brief
    Should Not Be True    ${open}
    ${open} =    Session Exists    longer
    Should Be True    ${open}

Files Of A Session Are There
    Run Keyword And Expect Error
    ...    verify: expected the path of a CA file, True or False; there is no /nowhere/ca.pem.
    ...    Create Session    bad    ${BASE_URL}    verify=/nowhere/ca.pem
    Run Keyword And Expect Error
    ...    cert: expected the path of a file; there is no /nowhere/cert.pem.
    ...    Create Session    bad    ${BASE_URL}    cert=/nowhere/cert.pem
    VAR    @{cert} =    one    two    three
    Run Keyword And Expect Error
    ...    cert: expected the path of a certificate, or those of certificate and key; got *
    ...    Create Session    bad    ${BASE_URL}    cert=${cert}

A Query Of The Base URL Stays Behind The Path
    Create Session    tenant    ${BASE_URL}/echo/?tenant=a
    VAR    &{params} =    page=2
    ${response} =    GET    ?sort=name    params=${params}
    Should Be Equal    ${response.request.path_url}    /echo?tenant=a&sort=name&page=2
    Run Keyword And Expect Error    expected a base URL without a fragment*
    ...    Create Session    tenant    ${BASE_URL}/echo#top
    [Teardown]    Open The Shop

Certificates And Proxies May Belong To One Request
    ${tls} =    Start TLS Server    expired=True
    GET    ${tls}    expect_error=tls
    GET    ${tls}    verify=${False}
    VAR    &{proxies} =    http=http://127.0.0.1:9    https=http://127.0.0.1:9
    Create Session    proxied    ${BASE_URL}    proxies=${proxies}
    GET    /health    expect_error=proxy
    GET    /health    proxies=none
    Run Keyword And Expect Error    proxies: expected a dictionary of proxy URLs by scheme, or none; got str.*
    ...    GET    /health    proxies=${7}
    [Teardown]    Open The Shop

A Session May Go Round The Proxies Of The Environment
    Set Environment Variable    http_proxy    http://127.0.0.1:9
    Create Session    direct    ${BASE_URL}    proxies=none
    GET    /health
    Create Session    proxied    ${BASE_URL}
    GET    /health    expect_error=proxy
    [Teardown]    Run Keywords    Remove Environment Variable    http_proxy    AND    Open The Shop

User Info Of A URL Is Sent In UTF-8
    ${url} =    Evaluate    $BASE_URL.replace('//', '//%C3%A4d%C3%A4:p%E2%82%AC@')
    ${response} =    GET    ${url}/echo
    ${header} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${header}    Basic ${{ base64.b64encode('ädä:p€'.encode()).decode() }}
