*** Settings ***
Documentation    One of several runs that share a limit.

Library          SteadyAPI


*** Test Cases ***
Fifteen Requests
    Create Session    limited    ${FAULTS}    rate_limit=10/s    share_rate_limit=True
    Repeat Keyword    15 times    GET    /shared
