*** Settings ***
Documentation    Bodies that break off or are wrong, from a real server: none of them passes for an answer, and what
...              says nothing about the service is tried again where that does no harm.

Resource         shop.resource
Library          OperatingSystem
Library          ${CURDIR}/../servers/BrokenBodies.py

Suite Setup      Open The Server
Test Setup       Reset Host Health


*** Variables ***
${STOPPED}    data stopped before its end, after
${QUICK}      ${{ {'first_wait': '1ms', 'longest_wait': '1ms'} }}


*** Test Cases ***
Compressed Data That Stop Amid Them Are A Broken Answer
    [Documentation]    The length fits, so that nothing but the data themselves says that there is more to come.
    [Template]    It Broke Off
    /gzip/half    the gzip ${STOPPED}
    /gzip/half?framed=chunks    the gzip ${STOPPED}
    /gzip/half?framed=nothing    the gzip ${STOPPED}
    /gzip/start    the gzip ${STOPPED} 0 bytes of the body
    /gzip/no-sum    the gzip ${STOPPED}
    /deflate/half    the deflate ${STOPPED}
    /deflate/half?framed=chunks    the deflate ${STOPPED}
    /bare-deflate/half    the deflate ${STOPPED}

An Answer That Stops Before Its Length Is A Broken Answer
    [Template]    It Broke Off
    /plain/half?framed=long-length    bytes read
    /gzip/half?framed=long-length    bytes read
    /gzip/whole?framed=long-length    bytes read
    /plain/whole?framed=broken-chunks    bytes read
    /gzip/whole?framed=broken-chunks    bytes read
    /plain/whole?framed=endless-chunks    Response ended prematurely
    /plain/whole?framed=wrong-chunks    InvalidChunkLength
    /plain/whole?framed=early-end-chunks    expected the end of the body or a field of its trailer
    /gzip/whole?framed=early-end-chunks    expected the end of the body or a field of its trailer

Compressed Data That Are Wrong Can't Be Decoded
    [Documentation]    They would be wrong the next time too: they aren't asked for again.
    [Template]    It Can't Be Decoded
    /gzip/wrong-sum    gzip*incorrect data check
    /gzip/scrambled    gzip*Error -3
    /deflate/scrambled    deflate*Error -3

An Answer That Falls Silent Runs Into The Time Limit
    FOR    ${coding}    IN    plain    gzip
        Run Keyword And Expect Error
        ...    No answer in * from GET /${coding}/whole?framed=silence: read timeout (it began after * and did not end)*
        ...    GET
        ...    /${coding}/whole?framed=silence
        ...    timeout=2s
        ...    retry=none
    END

An Answer With Two Lengths Is None
    Run Keyword And Expect Error
    ...    No answer from GET ${BROKEN}/plain/whole?framed=two-lengths: answer is no valid HTTP (*Content-Length*
    ...    GET    /plain/whole?framed=two-lengths

What Isn't HTTP Is Called So
    Run Keyword And Expect Error
    ...    No answer from GET ${BROKEN}/plain/whole?framed=no-http: answer is no valid HTTP (3 tries*SSH-2.0-none*
    ...    GET    /plain/whole?framed=no-http

A Body That Is Whole Is Taken
    [Template]    It Is Whole
    /gzip/whole
    /gzip/whole?framed=chunks
    /gzip/whole?framed=nothing
    /deflate/whole
    /bare-deflate/whole
    /plain/whole?framed=words

What Comes Behind The End Of Compressed Data Is Ignored
    [Template]    It Is Whole
    /gzip/more
    /deflate/more

An Empty Body May Name A Compression
    ${response} =    GET    /gzip/none
    Should Be Empty    ${response.content}
    ${response} =    GET    /gzip/none?framed=chunks
    Should Be Empty    ${response.content}
    HEAD    /gzip/whole

More Than Announced Isn't Taken For The Next Answer
    ${response} =    GET    /plain/whole?framed=short-length
    Should Be Equal As Integers    ${response.content.__len__()}    ${{ len($WHOLE) // 2 }}
    FOR    ${_}    IN RANGE    5
        GET    /plain/whole?framed=short-length
        It Is Whole    /plain/whole
    END

A Post Whose Answer Broke Off Isn't Sent Again
    [Documentation]    The service may have applied it.
    Run Keyword And Expect Error
    ...    No answer from POST ${BROKEN}/gzip/half: answer broke off (*the gzip ${STOPPED}*POST*
    ...    POST    /gzip/half
    ${retries} =    Get Retry Count    scope=test
    Should Be Equal As Integers    ${retries}    0

A Download Of Half A Body Leaves No File
    Run Keyword And Expect Error
    ...    No answer from GET ${BROKEN}/gzip/half: answer broke off*
    ...    Download File    /gzip/half    ${OUTPUT_DIR}/broken/half.json
    File Should Not Exist    ${OUTPUT_DIR}/broken/half.json
    ${file} =    Download File    /gzip/whole    ${OUTPUT_DIR}/broken/whole.json
    Should Be Equal As Integers    ${file.size}    ${{ len($WHOLE) }}

A Test May Expect That The Answer Breaks Off
    GET    /gzip/half    expect_error=truncated
    GET    /plain/half?framed=long-length    expect_error=truncated


*** Keywords ***
Open The Server
    [Documentation]    Starts the server and opens a session that waits no longer than it must.
    ${url} =    Start Server Of Broken Bodies
    VAR    ${BROKEN} =    ${url}    scope=SUITE
    Close All Sessions
    Create Session    broken    ${BROKEN}    retry=${QUICK}
    ${response} =    GET    /plain/whole
    VAR    ${WHOLE} =    ${response.content}    scope=SUITE

It Broke Off
    [Documentation]    A GET fails after three tries, and says why.
    [Arguments]    ${path}    ${reason}
    Reset Host Health
    Run Keyword And Expect Error
    ...    No answer from GET ${BROKEN}${path}: answer broke off (3 tries in *)*${reason}*
    ...    GET    ${path}

It Can't Be Decoded
    [Documentation]    A GET fails at once, and says why.
    [Arguments]    ${path}    ${reason}
    ${error} =    Run Keyword And Expect Error
    ...    No answer from GET ${BROKEN}${path}: answer can't be decoded (*)*${reason}*
    ...    GET    ${path}
    Should Not Contain    ${error}    tries

It Is Whole
    [Documentation]    A GET gives the whole body.
    [Arguments]    ${path}
    ${response} =    GET    ${path}
    Should Be Equal    ${response.content}    ${WHOLE}
