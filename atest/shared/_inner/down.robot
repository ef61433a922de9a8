*** Settings ***
Documentation    What one worker does with a host that is down.

Library          SteadyAPI    shared=%{ATEST_REDIS}    retry=none


*** Variables ***
${COUNT}    1


*** Test Cases ***
The Host Is Asked
    Create Session    shop    %{ATEST_URL}
    FOR    ${number}    IN RANGE    ${COUNT}
        Run Keyword And Ignore Error    GET    /down    expected_status=200
    END
    GET    /down    expected_status=200
