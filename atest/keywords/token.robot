*** Settings ***
Documentation    Getting tokens, renewing them, ending them, and giving credentials to a session.

Resource         shop.resource
Library          OperatingSystem

Suite Setup      Open The Shop With Its Passwords
Test Setup       Open The Shop Anew


*** Variables ***
${GRANTS}    /auth/token


*** Test Cases ***
A Password Gets A Token
    ${token} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    Use Token    ${token}
    GET    /orders    expected_status=200

A Client Gets A Token
    ${token} =    Get Token    ${GRANTS}    client_id=tour    client_secret=${SECRET}    client_auth=post
    Use Token    ${token}
    GET    /orders    expected_status=200

A Plain Login Gets A Token
    ${token} =    Get Token    ${GRANTS}    grant=login    username=ada    password=${PASSWORD}
    Use Token    ${token}
    GET    /orders    expected_status=200

A Token Is A Secret
    ${token} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    ${shown} =    Convert To String    ${token}
    Should Be Equal    ${shown}    <secret>

The Same Wish Gets The Same Token
    ${first} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    ${second} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    Should Be True    $first.value == $second.value
    Token Requests Should Be    1

A Token Can Be Fresh Each Time
    ${first} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}    cache=none
    ${second} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}    cache=none
    Should Be True    $first.value != $second.value

A Token Of A Test Is Kept In The Test
    ${token} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}    cache=test
    VAR    ${OF ANOTHER TEST} =    ${token}    scope=SUITE
    ${again} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}    cache=test
    Should Be True    $token.value == $again.value

A Token Of A Test Ends With The Test
    ${token} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}    cache=test
    Should Be True    $token.value != $OF_ANOTHER_TEST.value

A Wrong Password Is Told Without The Password
    Run Keyword And Expect Error
    ...    Token request to POST /auth/token refused: 400 invalid_grant (username=ada, secret not shown)*is wrong
    ...    Get Token    ${GRANTS}    username=ada    password=not-the-password

A Wrong Client Secret Is Told With A Hint
    Run Keyword And Expect Error
    ...    Token request to POST /auth/token refused: 401 invalid_client (client_id=tour, secret *)*client_auth=post
    ...    Get Token    ${GRANTS}    client_id=tour    client_secret=not-the-secret

A Page That Is No Token Endpoint Is Told
    Run Keyword And Expect Error
    ...    Token request to POST /echo → 200 has no access_token; keys there: method, path,*token_path=data.jwt
    ...    Get Token    /echo    username=ada    password=${PASSWORD}

A Silent Token Endpoint Is Told
    Run Keyword And Expect Error
    ...    Token request to POST /auth/token got no answer: connection refused (username=ada, secret *, * tries)*
    ...    Get Token    http://127.0.0.1:9/auth/token    username=ada    password=${PASSWORD}

A Token Endpoint In Trouble Is Asked Again
    [Documentation]    The page gives no token, but it is reached by the second try.
    Run Keyword And Expect Error    Token request to POST /faults/token?plan=503,200 → 200 has no access_token*
    ...    Get Token    /faults/token?plan=503,200    username=ada    password=${PASSWORD}
    ${response} =    GET    /arrivals?path=/faults/token
    Should Be Equal As Integers    ${response.json()}[calls]    2

Credentials Are Needed
    Run Keyword And Expect Error    expected credentials for the token, got none.*    Get Token    ${GRANTS}

A Missing Password Is Named
    Run Keyword And Expect Error    the grant password needs password, and it wasn't given.*
    ...    Get Token    ${GRANTS}    username=ada

An Unknown Grant Is Refused With The Known Ones
    Run Keyword And Expect Error    grant: expected one of those below, got "kerberos".\n*client_credentials*
    ...    Get Token    ${GRANTS}    grant=kerberos    client_id=tour

A Secret In A Text Is Refused
    [Documentation]    The text would go out as it stands: the secret's value isn't in there.
    Run Keyword And Expect Error    password holds the text "<secret>": a Secret was put into a text*
    ...    Get Token    ${GRANTS}    username=ada    password=x${SECRET}
    VAR    &{headers} =    Authorization=Bearer ${SECRET}
    Run Keyword And Expect Error
    ...    headers?Authorization? holds the text "<secret>"*or keep the whole text secret: VAR*
    ...    GET
    ...    /orders
    ...    headers=${headers}
    Run Keyword And Expect Error    url holds the text "<secret>"*    GET    /orders?key=${SECRET}
    VAR    @{body} =    ${{ {'a': ['x<secret>']} }}
    Run Keyword And Expect Error    json?a? holds the text "<secret>"*    POST    /echo    json=${body}[0]

Credentials Stand In The Environment
    Set Environment    ATEST_USERNAME=ada    ATEST_PASSWORD=${PASSWORD.value}
    ${token} =    Get Token    ${GRANTS}    credentials=env:ATEST    cache=none
    Use Token    ${token}
    GET    /orders    expected_status=200
    [Teardown]    Set Environment    ATEST_USERNAME=    ATEST_PASSWORD=

