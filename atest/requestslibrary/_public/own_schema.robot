*** Comments ***
# robocop: off    written as other people write suites


*** Settings ***
Documentation    Bodies are checked against schemas by the suite's own keywords.

Library          Collections
Library          ${LIBRARY}    AS    RequestsLibrary

Suite Setup      Create Session    api    ${BASE_URL}


*** Variables ***
@{PRODUCT_KEYS}     id    name    price    stock
&{PRODUCT_TYPES}    id=int    name=str    price=float    stock=int


*** Test Cases ***
Product Has Its Keys
    ${response}=    GET On Session    api    /products/3
    Keys Should Be    ${response.json()}    @{PRODUCT_KEYS}

Product Has Its Types
    ${response}=    GET On Session    api    /products/3
    Types Should Be    ${response.json()}    ${PRODUCT_TYPES}

Product Follows The Schema
    ${response}=    GET On Session    api    /products/3
    VAR    ${schema}    {"type": "object", "required": ["id", "name"], "properties": {"id": {"type": "integer"}}}
    Validate    ${response.json()}    ${schema}

Old Order Breaks The Schema
    ${response}=    GET On Session    api    /legacy/orders/7
    VAR    ${schema}    {"type": "object", "properties": {"id": {"type": "integer"}}}
    Validate    ${response.json()}    ${schema}

Old Order Has Other Keys
    ${response}=    GET On Session    api    /legacy/orders/7
    Keys Should Be    ${response.json()}    id    product_id    quantity

Old Order Has Other Types
    ${response}=    GET On Session    api    /legacy/orders/7
    VAR    &{types}    id=int
    Types Should Be    ${response.json()}    ${types}

Every Product Has A Price
    ${response}=    GET On Session    api    /products
    FOR    ${product}    IN    @{response.json()}
        Dictionary Should Contain Key    ${product}    price
        Should Be True    ${product}[price] > 1
    END


*** Keywords ***
Keys Should Be
    [Arguments]    ${body}    @{expected}
    ${keys}=    Get Dictionary Keys    ${body}
    Lists Should Be Equal    ${keys}    ${expected}    ignore_order=True

Types Should Be
    [Arguments]    ${body}    ${types}
    FOR    ${key}    ${type}    IN    &{types}
        ${actual}=    Evaluate    type($body[$key]).__name__
        Should Be Equal    ${actual}    ${type}    wrong type of ${key}
    END

Validate
    [Arguments]    ${body}    ${schema}
    Evaluate    jsonschema.validate($body, json.loads($schema))    modules=json,jsonschema
