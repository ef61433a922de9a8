*** Settings ***
Documentation    Authentication beyond a user name and a password in the clear.

Resource         shop.resource
Library          ${CURDIR}/../servers/OddServer.py

Suite Setup      Open Both Servers


*** Test Cases ***
A User Signs In By Digest
    ${auth} =    Create Digest Auth    ada    secret-of-ada
    Create Session    odd    ${ODD}    auth=${auth}
    GET    /digest
    Get Response Text    ==    welcome
    ${auth} =    Create Digest Auth    ada    wrong-secret
    GET    /digest    auth=${auth}    expected_status=401
    [Teardown]    Close Session    odd

A Request Is Signed For AWS
    ${auth} =    Create AWS Auth    AKIDEXAMPLE    secret-key-of-aws    region=eu-central-1    service=execute-api
    ${response} =    GET    /echo    auth=${auth}
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Match Regexp
    ...    ${sent}
    ...    ^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/execute-api/aws4_request,

What Takes A Package Says So
    Run Keyword And Expect Error    NTLM takes the package requests-ntlm*    Create NTLM Auth    ada    word
    Run Keyword And Expect Error    Kerberos takes the package requests-kerberos*    Create Kerberos Auth


*** Keywords ***
Open Both Servers
    [Documentation]    Opens the shop and the server with the odd answers.
    Open The Shop
    ${url} =    Start Odd Server
    VAR    ${ODD} =    ${url}    scope=SUITE
