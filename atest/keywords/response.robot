*** Settings ***
Documentation    Looking at responses.

Resource         shop.resource

Suite Setup      Open The Shop


*** Test Cases ***
The Last Response Has A Status
    GET    /products/9999    expected_status=any
    Response Status Should Be    404
    Response Status Should Be    not found
    Response Status Should Be    4xx

A Response In Hand Has A Status
    ${missing} =    GET    /products/9999    expected_status=any
    GET    /health
    Response Status Should Be    404    ${missing}
    Response Status Should Be    200

Another Status Fails
    GET    /products/9999    expected_status=any
    Run Keyword And Expect Error
    ...    Expected 200, got 404 Not Found: GET /products/9999*
    ...    Response Status Should Be    200
    Run Keyword And Expect Error
    ...    The product is there\n${SPACE*2}Expected 200, got 404*
    ...    Response Status Should Be    200    message=The product is there

A Status Needs A Response
    Run Keyword And Expect Error
    ...    response: expected what a request keyword returned, got str.*
    ...    Response Status Should Be    200    not a response

A Successful Response Passes
    GET    /health
    Response Should Be Successful
    ${missing} =    GET    /products/9999    expected_status=any
    Run Keyword And Expect Error
    ...    Expected a status below 400, got 404 Not Found: GET /products/9999*
    ...    Response Should Be Successful
    Run Keyword And Expect Error
    ...    It is there\n${SPACE*2}Expected a status below 400, got 404*
    ...    Response Should Be Successful    ${missing}    It is there

The Last Response Can Be Had
    Run Keyword And Expect Error    Expected 200, got 404*    GET    /products/9999    expected_status=200
    ${response} =    Get Last Response
    Should Be Equal As Integers    ${response.status_code}    404
