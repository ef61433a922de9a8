*** Settings ***
Documentation     What robotframework-requests 1.0 adds to 0.9: every row runs with it and with the drop-in.

Resource          ../side_by_side.resource

Suite Setup       Open Both
Suite Teardown    Close Both
Test Template     Both Do The Same


*** Test Cases ***
Methods Without A Session
    TRACE    ${ECHO}
    TRACE    ${ECHO}    headers=${HEADERS}
    TRACE    ${ECHO}    200    all is well
    TRACE    ${BASE_URL}/status/404
    TRACE    ${BASE_URL}/status/404    404
    TRACE    ${BASE_URL}/status/404    200    traced
    CONNECT    ${ODD}/xml
    CONNECT    ${ODD}/nothing
    CONNECT    ${ODD}/nothing    expected_status=any
    CONNECT    ${ODD}/xml    204    connected
Methods On A Session
    TRACE On Session    shop    /echo
    TRACE On Session    shop    /echo    params=${TABLE}
    TRACE On Session    shop    /status/500
    TRACE On Session    shop    /status/500    500
    TRACE On Session    nope    /echo
    CONNECT On Session    odd    /xml
    CONNECT On Session    odd    /nothing
    CONNECT On Session    odd    /xml    204    connected
    CONNECT On Session    nope    /xml
Redirects
    TRACE    ${ODD}/jump?times\=1
    TRACE On Session    odd    /jump?times\=1    allow_redirects=${False}
    CONNECT On Session    odd    /jump?times\=1
The Last Response
    GET    ${ODD}/xml
    Last Response
    POST On Session    shop    /echo    data=text
    Last Response
    GET    ${BASE_URL}/status/404
    Last Response
    GET    http://127.0.0.1:1/
    Last Response
The Same Field Twice
    POST    ${ECHO}    files=${PAIRS}
    POST On Session    shop    /echo    files=${PAIRS}    data=${TABLE}
