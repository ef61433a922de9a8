*** Settings ***
Documentation    Waiting until an API has got there.

Resource         shop.resource

Suite Setup      Open The Shop
Test Setup       Open The Shop


*** Variables ***
${SHAPE}    {"type": "object", "required": ["call"], "properties": {"call": {"const": 3}}}
${END}      {"type": "object", "required": ["detail"]}


*** Test Cases ***
A Value Is Waited For And Returned
    ${calls} =    Wait Until JSON Value    /counter/waited    $.calls    ${3}    timeout=30s
    Should Be Equal    ${calls}    ${3}

Errors That Time May Mend Are Waited Out
    Wait Until JSON Value    /faults/mend?plan=404,503,reset,429:1,200    $.call    ${5}    timeout=30s

One Of Several Values Will Do
    VAR    @{good} =    ${4}    ${3}
    Wait Until JSON Value    /counter/several    $.calls    ${good}    interval=50ms

A Value That Stays Away Fails And Tells How It Changed
    VAR    ${story} =    ${SPACE*2}it was 404 Not Found (1 poll), then absent (* poll*)
    Run Keyword And Expect Error
    ...    GET /faults/changed?plan=404,200: $.state is absent after * s (* polls), expected "done"\n${story}
    ...    Wait Until JSON Value
    ...    /faults/changed?plan=404,200
    ...    $.state
    ...    done
    ...    timeout=3s

A Value That Never Changes Stays
    Run Keyword And Expect Error
    ...    The job hangs\n${SPACE*2}GET /counter/hangs: $.name stayed "hangs" for * s (* polls), expected "done"
    ...    Wait Until JSON Value    /counter/hangs    $.name    done    timeout=3s    message=The job hangs

A Terminal Value Fails At Once
    VAR    @{terminal} =    ${2}    failed
    Run Keyword And Expect Error
    ...    *$.calls became 2 after *
    ...    Wait Until JSON Value    /counter/terminal    $.calls    ${9}    fail_when=${terminal}

A Number Written As Text Ends The Wait
    Run Keyword And Expect Error
    ...    GET /counter/typed: $.calls became 1 after * (1 poll), expected "1"\n*\${1}
    ...    Wait Until JSON Value    /counter/typed    $.calls    1

A Refusal That Time Never Mends Fails At Once
    Run Keyword And Expect Error
    ...    GET /orders: the answer became 401 Unauthorized after * (1 poll), expected $.status = "done"
    ...    Wait Until JSON Value    /orders    $.status    done

A Status Is Waited For And The Response Returned
    ${response} =    Wait Until Status    /faults/up?plan=503,reset,200    2xx    timeout=30s
    Should Be Equal As Integers    ${response.json()}[call]    3

A Service That Starts Late Is Waited For
    Run Keyword And Expect Error
    ...    GET http://127.0.0.1:9/: the answer stayed connection refused for * (* polls), expected status = 200
    ...    Wait Until Status    http://127.0.0.1:9/    200    timeout=3s

A Terminal Status Fails At Once
    Run Keyword And Expect Error
    ...    *status became 500 Internal Server Error after *, expected 200*
    ...    Wait Until Status    /faults/down?plan=503,500    200    fail_when=500

A Status Can Be Waited For On A Named Session With Any Method
    Create Session    other    ${BASE_URL}
    Switch Session    shop
    VAR    &{headers} =    X-Mine=1
    VAR    &{query} =    q=1
    ${response} =    Wait Until Status    /echo    200
    ...    alias=other    method=POST    params=${query}    headers=${headers}
    Should Be Equal    ${response.json()}[method]    POST
    [Teardown]    Close Session    other

A Shape Is Waited For And The Object Returned
    ${schema} =    Evaluate    json.loads($SHAPE)
    ${count} =    Wait Until Response Matches    /faults/shape?plan=503,200    ${schema}    timeout=30s
    Should Be Equal    ${count}[call]    ${3}

A Shape That Stays Away Names The Mismatches
    ${schema} =    Evaluate    json.loads($SHAPE)
    Run Keyword And Expect Error
    ...    *the body stayed 1 mismatch for *\n${SPACE*2}$.call: required, absent*
    ...    Wait Until Response Matches    /counter/shape    ${schema}    timeout=3s

A Terminal Shape Fails At Once
    ${schema} =    Evaluate    json.loads($SHAPE)
    ${end} =    Evaluate    {"type": "object", "required": ["call"], "properties": {"call": {"const": 2}}}
    Run Keyword And Expect Error
    ...    *the body became *
    ...    Wait Until Response Matches    /faults/end?plan=200    ${schema}    fail_when=${end}

What Can Never Be Waited For Is Refused
    [Template]    Run Keyword And Expect Error
    expected a JSONPath that begins with $, got "status".*    Wait Until JSON Value    /echo    status    done
    timeout: expected a time above 0 to wait, got 0 s.    Wait Until Status    /echo    200    timeout=0s
    interval: expected a time above 0 between two polls*    Wait Until Status    /echo    200    interval=-1s
    interval: 5 s is longer than the whole wait*    Wait Until Status    /echo    200    timeout=1s    interval=5s
    expected_status: expected a number*    Wait Until Status    /echo    soon
    no session has the alias "nope"*    Wait Until Status    /echo    200    alias=nope
    timeout: expected a time such as 5s, 500ms or 2 minutes; got *    Wait Until Status    /echo    200    timeout=soon
    no *    Wait Until Response Matches    /echo    nowhere.Model
