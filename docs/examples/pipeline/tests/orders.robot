*** Settings ***
Documentation     Orders need a token.

Resource          session.resource

Suite Setup       Open Session
Suite Teardown    Close All Sessions


*** Test Cases ***
An Order Is Placed And Listed
    VAR    &{wish} =    product_id=${3}    quantity=${2}
    POST    /orders    json=${wish}    expected_status=201
    ${order} =    Response Should Match Schema    models.Order
    GET    /orders
    Get JSON Value    $[*].id    contains    ${order.id}

Without A Token Nothing Is Ordered
    VAR    &{wish} =    product_id=${3}    quantity=${2}
    POST    /orders    json=${wish}    auth=none    expected_status=401

None Of A Product Can't Be Ordered
    VAR    &{wish} =    product_id=${3}    quantity=${0}
    POST    /orders    json=${wish}    expected_status=422
