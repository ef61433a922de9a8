*** Settings ***
Documentation     A tour of SteadyAPI, against a small shop on this machine that misbehaves now and then.
...
...               `python -m SteadyAPI demo` runs it. By hand: start the shop with `python -m SteadyAPI server`
...               and do what it prints.

Library           SteadyAPI

Suite Setup       Open The Shop
Suite Teardown    Close All Sessions


*** Variables ***
${BASE_URL}    %{BASE_URL=http://127.0.0.1:8765}
${VOUCHER}     %{SHOP_VOUCHER=SUMMER-4711-SALE}


*** Test Cases ***
An Order Costs Price Times Quantity And Takes From The Stock
    [Documentation]    A whole business process: each response feeds the next request.
    VAR    ${price} =    ${29.99}
    VAR    ${quantity} =    ${2}
    VAR    &{lamp} =    name=Desk lamp    price=${price}    stock=${100}
    ${product} =    POST    /products    json=${lamp}    expected_status=201
    VAR    &{wish} =    product_id=${product.json()}[id]    quantity=${quantity}
    ${order} =    POST    /orders    json=${wish}    expected_status=201
    Should Be Equal As Numbers    ${order.json()}[total]    ${{ $price * $quantity }}
    ${product} =    GET    /products/${product.json()}[id]
    Should Be Equal As Integers    ${product.json()}[stock]    98

A Response Is Checked Against A Pydantic Model
    [Documentation]    One line checks every field, and gives back a typed object: prices are exact decimals, not text.
    GET    /products/3
    ${product} =    Response Should Match Schema    models.Product
    VAR    &{wish} =    product_id=${product.id}    quantity=${3}
    POST    /orders    json=${wish}
    Response Status Should Be    201
    ${order} =    Response Should Match Schema    models.Order
    Should Be Equal    ${order.total}    ${{ $product.price * $order.quantity }}

A List Is Checked Item By Item
    [Documentation]    Query parameters are a dictionary; the schema says that every item is a product.
    VAR    &{query} =    search=pen
    GET    /products    params=${query}
    ${pens} =    Response Should Match Schema    list[models.Product]
    Should Not Be Empty    ${pens}

What Is Not There Is Answered With 404
    [Documentation]    A negative test says which status it wants; that response is neither an error nor retried.
    ${response} =    GET    /products/999999    expected_status=404
    Should Be Equal    ${response.json()}[detail]    no product has the id 999999

Without A Token There Are No Orders
    [Documentation]    A second session carries no token. The first one stays open and can be named at any time.
    Create Session    visitor    ${BASE_URL}
    GET On Session    visitor    /orders    expected_status=401
    GET On Session    shop    /orders    expected_status=200
    [Teardown]    Switch Session    shop

A Passing 503 Does Not Fail The Test
    [Documentation]    The server is overloaded once. The request is repeated, and the log shows both attempts.
    ${response} =    GET    /flaky/report
    Response Status Should Be    200
    Length Should Be    ${response.attempts}    2

A Busy Server Says When To Come Back
    [Documentation]    The first response is 429 with Retry-After: 1. The library waits that second, and no less.
    ${response} =    GET    /limited/report
    Length Should Be    ${response.attempts}    2

A Broken Connection Is Made Again
    [Documentation]    The server resets the connection. Reading twice does no harm, so a GET is sent once more.
    ${response} =    GET    /broken/report
    Length Should Be    ${response.attempts}    2

A Slow Response Is Waited For
    [Documentation]    The time allowed for one attempt is an argument.
    GET    /slow/report    timeout=5 seconds
    Response Status Should Be    200

A Secret That Only You Know Stays Out Of The Log
    [Documentation]    Tokens and passwords are hidden without asking. Everything else is named once: here, a voucher.
    Register Secret    ${VOUCHER}
    VAR    &{headers} =    X-Voucher=${VOUCHER}
    ${response} =    GET    /echo    headers=${headers}
    Log    The server got these headers: ${response.json()}[headers]


*** Keywords ***
Open The Shop
    [Documentation]    Opens a session that every test uses, and signs in: the token goes with every request.
    Create Session    shop    ${BASE_URL}
    POST    /reset    expected_status=204
    ${token} =    Get Token    /auth/token    username=ada    password=%{SHOP_PASSWORD}    cache=run
    Use Token    ${token}
