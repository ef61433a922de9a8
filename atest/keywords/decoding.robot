*** Settings ***
Documentation     Text, compressed bodies and digests: what can be read, and what is said of the rest.

Library           SteadyAPI
Library           ${CURDIR}/../servers/WireServer.py

Suite Teardown    Close All Sessions
Test Setup        Open The Wire


*** Test Cases ***
The Text Of A Response Is The Same Everywhere
    FOR    ${head}    ${charset}    IN
    ...    Content-Type: text/plain    utf-8
    ...    Content-Type: text/html    utf-8
    ...    X-Type: none    utf-8
    ...    Content-Type: text/plain    latin-1
    ...    Content-Type: text/plain; charset=windows-1252    cp1252
    ...    Content-Type: text/plain    utf-8-sig
        ${body} =    Evaluate    'Grüße aus Köln'.encode($charset)
        Respond To    /text    200 OK\r\n${head}    body=${body}
        ${response} =    GET    /text
        Should Be Equal    ${response.text}    Grüße aus Köln
        ${text} =    Get Response Text
        Should Be Equal    ${text}    Grüße aus Köln
    END

What Decodes A Body That Nobody Asked For Is Named
    [Documentation]    Where it is missing: Python 3.14 brings zstd along.
    FOR    ${coding}    ${extra}    IN    br    brotli    zstd    zstd
        Respond To    /packed    200 OK\r\nContent-Encoding: ${coding}    body=packed
        IF    $coding in urllib3.response.HTTPResponse.CONTENT_DECODERS
            Run Keyword And Expect Error    *can't be decoded*failed to decode it*    GET    /packed
            CONTINUE
        END
        Run Keyword And Expect Error
        ...    *can't be decoded*the server sent ${coding}, which the request had not asked for*urllib3[[]${extra}]*
        ...    GET    /packed
        VAR    &{headers} =    Accept-Encoding=${coding}
        ${response} =    GET    /packed    headers=${headers}
        Should Be Equal    ${response.content}    ${{ b'packed' }}
    END

A Digest That Is Not Supported Is Told
    [Template]    The Digest Is Refused As
    qop="auth-int"    qop=auth-int
    qop="auth", algorithm=SHA-512-256    algorithm=SHA-512-256, qop=auth

A Digest Of Another Kind Is Made
    ${digest} =    Create Digest Auth    ada    hunter2-of-ada
    Create Session    wire    ${WIRE}    auth=${digest}
    FOR    ${variant}    IN    qop\="auth-int, auth"    qop\="auth", algorithm\=SHA-256    algorithm\=MD5
        Respond To    /account    401 Who\r\nWWW-Authenticate: Digest realm="r", nonce="n", ${variant}    200 OK
        GET    /account
        ${requests} =    Received Requests
        Should Contain    ${requests}[-1]    Authorization: Digest username="ada"
    END

None Is No Password
    VAR    @{auth} =    ada    ${None}
    Run Keyword And Expect Error    auth: expected a list of user name and password, got None in it*
    ...    GET    /x    auth=${auth}
    Run Keyword And Expect Error    password: expected *    Create Digest Auth    ada    ${None}
    Run Keyword And Expect Error    username: expected *    Create Digest Auth    ${None}    word

A Challenge Has No Endless Body
    ${digest} =    Create Digest Auth    ada    hunter2-of-ada
    Create Session    limited    ${WIRE}    auth=${digest}    body_limit=1000
    ${body} =    Evaluate    gzip.compress(bytes(100000))    modules=gzip
    Respond To
    ...    /secret
    ...    401 Who\r\nContent-Encoding: gzip\r\nWWW-Authenticate: Digest realm="r", nonce="n", qop="auth"
    ...    body=${body}
    Run Keyword And Expect Error    *answer is too large*more than 1.0 kB, the body_limit*    GET    /secret
    ${sent} =    Received Requests
    Length Should Be    ${sent}    1


*** Keywords ***
Open The Wire
    [Documentation]    A session to a server that echoes requests.
    ${url} =    Start Wire Server
    VAR    ${WIRE} =    ${url}    scope=SUITE
    Create Session    wire    ${WIRE}

The Digest Is Refused As
    [Documentation]    A challenge of that variant can't be answered, and the message names it.
    [Arguments]    ${variant}    ${named}
    ${digest} =    Create Digest Auth    ada    hunter2-of-ada
    Create Session    wire    ${WIRE}    auth=${digest}
    Respond To    /account    401 Who\r\nWWW-Authenticate: Digest realm="r", nonce="n", ${variant}
    Run Keyword And Expect Error
    ...    GET /account can't be sent: the server asks for digest authentication with ${named}; supported are MD5*
    ...    GET    /account
