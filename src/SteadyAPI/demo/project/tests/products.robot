*** Settings ***
Documentation     What the API promises about products.

Resource          session.resource

Suite Setup       Open Session
Suite Teardown    Close All Sessions


*** Test Cases ***
A New Product Follows The Contract
    [Documentation]    A product is accepted, and answers with the published shape.
    VAR    &{lamp} =    name=Desk lamp    price=${29.99}    stock=${100}
    POST    /products    json=${lamp}    expected_status=201
    ${product} =    Response Should Match Schema    models.Product
    Should Be Equal    ${product.name}    Desk lamp

All Products Follow The Contract
    [Documentation]    Every item of the list has the published shape.
    GET    /products
    Response Should Match Schema    list[models.Product]

An Unknown Product Is Not Found
    [Documentation]    A negative test says which status it wants.
    GET    /products/999999    expected_status=404
