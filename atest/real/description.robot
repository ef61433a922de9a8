*** Settings ***
Documentation     What Kinto says of itself, compared with what it does: its answers, and generated models.

Resource          kinto.resource
Library           Swagger.py

Suite Setup       Open Kinto And Its Description
Suite Teardown    Close All Sessions

Test Tags         real


*** Test Cases ***
Every Answer Of A Visit Is As Kinto Describes It
    [Documentation]    Objects, lists, changes, errors and removals: the session compares each answer as it comes.
    Use OpenAPI    ${DOCUMENT}    session=kinto
    ${task} =    Create Task    Read the description
    GET    ${RECORDS}
    GET    ${RECORDS}/${task.data.id}
    PATCH    ${RECORDS}/${task.data.id}    json=${{ {"data": {"done": True}} }}
    GET    ${RECORDS}/no-such-record    expected_status=404
    DELETE    ${RECORDS}/${task.data.id}
    GET    /buckets
    [Teardown]    Use OpenAPI    off    session=kinto

What Kinto Does Not Describe Is Noticed
    Use OpenAPI    ${DOCUMENT}    session=kinto
    Run Keyword And Expect Error    *operation: expected a described one, got GET /v1/no-such-place*
    ...    GET    /no-such-place    expected_status=404
    [Teardown]    Use OpenAPI    off    session=kinto

Models Made Of The Description Fit The Answers
    [Documentation]    Kinto's records take any fields, so the models say nothing of those.
    Model Of    /buckets/{bucket_id}/collections/{collection_id}/records/{id}    404    KintoError
    GET    ${RECORDS}/no-such-record    expected_status=404
    ${error} =    Response Should Match Schema    ${OUTPUT DIR}/kinto_error.py::KintoError    extra=ignore
    Should Be Equal As Integers    ${error.code}    404
    Create Task    Fit the model
    GET    ${RECORDS}
    Run Keyword And Expect Error    *does not match KintoError*$.code: required, absent*
    ...    Response Should Match Schema    ${OUTPUT DIR}/kinto_error.py::KintoError    extra=ignore


*** Keywords ***
Open Kinto And Its Description
    [Documentation]    Has Kinto describe itself; the document goes into the output directory.
    Open Kinto As A New User With A Collection
    ${response} =    GET    /__api__
    VAR    ${SWAGGER} =    ${response.json()}    scope=SUITE
    VAR    ${DOCUMENT} =    ${OUTPUT DIR}${/}kinto.json    scope=SUITE
    Write OpenAPI    ${SWAGGER}    ${DOCUMENT}

Model Of
    [Documentation]    Has a model written of what is described for a status of an operation.
    [Arguments]    ${path}    ${status}    ${name}
    VAR    ${schema} =    ${SWAGGER}[paths][${path}][get][responses][${status}][schema]
    Write Model    ${schema}    ${name}    ${OUTPUT DIR}${/}kinto_error.py
