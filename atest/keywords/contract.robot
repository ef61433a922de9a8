*** Settings ***
Documentation    Contracts: models, JSON Schemas, OpenAPI documents, learnt shapes, and failures told together.

Resource         shop.resource
Library          Collections
Library          OperatingSystem
Library          String
Variables        contract_models.py

Suite Setup      Open The Shop
Test Setup       Start Afresh


*** Variables ***
@{EXPECTED}
...            ${SPACE*2}$.id: expected integer, got "7" (string) (sent as text)
...            ${SPACE*2}$.quantity: expected integer, got 2.5 (number)
...            ${SPACE*2}$.total: required, absent (keys there: id, product_id, quantity, status, discount, created_at)
...            ${SPACE*2}$.discount: expected no such field, got null


*** Test Cases ***
A Body That Matches Comes Back As An Object
    GET    /products/3
    ${product} =    Response Should Match Schema    contract_models.Product
    Should Be Equal    ${product.name}    Notebook
    Should Be Equal    ${product.price}    ${{ decimal.Decimal("4.5") }}

Every Mismatch Is Told At Once
    GET    /legacy/orders/7
    ${said} =    Run Keyword And Expect Error    *
    ...    Response Should Match Schema    contract_models.LegacyOrder
    @{lines} =    Split To Lines    ${said}
    VAR    ${first} =    GET /legacy/orders/7 → 200 does not match contract_models.LegacyOrder: 4 mismatches
    Should Be Equal    ${lines}[0]    ${first}
    Lists Should Be Equal    ${{ sorted($lines[1:]) }}    ${{ sorted($EXPECTED) }}

The Message And The Number Of Rows Are The Suites
    GET    /legacy/orders/7
    Run Keyword And Expect Error    The old service\n${SPACE*2}GET /legacy/orders/7*4 mismatches*… 3 more in log.html
    ...    Response Should Match Schema    contract_models.LegacyOrder    message=The old service    max_errors=1

A Schema Has Many Names
    [Template]    Products Match
    list[contract_models.Product]
    contract_models.py::list[Product]
    list[contract_models.Product | contract_models.LooseProduct]
    shop.yaml#/paths/~1products/get/responses/200/content/application~1json/schema
    ${{ {"type": "array", "items": {"required": ["id"]}} }}
    ${{ list[contract_models.Product] }}

A Class From A Variables File Is A Schema
    GET    /products/3
    Response Should Match Schema    ${LooseProduct}

Fields Without A Name
    GET    /products/3
    Response Should Match Schema    contract_models.LooseProduct
    Response Should Match Schema    ${{ {"properties": {"id": {}}} }}
    Run Keyword And Expect Error    *$.name: expected no such field*
    ...    Response Should Match Schema    ${{ {"properties": {"id": {}}} }}    extra=forbid

Another Response Than The Last One
    ${response} =    GET    /products/3
    GET    /health
    Response Should Match Schema    contract_models.Product    ${response}
    Run Keyword And Expect Error    *required, absent*    Response Should Match Schema    contract_models.Product

A Body That Is No JSON
    GET    /login
    Run Keyword And Expect Error    GET /login → 200 is not JSON: text/html, starts "<!doctype html>*(a login page?)
    ...    Response Should Match Schema    contract_models.Product
    POST    /reset
    Run Keyword And Expect Error    POST /reset → 204 has no body
    ...    Response Should Match Schema    contract_models.Product

Schemas That Are None
    [Template]    No Schema
    Product    *"Product" has no module*write models.Product*
    contract_models.Prodct    no "Prodct" in*classes there:*Product*
    nowhere.Product    no module "nowhere" with schemas*looked in:*
    nowhere.py::Product    no file "nowhere.py" with schemas*
    nowhere.yaml    no file "nowhere.yaml" with a JSON Schema*
    contract_broken.Product    *contract_broken.py" fails to import: RuntimeError: no database here*contract_broken.py:3
    contract_models.Broken    the code of schema "contract_models.Broken" fails: TypeError:*contract_models.py*
    ${{ {"type": "intger"} }}    "the JSON Schema" is not a JSON Schema that can be used*
    ${{ {"$ref": "https://else.example/x.json"} }}    *never fetched*
    __import__("os")    schema "__import__("os")" is not a name or a type expression*

A Value Is Checked Like A Body
    ${value} =    Value Should Match Schema    ${{ {"id": 1, "name": "x", "price": "1.50", "stock": 2} }}
    ...    contract_models.Product
    Should Be Equal    ${value.price}    ${{ decimal.Decimal("1.50") }}
    Value Should Match Schema    ${{ b'[1, 2]' }}    list[int]
    Run Keyword And Expect Error    Value does not match contract_models.Product: 4 mismatches*
    ...    Value Should Match Schema    ${{ {} }}    contract_models.Product
    Run Keyword And Expect Error    value: *    Value Should Match Schema    ${{ object() }}    int

