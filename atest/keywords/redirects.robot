*** Settings ***
Documentation    Redirects as RFC 9110 and browsers have them, and what stays at home when one leads to another host.

Library          SteadyAPI
Library          ${CURDIR}/../servers/WireServer.py

Test Setup       Open The Wire
Test Teardown    Close All Sessions


*** Test Cases ***
Only A Post Becomes A Get
    [Template]    The Redirected Request Should Be
    301    POST    GET
    302    POST    GET
    303    POST    GET
    307    POST    POST
    308    POST    POST
    301    PUT    PUT
    302    PUT    PUT
    302    PATCH    PATCH
    302    DELETE    DELETE
    307    PUT    PUT
    302    GET    GET
    301    HEAD    HEAD

See Other Asks For A Page And Never Deletes It
    [Template]    The Redirected Request Should Be
    303    PUT    GET
    303    PATCH    GET
    303    DELETE    GET
    303    HEAD    HEAD

A Redirect Out Of HTTP Is The Response
    [Template]    The Redirect Itself Comes Back
    ftp://127.0.0.1/file
    mailto:shop@example.com
    myapp://signed-in?code=1
    javascript:alert(1)
    ${EMPTY}

A Redirect That Is No URL Is A Broken Response
    Respond To    /old    302 Found\r\nLocation: http://[::1
    Run Keyword And Expect Error    *answer is no valid HTTP*Location of the redirect is no URL*    GET    /old

Who Expects The Redirect Is Told That It Was Followed
    Respond To    /old    302 Found\r\nLocation: /new
    Run Keyword And Expect Error
    ...    Expected 302, got 200 OK: GET /new *redirected from GET ${WIRE}/old (302)*allow_redirects=\${False}
    ...    GET    /old    expected_status=302

Escapes In A Location Are Sent As The Server Wrote Them
    Respond To    /old    302 Found\r\nLocation: /%7eada/%2e%2e/x?signature=%2b%7E
    ${response} =    GET    /old
    Should Start With    ${response.text}    GET /%7eada/%2e%2e/x?signature=%2b%7E HTTP/1.1

Each Request On The Origin Has An AWS Signature Of Its Own
    ${aws} =    Create AWS Auth    AKIDEXAMPLE    hunter-2-hunter    region=eu-central-1    service=execute-api
    Create Session    gateway    ${WIRE}    auth=${aws}
    Respond To    /old    302 Found\r\nLocation: /new
    GET    /old
    ${first}    ${second} =    Received Requests
    ${one} =    Evaluate    re.search('Signature=(\\w+)', $first)[1]    modules=re
    ${two} =    Evaluate    re.search('Signature=(\\w+)', $second)[1]    modules=re
    Should Not Be Equal    ${one}    ${two}

Cookies Keys And Headers Of A Session Stay At Home
    VAR    &{cookies} =    sid=hunter2-of-session
    VAR    &{headers} =    X-Api-Key=hunter2-of-header    Authorization=Bearer hunter2-of-bearer    X-Team=blue
    Create Session    home    ${WIRE}    cookies=${cookies}    headers=${headers}
    Nothing Of It Should Leave    GET

Cookies Keys And Headers Of A Call Stay At Home
    VAR    &{cookies} =    sid=hunter2-of-cookie
    VAR    &{headers} =    X-Auth-Token=hunter2-of-token    Cookie=raw=hunter2-of-raw
    Nothing Of It Should Leave    GET    headers=${headers}
    Nothing Of It Should Leave    GET    cookies=${cookies}
    VAR    &{headers} =    Proxy-Authorization=Basic hunter2-of-proxy
    Nothing Of It Should Leave    GET    headers=${headers}

Tokens Stay At Home
    Create Session    home    ${WIRE}    token=hunter2-of-token
    Nothing Of It Should Leave    GET

A Registered Secret Stays At Home Whatever Its Header Is Called
    Register Secret    hunter2-of-the-team
    VAR    &{headers} =    X-Team=hunter2-of-the-team    Key=raw hunter2-of-the-team
    Nothing Of It Should Leave    GET    headers=${headers}

