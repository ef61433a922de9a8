*** Settings ***
Documentation    The rows that run with the stable robotframework-requests run with its next version too, and so do rows
...              for what that one adds. It lies in a folder of its own, which an inner run puts in front.

Library          OperatingSystem
Library          Process


*** Variables ***
${VERSION}    1.0a14
${PLACE}      ${CURDIR}/../../.cache/requestslibrary/${VERSION}


*** Test Cases ***
The Rows For The Stable Version Hold For The Next One
    ${tests} =    Run With The Next Version    side_by_side.robot    --exclude    gone-in-1.0
    Should Be True    ${tests} > 15

What The Next Version Adds Holds Too
    ${tests} =    Run With The Next Version    _inner/added.robot
    Should Be True    ${tests} > 4


*** Keywords ***
Run With The Next Version
    [Documentation]    Runs a suite with both libraries; returns the number of its tests, which have all passed.
    [Arguments]    ${suite}    @{options}
    VAR    ${folder} =    ${OUTPUT_DIR}/newest_model/${{ pathlib.Path($suite).stem }}
    VAR    @{line} =    ${{ sys.executable }}    -m    robot    --outputdir    ${folder}    --pythonpath    ${PLACE}
    ...    --variable    MODEL:${VERSION}    @{options}    ${CURDIR}/${suite}
    Create Directory    ${folder}
    ${run} =    Run Process    @{line}    stdout=${folder}/console.txt    stderr=STDOUT
    Should Be Equal As Integers    ${run.rc}    0    ${run.stdout}    values=False
    ${result} =    Evaluate    robot.api.ExecutionResult($folder + '/output.xml')
    RETURN    ${result.statistics.total.passed}
