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

Different Requests Overlap
    Start Request    GET    /slow/report    as=report    expected_status=200
    GET    /products/3    expected_status=200
    ${report} =    Wait For Started Response    report    timeout=60s
    Last Request Was    ${report}    /slow/report

All Started Requests Are Waited For In Their Order
    Start Request    GET    /slow/sales    as=sales
    Start Request    GET    /products/3
    ${responses} =    Wait For All Responses    timeout=60s
    Last Request Was    ${responses}[0]    /slow/sales
    Last Request Was    ${responses}[1]    /products/3

A Request That Is Waited For In Vain Goes On
    Start Request    GET    /slow/patience    as=patience
    Run Keyword And Expect Error
    ...    No response yet to "patience": GET /slow/patience, sent *it goes on, and can be waited for again
    ...    Wait For Started Response    patience    timeout=1ms
    Wait For Started Response    patience
    Run Keyword And Expect Error    "patience" was waited for already*    Wait For Started Response    patience
    Run Keyword And Expect Error
    ...    no request was started as "nope"; on their way: none.*
    ...    Wait For Started Response
    ...    nope
    Run Keyword And Expect Error    no request is on its way*    Wait For All Responses

A List Of One Page Is Read To Its End
    ${articles} =    Get All Pages    /catalogue
    Length Should Be    ${articles}    2300
    Run Keyword And Expect Error    GET /health → 200 has no list*    Get All Pages    /health
    Run Keyword And Expect Error    expected one way to the next page, got page and offset.*
    ...    Get All Pages    /catalogue    page=page    offset=offset

Bad Input Is Refused Before Anything Is Sent
    [Template]    Refused
    times: expected 1 to 100,000, got 0.    Send Concurrently    GET    /products    times=0
    times: expected 1 to 100,000, got 10,000,000,000.    Send Concurrently    GET    /products    times=10000000000
    stop: expected True or False; got "maybe".    Send Concurrently    GET    /products    times=2    stop=maybe
    at_once: expected 1 to 256*got 0.    Send Concurrently    GET    /products    times=2    at_once=0
    items: expected at least one, got an empty list*    Send Each Concurrently    GET    /products/{id}    ${{ [] }}
    items: expected a list of values*got str.*    Send Each Concurrently    GET    /products/{id}    1,2
    item 1 has no "id", which the template asks for in url; it has: name.    Send Each Concurrently    GET
    ...    /products/{id}    ${{ [{'name': 'x'}] }}
    expected a place such as {id}*    Send Each Concurrently    GET    /products    ${IDS}

Every Item Has Its Own Status
    VAR    &{known} =    id=3    status=200
    VAR    &{unknown} =    id=999999    status=4xx
    VAR    @{items} =    ${known}    ${unknown}
    Send Each Concurrently    GET    /products/{id}    ${items}    expected_status={status}
    VAR    &{wrong} =    id=4    status=404
    VAR    @{items} =    ${known}    ${wrong}
    Run Keyword And Expect Error
    ...    Expected the status of its item from all 2, got it from 1: *200 once: \#2*\#2: GET /products/4, expected 404*
    ...    Send Each Concurrently
    ...    GET
    ...    /products/{id}
    ...    ${items}
    ...    expected_status={status}

Parts And Names Come From The Items
    VAR    &{files} =    {name}={text}
    ${items} =    Evaluate    [{'name': 'one', 'text': 'first'}, {'name': 'two', 'text': 'second'}]
    ${responses} =    Send Each Concurrently    POST    /echo    ${items}    files=${files}    expected_status=200
    Should Match Regexp    ${responses[1].text}    name=.{1,2}two(.|\\n)*second
    Should Not Contain    ${responses[1].text}    {text}

Requests That Are Lost Together Turn No Later Ones Away
    Run Keyword And Expect Error    Expected a response from all 8, got it from none*
    ...    Send Concurrently    GET    /slow/lost    times=8    read_timeout=1ms
    GET    /products/3    expected_status=200


*** Keywords ***
Last Request Was
    [Documentation]    Checks which request a response belongs to.
    [Arguments]    ${response}    ${path}
    Should Be Equal    ${response.request.path_url}    ${path}

Refused
    [Arguments]    ${message}    ${keyword}    @{arguments}    &{options}
    Run Keyword And Expect Error    ${message}    ${keyword}    @{arguments}    &{options}