Passwords Stay At Home
    VAR    @{auth} =    ada    hunter2-of-ada
    Create Session    home    ${WIRE}    auth=${auth}
    Nothing Of It Should Leave    GET    secret=Authorization: Basic
    Create Session    home    ${WIRE.replace('//', '//ada:hunter2-of-url@')}
    Nothing Of It Should Leave    GET    secret=Authorization: Basic

API Keys Stay At Home
    [Template]    A Key Should Stay At Home
    header    X-Client
    query    client
    cookie    client

AWS Signatures Stay At Home
    ${aws} =    Create AWS Auth
    ...    AKIDEXAMPLE    hunter-2-hunter    region=eu-central-1    service=s3    session_token=hunter2-of-aws
    Create Session    home    ${WIRE}    auth=${aws}
    Nothing Of It Should Leave    GET    secret=AWS4-HMAC-SHA256
    Nothing Of It Should Leave    GET

A Challenge Elsewhere Gets No Digest Of The Password
    ${digest} =    Create Digest Auth    ada    hunter2-of-digest
    Create Session    home    ${WIRE}    auth=${digest}
    Respond To    /there    401 Who\r\nWWW-Authenticate: Digest realm="r", nonce="n", qop="auth"    name=elsewhere
    Respond To    /go    302 Found\r\nLocation: ${ELSEWHERE}/there
    GET    /go    expected_status=401
    ${sent} =    Received Requests    elsewhere
    Length Should Be    ${sent}    1
    Should Not Contain    ${sent}[0]    Authorization

The Body That A Redirect Asks For Goes Along And Its Credentials Do Not
    Create Session    home    ${WIRE}    token=hunter2-of-token
    FOR    ${status}    IN    307    308
        Respond To    /go    ${status} Moved\r\nLocation: ${ELSEWHERE}/there
        ${response} =    POST    /go    json={"quantity": 1}
        Should End With    ${response.text}    {"quantity": 1}
        Should Not Contain    ${response.text}    hunter2
    END


*** Keywords ***
Open The Wire
    [Documentation]    A session to a server that echoes requests, and another server elsewhere.
    ${url} =    Start Wire Server
    VAR    ${WIRE} =    ${url}    scope=SUITE
    ${url} =    Start Wire Server    elsewhere
    VAR    ${ELSEWHERE} =    ${url}    scope=SUITE
    Create Session    wire    ${WIRE}

The Redirected Request Should Be
    [Documentation]    A redirect of that status turns a method with a body into another, with its body or without.
    [Arguments]    ${status}    ${method}    ${expected}
    Respond To    /old    ${status} Moved\r\nLocation: /new
    Send Request    ${method}    /old    data=the body
    ${requests} =    Received Requests
    Should Start With    ${requests}[-1]    ${expected} /new HTTP/1.1
    IF    $method == $expected
        Should End With    ${requests}[-1]    \r\n\r\nthe body
    ELSE
        Should Not Contain    ${requests}[-1]    the body
        Should Not Contain    ${requests}[-1]    Content-Length
    END

The Redirect Itself Comes Back
    [Documentation]    Nothing follows a redirect to that location.
    [Arguments]    ${location}
    Respond To    /old    302 Found\r\nLocation: ${location}
    GET    /old    expected_status=302
    Get Response Header    Location    ==    ${location}

Nothing Of It Should Leave
    [Documentation]    What is secret goes to the session's own server with each kind of redirect, and not elsewhere.
    [Arguments]    ${method}    ${secret}=hunter2    &{options}
    FOR    ${status}    IN    301    302    303    307    308
        Respond To    /go    ${status} Moved\r\nLocation: ${ELSEWHERE}/there
        Send Request    ${method}    /go    &{options}
        ${home} =    Received Requests
        Should Contain    ${home}[-1]    ${secret}
        ${away} =    Received Requests    elsewhere
        Should Start With    ${away}[-1]    ${method} /there
        Should Not Contain    ${away}[-1]    ${secret}
    END

A Key Should Stay At Home
    [Documentation]    An API key of that place and name doesn't leave.
    [Arguments]    ${place}    ${name}
    Create Session    home    ${WIRE}
    Use Api Key    hunter2-of-the-key    ${place}=${name}
    Nothing Of It Should Leave    GET
