*** Settings ***
Documentation    Files, parts, streams and queries.

Resource         shop.resource
Library          OperatingSystem
Library          ${CURDIR}/../servers/OddServer.py
Library          ${CURDIR}/../servers/WireServer.py

Suite Setup      Open Both Servers


*** Variables ***
${FOLDER}    ${OUTPUT_DIR}/transfer


*** Test Cases ***
A Body Is Downloaded To A File
    ${file} =    Download File    ${ODD}/bytes?count=300000    ${FOLDER}/deep/bytes.bin
    Should Be Equal    ${file.size}    ${300000}
    ${content} =    Get Binary File    ${FOLDER}/deep/bytes.bin
    Should Be Equal    ${file.sha256}    ${{ hashlib.sha256($content).hexdigest() }}
    ${files} =    List Directory    ${FOLDER}/deep
    Length Should Be    ${files}    1

A Download Takes The Session's Way
    VAR    &{params} =    page=${2}
    Download File    /echo    ${FOLDER}/echo.json    alias=shop    params=${params}
    ${text} =    Get File    ${FOLDER}/echo.json
    Should Contain    ${text}    "2"

A Download That Breaks Off Is Tried Again
    ${file} =    Download File    /faults/download?plan=truncate,200    ${FOLDER}/again.json
    Should Be Equal    ${file.size}    ${11}

A Download With Another Status Leaves No File
    Run Keyword And Expect Error
    ...    Expected a status below 400, got 404 Not Found: GET /products/9999*server said: no product*
    ...    Download File    /products/9999    ${FOLDER}/missing.json
    File Should Not Exist    ${FOLDER}/missing.json
    Run Keyword And Expect Error    * can't be written: *    Download File    /health    /proc/nowhere/file

A File Is Streamed
    Create File    ${FOLDER}/upload.txt    streamed content
    ${file} =    Open File For Upload    ${FOLDER}/upload.txt
    ${response} =    POST    /echo    data=${file}
    Last Request Should Have    ${response}    body    streamed content
    Should Be True    ${file.closed}
    Run Keyword And Expect Error    * can't be sent: No such file*    Open File For Upload    ${FOLDER}/none

A Streamed File Is Sent Again From Its Start
    Create File    ${FOLDER}/upload.txt    streamed content
    ${file} =    Open File For Upload    ${FOLDER}/upload.txt
    ${response} =    PUT    /faults/stream?plan=reset,200    data=${file}
    Length Should Be    ${response.attempts}    2

Parts Make A Multipart Body
    Create File    ${FOLDER}/part.txt    from a file
    ${one} =    Create Multipart Part    doc    first    filename=one.txt    content_type=text/plain
    ${two} =    Create Multipart Part    doc    path=${FOLDER}/part.txt
    VAR    @{parts} =    ${one}    ${two}
    VAR    &{fields} =    note=both
    ${response} =    POST    /echo    files=${parts}    data=${fields}
    ${body} =    Get JSON Value    $.body
    Should Contain    ${body}    name="doc"; filename="one.txt"\r\nContent-Type: text/plain\r\n\r\nfirst
    Should Contain    ${body}    name="doc"; filename="part.txt"\r\n\r\nfrom a file
    Should Contain    ${body}    name="note"\r\n\r\nboth
    Run Keyword And Expect Error    expected content or path=, one of the two*    Create Multipart Part    doc

One Part Is Taken As It Is
    Create File    ${FOLDER}/part.txt    from a file
    ${part} =    Create Multipart Part    doc    path=${FOLDER}/part.txt
    POST    /echo    files=${part}
    Get JSON Value    $.body    contains    name="doc"; filename="part.txt"

Parts May Be A Dictionary
    VAR    &{files} =    doc=text
    ${response} =    POST    /echo    files=${files}
    Get JSON Value    $.body    contains    text
    Run Keyword And Expect Error
    ...    expected json= or data= (with files= or not)*
    ...    POST
    ...    /echo
    ...    files=${files}
    ...    json={}

