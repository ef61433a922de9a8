*** Settings ***
Documentation     What the drop-in does better than its model, and the rest of what it promises.

Library           OperatingSystem
Library           SteadyAPI.RequestsLibrary    AS    RequestsLibrary
Library           SteadyAPI.demo.demo_shop.DemoShop    AS    Demo
Library           ${CURDIR}/../servers/OddServer.py
Library           ${CURDIR}/../servers/BrokenBodies.py

Suite Setup       Open The Servers
Suite Teardown    Delete All Sessions


*** Variables ***
@{RETRIED}    502    503


*** Test Cases ***
A Failed Response Is Not Successful
    ${failed} =    GET    ${BASE_URL}/status/404    expected_status=any
    GET    ${BASE_URL}/health
    Run Keyword And Expect Error    HTTPError: 404 *    Request Should Be Successful    ${failed}
    Request Should Be Successful

A Time Limit Stays With Its Session
    Create Session    patient    ${BASE_URL}    timeout=5
    Create Session    hasty    ${BASE_URL}    timeout=0.1    max_retries=0
    GET On Session    patient    /faults/patience?plan\=slow:0.3
    Run Keyword And Expect Error
    ...    ReadTimeout: *
    ...    GET On Session    hasty    /faults/haste?plan\=slow:1

Cookies Stay With Their Session
    VAR    &{cookies} =    sid=cookie-of-one-session
    Create Session    baked    ${ODD}    cookies=${cookies}
    ${response} =    GET On Session    baked    /cookies
    Should Be Equal    ${response.text}    sid=cookie-of-one-session
    ${response} =    GET    ${ODD}/cookies
    Should Be Empty    ${response.text}
    Create Session    other    ${ODD}
    ${response} =    GET On Session    other    /cookies
    Should Be Empty    ${response.text}

A Status May Be A Number
    GET    ${BASE_URL}/status/404    expected_status=${404}
    Status Should Be    ${404}
    Run Keyword And Expect Error    Url: *Expected status: 404 != 200    Status Should Be    ${200}

Files Are Closed Whatever Comes
    Create File    ${OUTPUT_DIR}/part.txt    content
    ${file} =    Get File For Streaming Upload    ${OUTPUT_DIR}/part.txt
    ${response} =    POST    ${BASE_URL}/echo    data=${file}
    Should Be Equal    ${response.json()}[body]    content
    Should Be True    ${file.closed}
    ${file} =    Get File For Streaming Upload    ${OUTPUT_DIR}/part.txt
    VAR    &{files} =    part=${{ ('name.txt', $file) }}
    POST    ${BASE_URL}/status/500    files=${files}    expected_status=500
    Should Be True    ${file.closed}
    ${file} =    Get File For Streaming Upload    ${OUTPUT_DIR}/part.txt
    Run Keyword And Expect Error    ConnectionError: *    POST    http://127.0.0.1:1/    data=${file}
    Should Be True    ${file.closed}
    ${file} =    Get File For Streaming Upload    ${OUTPUT_DIR}/part.txt
    VAR    @{pairs} =    ${{ ('part', ('name.txt', $file)) }}
    Run Keyword And Expect Error    ConnectionError: *    POST    http://127.0.0.1:1/    files=${pairs}
    Should Be True    ${file.closed}

The Same Field May Come Twice
    VAR    @{files} =    ${{ ('doc', ('a.txt', b'first')) }}    ${{ ('doc', ('b.txt', b'second')) }}
    ${response} =    POST    ${BASE_URL}/echo    files=${files}
    Should Contain    ${response.json()}[body]    filename="a.txt"
    Should Contain    ${response.json()}[body]    filename="b.txt"

A Stream Is Left To The Suite
    [Documentation]    What is still on its way can be read from the connection itself; the model's logger has read it.
    ${response} =    GET    ${ODD}/bytes?count\=300    stream=${True}
    ${first} =    Evaluate    $response.raw.read(10)
    Should Be Equal    ${first}    ${{ bytes(range(10)) }}
    ${rest} =    Evaluate    b''.join($response.iter_content(100))
    Length Should Be    ${rest}    290

Compressed Data That Stop Amid Them Are No Answer
    [Documentation]    The model takes what there is of them for the whole body.
    ${broken} =    Start Server Of Broken Bodies
    FOR    ${path}    IN    gzip/half    gzip/half?framed\=chunks    gzip/no-sum    deflate/half?framed\=nothing
        Run Keyword And Expect Error
        ...    ChunkedEncodingError: the * data stopped before its end, after * bytes of the body
        ...    GET    ${broken}/${path}
    END

