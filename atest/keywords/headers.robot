*** Settings ***
Documentation     Headers beyond ASCII, without a value, and by the thousand.

Library           SteadyAPI
Library           ${CURDIR}/../servers/WireServer.py

Suite Teardown    Close All Sessions
Test Setup        Open The Wire


*** Test Cases ***
Headers And Reasons In UTF-8 Are Read As That
    Respond To    /name    422 Ungültig €\r\nX-Name: Müller €
    ${response} =    GET    /name    expected_status=422
    Should Be Equal    ${response.reason}    Ungültig €
    Get Response Header    X-Name    ==    Müller €
    Run Keyword And Expect Error    Expected a status below 400, got 422 Ungültig €: GET /name*    GET    /name

Headers In Latin-1 Are Read As That
    ${head} =    Evaluate    '200 OK\\r\\nX-Name: Müller'.encode('latin-1')
    Respond To    /name    ${head}
    GET    /name
    Get Response Header    X-Name    ==    Müller

Cookies Are UTF-8 Both Ways
    VAR    &{given} =    town=Köln
    VAR    &{own} =    street=Große Straße €
    Create Session    wire    ${WIRE}    cookies=${given}
    Respond To    /set    200 OK\r\nSet-Cookie: name=Müller
    GET    /set
    Get Response Cookie    name    ==    Müller
    GET    /echo    cookies=${own}
    ${requests} =    Received Requests
    Should Contain    ${requests}[-1]    town=Köln
    Should Contain    ${requests}[-1]    street=Große Straße €
    Should Contain    ${requests}[-1]    name=Müller

Any Status Of Three Digits Is Taken With Any
    FOR    ${status}    IN    299    420    600    799    999
        Respond To    /odd    ${status} Odd
        GET    /odd    expected_status=any
        Get Response Status    ==    ${status}
        Run Keyword And Expect Error    expected_status: expected a number *; got '1000'.
        ...    GET    /odd    expected_status=1000
    END

None Takes A Header Out Of A Request
    VAR    &{headers} =    X-Team=blue
    Create Session    wire    ${WIRE}    headers=${headers}
    FOR    ${name}    IN    X-Team    User-Agent    Accept-Encoding    Accept    Connection
        VAR    &{without} =    ${name}=${None}
        ${response} =    GET    /echo
        Should Contain    ${response.text}    \r\n${name}:
        ${response} =    GET    /echo    headers=${without}
        Should Not Contain    ${response.text}    \r\n${name}:    ignore_case=True
        # The session still has it.
        ${response} =    GET    /echo
        Should Contain    ${response.text}    \r\n${name}:
    END

The Number Of Headers Has A Limit That Can Be Set
    ${many} =    Evaluate    ''.join(f'\\r\\nX-{n}: {n}' for n in range(1500))
    Respond To    /many    200 OK${many}
    Run Keyword And Expect Error
    ...    *answer is no valid HTTP*got 1501 headers, and the header_limit of the session is 1000*    GET    /many
    Create Session    wire    ${WIRE}    header_limit=${None}
    GET    /many
    Get Response Header    X-1499    ==    1499
    Create Session    wire    ${WIRE}    header_limit=2000
    GET    /many
    Run Keyword And Expect Error    header_limit: expected a number, or None for any number; got -1.
    ...    Create Session    wire    ${WIRE}    header_limit=-1


*** Keywords ***
Open The Wire
    [Documentation]    A session to a server that echoes requests.
    ${url} =    Start Wire Server
    VAR    ${WIRE} =    ${url}    scope=SUITE
    Create Session    wire    ${WIRE}
