*** Comments ***
# robocop: off    written as other people write suites


*** Settings ***
Documentation     The keywords of robotframework-requests since 0.8.

Library           Collections
Library           ${LIBRARY}    AS    RequestsLibrary

Suite Setup       Create Session    shop    ${BASE_URL}    verify=${True}
Suite Teardown    Delete All Sessions


*** Test Cases ***
Quick Get Request Test
    ${response}=    GET    ${BASE_URL}/products/3
    Status Should Be    200    ${response}

Quick Get A JSON Body Test
    ${response}=    GET On Session    shop    /products/3
    Should Be Equal As Strings    Notebook    ${response.json()}[name]

Get With Params
    ${params}=    Create Dictionary    search=pen    limit=1
    ${response}=    GET On Session    shop    /products    params=${params}
    Length Should Be    ${response.json()}    2

Post With JSON
    &{body}=    Create Dictionary    name=margaret    email=margaret@example.com
    ${response}=    POST On Session    shop    /users    json=${body}    expected_status=201
    Dictionary Should Contain Sub Dictionary    ${response.json()}    ${body}

Expected Not Found
    GET On Session    shop    /products/999    expected_status=404
    GET On Session    shop    /products/999    expected_status=Not Found
    GET On Session    shop    /products/999    expected_status=any

Not Found Is Told
    GET On Session    shop    /products/999

Other Status Is Told
    GET On Session    shop    /products/3    expected_status=201    msg=The product is new

Later Status Is Told
    ${response}=    GET    ${BASE_URL}/orders    expected_status=any
    Request Should Be Successful    ${response}

Last Status Is Told
    GET    ${BASE_URL}/products/3
    Status Should Be    Created

Invalid Token Is Refused
    &{headers}=    Create Dictionary    Authorization=Bearer invalid_token
    ${response}=    GET On Session    shop    /orders    headers=${headers}    expected_status=401
    Should Be Equal    ${response.json()}[detail]    the bearer token is not valid

Nobody Listens
    GET    http://127.0.0.1:1/health

Wrong Argument Is Told
    GET On Session    shop    /products    colour=red

Fails In Teardown
    GET On Session    shop    /health
    [Teardown]    GET On Session    shop    /status/500

Retry By Keyword
    Wait Until Keyword Succeeds    2x    1ms    GET On Session    shop    /status/418
