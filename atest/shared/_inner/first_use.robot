*** Settings ***
Documentation    The first use of what is shared, and what a reader sees when it fails.

Library          SteadyAPI    shared=${ADDRESS}


*** Variables ***
${ADDRESS}    %{ATEST_REDIS}


*** Test Cases ***
A Session Is Used
    Create Session    shop    %{ATEST_URL}
    GET    /orders    expected_status=200
