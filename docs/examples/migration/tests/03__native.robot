*** Settings ***
Documentation    Step 3: the suite in SteadyAPI's own keywords.

Library          SteadyAPI
Resource         shop.resource

Suite Setup      Sign In


*** Test Cases ***
A Product Has Its Fields
    GET    /products/3
    Get JSON Value    $.id    ==    ${3}
    Get JSON Value    $.price

An Unknown Product Is Not Found
    GET    /products/999999    expected_status=404

An Order Is Placed
    VAR    &{order} =    product_id=${3}    quantity=${2}
    POST    /orders    json=${order}    expected_status=201
    Get JSON Value    $.quantity    ==    ${2}


*** Keywords ***
Sign In
    Open Shop
    Create Session    shop    ${BASE_URL}
    Create Token Source    ada    /auth/token    username=ada    password=correct-horse
    Use Token    source=ada
