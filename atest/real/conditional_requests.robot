*** Settings ***
Documentation     Conditional requests against a real service (RFC 9110, section 13): don't send what I have,
...               and don't overwrite what I haven't seen.

Resource          kinto.resource

Suite Setup       Open Kinto As A New User With A Collection
Suite Teardown    Close All Sessions
Test Setup        Switch Session    kinto

Test Tags         real


*** Test Cases ***
An Unchanged Record Is Not Sent Again
    [Documentation]    The ETag of the first answer earns a 304 without a body.
    ${task} =    Create Task    Read twice
    ${first} =    GET    ${RECORDS}/${task.data.id}
    VAR    &{condition} =    If-None-Match=${first.headers}[ETag]
    ${second} =    GET    ${RECORDS}/${task.data.id}    headers=${condition}    expected_status=304
    Should Be Empty    ${second.content}
    Should Be Equal    ${second.headers}[ETag]    ${first.headers}[ETag]

A Changed Record Is Sent
    [Documentation]    The same condition, after a change, brings the new version.
    ${task} =    Create Task    Old title
    ${body} =    Task    New title
    PUT    ${RECORDS}/${task.data.id}    json=${body}
    VAR    &{condition} =    If-None-Match="${task.data.last_modified}"
    GET    ${RECORDS}/${task.data.id}    headers=${condition}    expected_status=200
    ${changed} =    Response Should Match Schema    models.TaskRecord
    Should Be Equal    ${changed.data.title}    New title

An Unchanged List Is Not Sent Again
    [Documentation]    A list has an ETag too: the time of the last change in it.
    Create Task    The last change
    ${list} =    GET    ${RECORDS}
    VAR    &{condition} =    If-None-Match=${list.headers}[ETag]
    GET    ${RECORDS}    headers=${condition}    expected_status=304

An Existing Record Is Not Created Twice
    [Documentation]    ``If-None-Match: *`` means "only if there is none"; the answer shows what is in the way.
    ${task} =    Create Task    Here first
    ${body} =    Task    Too late
    VAR    &{condition} =    If-None-Match=*
    PUT    ${RECORDS}/${task.data.id}    json=${body}    headers=${condition}    expected_status=412
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal    ${error.details.existing.title}    Here first

A Lost Update Is Refused
    [Documentation]    Two people read version one. The second to write learns that it is old, and nothing is lost.
    ${task} =    Create Task    Version one
    VAR    &{condition} =    If-Match="${task.data.last_modified}"
    ${mine} =    Task    My version two
    ${theirs} =    Task    Their version two
    PUT    ${RECORDS}/${task.data.id}    json=${mine}    headers=${condition}    expected_status=200
    PUT    ${RECORDS}/${task.data.id}    json=${theirs}    headers=${condition}    expected_status=412
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal    ${error.details.existing.title}    My version two

A Refused Condition Is Tried Once
    [Documentation]    A 412 stays a 412 however often one asks: nginx saw one request.
    ${task} =    Create Task    Keep me
    VAR    &{condition} =    If-Match="1"
    Start Counting Exchanges
    Run Keyword And Expect Error
    ...    *412 Precondition Failed*
    ...    DELETE
    ...    ${RECORDS}/${task.data.id}
    ...    headers=${condition}
    Exchanges Should Be    DELETE /v1${RECORDS}/${task.data.id} 412
