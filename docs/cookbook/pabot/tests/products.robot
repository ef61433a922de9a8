*** Settings ***
Documentation     What the shop tells of its products.

Resource          session.resource

Suite Setup       Open Session
Suite Teardown    Close All Sessions


*** Test Cases ***
Products Are Listed
    [Documentation]    The list is not empty.
    GET    /products
    Get JSON Value    $    is not empty

One Of The Products Is Missing
    [Documentation]    A negative test says which status it wants.
    GET    /products/999999    expected_status=404
