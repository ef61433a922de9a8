*** Settings ***
Documentation     URLs that are sent as they are written.

Library           SteadyAPI
Library           ${CURDIR}/../servers/WireServer.py

Suite Setup       Open The Wire
Suite Teardown    Close All Sessions


*** Test Cases ***
URLs Are Encoded And Normalised
    ${response} =    GET    /%7Eada/../x y
    Should Start With    ${response.text}    GET /x%20y HTTP/1.1

A Request May Be Sent As It Is Written
    [Template]    The Target Is Sent As It Is
    /%7Eada/%7e
    /a/../b/%2e%2e/c
    /download?Signature=a%2Fb%2bc&Expires=1

A Session May Send All URLs As They Are Written
    Create Session    raw    ${WIRE}/api    url_encoding=${False}
    ${response} =    GET    /%7e/../x    params=${{ {'q': 'a b'} }}
    Should Start With    ${response.text}    GET /api/%7e/../x?q=a+b HTTP/1.1
    Update Session    raw    url_encoding=${True}
    ${response} =    GET    /%7e
    Should Start With    ${response.text}    GET /api/~ HTTP/1.1
    [Teardown]    Open The Wire

What Cannot Stand In A URL Is Refused
    Run Keyword And Expect Error
    ...    url: expected a URL that is encoded already, as url_encoding is False; got ' ' at position *write it as %20*
    ...    GET    /a b    url_encoding=${False}


*** Keywords ***
Open The Wire
    [Documentation]    A session to a server that echoes requests.
    ${url} =    Start Wire Server
    VAR    ${WIRE} =    ${url}    scope=SUITE
    Create Session    wire    ${WIRE}

The Target Is Sent As It Is
    [Documentation]    Path and query go out as they stand there.
    [Arguments]    ${target}
    ${response} =    GET    ${target}    url_encoding=${False}
    Should Start With    ${response.text}    GET ${target} HTTP/1.1
