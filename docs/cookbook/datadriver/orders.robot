*** Settings ***
Documentation     One test for each row of orders.csv.

Library           DataDriver    orders.csv
Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Sign In
Suite Teardown    Close All Sessions
Test Template     An Order Should Be Answered With


*** Test Cases ***
Order ${quantity} Of ${product_id}    # robocop: off=LEN05    DataDriver fills it row by row


*** Keywords ***
Sign In
    [Documentation]    Opens a session to the demo shop; the token goes with every request.
    ${url} =    Start Demo Server
    ${password} =    Get Demo Password
    Create Session    shop    ${url}
    ${token} =    Get Token    /auth/token    username=ada    password=${password}
    Use Token    ${token}

An Order Should Be Answered With
    [Documentation]    The columns of the file are texts: ${{ int($quantity) }} makes a JSON number of one.
    [Arguments]    ${product_id}    ${quantity}    ${status}
    VAR    &{order} =    product_id=${{ int($product_id) }}    quantity=${{ int($quantity) }}
    POST    /orders    json=${order}    expected_status=${status}
