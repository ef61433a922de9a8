*** Settings ***
Documentation    Three machines, each a network namespace with two workers, share a token, a rate limit and breakers
...              through Debian's Redis. The service writes down what reaches it. Without the right to make namespaces,
...              the machines are processes that have folders of their own.

Library          Collections
Library          Process
Library          SharedRuns.py

Suite Setup      Start Everything
Test Setup       Begin Anew

Test Tags        shared


*** Variables ***
${KIND}    ${EMPTY}


*** Test Cases ***
Six Workers On Three Machines Make One Token Request And Keep To One Limit
    [Documentation]    The report over all of them counts what the service counted.
    ${workers} =    Start Six Workers
    FOR    ${worker}    IN    @{workers}
        ${failed} =    Wait For Worker    ${worker}
        Should Be Equal As Integers    ${failed}    0
    END
    ${tokens} =    Requests Seen    /token
    ${orders} =    Requests Seen    /orders
    Length Should Be    ${tokens}    1
    Length Should Be    ${orders}    120
    ${used} =    Evaluate    {request['authorization'] for request in $orders}
    Should Be Equal    ${used}    ${{ {'Bearer the-token-of-the-run-1-Zk3v9'} }}
    Limit Should Hold    ${orders}    20
    Report Should Count    ${{ len($tokens) + len($orders) }}

Nothing In Redis Can Be Read, And All Of It Ends
    ${worker} =    Start Worker    0    orders.robot    --variable    COUNT:3
    Wait For Worker    ${worker}
    ${worker} =    Start Worker    0    down.robot    --variable    COUNT:2
    Wait For Worker    ${worker}
    ${contents} =    Contents Of Redis
    ${expiries} =    Expiries In Redis
    ${kinds} =    Evaluate    sorted({name.split(':')[2] for name in $expiries})
    Should Be Equal    ${kinds}    ${{ ['breaker', 'key', 'rate', 'token'] }}
    FOR    ${word}    IN    the-token    Bearer    ${{ $URL.rpartition('//')[2] }}    10.77.    shop    client    Qp83hd
    ...    scope    ${KEY}    acceptance
        Should Not Be True    $word.encode() in $contents    msg=${word} can be read in Redis
    END
    # Names that are hidden and times may have these digits among theirs.
    ${status} =    Evaluate    re.search(rb'(?<![0-9a-f.])503(?![0-9a-f.])', $contents)    modules=re
    Should Be Equal    ${status}    ${None}    msg=503 can be read in Redis
    Should Be True    0 < min($expiries.values()) and max($expiries.values()) <= 86400

A Worker That Is Killed With The Lock Delays The Others By Its Life At Most
    ${dead} =    Start Worker    0    orders.robot    --variable    TOKEN PATH:/stuck
    Wait For Request    /stuck
    ${other} =    Start Worker    1    orders.robot    --variable    TOKEN PATH:/stuck
    Wait Until A Worker Waits For The Lock
    ${at} =    Kill Worker    ${dead}
    ${requests} =    Wait For Request    /stuck    2
    ${delay} =    Evaluate    $requests[1]['at'] - $at
    Log    the other worker asked ${delay} s after the first one was killed    console=True
    # Ten seconds, and what a busy machine takes to go on.
    Should Be True    ${delay} < 30
    Kill Worker    ${other}

Redis That Is Stopped In Mid-Run Is Named In The Failure
    ${worker} =    Start Worker    2    orders.robot    --variable    COUNT:1000
    Wait For Request    /orders    5
    Stop Redis
    ${failed} =    Wait For Worker    ${worker}
    Should Be Equal As Integers    ${failed}    1
    ${console} =    Console Of Worker    ${worker}
    ${server} =    Evaluate    $REDIS.replace('://:redis-password-8fK2@', '://').partition('?')[0]
    Should Contain    ${console}    shared: ${server} can't be reached:
    Should Not Contain    ${console}    redis-password
    [Teardown]    Start Redis

A Host That Is Down For One Machine Is Down For All
    [Documentation]    The other one may send a probe, if it is started after ten seconds; what follows is turned away.
    ${worker} =    Start Worker    0    down.robot    --variable    COUNT:4
    Wait For Worker    ${worker}
    ${worker} =    Start Worker    1    down.robot    --variable    COUNT:3
    ${failed} =    Wait For Worker    ${worker}
    Should Be Equal As Integers    ${failed}    1
    ${console} =    Console Of Worker    ${worker}
    Should Match Regexp
    ...    ${console}
    ...    GET /down was not sent: [\\d.:]+ lost [56] requests in a row since .* \\(503\\);
    ${requests} =    Requests Seen    /down
    Should Be True    5 <= len($requests) <= 6


*** Keywords ***
Start Everything
    ${running} =    Start Servers And Machines    3    ${OUTPUT DIR}/shared-machines
    VAR    ${KIND} =    ${running}[kind]    scope=SUITE
    VAR    ${URL} =    ${running}[url]    scope=SUITE
    VAR    ${REDIS} =    ${running}[redis]    scope=SUITE
    VAR    ${KEY} =    ${running}[key]    scope=SUITE
    Log    the machines are ${KIND}    console=True

Start Six Workers
    VAR    @{workers} =    @{EMPTY}
    FOR    ${number}    IN RANGE    6
        ${worker} =    Start Worker
        ...    ${number % 3}
        ...    orders.robot
        ...    --variable
        ...    WORKERS:6
        ...    ATEST_WORKER=${number}
        Append To List    ${workers}    ${worker}
    END
    RETURN    ${workers}

Limit Should Hold
    [Arguments]    ${requests}    ${limit}
    ${rate} =    Rate    ${requests}
    Log    ${rate} requests a second    console=True
    Should Be True    ${rate} <= ${limit} * 1.05

Report Should Count
    [Arguments]    ${count}
    ${folders} =    Results
    ${done} =    Run Process    ${{ sys.executable }}    -m    SteadyAPI    report    @{folders}    --output
    ...    ${OUTPUT DIR}/shared-report    --markdown
    Should Be Equal As Integers    ${done.rc}    0    msg=${done.stderr}
    Log    ${done.stdout}
    Should Contain    ${done.stdout}    **${count}** requests
