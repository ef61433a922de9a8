*** Settings ***
Documentation    Getting values out of responses, and comparing them in the same line.

Resource         shop.resource
Library          ${CURDIR}/../servers/OddServer.py

Suite Setup      Open Both Servers


*** Test Cases ***
A Status Is Compared
    GET    /health
    ${status} =    Get Response Status
    Should Be Equal    ${status}    ${200}
    Get Response Status    ==    200
    Get Response Status    <    ${300}
    Run Keyword And Expect Error
    ...    GET /health → 200 status: expected to be 201 (int), got 200 (int)*
    ...    Get Response Status    ==    201
    Run Keyword And Expect Error
    ...    My words\n${SPACE*2}GET /health → 200 status*
    ...    Get Response Status
    ...    >
    ...    400
    ...    My words

A JSON Value Is Found And Compared
    GET    /products/3
    ${name} =    Get JSON Value    $.name
    Should Be Equal    ${name}    Notebook
    Get JSON Value    $.name    starts    Note
    Get JSON Value    $.name    matches    ^N.*k$
    Get JSON Value    $['stock']    >=    ${1}
    Get JSON Value    $.name    validate    len(value) == 8
    ${length} =    Get JSON Value    $.name    then    len(value)
    Should Be Equal    ${length}    ${8}
    JSON Value Should Be    $.id    ${3}

Paths With Wildcards Give Lists
    GET    /products
    ${names} =    Get JSON Value    $[*].name
    Should Contain    ${names}    Notebook
    ${first} =    Get JSON Value    $[0].id
    Get JSON Value    $[-1].id    !=    ${first}

A JSON Value That Differs Says How
    GET    /products/3
    VAR    ${hint} =    ${SPACE*2}the types differ; a number is written with its braces: \${3}
    Run Keyword And Expect Error
    ...    GET /products/3 → 200 $.id: expected to be "3" (str), got 3 (int)\n${hint}
    ...    JSON Value Should Be
    ...    $.id
    ...    3
    Run Keyword And Expect Error
    ...    GET /products/3 → 200 $.nope: "nope" is absent at $ (keys there: id, name, price, stock)
    ...    Get JSON Value    $.nope
    Run Keyword And Expect Error
    ...    GET /products/3 → 200 $.name: value == 'x' is not true of 'Notebook'
    ...    Get JSON Value    $.name    validate    value == 'x'
    Run Keyword And Expect Error    expected a JSONPath that begins with $, got "name".*    Get JSON Value    name
    Run Keyword And Expect Error    "Notebook" (str) can't be compared so*    Get JSON Value    $.name    <    ${3}
    Run Keyword And Expect Error
    ...    assertion_operator: expected one of those below, got "is".\n*validate or then
    ...    Get JSON Value
    ...    $.name
    ...    is
    ...    x

A Length Is Compared
    ${notebook} =    GET    /products/3
    Get JSON Value    $.name    length    8
    Get JSON Value    $    length at least    ${3}
    Get JSON Value    $.name    is not empty
    GET    /orders    expected_status=401
    Get Response Text    is not empty
    Run Keyword And Expect Error
    ...    GET * → 200 $.name length: expected to be less than 3 (int), got 8 (int)
    ...    Get JSON Value    $.name    length <    3    response=${notebook}
    Run Keyword And Expect Error
    ...    GET * → 200 $.name: expected it to be empty, got "Notebook" (str)
    ...    Get JSON Value    $.name    is empty    response=${notebook}
    Run Keyword And Expect Error
    ...    $.id: expected a list, an object or a text*
    ...    Get JSON Value
    ...    $.id
    ...    length
    ...    1
    ...    response=${notebook}

What Is Not JSON Has No JSON Values
    GET    /login
    Run Keyword And Expect Error
    ...    GET /login → 200 is not JSON: text/html, starts "<!doctype html>*(a login page?)
    ...    Get JSON Value    $.name

JSON Behind A Byte Order Mark Is JSON
    GET    ${ODD}/bom
    JSON Value Should Be    $.name    grün

A Path Without A Match Leads Nowhere
    GET    /products
    Run Keyword And Expect Error
    ...    GET /products → 200 $[[]?@.id == 999].name: *
    ...    Get JSON Value    $[?@.id == 999].name
    JSON Value Should Not Exist    $[?@.id == 999].name
    ${names} =    Get JSON Value    $[?@.id == 3].name
    Should Be Equal    ${names}    ${{ ['Notebook'] }}
    Run Keyword And Expect Error
    ...    GET /products → 200 $[[]*].name: expected no value, got *
    ...    JSON Value Should Not Exist    $[*].name
    Run Keyword And Expect Error
    ...    *: $[[]*].No-Such stayed absent for *
    ...    Wait Until JSON Value    /products    $[*].No-Such    ${{ [] }}    timeout=3s

