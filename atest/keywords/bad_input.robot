*** Settings ***
Documentation    What a suite can get wrong, and what a server can: each says what was expected and what came.

Resource         shop.resource
Library          OperatingSystem
Library          ${CURDIR}/../servers/OddServer.py
Library          ${CURDIR}/../servers/TlsServer.py

Suite Setup      Open All Servers
Test Teardown    Switch Session    shop


*** Test Cases ***
Malformed URLs Are Refused
    [Template]    Run Keyword And Expect Error
    GET http://* can't be sent: *    GET    http://
    "http://[[]::1/x" is no URL: Invalid IPv6 URL.*    GET    http://[::1/x
    "http://a:port/x" is no URL: Port could not be cast*    GET    http://a:port/x
    "http://[[]::1" is no URL: Invalid IPv6 URL.*    Create Session    bad    http://[::1
    "http://a b/x" is no URL: a blank or a control character stands in its host.*    GET    http://a b/x
    expected a base URL with a host, got "http:///x".*    Create Session    bad    http:///x
    expected a base URL with http:// or https://, got "ftp://a".*    Create Session    bad    ftp://a

A Header Can't Be Injected
    VAR    &{headers} =    X-A=a\r\nX-B: b
    Run Keyword And Expect Error    headers: expected a value of one line for "X-A", got one with a line end in it.
    ...    GET    /echo    headers=${headers}
    VAR    &{headers} =    X-A\r\nX-B=b
    Run Keyword And Expect Error    GET /echo can't be sent: *    GET    /echo    headers=${headers}
    Run Keyword And Expect Error    *    GET    /echo\r\nX-B: b

Text That Is Not JSON Is Refused
    Run Keyword And Expect Error    json: expected a dictionary*isn't JSON*    POST    /echo    json={"a": 1
    Run Keyword And Expect Error
    ...    json: *expected dictionaries, lists*
    ...    POST
    ...    /echo
    ...    json=${{ {'a': object()} }}

A CA File That Is None Is Refused
    Create File    ${FOLDER}/no-ca.pem    no certificate
    Create Session    tls    ${TLS}    verify=${FOLDER}/no-ca.pem
    Run Keyword And Expect Error    *${TLS}*    GET    /

An Unknown Authority Is Named
    Create Session    tls    ${TLS}
    Run Keyword And Expect Error
    ...    No answer from GET ${TLS}/: TLS failed*the certificate is not trusted: *; *write: verify=*
    ...    GET
    ...    /

A Known Authority Is Trusted
    Create Session    tls    ${TLS}    verify=${CA}
    GET    /
    Get Response Text    ==    ok
    Create Session    tls    ${TLS}    verify=False
    GET    /

An Expired Certificate Says So
    ${url} =    Start TLS Server    expired=True
    Create Session    tls    ${url}    verify=${CA}
    Run Keyword And Expect Error
    ...    No answer from GET ${url}/: TLS failed*the certificate is not trusted: certificate has expired
    ...    GET    /

A Certificate For Another Host Says So
    ${url} =    Start TLS Server    shop.example
    Create Session    tls    ${url}    verify=${CA}
    Run Keyword And Expect Error
    ...    No answer from GET ${url}/: TLS failed*the certificate is not trusted: *127.0.0.1*
    ...    GET    /

A Server May Ask For A Certificate
    ${url} =    Start TLS Server    asks_client=True
    ${cert} =    Write Client Certificate    ${FOLDER}/client.pem
    Create Session    tls    ${url}    verify=${CA}    cert=${cert}
    GET    /
    Create Session    tls    ${url}    verify=${CA}    retry=none
    Run Keyword And Expect Error    No answer from GET ${url}/: *    GET    /

The Key Of A Certificate May Have A Password
    ${url} =    Start TLS Server    asks_client=True
    ${file} =    Write Locked Client Certificate    ${FOLDER}/locked.pem    opensesame
    VAR    ${password} =    ${{ SteadyAPI.robot_compat.Secret("opensesame") }}
    VAR    @{cert} =    ${file}    ${password}
    Create Session    tls    ${url}    verify=${CA}    cert=${cert}
    GET    /
    Run Keyword And Expect Error
    ...    cert: the key in ${file} is encrypted, and there is no password for it.*
    ...    Create Session    tls    ${url}    verify=${CA}    cert=${file}

A Proxy That Isn't There Is Named
    VAR    &{proxies} =    http=http://127.0.0.1:1
    Create Session    far    http://far.example    proxies=${proxies}    retry=none
    Run Keyword And Expect Error
    ...    No answer from GET http://far.example/: proxy failed*the proxy 127.0.0.1:1 did not connect: *; proxies=none goes round*
    ...    GET
    ...    /

A Redirect Loop Ends
    Run Keyword And Expect Error    No answer from GET ${ODD}/loop: too many redirects*    GET    ${ODD}/loop

An Answer Shorter Than Announced Is None
    Run Keyword And Expect Error
    ...    No answer from GET ${ODD}/short: answer broke off*
    ...    GET    ${ODD}/short    retry=none

A Body That Can't Be Decoded Is None
    Run Keyword And Expect Error
    ...    No answer from GET ${ODD}/bad-gzip: answer can't be decoded*
    ...    GET
    ...    ${ODD}/bad-gzip

A Large Body Meets The Limit
    Create Session    odd    ${ODD}    body_limit=1000000
    GET    /bytes?count=1000000
    VAR    ${reason} =    answer is too large*more than 1.0 MB, the body_limit of the session
    Run Keyword And Expect Error
    ...    No answer from GET ${ODD}/bytes?count=100000000: ${reason}*
    ...    GET
    ...    /bytes?count=100000000
    ${file} =    Download File    /bytes?count=2000000    ${FOLDER}/large.bin
    Should Be Equal    ${file.size}    ${2000000}

Odd Characters Arrive
    GET    ${ODD}/bom
    JSON Value Should Be    $.name    grün
    GET    ${ODD}/latin
    Get Response Text    ==    grün
    ${response} =    POST    /echo    data=${{ bytes([255, 0]) }}
    JSON Value Should Be    $.body_base64    /wA\=


*** Keywords ***
Open All Servers
    [Documentation]    Opens the shop, the server with the odd answers, and one with TLS.
    Open The Shop
    VAR    ${FOLDER} =    ${OUTPUT_DIR}/bad_input    scope=SUITE
    Create Directory    ${FOLDER}
    ${url} =    Start Odd Server
    VAR    ${ODD} =    ${url}    scope=SUITE
    ${url} =    Start TLS Server
    VAR    ${TLS} =    ${url}    scope=SUITE
    ${path} =    Write CA File    ${FOLDER}/ca.pem
    VAR    ${CA} =    ${path}    scope=SUITE
