*** Comments ***
# robocop: off    written as other people write suites


*** Settings ***
Documentation    Bodies are taken apart by JSONLibrary.

Library          JSONLibrary
Library          Collections
Library          ${LIBRARY}    AS    RequestsLibrary

Suite Setup      Create Session    api    ${BASE_URL}


*** Test Cases ***
Names Of All Products
    ${response}=    GET On Session    api    /products
    ${names}=    Get Value From Json    ${response.json()}    $..name
    Should Contain    ${names}    Notebook

Body From A Template
    ${template}=    Convert String To Json    {"name": "?", "email": "?"}
    ${body}=    Update Value To Json    ${template}    $.name    barbara
    ${body}=    Update Value To Json    ${body}    $.email    barbara@example.com
    ${response}=    POST On Session    api    /users    json=${body}
    Should Be Equal As Strings    ${response.status_code}    201
    Should Have Value In Json    ${response.json()}    $.id

One Value
    ${response}=    GET On Session    api    /products/3
    ${value}=    Get Value From Json    ${response.json()}    $.price
    Should Be Equal As Numbers    ${value[0]}    4.5

Value That Is Missing
    ${response}=    GET On Session    api    /products/3
    Should Have Value In Json    ${response.json()}    $.discount

Value That Is Too Much
    ${response}=    GET On Session    api    /products/3
    Should Not Have Value In Json    ${response.json()}    $.price

Index That Is Missing
    ${response}=    GET On Session    api    /products/3
    ${value}=    Get Value From Json    ${response.json()}    $.discount
    Log    ${value[0]}

Validation Error Of An Empty Body
    ${body}=    Convert String To Json    {}
    ${response}=    POST On Session    api    /users    json=${body}    expected_status=422
    Should Contain    ${response.text}    required
