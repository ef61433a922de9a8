*** Settings ***
Documentation    The same requests one by one and at once; crowd_speed.py reads how long they took.

Library          Collections
Library          SteadyAPI
Library          trivial.py

Suite Setup      Create Session    waiting    ${URL}


*** Variables ***
${URL}      ${EMPTY}
${KIND}     SteadyAPI
${WIDTH}    ${16}


*** Test Cases ***
Warm Up
    IF    $KIND == 'Parallel Requests'
        Import Library    robot_parallel_requests.library.ParallelRequests    ${WIDTH}
    END
    ${numbers} =    Evaluate    range(${WIDTH})
    Run Keyword    Send With ${KIND}    ${EMPTY}    ${numbers}
    GET    /numbers/1    expected_status=200

One By One
    FOR    ${number}    IN RANGE    100
        GET    /numbers/${number}?ms=20    expected_status=200
    END

100 At Once
    Send Five Times    100

200 At Once
    Send Five Times    200

480 At Once
    Send Five Times    480

Processor Time
    ${numbers} =    Evaluate    range(2000)
    Start Stopwatch
    Run Keyword    Send With ${KIND}    ${EMPTY}    ${numbers}
    Stop Stopwatch    ${OUTPUT DIR}/seconds


*** Keywords ***
Send Five Times
    [Arguments]    ${count}
    ${numbers} =    Evaluate    range(${count})
    FOR    ${round}    IN RANGE    5
        Run Keyword    Send With ${KIND}    ?ms=20    ${numbers}
    END

Send With SteadyAPI
    [Arguments]    ${query}    ${numbers}
    Send Each Concurrently    GET    /numbers/{n}${query}    ${numbers}    at_once=${WIDTH}    expected_status=200

Send With Bare Threads
    [Arguments]    ${query}    ${numbers}
    Get Each In Threads    ${URL}/numbers/{}${query}    ${numbers}    ${WIDTH}

Send With Parallel Requests
    [Arguments]    ${query}    ${numbers}
    # The library forgets its sessions with each test.
    Parallel Create Session    base_url=${URL}
    ${names} =    Evaluate    []
    FOR    ${number}    IN    @{numbers}
        ${name} =    Parallel Queue Request    GET    /numbers/${number}${query}
        Append To List    ${names}    ${name}
    END
    Parallel Wait For All Requests    timeout=60
    FOR    ${name}    IN    @{names}
        ${status} =    Parallel Get Response Status    ${name}
        Should Be Equal As Integers    ${status}    200
    END
