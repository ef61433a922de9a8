*** Settings ***
Documentation    Tests that need retries, in one way or another.

Library          SteadyAPI    retry={'first_wait': '10ms'}    saved_by_retry=${SAVED_BY_RETRY}

Suite Setup      Open The Session


*** Variables ***
&{TWICE}    attempts=2    first_wait=10ms    any_method=${True}


*** Test Cases ***
A Retry Saves This Test
    GET    /one?plan=503,200

This Test Needs No Retry
    GET    /two?plan=200

No Retry Helps Here
    Run Keyword And Expect Error    *still 503 after 3 tries*    GET    /three?plan=503

A Kept Connection That Has Ended Costs Nothing
    GET    /six?plan=200
    VAR    ${large} =    ${{ 'x' * 20_000_000 }}
    POST    /seven?plan=gone,201    data=${large}

A Create Is Sent Again
    GET    /four?plan=200
    Run Keyword And Ignore Error    POST    /five?plan=500    retry=${TWICE}


*** Keywords ***
Open The Session
    Create Session    faulty    ${FAULTS}
