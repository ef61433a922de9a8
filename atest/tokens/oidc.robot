*** Settings ***
Documentation     Every grant and every way of proving who a client is, against oidc-provider: a certified OpenID
...               provider that nobody here wrote. Each token opens a service; an expired or revoked one doesn't.

Library           SteadyAPI
Library           OpenIdProvider.py

Suite Setup       Open The Service
Suite Teardown    Close All Sessions
Test Teardown     Forget Tokens

Test Tags         tokens


*** Test Cases ***
A Client Proves Itself By Basic Authentication
    ${token} =    Get Token    issuer=${ISSUER}    client_id=basic    client_secret=${SECRETS}[basic]
    Token Should Open The Service As    ${token}    basic

A Client Proves Itself In The Body
    ${token} =    Get Token    issuer=${ISSUER}    client_id=post    client_secret=${SECRETS}[post]    client_auth=post
    Token Should Open The Service As    ${token}    post

A Client Proves Itself By A Shared Signature
    ${token} =    Get Token    issuer=${ISSUER}    client_id=hmac    client_secret=${SECRETS}[hmac]
    ...    client_auth=client_secret_jwt
    Token Should Open The Service As    ${token}    hmac

A Client Proves Itself By A Private Key
    ${token} =    Get Token    issuer=${ISSUER}    client_id=signed    private_key=${KEY}    key_id=signing
    Token Should Open The Service As    ${token}    signed

A Client Proves Itself By A Private Key Without Discovery
    ${token} =    Get Token    ${ISSUER}/token    client_id=signed    private_key=${KEY}
    Token Should Open The Service As    ${token}    signed

A Client Proves Itself By A Certificate
    ${token} =    Get Token    issuer=${ISSUER}    client_id=mtls    cert=${CERT}    verify=${AUTHORITY}
    Token Should Open The Service As    ${token}    mtls

