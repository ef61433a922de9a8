*** Settings ***
Documentation    Every test here runs into its own time-out.

Library          SteadyAPI

Suite Setup      Open The Session
Test Timeout     3 seconds


*** Test Cases ***
In The Pause Before A Retry
    GET    /pause?plan=429:9,200

While The Answer Is Awaited
    GET    /answer?plan=hang

In The Second Attempt
    GET    /second?plan=429:0,hang

In A Wait
    Wait Until JSON Value    /wait?plan=200    $.state    done


*** Keywords ***
Open The Session
    [Documentation]    What the first request loads is no part of a test's time.
    Create Session    faulty    ${FAULTS}
    GET    /first
