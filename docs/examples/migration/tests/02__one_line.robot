*** Settings ***
Documentation    Step 2: the same suite with one line changed, that of the library.

Library          Collections
Library          SteadyAPI.RequestsLibrary    AS    RequestsLibrary
Resource         shop.resource

Suite Setup      Sign In


*** Test Cases ***
A Product Has Its Fields
    ${response} =    GET On Session    shop    /products/3
    Should Be Equal    ${response.json()}[id]    ${3}
    Dictionary Should Contain Key    ${response.json()}    price

An Unknown Product Is Not Found
    GET On Session    shop    /products/999999    expected_status=404

An Order Is Placed
    VAR    &{order} =    product_id=${3}    quantity=${2}
    ${response} =    POST On Session    shop    /orders    json=${order}
    Status Should Be    201    ${response}
    Should Be Equal    ${response.json()}[quantity]    ${2}


*** Keywords ***
Sign In
    Open Shop
    VAR    &{form} =    username=ada    password=correct-horse
    ${response} =    POST    ${BASE_URL}/auth/token    data=${form}
    VAR    &{headers} =    Authorization=Bearer ${response.json()}[access_token]
    Create Session    shop    ${BASE_URL}    headers=${headers}
