*** Settings ***
Documentation     Tokens of canaille, a provider in Python on the widespread Authlib, with sign-in pages of its own.

Library           SteadyAPI
Library           OtherProviders.py

Suite Setup       Open Canaille
Suite Teardown    Close All Sessions
Test Teardown     Forget Tokens

Test Tags         tokens


*** Test Cases ***
A Password Gets A Token That Opens The Profile
    ${token} =    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=${PASSWORD}    scope=openid profile
    Token Should Open The Profile    ${token}
    ${details} =    Get Token Details    ${token}
    Should Be Equal    ${details}[claims][sub]    ada
    Should Be True    ${details}[refreshable]

A Client Gets A Token
    ${token} =    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    scope=openid
    ${details} =    Get Token Details    ${token}
    Should Be Equal    ${details}[scope]    openid

A Wrong Client Secret Is Refused
    Run Keyword And Expect Error    Token request to POST /oauth/token refused: 401 invalid_client (client_id=qa,*
    ...    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=not-the-secret

A Wrong Password Is Refused
    Run Keyword And Expect Error    Token request to POST /oauth/token refused: 40*(client_id=qa, username=ada,*
    ...    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=not-the-password

A Refreshed Token Opens The Profile
    Create Token Source    ada    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=${PASSWORD}    scope=openid profile
    ${first} =    Get Token    source=ada
    ${second} =    Refresh Token    ada
    Should Be True    $first.value != $second.value
    Token Should Open The Profile    ${second}

A Sign-In On Two Pages And A Consent Get A Token
    ${token} =    Get Token    issuer=${ISSUER}    grant=authorization_code    client_id=web
    ...    client_secret=${SECRETS}[web]    username=ada    password=${PASSWORD}    scope=openid profile
    Token Should Open The Profile    ${token}

A Revoked Token Opens Nothing
    ${token} =    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=${PASSWORD}    scope=openid profile
    Revoke Token    ${token}
    Use Token    ${token}
    GET    /oauth/userinfo    expected_status=4xx


*** Keywords ***
Open Canaille
    [Documentation]    Starts the provider and opens a session on it.
    ${provider} =    Start Canaille
    VAR    ${ISSUER} =    ${provider}[issuer]    scope=SUITE
    VAR    ${PASSWORD} =    ${provider}[password]    scope=SUITE
    VAR    &{SECRETS} =    &{provider}[secrets]    scope=SUITE
    Create Session    profile    ${ISSUER}

Token Should Open The Profile
    [Documentation]    Checks that the provider shows the user's profile for the token.
    [Arguments]    ${token}
    Use Token    ${token}
    ${response} =    GET    /oauth/userinfo    expected_status=200
    Should Be Equal    ${response.json()}[sub]    ada