Credentials That Are Nowhere Are Named
    Run Keyword And Expect Error    credentials: expected environment variables such as NOBODY_CLIENT_ID*
    ...    Get Token    ${GRANTS}    credentials=env:nobody
    Run Keyword And Expect Error    credentials: *none.json can't be read: No such file or directory.*
    ...    Get Token    ${GRANTS}    credentials=${CURDIR}/none.json

A Source Fetches Its Token When It Is First Needed
    Create Token Source    login    ${GRANTS}    username=ada    password=${PASSWORD}
    Token Requests Should Be    0
    Create Session    signed in    ${BASE_URL}    token_source=login
    GET    /orders    expected_status=200
    GET    /orders    expected_status=200
    Token Requests Should Be    1

A Source May Be Named Before Any Session Is Open
    Close All Sessions
    Create Token Source    early    ${GRANTS}    username=ada    password=${PASSWORD}
    Create Session    signed in    ${BASE_URL}    token_source=early
    GET    /orders    expected_status=200

A Source Is Used By Any Keyword That Needs A Token
    Create Token Source    login    ${GRANTS}    username=ada    password=${PASSWORD}
    Use Token    source=login
    GET    /orders    expected_status=200
    ${header} =    Get Bearer Header    source=login
    Create Session    plain    ${BASE_URL}
    GET    /orders    headers=${header}    expected_status=200
    ${token} =    Get Token    source=login
    Use Token    ${token}
    GET    /orders    expected_status=200
    Token Requests Should Be    1

An Unknown Source Is Told
    Run Keyword And Expect Error    no token source has the name "nobody"; known:*
    ...    Create Session    other    ${BASE_URL}    token_source=nobody

A Source And A Way To A Token Contradict Each Other
    Run Keyword And Expect Error    source: the source login says how its token is got*
    ...    Get Token    ${GRANTS}    source=login

A Refused Token Is Replaced Once And The Request Sent Again
    Create Token Source    login    ${GRANTS}    username=ada    password=${PASSWORD}
    Set Token    login    a-token-that-was-revoked
    Use Token    source=login
    ${response} =    POST    /orders    json=${{ {"product_id": 3, "quantity": 1} }}    expected_status=201
    Length Should Be    ${response.attempts}    2
    Token Requests Should Be    1

A Refusal That The Test Expects Replaces Nothing
    Create Token Source    login    ${GRANTS}    username=ada    password=${PASSWORD}
    Set Token    login    a-token-that-was-revoked
    Use Token    source=login
    ${response} =    GET    /orders    expected_status=401
    Length Should Be    ${response.attempts}    1

A Set Token Without A Way To Another Is Left At That
    Set Token    portal    a-token-that-was-revoked
    Use Token    source=portal
    Run Keyword And Expect Error    Expected a status below 400, got 401*    GET    /orders

A Spent Token Without A Way To Another Is Told
    Set Token    portal    a-token-that-ends    expires_in=1ms
    Use Token    source=portal
    Run Keyword And Expect Error    the token is spent or forgotten, and no way to another one is known.*
    ...    GET    /orders

Details Tell What Is Known And Not The Token
    ${token} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    ${details} =    Get Token Details    ${token}
    Should Be Equal    ${details}[type]    Bearer
    Should Be Equal    ${details}[lifetime]    ${3600.0}
    Should Be True    3590 < $details['expires_in'] <= 3600
    Should Be True    $token.value not in str($details)

Claims Of A JWT Are Read
    Set Token    portal    e30.eyJzdWIiOiJhZGEiLCJpYXQiOjAsImV4cCI6NjB9.c2ln
    ${details} =    Get Token Details    portal
    Should Be Equal    ${details}[claims][sub]    ada
    Should Be Equal    ${details}[lifetime]    ${60.0}

Details Of A Foreign Token Are Not Known
    Run Keyword And Expect Error    expected a token that Get Token returned, or the name of a token source*
    ...    Get Token Details    nobody-knows-this-token

A Refreshed Token Is Another One
    ${first} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    ${second} =    Refresh Token    ${first}
    Should Be True    $first.value != $second.value
    Use Token    ${second}
    GET    /orders    expected_status=200

Forgotten Tokens Are Fetched Anew
    ${first} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    Forget Tokens
    ${second} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    Should Be True    $first.value != $second.value

A Token Without A Place To Revoke It Is Told
    ${token} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    Run Keyword And Expect Error    no revocation_endpoint is known*    Revoke Token    ${token}

A Refused Revocation Is Told
    ${token} =    Get Token    ${GRANTS}    username=ada    password=${PASSWORD}
    Run Keyword And Expect Error    Token request to POST /status/403 refused: 403*
    ...    Revoke Token    ${token}    url=/status/403

An API Key Goes Into A Header
    Use API Key    ${SECRET}    header=X-Shop-Key
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    X-Shop-Key
    Should Be True    $sent == $SECRET.value

