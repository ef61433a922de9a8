*** Settings ***
Documentation    Redaction takes secrets away and nothing else: not a word, not a status, not a failure.

Library          Collections
Library          LeakMatrix.py

Test Tags        redaction


*** Test Cases ***
Texts And Statuses Are The Same But For The Secret
    ${bare} =    Prepare Harmless
    Run Suite    ${bare}
    ${expected} =    Shown Texts    ${bare}
    ${run} =    Prepare Harmless
    Run Suite    ${run}    --listener    SteadyAPI.Redactor
    ${got} =    Shown Texts    ${run}
    Lists Should Be Equal    ${got}    ${expected}
    Should Be Equal    ${run.returncode}    ${bare.returncode}

A Scrub Changes No Word Either
    ${bare} =    Prepare Harmless
    Run Suite    ${bare}
    ${expected} =    Shown Texts    ${bare}
    Run Scrub    ${bare}
    ${got} =    Shown Texts    ${bare}
    Lists Should Be Equal    ${got}    ${expected}
