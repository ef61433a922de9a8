*** Settings ***
Documentation     Accounts of a real service: signing up, signing in, and what a wrong password leads to.

Resource          kinto.resource

Suite Setup       Open Kinto As A New User
Suite Teardown    Close All Sessions
Test Setup        Switch Session    kinto

Test Tags         real


*** Test Cases ***
The Service Introduces Itself
    [Documentation]    The first page of the API says what runs here, under the address that the client used.
    GET    /
    ${info} =    Response Should Match Schema    models.ServerInfo
    Should Be Equal    ${info.url}    ${KINTO}[open]/

A Signed In User Is Recognised
    [Documentation]    The credentials of the session are sent with each request.
    GET    /
    ${info} =    Response Should Match Schema    models.ServerInfo
    Should Be Equal    ${info.user.id}    account:${USER}

A User Sees Their Account
    [Documentation]    The password comes back as a hash: the model's pattern says so.
    GET    /accounts/${USER}    expected_status=200
    ${account} =    Response Should Match Schema    models.AccountRecord
    Should Be Equal    ${account.data.id}    ${USER}

A Password May Have Any Characters
    [Documentation]    Credentials are sent as UTF-8 (RFC 7617): characters beyond Latin-1 work, and a colon too.
    ${user}    ${password} =    Sign Up    ending=:ß€字
    Open Kinto As    unicode    ${user}    ${password}
    GET    /accounts/${user}    expected_status=200
    Response Should Match Schema    models.AccountRecord

A Changed Password Replaces The Old One
    [Documentation]    After the change, only the new password opens the account.
    ${user}    ${old} =    Sign Up
    ${new} =    New Password
    Open Kinto As    old password    ${user}    ${old}
    VAR    &{account} =    password=${new}
    VAR    &{body} =    data=${account}
    PUT    /accounts/${user}    json=${body}    expected_status=200
    Response Should Match Schema    models.AccountRecord
    Open Kinto As    new password    ${user}    ${new}
    GET On Session    old password    /accounts/${user}    expected_status=401
    GET On Session    new password    /accounts/${user}    expected_status=200

A Wrong Password Is Refused
    [Documentation]    The answer has the documented form of an error.
    ${wrong} =    New Password
    Open Kinto As    wrong password    ${USER}    ${wrong}
    GET    /accounts/${USER}    expected_status=401
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal As Integers    ${error.errno}    104

A Wrong Password Is Tried Once
    [Documentation]    A 401 means that the test is wrong, and more tries could lock the account: nginx saw one request.
    ${wrong} =    New Password
    Open Kinto As    wrong password    ${USER}    ${wrong}
    Start Counting Exchanges
    Run Keyword And Expect Error    *401 Unauthorized*    GET    /accounts/${USER}
    Exchanges Should Be    GET /v1/accounts/${USER} 401

The Account Of Someone Else Is Closed
    [Documentation]    To be signed in is not enough.
    ${stranger} =    Sign Up
    Switch Session    kinto
    GET    /accounts/${stranger}[0]    expected_status=403
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal As Integers    ${error.errno}    121

A Deleted Account Is Gone
    [Documentation]    Nobody signs in to it any more.
    ${user}    ${password} =    Sign Up
    Open Kinto As    leaving    ${user}    ${password}
    DELETE    /accounts/${user}    expected_status=200
    Response Should Match Schema    models.Deleted
    GET    /accounts/${user}    expected_status=401
    Response Should Match Schema    models.Error
