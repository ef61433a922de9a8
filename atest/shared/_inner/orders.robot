*** Settings ***
Documentation    What one worker does: it signs in and reads orders, no faster than the service takes them.

Library          SteadyAPI    shared=%{ATEST_REDIS}


*** Variables ***
${COUNT}         20
${TOKEN PATH}    /token


*** Test Cases ***
Orders Are Read
    Create Token Source
    ...    login
    ...    %{ATEST_URL}${TOKEN PATH}
    ...    client_id=client-of-the-shop-77
    ...    client_secret=secret-Qp83hd
    Create Session    shop    %{ATEST_URL}    token_source=login    rate_limit=20/s
    FOR    ${number}    IN RANGE    ${COUNT}
        GET    /orders?worker=%{ATEST_WORKER=0}    expected_status=200
    END
