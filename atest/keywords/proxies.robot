*** Settings ***
Documentation    Proxies of the environment, of sessions and of requests, and the hosts that are reached without one.

Library          OperatingSystem
Library          SteadyAPI
Library          ${CURDIR}/../servers/TlsServer.py
Library          ${CURDIR}/../servers/WireServer.py

Suite Setup      Open The Wire
Test Teardown    Forget The Proxies


*** Test Cases ***
The Environments Proxy Is Used
    The Environment Has A Proxy
    Create Session    wire    ${WIRE}
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET ${WIRE}/x HTTP/1.1

A Session May Go Round All Proxies
    The Environment Has A Proxy
    Create Session    wire    ${WIRE}    proxies=none
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET /x HTTP/1.1

A Request May Go Round The Sessions Proxy And The Environments
    The Environment Has A Proxy
    VAR    &{proxies} =    http=${PROXY}    http://127.0.0.1=${PROXY}
    Create Session    wire    ${WIRE}    proxies=${proxies}
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET ${WIRE}/x HTTP/1.1
    ${response} =    GET    /x    proxies=none
    Should Start With    ${response.text}    GET /x HTTP/1.1
    ${response} =    GET    /x    proxies=${{ {'no_proxy': '127.*'} }}
    Should Start With    ${response.text}    GET /x HTTP/1.1

A Session May Take Up Another Proxy Later And None
    Create Session    wire    ${WIRE}
    Update Session    wire    proxies=${{ {'http': $PROXY} }}
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET ${WIRE}/x HTTP/1.1
    Update Session    wire    proxies=none
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET /x HTTP/1.1

Exceptions Are Understood In Every Form
    [Template]    The Exception Should Hold
    *
    127.0.0.1
    127.0.0.1:\${PORT}
    localhost, 127.0.0.1:\${PORT}
    localhost 127.0.0.1
    127.0.0.0/8
    127.*
    127.*:\${PORT}
    .0.0.1
    http://127.0.0.1:\${PORT}

Exceptions For Others Do Not Hold
    [Template]    The Exception Should Not Hold
    127.0.0.2
    127.0.0.1:1
    10.0.0.0/8
    128.*
    localhost

Exceptions Of A Session Hold For Its Own Proxies Too
    VAR    &{proxies} =    http=${PROXY}    no_proxy=127.*
    Create Session    wire    ${WIRE}    proxies=${proxies}
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET /x HTTP/1.1

Names Of Subdomains Are Excepted With And Without A Dot
    Create Session    shop    http://api.shop.test    proxies=${{ {'http': $PROXY, 'no_proxy': 'shop.example'} }}
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET http://api.shop.test/x HTTP/1.1
    FOR    ${exception}    IN    shop.test    .shop.test    *.shop.test    api.shop.test:80
        Create Session    shop    http://api.shop.test    proxies=${{ {'http': $PROXY, 'no_proxy': $exception} }}
        GET    /x    expect_error=dns
    END

Credentials Of A Proxy Are UTF-8 And May Have No Password
    [Template]    The Proxy Should Get
    ada:p%E2%82%AC:x    ada:p€:x
    %C3%A4d%C3%A4:%40    ädä:@
    ada:    ada:
    ada    ada:

User Info Of A URL Is UTF-8 And May Have No Password
    [Template]    The Server Should Get
    ädä:p€    ädä:p€
    ada:p%E2%82%AC    ada:p€
    ada:    ada:
    ada    ada:

SSL_CERT_FILE Names The Authorities
    ${ca} =    Write CA File    ${OUTPUT_DIR}/authorities.pem
    ${url} =    Start TLS Server
    Remove Environment Variable    REQUESTS_CA_BUNDLE    CURL_CA_BUNDLE    SSL_CERT_FILE    SSL_CERT_DIR
    GET    ${url}/    expect_error=tls
    Set Environment Variable    SSL_CERT_FILE    ${ca}
    GET    ${url}/
    Run Keyword And Expect Error    *TLS failed*    GET    ${url}/    verify=${CERTIFI}
    Set Environment Variable    REQUESTS_CA_BUNDLE    ${CERTIFI}
    GET    ${url}/    expect_error=tls
    [Teardown]    Restore The Environment


*** Keywords ***
Open The Wire
    [Documentation]    A server that echoes requests, also as a proxy for any host.
    ${url} =    Start Wire Server
    VAR    ${WIRE} =    ${url}    scope=SUITE
    ${url} =    Start Wire Server    proxy
    VAR    ${PROXY} =    ${url}    scope=SUITE
    ${certifi} =    Evaluate    certifi.where()    modules=certifi
    VAR    ${CERTIFI} =    ${certifi}    scope=SUITE
    ${environment} =    Get Environment Variables
    VAR    &{ENVIRONMENT} =    &{environment}    scope=SUITE
    Forget The Proxies

The Environment Has A Proxy
    [Documentation]    Sets http_proxy and, if it is given, no_proxy.
    [Arguments]    ${exception}=${EMPTY}
    Set Environment Variable    http_proxy    ${PROXY}
    Set Environment Variable    no_proxy    ${exception}

Restore The Environment
    [Documentation]    Puts the variables of certificates back as they were.
    FOR    ${name}    IN    REQUESTS_CA_BUNDLE    CURL_CA_BUNDLE    SSL_CERT_FILE    SSL_CERT_DIR
        Remove Environment Variable    ${name}
        IF    $name in $ENVIRONMENT
            Set Environment Variable    ${name}    ${ENVIRONMENT}[${name}]
        END
    END

Forget The Proxies
    [Documentation]    Leaves an environment without proxies.
    Remove Environment Variable    http_proxy    HTTP_PROXY    no_proxy    NO_PROXY
    Close All Sessions

The Exception Should Hold
    [Documentation]    With that in no_proxy, the server is reached without the proxy.
    [Arguments]    ${exception}
    VAR    ${PORT} =    ${WIRE.rpartition(':')[2]}
    ${exception} =    Replace Variables    ${exception}
    The Environment Has A Proxy    ${exception}
    Create Session    wire    ${WIRE}
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET /x HTTP/1.1

The Exception Should Not Hold
    [Documentation]    With that in no_proxy, the proxy is used.
    [Arguments]    ${exception}
    The Environment Has A Proxy    ${exception}
    Create Session    wire    ${WIRE}
    ${response} =    GET    /x
    Should Start With    ${response.text}    GET ${WIRE}/x HTTP/1.1

The Proxy Should Get
    [Documentation]    User info of the proxy's URL arrives as this name and password.
    [Arguments]    ${user_info}    ${pair}
    VAR    ${url} =    ${{ $PROXY.replace('//', '//' + $user_info + '@') }}
    Create Session    shop    http://shop.test    proxies=${{ {'http': $url} }}
    ${response} =    GET    /x
    ${sent} =    Evaluate    base64.b64encode($pair.encode()).decode()    modules=base64
    Should Contain    ${response.text}    \r\nProxy-Authorization: Basic ${sent}\r\n

The Server Should Get
    [Documentation]    User info of the base URL arrives as this name and password.
    [Arguments]    ${user_info}    ${pair}
    VAR    ${url} =    ${{ $WIRE.replace('//', '//' + $user_info + '@') }}
    Create Session    wire    ${url}
    ${response} =    GET    /x
    ${sent} =    Evaluate    base64.b64encode($pair.encode()).decode()    modules=base64
    Should Contain    ${response.text}    \r\nAuthorization: Basic ${sent}\r\n
