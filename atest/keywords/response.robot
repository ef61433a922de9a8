*** Settings ***
Documentation    Looking at responses.

Resource         shop.resource

Suite Setup      Open The Shop


*** Test Cases ***
The Last Response Has A Status
    GET    /products/9999    expected_status=any
    Status Should Be    404
    Status Should Be    not found
    Status Should Be    4xx

A Response In Hand Has A Status
    ${missing} =    GET    /products/9999    expected_status=any
    GET    /health
    Status Should Be    404    ${missing}
    Status Should Be    200

Another Status Fails
    GET    /products/9999    expected_status=any
    Run Keyword And Expect Error
    ...    Expected 200, got 404 Not Found: GET /products/9999*
    ...    Status Should Be    200
    Run Keyword And Expect Error
    ...    The product is there\n${SPACE*2}Expected 200, got 404*
    ...    Status Should Be    200    message=The product is there

A Status Needs A Response
    Run Keyword And Expect Error
    ...    response: expected what a request keyword returned, got str.*
    ...    Status Should Be    200    not a response
