*** Settings ***
Documentation    Sending requests, with and without a session.

Resource         shop.resource

Suite Setup      Open The Shop


*** Test Cases ***
Every Method Goes To The Current Session
    [Template]    The Method That Arrives Is
    GET    GET
    POST    POST
    PUT    PUT
    PATCH    PATCH
    DELETE    DELETE

Every Method Goes To A Named Session
    [Template]    The Method That Arrives On Shop Is
    GET On Session    GET
    POST On Session    POST
    PUT On Session    PUT
    PATCH On Session    PATCH
    DELETE On Session    DELETE

Answers Without A Body Have Headers
    ${response} =    HEAD    /products/3
    Should Be Empty    ${response.content}
    ${response} =    HEAD On Session    shop    /products/3
    Should Be Equal    ${response.headers}[Content-Type]    application/json
    ${response} =    OPTIONS    /products
    Should Contain    ${response.headers}[Allow]    POST
    ${response} =    OPTIONS On Session    shop    /products
    Should Be Equal As Integers    ${response.status_code}    204

A Whole URL Needs No Session
    [Setup]    Close All Sessions
    GET    ${BASE_URL}/health
    [Teardown]    Open The Shop

A Link On The Sessions Host Uses The Session
    Create Session    signed    ${BASE_URL}    token=token-of-links
    ${response} =    GET    ${BASE_URL}/echo
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${sent}    Bearer token-of-links
    [Teardown]    Close Session    signed

Another Host Never Gets The Sessions Credentials
    Create Session    signed    http://localhost:1    token=token-of-links
    ${response} =    GET    ${BASE_URL}/echo
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Be Equal    ${sent}    ${None}
    Run Keyword And Expect Error
    ...    ${BASE_URL} is not the host of session "signed" (http://localhost:1): its credentials stay there.*
    ...    GET On Session    signed    ${BASE_URL}/echo
    [Teardown]    Close Session    signed

A URL Is Just A URL
    ${response} =    GET    /echo?a=b=c&d=//e
    ${query} =    Evaluate    [['a', 'b=c'], ['d', '//e']]
    Last Request Should Have    ${response}    query    ${query}
    ${response} =    GET    /counter/anything:go
    Should End With    ${response.url}    /counter/anything:go
    ${response} =    GET    //nowhere    expected_status=404
    Should End With    ${response.url}    ${BASE_URL}//nowhere

Dot Segments Are Worked Out As RFC 3986 Says
    Create Session    deep    ${BASE_URL}/status/deep
    ${response} =    GET    ../../health
    Should Be Equal    ${response.url}    ${BASE_URL}/health
    [Teardown]    Close Session    deep

Query Parameters Are A Dictionary Or Text
    VAR    &{params} =    search=desk lamp    page=${2}
    ${response} =    GET    /echo    params=${params}
    ${query} =    Evaluate    [['search', 'desk lamp'], ['page', '2']]
    Last Request Should Have    ${response}    query    ${query}
    ${response} =    GET    /echo    params=a=1&a=2
    ${query} =    Evaluate    [['a', '1'], ['a', '2']]
    Last Request Should Have    ${response}    query    ${query}

JSON Is A Dictionary Or Text
    VAR    &{order} =    product_id=${3}    quantity=${2}
    ${response} =    POST    /echo    json=${order}
    Last Request Should Have    ${response}    body    {"product_id": 3, "quantity": 2}
    ${type} =    Echoed Header    ${response}    Content-Type
    Should Be Equal    ${type}    application/json
    ${response} =    POST    /echo    json={"a":1}
    Last Request Should Have    ${response}    body    {"a":1}

Data Is Text Or A Form
    ${response} =    POST    /echo    data=grün
    Last Request Should Have    ${response}    body    grün
    VAR    &{form} =    name=ada    colour=grün
    ${response} =    POST    /echo    data=${form}
    Last Request Should Have    ${response}    body    name=ada&colour=gr%C3%BCn

Text That Is Not JSON Is Refused
    Run Keyword And Expect Error
    ...    json: expected a dictionary, a list, a number or JSON text; got text that isn't JSON*
    ...    POST    /echo    json=just text

One Request Has One Body
    Run Keyword And Expect Error
    ...    expected json= or data= (with files= or not), got both*
    ...    POST
    ...    /echo
    ...    json={}
    ...    data=x

A Header Of The Request Replaces The Sessions
    VAR    &{defaults} =    Accept=text/plain
    VAR    &{own} =    accept=text/html
    Create Session    plain    ${BASE_URL}    headers=${defaults}
    ${response} =    GET    /echo    headers=${own}
    ${accept} =    Echoed Header    ${response}    Accept
    Should Be Equal    ${accept}    text/html
    ${response} =    GET    /echo
    ${accept} =    Echoed Header    ${response}    Accept
    Should Be Equal    ${accept}    text/plain
    [Teardown]    Close Session    plain

An Expected Status Has Many Forms
    [Template]    The Status 404 Is Expected As
    404
    ${404}
    not found
    4xx
    400-499
    200,404
    any

Another Status Than Expected Fails
    Run Keyword And Expect Error
    ...    Expected 201, got 404 Not Found: GET /products/9999*server said: no product has the id 9999
    ...    GET    /products/9999    expected_status=201
    Run Keyword And Expect Error
    ...    No such product\n${SPACE*2}Expected a status below 400, got 404*
    ...    GET    /products/9999    message=No such product

A Status That Makes No Sense Is Refused
    Run Keyword And Expect Error    expected_status: expected a number*    GET    /health    expected_status=fine
    Run Keyword And Expect Error    expected_status: expected a number*    GET    /health    expected_status=${999}

A Redirect Is Followed Unless Forbidden
    ${response} =    GET    /account
    Should End With    ${response.url}    /login
    Length Should Be    ${response.history}    1
    ${response} =    GET    /account    allow_redirects=False
    Should Be Equal As Integers    ${response.status_code}    302

A Request Has Its Own Time Limit
    Run Keyword And Expect Error
    ...    No answer from GET ${BASE_URL}/faults/mine?plan=slow:2: read timeout*
    ...    GET    /faults/mine?plan=slow:2    timeout=100ms

Nothing Listens There
    Run Keyword And Expect Error
    ...    No answer from GET http://127.0.0.1:1/: connection refused*nothing listens on 127.0.0.1:1*
    ...    GET    http://127.0.0.1:1/

An Option That Does Not Exist Is Refused
    Run Keyword And Expect Error
    ...    GET: no option "colour".\n${SPACE*2}its options: params, headers, json,*
    ...    GET    /health    colour=red


*** Keywords ***
The Method That Arrives Is
    [Documentation]    Calls a keyword on the current session.
    [Arguments]    ${keyword}    ${method}
    ${response} =    Run Keyword    ${keyword}    /echo
    Last Request Should Have    ${response}    method    ${method}

The Method That Arrives On Shop Is
    [Documentation]    Calls a keyword on the session ``shop``.
    [Arguments]    ${keyword}    ${method}
    ${response} =    Run Keyword    ${keyword}    shop    /echo
    Last Request Should Have    ${response}    method    ${method}

The Status 404 Is Expected As
    [Documentation]    Asks for what isn't there.
    [Arguments]    ${expected}
    GET    /nowhere    expected_status=${expected}
