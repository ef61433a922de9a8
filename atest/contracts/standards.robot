*** Settings ***
Documentation     What other judges say: the standards' own cases (JSON Schema, JSONPath), and a framework that
...               describes itself.

Library           FastApi.py
Library           JsonPathSuite.py
Library           JsonSchemaSuite.py

Suite Teardown    Stop Application


*** Test Cases ***
FastAPI's Own Document Judges Three Hundred Requests As FastAPI Does
    [Documentation]    Optional parameters, unions, lists, headers, cookies, deep bodies, forms and files.
    Start Application
    ${others} =    Judge    right=${200}    wrong=${100}
    Should Be Empty    ${others}

OpenAPI-Core Judges As This Library Does, But For Two Kinds Of Values That FastAPI Takes
    [Documentation]    Why FastAPI and this library are right is told in docs/decisions/0602.
    ${others} =    Judge Beside OpenAPI Core    right=${200}    wrong=${100}
    Should Be Equal    ${others}    ${{ {"refuses items": 23, "refuses files": 15} }}

Every Required Case Of The JSON Schema Standard Is Judged As It Says
    [Documentation]    Drafts 4 to 2020-12, without references to another machine and formats as mere annotations.
    [Template]    Cases Of Draft Are Judged As They Say
    draft4    580
    draft6    790
    draft7    870
    draft2019-09    1170
    draft2020-12    1170

Every Case Of The JSONPath Standard Gives What It Says
    [Documentation]    RFC 9535: what each path selects, and which paths are none.
    ${count}    ${others} =    Judge Paths
    Should Be Empty    ${others}
    Should Be True    ${count} > 700


*** Keywords ***
Cases Of Draft Are Judged As They Say
    [Documentation]    At least that many cases are there, and none is judged otherwise.
    [Arguments]    ${draft}    ${least}
    ${count}    ${others} =    Judge Draft    ${draft}
    Should Be Empty    ${others}
    Should Be True    ${count} > ${least}
