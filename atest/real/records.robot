*** Settings ***
Documentation     Records of a real service: created, read, replaced, changed in part, listed and deleted.

Resource          kinto.resource

Suite Setup       Open Kinto As A New User With A Collection
Suite Teardown    Close All Sessions
Test Setup        Switch Session    kinto

Test Tags         real


*** Test Cases ***
A New Record Gets An Id
    [Documentation]    What was sent comes back, with an id and the time of the change.
    ${body} =    Task    Write the release notes    ${2.5}    ${False}    2031-02-28    docs    release
    POST    ${RECORDS}    json=${body}    expected_status=201
    ${task} =    Response Should Match Schema    models.TaskRecord
    Should Be Equal    ${task.data.title}    Write the release notes
    Should Be Equal    ${task.data.hours}    ${2.5}
    Should Be Equal As Strings    ${task.data.due}    2031-02-28
    Should Be Equal    ${task.permissions.write}    ${{["account:" + $USER]}}

A Record Can Be Created Under A Chosen Id
    [Documentation]    ``PUT`` creates the record when there is none of that id.
    ${id} =    Unique Name    chosen
    ${body} =    Task    Choose an id
    PUT    ${RECORDS}/${id}    json=${body}    expected_status=201
    ${task} =    Response Should Match Schema    models.TaskRecord
    Should Be Equal    ${task.data.id}    ${id}

A Record Is Read As It Was Written
    [Documentation]    Whatever the script, the characters survive.
    ${written} =    Create Task    Fish & Chips für 5 €, 魚 and 🐟
    GET    ${RECORDS}/${written.data.id}    expected_status=200
    ${read} =    Response Should Match Schema    models.TaskRecord
    Should Be Equal As Strings    ${read}    ${written}

A Record Is Replaced As A Whole
    [Documentation]    A second ``PUT`` leaves nothing of the first one.
    ${task} =    Create Task    Draft
    ${body} =    Task    Final    ${4.0}    ${True}
    PUT    ${RECORDS}/${task.data.id}    json=${body}    expected_status=200
    ${replaced} =    Response Should Match Schema    models.TaskRecord
    Should Be Equal    ${replaced.data.title}    Final
    Should Be True    ${replaced.data.last_modified} > ${task.data.last_modified}

One Field Is Changed With A Merge Patch
    [Documentation]    The content type decides what a patch means (RFC 7396): here, a field that isn't sent stays.
    ${task} =    Create Task    Check the invoices
    VAR    &{headers} =    Content-Type=application/merge-patch+json
    VAR    &{change} =    done=${True}
    VAR    &{body} =    data=${change}
    PATCH    ${RECORDS}/${task.data.id}    json=${body}    headers=${headers}    expected_status=200
    ${changed} =    Response Should Match Schema    models.TaskRecord
    Should Be True    ${changed.data.done}
    Should Be Equal    ${changed.data.title}    Check the invoices

A List Is Changed With A JSON Patch
    [Documentation]    Under this content type the body is a list of operations (RFC 6902).
    ${task} =    Create Task    Sort the mail
    VAR    &{headers} =    Content-Type=application/json-patch+json
    VAR    &{add} =    op=add    path=/data/tags/-    value=urgent
    VAR    @{operations} =    ${add}
    PATCH    ${RECORDS}/${task.data.id}    json=${operations}    headers=${headers}    expected_status=200
    ${changed} =    Response Should Match Schema    models.TaskRecord
    Should Be Equal    ${changed.data.tags}    ${{["urgent"]}}

Records Are Found By A Field
    [Documentation]    The library encodes parameters; this title has the characters that mean something in a URL.
    VAR    ${title} =    50 % off? #1 = Fish & Chips + more
    ${task} =    Create Task    ${title}
    VAR    &{params} =    title=${title}
    GET    ${RECORDS}    params=${params}    expected_status=200
    ${found} =    Response Should Match Schema    models.TaskList
    Length Should Be    ${found.data}    1
    Should Be Equal    ${found.data[0].id}    ${task.data.id}

A Deleted Record Is Gone
    [Documentation]    The answer to the removal is a tombstone, and afterwards there is no such record.
    ${task} =    Create Task    Forget me
    DELETE    ${RECORDS}/${task.data.id}    expected_status=200
    Response Should Match Schema    models.Deleted
    GET    ${RECORDS}/${task.data.id}    expected_status=404
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal    ${error.details.id}    ${task.data.id}

Changes Tell What Was Written And What Was Deleted
    [Documentation]    Two shapes in one list: each item matches one of them.
    ${before} =    Create Task    Before
    ${kept} =    Create Task    Kept
    ${deleted} =    Create Task    Deleted
    DELETE    ${RECORDS}/${deleted.data.id}
    VAR    &{params} =    _since=${before.data.last_modified}    _sort=last_modified
    GET    ${RECORDS}    params=${params}    expected_status=200
    ${changes} =    Response Should Match Schema    models.Changes
    Should Be Equal    ${{[change.id for change in $changes.data]}}    ${{[$kept.data.id, $deleted.data.id]}}
    Should Be True    ${changes.data[1].deleted}

A Body That Is Not JSON Is Refused
    [Documentation]    Text given as ``data`` is sent as it stands; the error tells what is wrong with it.
    VAR    &{headers} =    Content-Type=application/json
    POST    ${RECORDS}    data={"data": {"title":    headers=${headers}    expected_status=400
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal    ${error.details[0].location}    body

The Owner Shares A Record With Everyone
    [Documentation]    Permissions are part of the same envelope; then a visitor without an account reads it.
    ${task} =    Create Task    Read me
    VAR    @{everyone} =    system.Everyone
    VAR    &{permissions} =    read=${everyone}
    VAR    &{body} =    permissions=${permissions}
    PATCH    ${RECORDS}/${task.data.id}    json=${body}    expected_status=200
    ${shared} =    Response Should Match Schema    models.TaskRecord
    Should Be Equal    ${shared.permissions.read}    ${everyone}
    Open Kinto As A Visitor
    GET    ${RECORDS}/${task.data.id}    expected_status=200
    Response Should Match Schema    models.SharedTaskRecord

Several Requests Travel In One
    [Documentation]    A batch succeeds as a whole even where one of its requests fails: the shape covers both outcomes.
    ${body} =    Task    Created in a batch
    VAR    &{create} =    method=POST    path=${RECORDS}    body=${body}
    VAR    &{read} =    method=GET    path=${RECORDS}/no-such-record
    VAR    @{requests} =    ${create}    ${read}
    VAR    &{batch} =    requests=${requests}
    POST    /batch    json=${batch}    expected_status=200
    ${outcomes} =    Response Should Match Schema    models.Batch
    Should Be Equal    ${{[one.status for one in $outcomes.responses]}}    ${{[201, 404]}}

A Browser May Ask What Is Allowed
    [Documentation]    ``OPTIONS`` is the question that a browser asks before it calls from another site.
    VAR    &{headers} =    Origin=https://qa.example    Access-Control-Request-Method=PUT
    ${response} =    OPTIONS    ${RECORDS}/any    headers=${headers}    expected_status=200
    Should Contain    ${response.headers}[Access-Control-Allow-Methods]    PUT
