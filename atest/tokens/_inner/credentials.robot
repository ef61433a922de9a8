*** Settings ***
Documentation    Every other way a credential gets into a request; run by leaks.robot, in the folder above.

Library          SteadyAPI
Library          ../OpenIdProvider.py

Suite Setup      Open The Service


*** Test Cases ***
Keys Go Into Every Place
    [Documentation]    Literals, as they should not stand in a suite, and a secret.
    Use API Key    header-key-4711-abcdef
    Use API Key    query key/4711+ghi%jkl    query=api_key
    Use API Key    ${SECRETS}[post]    cookie=key
    GET    /counts

A Name And A Password Go Along
    [Documentation]    The password has characters that encodings change.
    Use Basic Auth    ada    pass:word & "4711" ä
    GET    /counts

A Literal Token Is Refused By The Service
    [Documentation]    The failure's message names the request.
    Use Token    literal-token-4711-mnopqr
    Run Keyword And Expect Error    *401*    GET    /orders

A Set Token Is Renewed
    [Documentation]    By a refresh token that is refused, and then by a login.
    Create Token Source    ada    issuer=${ISSUER}    client_id=user-app    client_secret=${SECRETS}[user-app]
    ...    username=ada    password=${PASSWORD}
    Set Token    ada    set-token-4711-stuvwx    refresh_token=set-refresh-4711-yzabcd
    Use Token    source=ada
    GET    /orders
    ${header} =    Get Bearer Header    source=ada
    GET    /counts    headers=${header}

Credentials Come From A File
    [Documentation]    Written and deleted here.
    VAR    ${file} =    ${TEMPDIR}${/}steadyapi-atest-credentials-${{ os.getpid() }}.json
    Evaluate
    ...    pathlib.Path($file).write_text(json.dumps({"client_id": "basic", "client_secret": $SECRETS["basic"].value}))
    ...    modules=pathlib,json
    ${token} =    Get Token    issuer=${ISSUER}    credentials=${file}
    Use Token    ${token}
    GET    /orders
    [Teardown]    Evaluate    pathlib.Path($file).unlink()    modules=pathlib

A Refused Login Tells Nothing
    [Documentation]    The test fails on purpose in the middle: its message and traceback are artefacts too.
    TRY
        Get Token
        ...    ${ISSUER}/login
        ...    username=ada
        ...    password=literal-password-4711-efghij
        ...    body=json
        ...    token_path=data.jwt
    EXCEPT    Token request to POST /login*refused*    type=glob    AS    ${message}
        Log    ${message}
    END


*** Keywords ***
Open The Service
    [Documentation]    Starts the provider, and opens a session for the service behind it.
    ${provider} =    Start Open Id Provider
    VAR    ${ISSUER} =    ${provider}[issuer]    scope=SUITE
    VAR    ${PASSWORD} =    ${provider}[password]    scope=SUITE
    VAR    &{SECRETS} =    &{provider}[secrets]    scope=SUITE
    Create Session    service    ${ISSUER}
