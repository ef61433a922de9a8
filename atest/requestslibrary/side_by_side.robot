*** Settings ***
Documentation     Every row runs with robotframework-requests and with the drop-in: results, errors and the requests
...               that arrive are the same.

Resource          side_by_side.resource

Suite Setup       Open Both
Suite Teardown    Close Both
Test Template     Both Do The Same


*** Test Cases ***
Methods Without A Session
    GET    ${ECHO}
    POST    ${ECHO}
    PUT    ${ECHO}
    PATCH    ${ECHO}
    DELETE    ${ECHO}
    OPTIONS    ${ECHO}
    HEAD    ${ECHO}
Methods On A Session
    GET On Session    shop    /echo
    POST On Session    shop    /echo
    PUT On Session    shop    /echo
    PATCH On Session    shop    /echo
    DELETE On Session    shop    /echo
    OPTIONS On Session    shop    /echo
    HEAD On Session    shop    /echo
Positions Of Arguments
    GET    ${ECHO}    a\=b    200    all is well
    GET On Session    shop    /echo    a\=b    200    all is well
    GET On Session    shop    /status/404    ${None}    200    all is well
    POST    ${ECHO}    text    ${None}    200
    POST On Session    shop    /echo    text    ${None}    201    not created
    DELETE On Session    shop    /echo    204    not gone
URLs
    GET On Session    shop    ${None}    expected_status=any
    GET On Session    shop    ${EMPTY}    expected_status=any
    GET On Session    shop    echo
    GET On Session    shop    ${ECHO}
    GET On Session    shop    ?q    expected_status=any
    GET On Session    under    /echo    expected_status=any
    GET On Session    under    echo    expected_status=any
    GET On Session    under    ../echo    expected_status=any
    GET On Session    under    /../../echo    expected_status=any
    GET On Session    nope    /echo
    GET    not a url
    GET    127.0.0.1/echo
Query Parameters
    GET    ${ECHO}    params=${TABLE}
    GET    ${ECHO}    params=a=1&a=2&key[]=3 4
    GET On Session    shop    /echo    params=${LISTS}
    GET On Session    shop    /echo?x\=1    params=${TABLE}
Bodies
    POST    ${ECHO}    data=${TABLE}
    POST    ${ECHO}    data=text
    POST    ${ECHO}    data=grün
    POST    ${ECHO}    data=${BYTES}
    POST    ${ECHO}    json=${TABLE}
    POST    ${ECHO}    json=${LISTS}
    POST    ${ECHO}    json=${EMPTY_TABLE}
    POST    ${ECHO}    data=${TABLE}    json=${TABLE}
    PUT On Session    shop    /echo    json=text
    PATCH On Session    shop    /echo    data=${EMPTY}
    GET    ${ECHO}    json=${TABLE}
    DELETE On Session    shop    /echo    json=${TABLE}
Multipart
    POST    ${ECHO}    files=${PARTS}
    POST    ${ECHO}    files=${PARTS}    data=${TABLE}
    POST On Session    shop    /echo    files=${NAMED_PARTS}
Headers
    GET    ${ECHO}    headers=${HEADERS}
    GET On Session    shop    /echo    headers=${HEADERS}
    GET On Session    shop    /echo
    GET On Session    shop    /echo    headers=${NO_TEAM}
    GET    ${ECHO}    headers=${BROKEN_HEADER}
Credentials
    GET    ${ECHO}    auth=${USER}
    GET On Session    signed    /echo
    GET On Session    signed    /echo    auth=${USER}
    GET On Session    digest    /digest
    GET    ${ODD}/digest    expected_status=401
Cookies
    GET On Session    odd    /set-cookie?a\=1&b\=2
    GET On Session    odd    /cookies
    GET On Session    odd    /cookies    cookies=${TABLE}
    GET    ${ODD}/set-cookie?a\=1
    GET    ${ODD}/cookies    cookies=${TABLE}
    GET    ${ODD}/jump?times\=2
Redirects
    GET On Session    odd    /jump?times\=3
    HEAD On Session    odd    /jump?times\=1
    HEAD On Session    odd    /jump?times\=1    allow_redirects=${True}
    GET On Session    odd    /jump?times\=1    allow_redirects=${False}
    POST On Session    odd    /jump?times\=1    data=x
    POST On Session    odd    /jump?times\=1&status\=307    data=x
    POST    ${ODD}/jump?times\=1&status\=303    data=x
    OPTIONS    ${ODD}/jump?times\=1
    GET    ${ODD}/loop
Answers
    GET    ${ODD}/gzip
    GET    ${ODD}/bom
    GET    ${ODD}/latin
    GET    ${ODD}/plain
    GET    ${ODD}/bytes?count\=300
    GET    ${ODD}/etag
    GET    ${ODD}/xml
