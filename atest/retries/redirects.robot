*** Settings ***
Documentation     What a redirect leads to is a request of its own: what responded before it is not asked again.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server
Test Setup        Open The Fault Server


*** Test Cases ***
An Order Is Placed Once Though The Page Behind It Is Busy
    ${response} =    POST    /orders?plan=303:/thanks?plan=503%252C200    json={"product": 1}
    Outcomes Should Be    ${response}    303    503    200
    Server Should Have Seen    1    orders
    Server Should Have Seen    2    thanks
    Retry Count Should Be    1    ${response}
    Length Should Be    ${response.history}    1

The Failure Names The Request That Failed
    Run Keyword And Expect Error
    ...    GET /thanks?plan=503 still 503 after 3 tries in *redirected from POST ${FAULTS}/orders?plan=* (303)*
    ...    POST    /orders?plan=303:/thanks?plan=503    json={"product": 1}
    Server Should Have Seen    1    orders

A Dead Host Behind A Redirect Is Named
    Run Keyword And Expect Error
    ...    No answer from GET http://127.0.0.1:9/gone: connection refused *nothing listens on 127.0.0.1:9\n*redirected from*
    ...    GET
    ...    /start?plan=302:http://127.0.0.1:9/gone

A Redirected Post Is Judged As A Post
    Run Keyword And Expect Error    *redirected from POST *not retried: the server may have applied it*
    ...    POST    /orders?plan=307:/moved?plan=502    json={"product": 1}
    Server Should Have Seen    1    orders
    Server Should Have Seen    1    moved

Who Expects The Redirect Is Told How To See It
    Run Keyword And Expect Error    Expected 302, got 200 As Ordered: GET /new*write: allow_redirects=\${False}
    ...    GET    /old?plan=302:/new    expected_status=302
    GET    /old?plan=302:/new    expected_status=302    allow_redirects=${False}

A Time Limit Holds For All Redirects Of An Attempt
    VAR    &{short} =    timeout=500ms    deadline=${None}    attempts=1
    Run Keyword And Expect Error
    ...    No answer in * from GET /round?plan=again:0.2: *the timeout of 500 ms passed*redirected from*
    ...    GET
    ...    /round?plan=again:0.2
    ...    retry=${short}
