*** Settings ***
Documentation    The OpenAPI documents of GitHub, Figma and PayPal, their own examples and recorded responses, judged by
...              this library and by schemathesis, which know nothing of each other.

Library          Documents.py

Suite Setup      Load Documents


*** Test Cases ***
Every Document Is Read
    ${count} =    Get Operations
    Length Should Be    ${count}    19
    Should Be Equal    ${count}[api.github.com.json]    ${1223}
    Should Be Equal    ${count}[openapi.yaml]    ${54}

Every Operation Is Found By Its Own Path
    ${lost} =    Get Operations That Are Not Found
    Should Be Empty    ${lost}

Both Tools Think The Same Of Every Example
    ${verdicts} =    Get Verdicts On Examples
    Should Be Equal    ${verdicts}    ${{ {"good": 827, "bad": 231} }}

Both Tools Think The Same Of Every Recorded Response
    ${verdicts} =    Get Verdicts On Recordings
    Should Be Equal    ${verdicts}    ${{ {"good": 52, "bad": 27, "unknown": 21} }}