Broken Answers
    GET    ${BROKEN}/gzip/whole
    GET    ${BROKEN}/gzip/whole?framed\=chunks
    GET    ${BROKEN}/gzip/more
    GET    ${BROKEN}/gzip/none
    GET    ${BROKEN}/gzip/wrong-sum
    GET    ${BROKEN}/gzip/scrambled
    GET    ${BROKEN}/deflate/scrambled
    GET    ${BROKEN}/bare-deflate/whole
    GET    ${BROKEN}/plain/half?framed\=long-length
    GET    ${BROKEN}/gzip/half?framed\=long-length
    GET    ${BROKEN}/plain/whole?framed\=short-length
    GET    ${BROKEN}/plain/whole?framed\=two-lengths
    GET    ${BROKEN}/plain/whole?framed\=words
    GET    ${BROKEN}/plain/whole?framed\=broken-chunks
    GET    ${BROKEN}/gzip/whole?framed\=broken-chunks
    GET    ${BROKEN}/plain/whole?framed\=endless-chunks
    GET    ${BROKEN}/plain/whole?framed\=wrong-chunks
    GET    ${BROKEN}/plain/whole?framed\=no-http
    GET    ${BROKEN}/plain/whole?framed\=silence    timeout=2
    GET    ${BROKEN}/gzip/whole?framed\=silence    timeout=2
    POST    ${BROKEN}/plain/half?framed\=long-length
    HEAD    ${BROKEN}/gzip/whole
Expected Statuses
    GET    ${BASE_URL}/status/404
    GET    ${BASE_URL}/status/500
    GET    ${BASE_URL}/status/404    expected_status=404
    GET    ${BASE_URL}/status/404    expected_status=200
    GET    ${BASE_URL}/status/404    expected_status=201    msg=It is there
    GET    ${BASE_URL}/status/404    expected_status=ANY
    GET    ${BASE_URL}/status/404    expected_status=Anything
    GET    ${BASE_URL}/status/404    expected_status=not found
    GET    ${BASE_URL}/status/404    expected_status=Not Found
    GET    ${BASE_URL}/status/404    expected_status=bad request
    GET    ${BASE_URL}/status/418    expected_status=I am a teapot
    GET    ${BASE_URL}/status/200    expected_status=OK
    GET    ${BASE_URL}/status/200    expected_status=i am an alien
    GET    ${BASE_URL}/status/200    expected_status=${TABLE}
    Status Should Be    200
    Status Should Be    404
    Status Should Be    404    msg=My words
    Status Should Be    200    not a response
    Request Should Be Successful
No Answers
    GET    http://127.0.0.1:1/
    GET On Session    closed    /
    GET    ${BASE_URL}/faults/none?plan\=close
    GET    http://127.0.0.1:1/    timeout=soon
Options That Nobody Knows
    GET    ${ECHO}    colour=red
    POST On Session    shop    /echo    colour=red
Sessions
    Session Exists    shop
    Session Exists    SHOP
    Session Exists    nope
    Update Session    shop    headers=${HEADERS}
    GET On Session    shop    /echo
    Update Session    shop    cookies=${TABLE}
    GET On Session    shop    /echo
    Update Session    nope
    Create Session    wrong    ${BASE_URL}    max_retries=many
    Create Session    wrong    ${BASE_URL}    retry_status_list=${WORDS}
    Create Session    text    ${BASE_URL}    verify=True
    Create Session    none    ${BASE_URL}    cookies=${None}    retry_status_list=${EMPTY}
    Create Session    false    ${BASE_URL}    cookies=${False}
    Create Client Cert Session    cert    ${BASE_URL}    client_certs=${WORDS}
    Create Custom Session    custom    ${BASE_URL}    ${AUTH_OBJECT}
    GET On Session    custom    /echo
    Create Ntlm Session    ntlm    ${BASE_URL}    ${WORDS}
Older Requests
    [Tags]    gone-in-1.0
    Get Request    shop    /echo
    Get Request    shop    /status/404
    Get Request    shop    /echo    ${HEADERS}    ${None}    ${None}    ${TABLE}
    Post Request    shop    /echo    ${TABLE}
    Post Request    shop    /echo    data=${TABLE}    headers=${JSON_TYPE}
    Post Request    shop    /echo    data={"a": 1}    headers=${JSON_TYPE}
    Post Request    shop    /echo    data=${TABLE}    headers=${FORM_TYPE}
    Post Request    shop    /echo    data=grün    headers=${FORM_TYPE}
    Post Request    shop    /echo    data=${EMPTY}    headers=${JSON_TYPE}
    Post Request    shop    /echo    data=${UNICODE_TABLE}    headers=${FORM_TYPE}
    Post Request    shop    /echo    json=${TABLE}
    Post Request    shop    /echo    files=${PARTS}
    Put Request    shop    /echo    ${TABLE}    ${None}    ${None}    ${None}    ${JSON_TYPE}
    Patch Request    shop    /echo    text
    Delete Request    shop    /echo    ${TABLE}
    Delete Request    shop    /status/500
    Head Request    odd    /jump?times\=1
    Options Request    shop    /echo    ${HEADERS}
    Get Request    nope    /echo
    To Json    {"b": 1, "a": [2]}
    To Json    {"b": 1, "a": [2]}    pretty_print=True
    To Json    ${JSON_BYTES}
    To Json    no json
The End
    Delete All Sessions
    Session Exists    shop
    GET On Session    shop    /echo
