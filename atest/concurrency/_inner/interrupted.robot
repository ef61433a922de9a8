*** Settings ***
Documentation    Requests that take a minute.

Library          SteadyAPI


*** Test Cases ***
Many Are On Their Way
    Create Session    crowd    ${CROWD}
    Send Concurrently    GET    /numbers/interrupted?ms=60000    times=20    at_once=8