A Colon And Double Slashes Are Part Of A Path
    Create Session    shop    ${BASE_URL}
    ${response} =    GET On Session    shop    /counter/anything:go
    Should Be Equal    ${response.url}    ${BASE_URL}/counter/anything:go
    ${response} =    GET On Session    shop    /anything//x    expected_status=404
    Should Be Equal    ${response.url}    ${BASE_URL}/anything//x
    ${response} =    GET On Session    shop    //anything/x    expected_status=404
    Should Be Equal    ${response.url}    ${BASE_URL}//anything/x

Statuses Are Retried Only When They Are Listed
    Create Session    shop    ${BASE_URL}
    GET On Session    shop    /faults/limited-once?plan\=429:1,200    expected_status=429
    Create Session    listed    ${BASE_URL}    retry_status_list=${RETRIED}
    GET On Session    listed    /faults/listed-once?plan\=503,200    expected_status=200
    POST On Session    listed    /faults/post-once?plan\=503,201    expected_status=503
    VAR    @{methods} =    POST
    Create Session    posting    ${BASE_URL}    retry_status_list=${RETRIED}    retry_method_list=${methods}
    POST On Session    posting    /faults/posted-once?plan\=503,201    expected_status=201
    GET On Session    posting    /faults/got-once?plan\=503,200    expected_status=503

A Server Can't Hold A Test Up
    [Documentation]    A wait that the server asks for is kept up to 10 seconds; one of an hour isn't begun.
    VAR    @{limited} =    429
    Create Session    limited    ${BASE_URL}    retry_status_list=${limited}
    Run Keyword And Expect Error    RetryError: *too many 429 error responses*
    ...    GET On Session    limited    /faults/for-an-hour?plan\=429:3600,200
    ${last} =    Last Response
    Length Should Be    ${last.attempts}    1
    Create Session    unlimited    ${BASE_URL}
    GET On Session    unlimited    /faults/at-any-rate?plan\=429:3600,200    expected_status=429

The Response After The Last Retry Can Be Reached
    Create Session
    ...    listed
    ...    ${BASE_URL}
    ...    retry_status_list=${RETRIED}
    ...    max_retries=2
    ...    backoff_factor=0.01
    Run Keyword And Expect Error    RetryError: *too many 503 error responses*
    ...    GET On Session    listed    /faults/for-ever?plan\=503    expected_status=503
    ${last} =    Last Response
    Should Be Equal As Integers    ${last.status_code}    503
    Length Should Be    ${last.attempts}    3
    Create Session    once    ${BASE_URL}    retry_status_list=${RETRIED}    max_retries=0
    GET On Session    once    /faults/at-once?plan\=503    expected_status=503

A URL With An Equals Sign Says How To Write It
    Run Keyword And Expect Error    TypeError: GET is missing 1 required positional argument: 'url'. A URL with =*
    ...    GET    ${BASE_URL}/echo?a=b
    ${response} =    GET    url=${BASE_URL}/echo?a=b
    Should End With    ${response.url}    /echo?a=b

The Newest Methods Are There
    Create Session    odd    ${ODD}
    Create Session    shop    ${BASE_URL}
    ${response} =    TRACE    ${BASE_URL}/echo
    Should Be Equal    ${response.json()}[method]    TRACE
    ${response} =    TRACE On Session    shop    /echo
    Should Be Equal    ${response.json()}[method]    TRACE
    CONNECT    ${ODD}/xml
    CONNECT On Session    odd    /xml

An Alias May Be Used Again
    ${first} =    Create Session    again    ${BASE_URL}
    ${second} =    Create Session    again    ${ODD}
    ${response} =    GET On Session    again    /xml
    Should Be Equal    ${second.url}    ${ODD}

The Session Is One Of Requests And May Be Changed
    ${session} =    Create Session    shop    ${BASE_URL}
    Set To Header    ${session}    X-Mine    yes
    ${response} =    GET On Session    shop    /echo
    Should Be Equal    ${response.request.headers}[X-Mine]    yes


*** Keywords ***
Open The Servers
    [Documentation]    Starts both servers.
    ${url} =    Start Demo Server
    VAR    ${BASE_URL} =    ${url}    scope=SUITE
    ${odd} =    Start Odd Server
    VAR    ${ODD} =    ${odd}    scope=SUITE

Set To Header
    [Documentation]    Changes a header of a session.
    [Arguments]    ${session}    ${name}    ${value}
    Evaluate    $session.headers.__setitem__($name, $value)