A Certificate Of A Stranger Is Refused
    Run Keyword And Expect Error    Token request to POST /token refused: 401 invalid_client (client_id=mtls,*
    ...    Get Token    issuer=${ISSUER}    client_id=mtls    cert=${STRANGER}    verify=${AUTHORITY}

A Provider With An Unknown Authority Is Not Trusted
    Run Keyword And Expect Error    Token request to POST /token got no answer: TLS failed*
    ...    Get Token    ${SECURE}/token    client_id=mtls    cert=${CERT}

A Secret With Odd Characters Is Encoded As The Standard Says
    ${token} =    Get Token    issuer=${ISSUER}    client_id=odd    client_secret=${SECRETS}[odd]
    Token Should Open The Service As    ${token}    odd

A Secret That Is Not Encoded Is Refused By A Strict Provider
    Run Keyword And Expect Error    *refused: 40? invalid_*
    ...    Get Token    issuer=${ISSUER}    client_id=odd    client_secret=${SECRETS}[odd]    client_auth=basic_raw

A Wrong Secret Is Refused With True Hints
    Run Keyword And Expect Error
    ...    Token request to POST /token refused: 401 invalid_client (client_id=basic, secret not shown)*client_auth=post
    ...    Get Token
    ...    issuer=${ISSUER}
    ...    client_id=basic
    ...    client_secret=Zk7-other-Secret-41

A Scope That The Client Must Not Have Is Refused With The Scope
    Run Keyword And Expect Error    *refused: 400 invalid_scope*asked for: scope=openid
    ...    Get Token    issuer=${ISSUER}    client_id=post    client_secret=${SECRETS}[post]    client_auth=post
    ...    scope=openid

A Token For A Resource Is A JWT
    ${token} =    Get Token    issuer=${ISSUER}    client_id=basic    client_secret=${SECRETS}[basic]
    ...    resource=https://orders.example    scope=orders
    ${details} =    Get Token Details    ${token}
    Should Be Equal    ${details}[claims][aud]    https://orders.example
    Should Be Equal    ${details}[scope]    orders
    Should Be Equal    ${details}[lifetime]    ${600.0}
    Token Should Open The Service As    ${token}    basic

A Password Gets A Token
    ${token} =    Get Token    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=${PASSWORD}
    Token Should Open The Service As    ${token}    ada

A Wrong Password Is Refused
    Run Keyword And Expect Error    *400 invalid_grant (client_id=user-app, username=ada, secret not shown)*
    ...    Get Token    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=Zk7-other-Passw0rd

A Rotating Refresh Token Works Again And Again
    Create Token Source    ada    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=${PASSWORD}
    ${first} =    Get Token    source=ada
    ${second} =    Refresh Token    ada
    ${third} =    Refresh Token    ada
    Should Be True    len({$first.value, $second.value, $third.value}) == 3
    Token Should Open The Service As    ${third}    ada

A Refresh Token From Elsewhere Gets A Token
    [Documentation]    It works once: after the token was forgotten, the one that replaced it gets the next token.
    VAR    &{form} =    grant_type=password    username=ada    password=${PASSWORD}
    VAR    @{auth} =    user-app    ${SECRETS}[user-app]
    Create Session    raw    ${ISSUER}    auth=${auth}
    ${response} =    POST On Session    raw    /token    data=${form}
    Create Token Source    elsewhere    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    refresh_token=${response.json()}[refresh_token]
    ${token} =    Get Token    source=elsewhere
    Token Should Open The Service As    ${token}    ada
    Forget Tokens
    ${another} =    Get Token    source=elsewhere
    Token Should Open The Service As    ${another}    ada

A Stale Refresh Token Is Followed By A New Login
    Create Token Source    ada    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=${PASSWORD}
    Set Token    ada    Zk7-old-Acc3ss-41    refresh_token=Zk7-old-Refr3sh-41
    ${token} =    Refresh Token    ada
    Token Should Open The Service As    ${token}    ada

An Assertion About A User Gets A Token
    ${token} =    Get Token    issuer=${ISSUER}    grant=jwt_bearer    client_id=asserting
    ...    client_secret=${SECRETS}[asserting]    username=grace    private_key=${KEY}
    Token Should Open The Service As    ${token}    grace

An Assertion That Does Not Hold Is Refused
    Run Keyword And Expect Error    *refused: 400 invalid_grant (client_id=asserting,*
    ...    Get Token    issuer=${ISSUER}    client_id=asserting    client_secret=${SECRETS}[asserting]
    ...    assertion=e30.e30.c2ln

A Token Is Exchanged For Another
    ${subject} =    Get Token    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=${PASSWORD}
    ${token} =    Get Token    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    subject_token=${subject}
    Should Be True    $token.value != $subject.value
    Token Should Open The Service As    ${token}    ada

A Plain JSON Login Gets A Token
    ${token} =    Get Token
    ...    ${ISSUER}/login
    ...    username=ada
    ...    password=${PASSWORD}
    ...    body=json
    ...    token_path=data.jwt
    Token Should Open The Service As    ${token}    ada
    ${details} =    Get Token Details    ${token}
    Should Be Equal    ${details}[lifetime]    ${600.0}

A Wrong Password Of A Plain Login Is Told
    Run Keyword And Expect Error
    ...    Token request to POST /login refused: 403 Forbidden (username=ada,*is wrong
    ...    Get Token
    ...    ${ISSUER}/login
    ...    username=ada
    ...    password=Zk7-third-Passw0rd
    ...    body=json
    ...    token_path=data.jwt

A Sign-In On The Provider's Own Pages Gets A Token
    ${token} =    Get Token    issuer=${ISSUER}    grant=authorization_code    client_id=browser
    ...    username=ada    password=${PASSWORD}    scope=openid
    Token Should Open The Service As    ${token}    ada

A Sign-In With A Wrong Password Is Refused
    Run Keyword And Expect Error    The sign-in was refused: the page asks for the password again (client_id=browser,*
    ...    Get Token    issuer=${ISSUER}    grant=authorization_code    client_id=browser
    ...    username=ada    password=Zk7-other-Passw0rd    scope=openid

A Sign-In With A Wrong Redirect Address Is Refused
    Run Keyword And Expect Error    Token request to GET /auth*refused: 400*
    ...    Get Token    issuer=${ISSUER}    grant=authorization_code    client_id=browser
    ...    username=ada    password=${PASSWORD}    redirect_uri=http://127.0.0.1/other

A Device Gets A Token When Its Code Is Approved
    ${token} =    Get Token    issuer=${ISSUER}    grant=device_code    client_id=television    scope=openid
    ...    on_code=Approve Device
    Token Should Open The Service As    ${token}    ada

A Device That Nobody Can Approve Is Told
    Run Keyword And Expect Error    the grant device_code needs a keyword that approves the code*
    ...    Get Token    issuer=${ISSUER}    grant=device_code    client_id=television    scope=openid

A Grant That The Client Must Not Use Is Refused
    Run Keyword And Expect Error    *refused: 400 *server said: requested grant type is not allowed for this client
    ...    Get Token    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]

An Expired Token Opens Nothing
    ${token} =    Get Token    issuer=${ISSUER}    client_id=short    client_secret=${SECRETS}[short]
    Token Should Open The Service As    ${token}    short
    Sleep    5.1s    The token lives for five seconds.
    Use Token    ${token}
    GET    /orders    expected_status=401

A Source Replaces A Token Before It Expires
    [Documentation]    The service still took the first token when it is replaced, and takes the second: no request is
    ...    refused, however slowly each of them arrives.
    Create Token Source    short    issuer=${ISSUER}    client_id=short    client_secret=${SECRETS}[short]
    ${before} =    Provider Requests    POST    /token
    Use Token    source=short
    ${first} =    GET    /orders    expected_status=200
    Sleep    4.05s    The token is about to end: it counts as spent a second before.
    ${second} =    GET    /orders    expected_status=200
    Length Should Be    ${first.attempts}    1
    Length Should Be    ${second.attempts}    1
    ${after} =    Provider Requests    POST    /token
    Should Be Equal As Integers    ${${after} - ${before}}    2

A Source Renews By Rotating Refresh Tokens
    Create Token Source    short    issuer=${ISSUER}    client_id=short-user-app
    ...    client_secret=${SECRETS}[short-user-app]    username=ada    password=${PASSWORD}
    Use Token    source=short
    FOR    ${_}    IN RANGE    2
        GET    /orders    expected_status=200
        Sleep    4.05s    The token is about to end.
    END
    ${response} =    GET    /orders    expected_status=200
    Should Be Equal    ${response.json()}[owner]    ada

A Revoked Token Opens Nothing
    Create Token Source    ada    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=${PASSWORD}
    ${token} =    Get Token    source=ada
    Revoke Token    ${token}
    Use Token    ${token}
    GET    /orders    expected_status=401

A Token That Was Revoked Elsewhere Is Replaced Once
    Create Token Source    ada    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=${PASSWORD}
    ${token} =    Get Token    source=ada
    Revoke Elsewhere    ${token}
    Use Token    source=ada
    ${response} =    POST    /orders    data=the body    expected_status=200
    Should Be Equal    ${response.json()}[body]    the body
    Length Should Be    ${response.attempts}    2

An Unknown Provider Is Told
    Run Keyword And Expect Error    The provider ${ISSUER}/other doesn't describe itself: 404*
    ...    Get Token    issuer=${ISSUER}/other    client_id=basic    client_secret=${SECRETS}[basic]

The Provider Is Asked For Its Endpoints Once
    ${count} =    Provider Requests    GET    /.well-known/openid-configuration
    # One by the start of the server, which waits until this page answers, and one by all the tests above.
    Should Be True    ${count} <= 2


*** Keywords ***
Open The Service
    [Documentation]    Starts the provider, and opens a session for the service behind it.
    ${provider} =    Start Open Id Provider
    VAR    ${ISSUER} =    ${provider}[issuer]    scope=SUITE
    VAR    ${SECURE} =    ${provider}[secure]    scope=SUITE
    VAR    ${PASSWORD} =    ${provider}[password]    scope=SUITE
    VAR    &{SECRETS} =    &{provider}[secrets]    scope=SUITE
    VAR    ${KEY} =    ${provider}[key]    scope=SUITE
    VAR    ${CERT} =    ${provider}[cert]    scope=SUITE
    VAR    ${STRANGER} =    ${provider}[stranger]    scope=SUITE
    VAR    ${AUTHORITY} =    ${provider}[authority]    scope=SUITE
    Create Session    service    ${ISSUER}

Token Should Open The Service As
    [Documentation]    Checks that the service takes the token for one of that owner.
    [Arguments]    ${token}    ${owner}
    Switch Session    service
    Use Token    ${token}
    ${response} =    GET    /orders    expected_status=200
    Should Be Equal    ${response.json()}[owner]    ${owner}

Revoke Elsewhere
    [Documentation]    Ends a token at the provider without the library's knowledge.
    [Arguments]    ${token}
    VAR    @{auth} =    user-app    ${SECRETS}[user-app]
    Create Session    elsewhere    ${ISSUER}    auth=${auth}
    VAR    &{form} =    token=${token}
    POST On Session    elsewhere    /token/revocation    data=${form}    expected_status=200
    Switch Session    service
