*** Settings ***
Documentation    The contract report and the learnt shapes of a run whose suites ran in processes of their own.

Library          Pabot.py
Library          ${CURDIR}/../servers/WireServer.py


*** Test Cases ***
The Parts Of Parallel Processes Add Up
    ${report} =    Run Suites In Parallel    4    ${OUTPUT DIR}${/}parallel
    Should Be Equal    ${report}[schemas]    ${{ [{"kind": "schema", "schema": "int", "checks": 8, "failed": 4}] }}
    Should Be Equal    ${report}[headline]    1 mismatch in 1 operation
    Should Be Equal    ${report}[mismatches][0][count]    ${4}

Every Worker's Responses Are In The One Baseline
    ${url} =    Start Wire Server
    FOR    ${number}    IN RANGE    4
        Respond To    /part${number}    200 OK\r\nContent-Type: application/json    body={"id": ${number}}
    END
    ${operations} =    Record One Baseline In Parallel    4    ${OUTPUT DIR}${/}baseline    ${url}
    Should Be Equal    ${operations}    ${{ [f"GET /part{number}" for number in range(4)] }}
