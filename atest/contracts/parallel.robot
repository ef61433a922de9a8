*** Settings ***
Documentation    The contract report of a run whose suites ran in processes of their own.

Library          Pabot.py


*** Test Cases ***
The Parts Of Parallel Processes Add Up
    ${report} =    Run Suites In Parallel    4    ${OUTPUT DIR}${/}parallel
    Should Be Equal    ${report}[schemas]    ${{ [{"kind": "schema", "schema": "int", "checks": 8, "failed": 4}] }}
    Should Be Equal    ${report}[headline]    1 mismatch in 1 operation
    Should Be Equal    ${report}[mismatches][0][count]    ${4}
