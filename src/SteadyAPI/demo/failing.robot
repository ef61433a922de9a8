*** Settings ***
Documentation     Four tests that fail on purpose: read in the log what each failure tells.
...
...               `python -m SteadyAPI demo --failing` runs them.

Library           SteadyAPI

Suite Setup       Open The Shop
Suite Teardown    Close All Sessions


*** Variables ***
${BASE_URL}    %{BASE_URL=http://127.0.0.1:8765}
${NOBODY}      http://127.0.0.1:9


*** Test Cases ***
Another Status Than Expected
    [Documentation]    The message quotes what the server said about it.
    VAR    &{wish} =    product_id=${3}    quantity=${0}
    POST    /orders    json=${wish}    expected_status=201

A Response That Breaks Its Contract
    [Documentation]    An old service answers in another shape. All mismatches come in one failure, each with its path.
    GET    /legacy/orders/7
    Response Should Match Schema    models.Order

Nobody Answers
    [Documentation]    Nothing listens there. The message says what was tried, how often, and for how long.
    GET    ${NOBODY}/orders

A Login Page Instead Of JSON
    [Documentation]    The session without a token is sent to a login page. That page comes with status 200.
    Create Session    visitor    ${BASE_URL}
    GET    /account
    Response Should Match Schema    models.User
    [Teardown]    Switch Session    shop


*** Keywords ***
Open The Shop
    [Documentation]    Opens a session and signs in.
    Create Session    shop    ${BASE_URL}
    ${token} =    Get Token    /auth/token    username=ada    password=%{SHOP_PASSWORD}
    Use Token    ${token}
