*** Settings ***
Documentation    Every test here runs into its own time-out.

Library          SteadyAPI

Suite Setup      Create Session    faulty    ${FAULTS}
Test Timeout     500 milliseconds


*** Test Cases ***
In The Pause Before A Retry
    GET    /pause?plan=429:5,200

While The Answer Is Awaited
    GET    /answer?plan=hang

In The Second Attempt
    GET    /second?plan=429:0,hang

In A Wait
    Wait Until JSON Value    /wait?plan=200    $.state    done
