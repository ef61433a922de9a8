*** Settings ***
Documentation     What a server says about when to come back: Retry-After in both forms, and what hostile servers send.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server
Test Setup        Open The Fault Server


*** Test Cases ***
A Wish In Seconds Is Obeyed
    ${response} =    GET    /a?plan=429:1,200
    Should Be True    1.0 <= ${response.attempts[0].waited} <= 1.2
    Should Be Equal    ${response.attempts[0].wait_reason}    Retry-After: 1

A Wish As A Date Is Obeyed
    [Documentation]    The server tells no date of its own, so the local clock counts.
    ${soon} =    Evaluate
    ...    email.utils.format_datetime(datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=4), usegmt=True)
    ...    modules=email.utils,datetime
    ${response} =    GET    /a?plan=503:${{ urllib.parse.quote($soon, safe="").replace("%2C", "%252C") }},200
    Should Be True    ${response.attempts[0].waited} <= 4.2
    ${arrived} =    Evaluate    datetime.datetime.now(datetime.UTC) >= email.utils.parsedate_to_datetime($soon)
    Should Be True    ${arrived}    The second request came before the date.

A Limit Of One Second Is Waited Out
    ${response} =    POST    /a?plan=window:1
    Outcomes Should Be    ${response}    429    200

A Wish Above The Cap Fails At Once
    Run Keyword And Expect Error
    ...    *got 429*not retried: server asked for 3600 s, cap is 10 s*
    ...    GET    /a?plan=429:3600,200
    Server Should Have Seen    1    a

A Wish Of A Year Fails At Once
    Run Keyword And Expect Error    *server asked for 31536000 s, cap is 10 s*    GET    /a?plan=503:31536000

A Higher Cap Is A Setting
    VAR    &{modest} =    retry_after_cap=500ms
    Run Keyword And Expect Error    *server asked for 1 s, cap is 0.5 s*    GET    /a?plan=429:1,200    retry=${modest}

A Malformed Wish Is Ignored
    [Template]    The Wish Is Ignored
    -5
    soon
    1.5
    Sat%2099%20Foo%202026

A Date In The Past Means Now
    ${response} =    GET    /a?plan=503:Fri%2001%20Jan%201999%2000:00:00%20GMT,200
    Should Be True    ${response.attempts[0].waited} <= 0.1

A Server That Says 429 For Ever Is Asked Three Times
    Run Keyword And Expect Error    *still 429 after 3 tries*    GET    /a?plan=429
    Server Should Have Seen    3    a

An Expected 429 Is Returned At Once
    ${response} =    GET    /a?plan=429:5    expected_status=429
    Length Should Be    ${response.attempts}    1

Statuses Can Be Added And Taken Out
    VAR    &{own} =    retry_on=408,-500    first_wait=10ms
    ${response} =    POST    /a?plan=408,200    retry=${own}
    Outcomes Should Be    ${response}    408    200
    Run Keyword And Expect Error    Expected *got 500*    GET    /b?plan=500,200    retry=${own}

The Classic Preset Waits At Least Two Seconds
    ${response} =    POST    /a?plan=500,200    retry=classic
    Should Be True    2.0 <= ${response.attempts[0].waited} <= 10.0

Nothing Is Retried Without Retries
    Run Keyword And Expect Error    Expected *got 503*    GET    /a?plan=503,200    retry=none

Settings That Contradict Each Other Are Refused
    [Template]    The Settings Are Refused
    retry: attempts: expected 1 to 20*write: retry=none    attempts=0
    retry: first_wait: expected a time of 0 or more, got -1 s.    first_wait=-1s
    retry: deadline: expected a time above 0*    deadline=0s
    retry: first_wait (8 s) is longer than longest_wait (0.02 s).    first_wait=8s
    retry: the deadline of 1 s is shorter than the time limit of one attempt, 2 s*    deadline=1s
    retry: retry_on: expected statuses from 400 to 599*    retry_on=200
    retry: expected default, classic, none or a dictionary of settings*'atempts' not allowed*    atempts=2


*** Keywords ***
The Wish Is Ignored
    [Arguments]    ${wish}
    ${response} =    GET    /${{ $wish.strip("%") }}?plan=429:${wish},200
    Should Be True    ${response.attempts[0].waited} <= 0.1
    Should End With    ${response.attempts[0].wait_reason}    is neither seconds nor a date

The Settings Are Refused
    [Arguments]    ${message}    ${setting}
    ${name}    ${value} =    Evaluate    $setting.split("=")
    VAR    &{table} =    ${name}=${value}
    Run Keyword And Expect Error    ${message}    GET    /a    retry=${table}
    Server Should Have Seen    0    a
