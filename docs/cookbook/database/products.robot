*** Settings ***
Documentation     What the database holds goes to the API, and what the API tells is compared with the database.

Library           DatabaseLibrary
Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Open Both
Suite Teardown    Close Both


*** Test Cases ***
The Shop Takes Every Product Of The Database
    [Documentation]    Rows come as dictionaries, which are JSON bodies as they stand.
    ${rows} =    Query    SELECT name, price, stock FROM products ORDER BY name    return_dict=True
    FOR    ${row}    IN    @{rows}
        POST    /products    json=${row}    expected_status=201
        Response Should Match Schema    SteadyAPI.demo.models.Product
    END

The Shop Tells What The Database Holds
    [Documentation]    A price is compared as a number, not as text.
    ${response} =    GET    /products
    ${prices} =    Evaluate    {product['name']: product['price'] for product in $response.json()}
    ${rows} =    Query    SELECT name, price FROM products
    FOR    ${row}    IN    @{rows}
        Should Be Equal    ${prices}[${row}[0]]    ${row}[1]
    END


*** Keywords ***
Open Both
    [Documentation]    Opens the database, here one in memory, and a session to the demo shop.
    Connect To Database    sqlite3    database=:memory:    isolation_level=${None}
    Execute SQL String    CREATE TABLE products (name TEXT, price REAL, stock INTEGER)
    Execute SQL String    INSERT INTO products VALUES ('Desk lamp', 29.99, 100), ('Eraser', 0.5, 40)
    ${url} =    Start Demo Server
    Create Session    shop    ${url}

Close Both
    [Documentation]    Closes what was opened.
    Disconnect From All Databases
    Close All Sessions