Cookies And Credentials May Belong To One Request
    VAR    &{cookies} =    once=cookie-of-one-request
    VAR    @{auth} =    eve    secret-of-eve
    ${response} =    GET    /echo    cookies=${cookies}    auth=${auth}
    ${sent} =    Echoed Header    ${response}    Cookie
    Should Be Equal    ${sent}    once=cookie-of-one-request
    ${sent} =    Echoed Header    ${response}    Authorization
    Should Start With    ${sent}    Basic
    ${response} =    GET    /echo
    ${sent} =    Echoed Header    ${response}    Cookie
    Should Be Equal    ${sent}    ${None}

A Query Is Sent To GraphQL
    VAR    &{variables} =    id=${9}
    Send GraphQL    ${ODD}/graphql    query($id: Int) { order(id: $id) { id } }    ${variables}
    Get JSON Value    $.data.order.id    ==    ${9}
    Run Keyword And Expect Error
    ...    POST ${ODD}/graphql → 200 has errors: no such field (order.broken)
    ...    Send GraphQL    ${ODD}/graphql    { order { broken } }
    Send GraphQL    ${ODD}/graphql    { order { broken } }    allow_errors=True
    Run Keyword And Expect Error
    ...    Expected a status below 400, got 404*
    ...    Send GraphQL
    ...    /nowhere
    ...    { a }
    ...    alias=shop
    Run Keyword And Expect Error    * → 200 is not JSON: *    Send GraphQL    ${ODD}/plain    { a }

Events Are Read As They Come
    ${events} =    Read Events    ${ODD}/events    count=3    timeout=30s
    Should Be Equal    ${events[0].event}    order
    Should Be Equal    ${events[0].data}    {"id": 1}
    Should Be Equal    ${events[1].data}    two\nlines
    Should Be Equal    ${events[2].id}    2
    Run Keyword And Expect Error
    ...    GET ${ODD}/events → 200 expected 4 events, got 3 (within 2 s)
    ...    Read Events    ${ODD}/events    count=4    timeout=2s
    Run Keyword And Expect Error
    ...    *expected 4 events, got 3 (the server ended the stream)
    ...    Read Events    ${ODD}/events?end=1    count=4    timeout=30s
    Run Keyword And Expect Error
    ...    GET /health → 200 is no stream of events: application/json
    ...    Read Events    /health

Events Of Any Request Are Read
    ${events} =    Read Events    ${ODD}/events?end=1    method=POST    data=data: told\r\rdata: lost
    Should Be Equal    ${events[0].data}    told
    Run Keyword And Expect Error    *404 Not Found*server said: nothing here    Read Events    ${ODD}/no-events
    ${words} =    Read Events    http://127.0.0.1:9/    expect_error=refused
    Should Be Equal    ${words}    connection refused

A Stream That Ends Is Opened Again From Its Last Event
    ${events} =    Read Events    ${ODD}/more-events    count=3    reconnect=True
    Should Be Equal    ${{ [(event.id, event.retry) for event in $events] }}
    ...    ${{ [('1', 10), ('2', 10), ('3', 10)] }}

A Download Into A Folder Has The Server's Name
    Create Directory    ${FOLDER}/named
    ${file} =    Download File    ${ODD}/named-file?name=../€.txt    ${FOLDER}/named
    Should Be Equal    ${file.path.name}    €.txt
    ${file} =    Download File    ${ODD}/bytes?count=3    ${FOLDER}/named    method=POST    json={}
    Should Be Equal    ${file.path.name}    bytes
    ${files} =    List Directory    ${FOLDER}/named
    Length Should Be    ${files}    2

Any Method Can Be Sent
    ${response} =    Send Request    trace    /echo
    Last Request Should Have    ${response}    method    TRACE
    ${response} =    Send Request    PATCH    /echo    shop    data=x
    Last Request Should Have    ${response}    method    PATCH
    Send Request    CONNECT    ${ODD}/xml
    Run Keyword And Expect Error    method: expected a word such as GET*    Send Request    NO WAY    /echo

TRACE And CONNECT Are Methods Too
    ${response} =    TRACE    /echo
    Last Request Should Have    ${response}    method    TRACE
    ${response} =    TRACE On Session    shop    /echo
    Last Request Should Have    ${response}    method    TRACE
    CONNECT    ${ODD}/xml
    Create Session    odd    ${ODD}
    CONNECT On Session    odd    /xml
    [Teardown]    Close Session    odd

