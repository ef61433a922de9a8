*** Settings ***
Documentation     A genuine rate limit (nginx ``limit_req``): one request in three seconds, everything above it gets a
...               429 with ``Retry-After: 3``. nginx's access log tells what really happened.

Resource          kinto.resource

Suite Setup       Open Kinto As A New User With A Collection
Suite Teardown    Close All Sessions
Test Setup        Use Up The Limit

Test Tags         real


*** Test Cases ***
A Read Above The Limit Waits As Told And Succeeds
    [Documentation]    The test is green, and the response tells what it took.
    ${response} =    GET    /    expected_status=200
    Response Should Match Schema    models.ServerInfo
    Exchanges Should Be    GET /v1/ 429    GET /v1/ 200
    Should Be Equal    ${{[attempt.status for attempt in $response.attempts]}}    ${{[429, 200]}}
    Should Be True    3 <= ${response.attempts[0].waited} < 5

A Create Above The Limit Is Sent Again And Done Once
    [Documentation]    The server says that it hasn't done what it answers with 429, so that a POST may be repeated.
    ${body} =    Task    Created once
    POST    ${RECORDS}    json=${body}    expected_status=201
    Response Should Match Schema    models.TaskRecord
    Exchanges Should Be    POST /v1${RECORDS} 429    POST /v1${RECORDS} 201
    GET On Session    kinto    ${RECORDS}
    ${tasks} =    Response Should Match Schema    models.TaskList
    Length Should Be    ${tasks.data}    1

An Expected 429 Is Returned At Once
    [Documentation]    Who tests the limit itself gets its answer without a retry.
    ${response} =    GET    /    expected_status=429
    Exchanges Should Be    GET /v1/ 429
    Length Should Be    ${response.attempts}    1
    Should Be Equal    ${response.headers}[Retry-After]    3
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal As Integers    ${error.errno}    117

A Limit That Does Not Let Go Fails The Test
    [Documentation]    This server lets one request in a minute through: the failure tells how often it was asked.
    [Setup]    Use Up The Limit    ${KINTO}[exhausted]
    Run Keyword And Expect Error    *still 429 after 3 tries*    GET    /
    Exchanges Should Be    GET /v1/ 429    GET /v1/ 429    GET /v1/ 429

A Client That Keeps To The Limit Never Hits It
    [Documentation]    The session spaces its requests out; the server never has to say 429. One may take two seconds
    ...    longer on its way than the next.
    [Setup]    No Operation
    VAR    @{credentials} =    ${USER}    ${PASSWORD}
    Create Session
    ...    paced
    ...    ${KINTO}[paced]
    ...    auth=${credentials}
    ...    verify=${KINTO}[authority]
    ...    rate_limit=20/min
    Wait Until Status    /    200
    Start Counting Exchanges
    Repeat Keyword    3 times    GET    /
    Exchanges Should Be    GET /v1/ 200    GET /v1/ 200    GET /v1/ 200
    [Teardown]    Close Session    paced


*** Keywords ***
Use Up The Limit
    [Documentation]    Makes one request, so that the next one is above the limit, and counts from there.
    [Arguments]    ${url}=${KINTO}[limited]
    Open Kinto As    limited    ${USER}    ${PASSWORD}    ${url}
    GET    /
    Start Counting Exchanges