An API Key Goes Into The Query
    Use API Key    key of ada    query=api_key
    ${response} =    GET    /echo
    Should Be Equal    ${response.json()}[query]    ${{ [['api_key', 'key of ada']] }}

An API Key Goes Into A Cookie
    Use API Key    key-of-ada    cookie=key
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Cookie
    Should Be Equal    ${sent}    key=key-of-ada

An API Key Has One Place
    Run Keyword And Expect Error    expected one place for the key, got header=X, query=k.*
    ...    Use API Key    key-of-ada    header=X    query=k

Name And Password Take The Place Of A Token
    Use Token    token-of-ada
    Use Basic Auth    ada    ${PASSWORD}
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be True    $sent == 'Basic ' + __import__('base64').b64encode(b'ada:' + $PASSWORD.value.encode()).decode()

A Name With A Colon Is Refused
    Run Keyword And Expect Error    username: a user name for basic authentication can't have a colon in it*
    ...    Use Basic Auth    a:b    ${PASSWORD}

A User Signs In And Out And In As Another
    Create Token Source    ada    ${GRANTS}    username=ada    password=${PASSWORD}
    Create Token Source    tour    ${GRANTS}    client_id=tour    client_secret=${SECRET}    client_auth=post
    Use Token    source=ada
    GET    /orders    expected_status=200
    Use Token    ${None}
    GET    /orders    expected_status=401
    Use Token    source=tour
    GET    /orders    expected_status=200
    GET    /orders    auth=none    expected_status=401
    GET    /orders    expected_status=200
    Update Session    auth=none
    GET    /orders    expected_status=401

Every Credential Is Taken Away
    Use API Key    key-of-ada-1    header=X-Shop-Key
    Use API Key    key-of-ada-2    query=api_key
    Use Basic Auth    ada    ${PASSWORD}
    Use API Key    ${None}    header=X-Shop-Key
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    X-Shop-Key
    Should Be Equal    ${sent}    ${None}
    ${response} =    GET    /echo    auth=none
    Nothing Should Show Who Is There    ${response}
    Use API Key    ${None}
    Use Basic Auth    ${None}
    ${response} =    GET    /echo
    Nothing Should Show Who Is There    ${response}

A Netrc File Is No Way Back In
    Create File    ${OUTPUT_DIR}/netrc    machine 127.0.0.1 login ada password word-of-ada\n
    Set Environment    NETRC=${OUTPUT_DIR}/netrc
    Use Token    token-of-ada
    Use Token    ${None}
    ${response} =    GET    /echo
    Nothing Should Show Who Is There    ${response}
    Create Session    other    ${BASE_URL}    auth=none
    ${response} =    GET    /echo
    Nothing Should Show Who Is There    ${response}
    [Teardown]    Set Environment    NETRC=

A Cookie Is Taken Out Of A Session
    VAR    &{cookies} =    sid=cookie-of-ada
    Update Session    cookies=${cookies}
    VAR    &{cookies} =    sid=${None}
    Update Session    cookies=${cookies}
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Cookie
    Should Be Equal    ${sent}    ${None}

A Type In Front Of A Token Is Left Out
    Use Token    Bearer token-of-ada
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${sent}    Bearer token-of-ada
    Run Keyword And Expect Error    token: expected a value, got the text "None".*    Use Token    None

A Token Or A Source Is Needed
    Run Keyword And Expect Error    expected a token or source=, got neither.*    Get Bearer Header
    Run Keyword And Expect Error    expected a token or source=, got both.*    Get Bearer Header    abc    source=login

Without A Session Nobody Uses A Token
    Close All Sessions
    Run Keyword And Expect Error    no session is open that could use the credentials.*    Use Token    token-of-ada


*** Keywords ***
Open The Shop With Its Passwords
    [Documentation]    Makes the shop's password and client secret known to the suite.
    Open The Shop
    ${password} =    Get Demo Password
    ${secret} =    Get Demo Client Secret
    VAR    ${PASSWORD} =    ${password}    scope=SUITE
    VAR    ${SECRET} =    ${secret}    scope=SUITE

Open The Shop Anew
    [Documentation]    Puts the shop and the tokens back to the start.
    Open The Shop
    Forget Tokens

Nothing Should Show Who Is There
    [Documentation]    Fails when a request arrived with credentials.
    [Arguments]    ${response}
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${sent}    ${None}
    Should Be Empty    ${response.json()}[query]

Token Requests Should Be
    [Documentation]    Checks how many token requests have arrived in this test.
    [Arguments]    ${expected}
    ${response} =    GET    ${BASE_URL}/arrivals?path=${GRANTS}
    Should Be Equal As Integers    ${response.json()}[calls]    ${expected}

Set Environment
    [Documentation]    Sets environment variables; an empty one is taken away.
    [Arguments]    &{variables}
    FOR    ${name}    ${value}    IN    &{variables}
        Evaluate    os.environ.update({$name: $value}) if $value else os.environ.pop($name, None)
    END
