*** Settings ***
Documentation    Requests that take a minute, and tests that end before.

Library          SteadyAPI

Suite Setup      Create Session    crowd    ${CROWD}


*** Test Cases ***
The Time-Out Of A Test
    [Timeout]    4 seconds
    Send Concurrently    POST    /numbers/1?ms=60000    times=6    at_once=4

The Time-Out Of A Keyword
    Slow Requests

A Request That Nobody Waits For
    Start Request    GET    /numbers/forgotten?ms=60000    as=forgotten
    Wait Until JSON Value    /count/forgotten    $.count    ${1}

The Time-Out Of A Test That Waits
    [Timeout]    4 seconds
    Start Request    GET    /numbers/late?ms=60000    as=late
    Wait Until JSON Value    /count/late    $.count    ${1}
    Wait For Started Response    late


*** Keywords ***
Slow Requests
    [Timeout]    4 seconds
    VAR    @{numbers}    ${1}    ${2}    ${3}
    Send Each Concurrently    GET    /numbers/{n}?ms=60000    ${numbers}
