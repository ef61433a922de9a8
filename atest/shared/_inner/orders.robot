*** Settings ***
Documentation    What one worker does: it signs in and reads orders, no faster than the service takes them.

Library          OperatingSystem
Library          SteadyAPI    shared=%{ATEST_REDIS}


*** Variables ***
${COUNT}         20
${TOKEN PATH}    /token
${WORKERS}       1


*** Test Cases ***
Orders Are Read
    Create Token Source
    ...    login
    ...    %{ATEST_URL}${TOKEN PATH}
    ...    client_id=client-of-the-shop-77
    ...    client_secret=secret-Qp83hd
    Create Session    shop    %{ATEST_URL}    token_source=login    rate_limit=20/s
    Wait For The Others
    FOR    ${number}    IN RANGE    ${COUNT}
        GET    /orders?worker=%{ATEST_WORKER=0}    expected_status=200
    END


*** Keywords ***
Wait For The Others
    [Documentation]    However long each took to start, all send their first request at the same time.
    Create File    ${OUTPUT DIR}/../there/%{ATEST_WORKER=0}
    Wait Until Keyword Succeeds    10 minutes    0.1s    All Should Be There

All Should Be There
    ${there} =    Count Files In Directory    ${OUTPUT DIR}/../there
    Should Be True    ${there} >= ${WORKERS}
