*** Settings ***
Documentation    What other tools do with the outputs of runs: reruns, merges, pabot, and runs without any output.

Library          OperatingSystem
Library          Process
Library          ReportRun.py


*** Variables ***
${TWICE}       ${OUTPUT DIR}/twice
${PARALLEL}    ${OUTPUT DIR}/parallel


*** Test Cases ***
A Rerun Into The Same Folder Loses No Record
    [Documentation]    Each run has its own records and page; the report of both counts the last result of each test.
    Run Inner    truth    ${TWICE}    --output    first.xml    expected_rc=${5}
    VAR    @{options} =    --rerunfailed    ${TWICE}/first.xml    --output    second.xml    --test    A *
    Run Tool    robot    --outputdir    ${TWICE}    @{options}    ${TWICE}-suites/truth.robot    expected_rc=${5}
    Records Should Follow The Schema    ${TWICE}/api-requests-first.jsonl
    Records Should Follow The Schema    ${TWICE}/api-requests-second.jsonl
    Directory Should Have    ${TWICE}    api-report-first.html    api-report-second.html    curl-first.sh
    ${first} =    Get File    ${TWICE}/first.xml
    Should Contain    ${first}    [api-report-first.html|open API report of first.xml]
    ${markdown} =    Run Report    ${TWICE}    --markdown
    Should Contain    ${markdown}    **5** of 8 tests failed

A Merged Output Links A Page That Exists
    [Documentation]    By rebot --merge, of the runs before.
    VAR    @{options} =    --merge    --output    merged.xml    --outputdir    ${TWICE}
    Run Tool    robot.rebot    @{options}    ${TWICE}/first.xml    ${TWICE}/second.xml    expected_rc=${5}
    Linked Page Should Exist    ${TWICE}    merged.xml

Pabot's Output Links The Report Of The Whole Run
    [Documentation]    The merged output says that its figures are a part; the page behind the link has all tests.
    Run Inner With Pabot    ${PARALLEL}    truth    detail    expected_rc=${5}
    ${output} =    Get File    ${PARALLEL}/output.xml
    Should Contain    ${output}    part of a run of pabot
    ${page} =    Linked Page Should Exist    ${PARALLEL}    output.xml
    Should Contain    ${page}    <span class="bad">5</span> of 12</b>tests failed
    Directory Should Have    ${PARALLEL}    api-requests-merged.jsonl

Failed Tests Of A Report Of Several Runs Are Linked To Their Places In The Logs
    [Documentation]    Pabot's processes have no logs: their tests stand in the common one, where they have other ids.
    Run Report    ${PARALLEL}/pabot_results    --output    ${PARALLEL}
    ${links} =    Links Should Lead To Their Tests    ${PARALLEL}
    Should Be True    ${links} >= 5
    Run Inner    truth    ${OUTPUT DIR}/apart/one    expected_rc=${5}
    Run Inner    detail    ${OUTPUT DIR}/apart/two
    Run Report    ${OUTPUT DIR}/apart
    ${links} =    Links Should Lead To Their Tests    ${OUTPUT DIR}/apart
    Should Be True    ${links} >= 5

A Run Without An Output Leaves Nothing
    [Documentation]    With --output NONE, no file of ours appears either.
    Run Inner    detail    ${OUTPUT DIR}/nothing    --output    NONE
    ${left} =    List Directory    ${OUTPUT DIR}/nothing
    Should Be Equal    ${left}    ${{ ['report.html'] }}


*** Keywords ***
Run Tool
    [Documentation]    Runs a module of Robot Framework.
    [Arguments]    ${module}    @{arguments}    ${expected_rc}
    ${result} =    Run Process    ${{ sys.executable }}    -m    ${module}    @{arguments}    timeout=5 minutes
    Should Be Equal    ${result.rc}    ${expected_rc}    ${result.stdout}${result.stderr}

Directory Should Have
    [Documentation]    Fails unless the folder has all these files.
    [Arguments]    ${folder}    @{names}
    FOR    ${name}    IN    @{names}
        File Should Exist    ${folder}/${name}
    END

Linked Page Should Exist
    [Documentation]    Returns the page that the topmost suite's metadata links.
    [Arguments]    ${folder}    ${output}
    ${text} =    Get File    ${folder}/${output}
    ${_}    ${page} =    Should Match Regexp    ${text}    \\[([^|\\]]*api-report[^|\\]]*)\\|
    ${html} =    Get File    ${folder}/${page}
    RETURN    ${html}
