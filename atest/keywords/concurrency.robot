*** Settings ***
Documentation    Many requests at once, over the demo shop.

Library          SteadyAPI
Resource         shop.resource

Suite Setup      Open The Shop


*** Variables ***
@{IDS}    ${3}    ${4}    ${5}


*** Test Cases ***
One Request Is Sent Many Times At Once
    ${responses} =    Send Concurrently    GET    /products/3    times=20
    Statuses Should Be    ${responses}    200=20
    Length Should Be    ${responses}    20

Wrong Counts Are Told With The Numbers Of The Requests
    ${responses} =    Send Concurrently    GET    /products/3    times=4
    Run Keyword And Expect Error
    ...    Expected 201 once and 409 3 times, got 200 4 times: GET /products/3, 4 at once within*200: \#1, \#2, \#3, \#4
    ...    Statuses Should Be
    ...    ${responses}
    ...    201=1
    ...    409=3

Each Item Makes A Request And The Order Is Kept
    ${responses} =    Send Each Concurrently    GET    /products/{id}    ${IDS}    at_once=2    expected_status=200
    ${found} =    Evaluate    [response.json()['id'] for response in $responses]
    Should Be Equal    ${found}    ${IDS}
    Response Should Match Schema    SteadyAPI.demo.models.Product    response=${responses}[0]

Bodies And Headers Come From The Items
    VAR    &{north} =    tenant=north    body=${{ {'id': 7} }}
    VAR    &{south} =    tenant=south    body=${{ {'id': 8} }}
    VAR    @{items} =    ${north}    ${south}
    VAR    &{headers} =    X-Tenant={tenant}
    ${responses} =    Send Each Concurrently    POST    /echo    ${items}    json={body}    headers=${headers}
    ${tenant} =    Echoed Header    ${responses}[1]    X-Tenant
    Should Be Equal    ${tenant}    south
    Last Request Should Have    ${responses}[1]    body    {"id": 8}

An Unexpected Status Is Told With Its Request
    VAR    @{ids} =    ${3}    ${999999}
    Run Keyword And Expect Error
    ...    Expected 200 from all 2, got it from 1: GET /products/{id} (2 at once)*404 once: \#2*GET /products/999999*
    ...    Send Each Concurrently    GET    /products/{id}    ${ids}    expected_status=200

Soft Checks Gather What Is Wrong
    Check Softly    Send Concurrently    GET    /products/999999    times=2    expected_status=200
    Run Keyword And Expect Error    1 of 1 check failed*got it from none: GET /products/999999*
    ...    Soft Checks Should Pass

Each Response Follows The Description
    [Setup]    Use OpenAPI    shop.yaml    session=shop
    Send Each Concurrently    GET    /products/{id}    ${IDS}    expected_status=200
    [Teardown]    Use OpenAPI    off    session=shop

Bad Input Is Refused Before Anything Is Sent
    [Template]    Refused
    times: expected 1 or more, got 0.    Send Concurrently    GET    /products    times=0
    at_once: expected 1 to 256*got 0.    Send Concurrently    GET    /products    times=2    at_once=0
    items: expected at least one, got an empty list*    Send Each Concurrently    GET    /products/{id}    ${{ [] }}
    items: expected a list of values*got str.*    Send Each Concurrently    GET    /products/{id}    1,2
    item 1 has no "id", which the template asks for in url; it has: name.    Send Each Concurrently    GET
    ...    /products/{id}    ${{ [{'name': 'x'}] }}
    expected a place such as {id}*    Send Each Concurrently    GET    /products    ${IDS}


*** Keywords ***
Refused
    [Arguments]    ${message}    ${keyword}    @{arguments}    &{options}
    Run Keyword And Expect Error    ${message}    ${keyword}    @{arguments}    &{options}
