*** Settings ***
Documentation    What goes wrong around a run must cost neither a report nor a secret.

Library          OperatingSystem
Library          String
Library          LeakMatrix.py

Test Tags        redaction


*** Test Cases ***
A Killed Run Is Clean After A Scrub
    ${run} =    Prepare Leaks    start
    Run Leaks    ${run}    --listener    SteadyAPI.Redactor    --listener    ${CURDIR}/inner/killing.py
    Should Be Equal    ${run.returncode}    ${-9}
    Run Scrub    ${run}
    No File Should Leak    ${run}

A Listener That Raises Changes Nothing
    ${run} =    Prepare Leaks    start
    Run Leaks    ${run}    --listener    ${CURDIR}/inner/raising.py    --listener    SteadyAPI.Redactor
    ...    --listener    ${CURDIR}/inner/raising.py
    No Own File Should Leak    ${run}

An Interrupted Sweep Leaves A Whole File
    [Documentation]    What was written beside is taken up by nobody: the next sweep begins anew.
    ${run} =    Prepare Leaks    start
    Run Leaks    ${run}
    Create File    ${run.results}/output.xml.redacting    <robot><half
    Run Scrub    ${run}
    No File Should Leak    ${run}
    File Should Not Exist    ${run.results}/output.xml.redacting

A Secrets File That Is Missing Is Told
    ${run} =    Prepare Harmless
    Run Suite    ${run}    --listener    SteadyAPI.Redactor:secrets=/no/such/file
    ${console} =    Get File    ${run.results}/console.txt
    Should Contain    ${console}    /no/such/file

A Short Secret Is Told And Not Shown
    ${run} =    Prepare Harmless
    Set To Environment    ${run}    SHORT_PASSWORD    Q7X
    Run Suite    ${run}    --listener    SteadyAPI.Redactor
    ${console} =    Get File    ${run.results}/console.txt
    Should Contain    ${console}    SHORT_PASSWORD
    Should Not Contain    ${console}    Q7X    # names of temporary folders have no capitals

A Large Output Needs Little Memory
    ${peak} =    Peak Memory Of Sweep    ${32}
    Should Be True    ${peak} < 60

A Larger Output Needs No More Memory
    [Documentation]    Eight times as large: the limit is far below what a part of the file would need in memory.
    [Tags]    slow
    ${peak} =    Peak Memory Of Sweep    ${256}
    Should Be True    ${peak} < 60