A Known Tag Is Answered With 304
    VAR    &{headers} =    If-None-Match="v1"
    ${response} =    GET    ${ODD}/etag    headers=${headers}    expected_status=304
    Should Be Empty    ${response.content}

Half A Character Of A Server Costs No Log
    Run Keyword And Expect Error    *has errors: cut \ufffd    Send GraphQL    ${ODD}/graphql    { cut }
    ${message} =    Get JSON Value    $.errors[0].message
    Log    ${message}

A Download That Breaks Off Is Gone On With
    [Documentation]    What has been written is whole pieces of 64 KB.
    ${wire} =    Start Wire Server
    VAR    &{brisk} =    first_wait=10ms
    ${body} =    Evaluate    b'0123456789' * 40_000
    Break Off    /file    200 OK\r\nETag: "one"    ${body}    200000
    Respond To    /file    206 Partial\r\nContent-Range: bytes 196608-399999/400000    body=${{ $body[196608:] }}
    ${file} =    Download File    ${wire}/file    ${OUTPUT_DIR}/gone-on.bin    retry=${brisk}
    Should Be Equal    ${file.size}    ${400000}
    Should Be Equal    ${file.sha256}    ${{ __import__('hashlib').sha256($body).hexdigest() }}
    ${first}    ${second} =    Received Requests
    Should Not Contain    ${first}    Range
    Should Contain    ${second}    \r\nRange: bytes=196608-\r\nIf-Range: "one"\r\n

A Download That Has Changed Meanwhile Begins Anew
    ${wire} =    Start Wire Server
    VAR    &{brisk} =    first_wait=10ms
    Break Off    /file    200 OK\r\nETag: "one"    ${{ b'x' * 100_000 }}    90000
    Respond To    /file    200 OK\r\nETag: "two"    body=another
    ${file} =    Download File    ${wire}/file    ${OUTPUT_DIR}/anew.bin    retry=${brisk}
    ${text} =    Get File    ${OUTPUT_DIR}/anew.bin
    Should Be Equal    ${text}    another

Another Part Than The Missing One Is Refused
    ${wire} =    Start Wire Server
    VAR    &{brisk} =    first_wait=10ms
    Break Off    /file    200 OK\r\nETag: "one"    ${{ b'x' * 100_000 }}    90000
    Respond To    /file    206 Partial\r\nContent-Range: bytes 3-13/100000    body=first file!
    Run Keyword And Expect Error    *asked for bytes from 65536, got bytes 3-13/100000*
    ...    Download File    ${wire}/file    ${OUTPUT_DIR}/part.bin    retry=${brisk}
    File Should Not Exist    ${OUTPUT_DIR}/part.bin

A Folder Takes The Name That The Server Gives
    [Template]    The File Should Be Called
    attachment; filename="report.csv"    report.csv
    attachment; filename*=UTF-8''%E2%82%AC%20rates.csv    € rates.csv
    attachment; filename="plain.csv"; filename*=UTF-8''extended.csv    extended.csv
    attachment; filename=../../etc/passwd    passwd
    attachment; filename="C:\\\\temp\\\\report.csv"    report.csv
    attachment; filename="Übersicht.csv"    Übersicht.csv
    inline    from-url.csv


*** Keywords ***
The File Should Be Called
    [Documentation]    A download into a folder with that Content-Disposition gives a file of that name.
    [Arguments]    ${disposition}    ${name}
    ${wire} =    Start Wire Server
    Respond To    /a/from-url.csv    200 OK\r\nContent-Disposition: ${disposition}    body=a;b
    Create Directory    ${OUTPUT_DIR}/named
    ${file} =    Download File    ${wire}/a/from-url.csv    ${OUTPUT_DIR}/named
    Should Be Equal    ${file.path.name}    ${name}
    Should Be Equal As Strings    ${file.path.parent}    ${{ str(__import__('pathlib').Path($OUTPUT_DIR) / 'named') }}

Open Both Servers
    [Documentation]    Opens the shop and the server with the odd answers.
    Open The Shop
    ${url} =    Start Odd Server
    VAR    ${ODD} =    ${url}    scope=SUITE
    Create Directory    ${FOLDER}
