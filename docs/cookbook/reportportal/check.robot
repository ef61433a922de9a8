*** Settings ***
Documentation    What the stand-in of ReportPortal has received.

Library          OperatingSystem

Suite Setup      Read What Has Arrived


*** Variables ***
${RECEIVED}    received.json


*** Test Cases ***
The Launch Has Both Tests And Is Finished
    Should Be Equal    ${RECORD}[launches][orders]    ${{ ['PASSED'] }}
    Should Be Equal    ${RECORD}[items][A Product Is Read]    PASSED
    Should Be Equal    ${RECORD}[items][An Order Takes A Token That Is Known]    PASSED

The Requests Stand In The Log
    ${texts} =    Evaluate    '\\n'.join($RECORD['logs'])
    Should Contain    ${texts}    /products/3
    Should Contain    ${texts}    401 Unauthorized

Nobody Has Sent The Token
    ${text} =    Get File    ${RECEIVED}
    Should Not Contain    ${text}    t0p-secret-token-0815


*** Keywords ***
Read What Has Arrived
    [Documentation]    Makes ${RECORD} known.
    ${text} =    Get File    ${RECEIVED}
    ${record} =    Evaluate    json.loads($text)
    VAR    ${RECORD} =    ${record}    scope=SUITE