Every Answer Of A Session Follows Its Description
    Use OpenAPI    shop.yaml    session=shop    requests=True
    GET    /products
    GET    /products/3
    GET    /products/999    expected_status=404
    VAR    &{lamp} =    name=Lamp    price=${9.5}    stock=${1}
    POST    /products    json=${lamp}    expected_status=201
    Run Keyword And Expect Error
    ...    GET /legacy/orders/7 → 200 does not match shop.yaml (GET /legacy/orders/{id}): 3 mismatches*
    ...    GET    /legacy/orders/7
    GET    /legacy/orders/7    contract=off
    Use OpenAPI    off
    GET    /health

What Is Not Described Is A Mismatch
    Use OpenAPI    shop.yaml
    Run Keyword And Expect Error    *content type: expected application/json, got text/html*    GET    /login
    Run Keyword And Expect Error    *operation: expected a described one, got GET /health*    GET    /health
    Run Keyword And Expect Error    *operation: *got DELETE /products/99 (described there: GET)*
    ...    DELETE    /products/99    expected_status=404

A Request That Is Refused On Purpose Is Not Compared
    Use OpenAPI    shop.yaml    requests=True
    VAR    &{nothing} =    name=Lamp
    POST    /products    json=${nothing}    expected_status=4xx

Fields That Are Not Described
    Use OpenAPI    shop.yaml    extra=forbid
    Run Keyword And Expect Error    *$.stock: expected no such field*    GET    /products/3

One Response Against A Description
    GET    /products/3
    Response Should Match OpenAPI    shop.yaml
    ${old} =    GET    /legacy/orders/7
    GET    /products
    Run Keyword And Expect Error    *3 mismatches*$.total*… 2 more in log.html
    ...    Response Should Match OpenAPI    shop.yaml    ${old}    max_errors=1

Documents That Are None
    Run Keyword And Expect Error    no OpenAPI document "nowhere.yaml"*    Use OpenAPI    nowhere.yaml
    Run Keyword And Expect Error    *no session has the alias "bank"*    Use OpenAPI    shop.yaml    session=bank
    Create File    ${OUTPUT DIR}${/}odd.yaml    swagger: "2.0"
    Run Keyword And Expect Error    *expected an OpenAPI document of version 3.0, 3.1 or 3.2, got version 2.0.*
    ...    Use OpenAPI    ${OUTPUT DIR}${/}odd.yaml

Drift From What Was Learnt
    VAR    ${file} =    ${OUTPUT DIR}${/}drift.json
    Remove File    ${file}
    Run Keyword And Expect Error    no baseline*Track Contract*update=True    Track Contract    ${file}
    Track Contract    ${file}    update=True
    FOR    ${id}    IN    3    4    5    3    4    5
        GET    /products/${id}
    END
    Track Contract    ${file}    session=shop    on_change=fail
    GET    /products/5
    GET    /health

Drift That Breaks
    VAR    ${file} =    ${OUTPUT DIR}${/}breaking.json
    Create File    ${file}    {"operations": {"GET /health": {"200": {"seen": 9, "types": {"array": 9}}}}}
    Track Contract    ${file}    on_change=fail
    Run Keyword And Expect Error
    ...    *does not match the baseline breaking.json*$: expected array, got object*another type*
    ...    GET
    ...    /health

Failures Are Told Together
    GET    /legacy/orders/7
    ${passed} =    Check Softly    Response Status Should Be    200
    Should Be True    ${passed}
    ${passed} =    Check Softly    Should Be Equal    \${escaped}    other
    Should Not Be True    ${passed}
    Check Softly    Response Should Match Schema    contract_models.LegacyOrder    max_errors=1
    Run Keyword And Expect Error    2 of 3 checks failed\n*1. \${escaped} != other\n*2. GET /legacy*4 mismatches*
    ...    Soft Checks Should Pass
    Soft Checks Should Pass


*** Keywords ***
Start Afresh
    [Documentation]    Gives every test a session without contracts.
    Create Session    shop    ${BASE_URL}

Products Match
    [Documentation]    Checks the list of products against a schema.
    [Arguments]    ${schema}
    GET    /products
    Response Should Match Schema    ${schema}    extra=ignore

No Schema
    [Documentation]    Expects a schema to be refused.
    [Arguments]    ${schema}    ${message}
    GET    /products/3
    Run Keyword And Expect Error    ${message}    Response Should Match Schema    ${schema}