A Header Is Compared
    GET    /health
    ${type} =    Get Response Header    content-type
    Should Be Equal    ${type}    application/json
    Get Response Header    Content-Type    contains    json
    Response Header Should Be    Content-Type    application/json
    Run Keyword And Expect Error
    ...    GET /health → 200 Content-Type: expected to be "text/html" (str), got "application/json" (str)
    ...    Response Header Should Be    Content-Type    text/html
    Run Keyword And Expect Error
    ...    GET /health → 200 no header X-None; headers there: *
    ...    Get Response Header
    ...    X-None

A Cookie Is Compared
    ${response} =    GET    ${ODD}/set-cookie?visit=first-visit-cookie
    Get Response Cookie    visit    ==    first-visit-cookie
    Run Keyword And Expect Error    *no cookie other; cookies in the response: visit    Get Response Cookie    other
    GET    /health
    Get Response Cookie    visit    ends    cookie    response=${response}

A Kept Cookie Is Found Until It Is Taken Away
    Create Session    odd    ${ODD}
    GET    /set-cookie?sid=kept-cookie-1
    GET    /cookies
    Get Response Cookie    sid    ==    kept-cookie-1
    Run Keyword And Expect Error
    ...    *no cookie other; cookies in the response: none; kept by session "odd" for this URL: sid
    ...    Get Response Cookie    other
    Run Keyword And Expect Error
    ...    *expected no cookie sid, but session "odd" keeps it
    ...    Response Cookie Should Not Exist    sid
    GET    /set-cookie?sid=gone%3B%20Max-Age%3D0
    Response Cookie Should Not Exist    sid
    [Teardown]    Close Session    odd

What Should Not Exist Is Absent
    GET    /products/3
    JSON Value Should Not Exist    $.secret
    JSON Value Should Not Exist    $.name.first
    Response Header Should Not Exist    X-Powered-By
    Response Cookie Should Not Exist    sid
    Run Keyword And Expect Error
    ...    GET /products/3 → 200 $.name: expected no value, got "Notebook" (str)
    ...    JSON Value Should Not Exist    $.name
    Run Keyword And Expect Error
    ...    No type\n${SPACE*2}GET /products/3 → 200 expected no header content-type, got "application/json"
    ...    Response Header Should Not Exist    content-type    No type

Text Has A Charset
    GET    ${ODD}/latin
    Get Response Text    ==    grün
    GET    ${ODD}/plain
    Get Response Text    ==    grün
    Response Text Should Contain    ü
    ${text} =    Get Response Text    charset=latin-1
    Should Be Equal    ${text}    grÃ¼n
    Run Keyword And Expect Error
    ...    * body: expected to contain "blau" (str), got "grün" (str)
    ...    Response Text Should Contain
    ...    blau
    Run Keyword And Expect Error    charset: expected a name such as utf-8*    Get Response Text    charset=klingon

A Response Time Is Compared
    GET    /faults/time?plan=slow:0.05
    ${time} =    Get Response Time
    Should Be True    0.05 <= $time.total_seconds() < 60
    Get Response Time    >=    50ms
    Get Response Time    <    1 minute
    Response Time Should Be At Most    1 minute
    Run Keyword And Expect Error
    ...    GET /faults/time?plan=slow:0.05 → 200 response time: expected to be at most 10 ms, got * ms
    ...    Response Time Should Be At Most    10ms
    Run Keyword And Expect Error    response time: expected a time such as 500ms*    Get Response Time    <    soon

An XML Value Is Compared
    GET    ${ODD}/xml
    Get XML Value    /shop/item[@id='7']/name    ==    Lamp
    Get XML Value    item[@id='8']/@id    ==    8
    ${names} =    Get XML Value    //name
    Should Be Equal    ${names}    ${{ ['Lamp', 'Pen'] }}
    VAR    &{stock} =    s=urn:stock
    Get XML Value    item[1]/s:left    ==    3    namespaces=${stock}
    Run Keyword And Expect Error    *nothing in the XML body matches //nope    Get XML Value    //nope
    GET    /health
    Run Keyword And Expect Error    *the body is not XML that can be read*    Get XML Value    //name


*** Keywords ***
Open Both Servers
    [Documentation]    Opens the shop and the server with the odd answers.
    Open The Shop
    ${url} =    Start Odd Server
    VAR    ${ODD} =    ${url}    scope=SUITE
