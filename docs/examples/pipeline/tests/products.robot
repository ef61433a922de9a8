*** Settings ***
Documentation     Products are listed, and read one by one.

Resource          session.resource

Suite Setup       Open Session
Suite Teardown    Close All Sessions


*** Test Cases ***
Products Are Listed
    GET    /products
    Get JSON Value    $    is not empty

A Product Is Read
    GET    /products/3
    Get JSON Value    $.id    ==    ${3}

An Unknown Product Is Not Found
    GET    /products/999999    expected_status=404
