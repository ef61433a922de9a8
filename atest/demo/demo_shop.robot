*** Settings ***
Documentation    The demo server on real sockets: what its unit tests can't show.

Library          SteadyAPI
Library          SteadyAPI.demo.DemoShop

Test Setup       Open The Shop
Test Teardown    Close The Shop


*** Test Cases ***
It Answers At The Address It Gave
    [Documentation]    The address holds from the moment it is given.
    ${response} =    GET    /health    expected_status=200
    Should Be Equal    ${response.json()}[status]    ok

A Stopped Server Answers Nobody
    [Documentation]    Connections that a client keeps open are closed too.
    GET    /health
    Stop Demo Server
    Run Keyword And Expect Error    No answer from GET*    GET    /health

A Password Opens The Orders
    [Documentation]    The user ada gets a token for the password of this start.
    ${password} =    Get Demo Password
    ${token} =    Get Token    /auth/token    username=ada    password=${password}
    Use Token    ${token}
    GET    /orders    expected_status=200

A Client Secret Buys A Token
    [Documentation]    The client tour sends its secret by HTTP Basic authentication.
    ${secret} =    Get Demo Client Secret
    ${basic} =    Evaluate    "Basic " + base64.b64encode(b"tour:" + $secret.value.encode()).decode()    modules=base64
    VAR    &{form} =    grant_type=client_credentials
    VAR    &{headers} =    Authorization=${basic}
    POST    /auth/token    data=${form}    headers=${headers}    expected_status=200
    ${tokens} =    Get Demo Tokens
    Length Should Be    ${tokens}    1

A Reset Is A Reset On The Wire
    [Documentation]    The client sees a torn connection, not a polite end.
    ${error} =    Run Keyword And Expect Error    No answer from POST*    POST    /faults/x?plan=reset
    Should Contain    ${error}    connection reset

A Close Is An End Without A Response
    [Documentation]    The client sees a connection that ends politely, and nothing on it.
    ${error} =    Run Keyword And Expect Error    No answer from POST*    POST    /faults/x?plan=close
    Should Contain    ${error}    closed without an answer

A Truncated Response Breaks Off
    [Documentation]    The client is promised more than it gets.
    ${error} =    Run Keyword And Expect Error    No answer from POST*    POST    /faults/x?plan=truncate
    Should Contain    ${error}    broke off

A Plan Is Followed Attempt By Attempt
    [Documentation]    The server tells how many requests arrived: the client's own count is not taken for it.
    ${response} =    GET    /faults/y?plan=503,reset,200
    Length Should Be    ${response.attempts}    3
    ${arrived} =    GET    /arrivals?path=/faults/y
    Should Be Equal As Integers    ${arrived.json()}[calls]    3

A Big Response Arrives Whole
    [Documentation]    About 250 kB in one piece.
    ${response} =    GET    /catalogue
    Length Should Be    ${response.json()}    2300

Bytes Arrive As They Were Sent
    [Documentation]    The echo shows a body of any bytes in base64.
    ${bytes} =    Evaluate    bytes(range(256))
    VAR    &{headers} =    Content-Type=application/octet-stream
    ${response} =    POST    /echo    data=${bytes}    headers=${headers}
    ${returned} =    Evaluate    base64.b64decode($response.json()["body_base64"])    modules=base64
    Should Be Equal    ${returned}    ${bytes}


*** Keywords ***
Open The Shop
    [Documentation]    Starts the server and opens a session to it.
    ${url} =    Start Demo Server
    Create Session    shop    ${url}

Close The Shop
    [Documentation]    Closes the session and stops the server.
    Close All Sessions
    Stop Demo Server
