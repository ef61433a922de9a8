*** Settings ***
Documentation     Tokens of glewlwyd, a provider in C: JWTs that live for three seconds, refresh tokens that work once,
...               and a client authentication that takes id and secret as they are.

Library           SteadyAPI
Library           OtherProviders.py

Suite Setup       Open Glewlwyd
Suite Teardown    Close All Sessions
Test Teardown     Forget Tokens

Test Tags         tokens


*** Test Cases ***
A Password Gets A Token That Opens The Profile
    ${token} =    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=${PASSWORD}    scope=orders
    Use Token    ${token}
    GET    /userinfo    expected_status=200
    ${details} =    Get Token Details    ${token}
    Should Be Equal    ${details}[type]    Bearer
    Should Be Equal    ${details}[claims][client_id]    qa
    Should Be Equal    ${details}[lifetime]    ${3.0}

A Client Gets A Token
    ${token} =    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    scope=orders
    Should Be Active    ${token}

A Secret With Odd And Foreign Characters Is Sent As It Is
    ${token} =    Get Token    issuer=${ISSUER}    client_id=odd    client_secret=${SECRETS}[odd]    scope=orders
    ...    client_auth=basic_raw
    ${details} =    Get Token Details    ${token}
    Should Be Equal    ${details}[claims][client_id]    odd

A Secret That Is Encoded Is Refused With A True Hint
    Run Keyword And Expect Error    *(client_id=odd, secret not shown)*
    ...    Get Token    issuer=${ISSUER}    client_id=odd    client_secret=${SECRETS}[odd]    scope=orders

A Wrong Password Is Refused
    Run Keyword And Expect Error    Token request to POST /api/oidc/token refused: 40*(client_id=qa, username=ada,*
    ...    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=not-the-password    scope=orders

A Refresh Token That Works Once Is Replaced Each Time
    Create Token Source    ada    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=${PASSWORD}    scope=orders
    Get Token    source=ada
    Refresh Token    ada
    ${third} =    Refresh Token    ada
    Should Be Active    ${third}

A Source Outlives Its Tokens
    Create Token Source    ada    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=${PASSWORD}    scope=orders
    Use Token    source=ada
    ${first} =    Get Token    source=ada
    FOR    ${_}    IN RANGE    4
        GET    /userinfo    expected_status=200
        Sleep    1.1s    More than four seconds in all: the token lives for three.
    END
    Use Token    ${first}
    GET    /userinfo    expected_status=401

A Revoked Token Is Dead
    ${token} =    Get Token    issuer=${ISSUER}    client_id=qa    client_secret=${SECRETS}[qa]    username=ada
    ...    password=${PASSWORD}    scope=orders
    Revoke Token    ${token}
    ${active} =    Activity    ${token}
    Should Not Be True    ${active}


*** Keywords ***
Open Glewlwyd
    [Documentation]    Starts the provider and opens a session on it.
    ${provider} =    Start Glewlwyd
    VAR    ${ISSUER} =    ${provider}[issuer]    scope=SUITE
    VAR    ${PASSWORD} =    ${provider}[password]    scope=SUITE
    VAR    &{SECRETS} =    &{provider}[secrets]    scope=SUITE
    Create Session    profile    ${ISSUER}

Activity
    [Documentation]    Returns what the provider says about a token: whether it is active.
    [Arguments]    ${token}
    VAR    @{auth} =    qa    ${SECRETS}[qa]
    Create Session    introspection    ${ISSUER}    auth=${auth}
    VAR    &{form} =    token=${token}
    ${response} =    POST    /introspect    data=${form}    expected_status=200
    Switch Session    profile
    RETURN    ${response.json()}[active]

Should Be Active
    [Documentation]    Checks that the provider takes the token for a living one.
    [Arguments]    ${token}
    ${active} =    Activity    ${token}
    Should Be True    ${active}
