*** Settings ***
Documentation    What people look at: the log, the reports and the exports of one inner run, opened in a real browser.

Library          ReportRun.py

Suite Setup      Make The Run


*** Keywords ***
Make The Run
    [Documentation]    Runs the story of every kind of request, of which four tests fail on purpose.
    ${console} =    Run Inner    story    ${OUTPUT DIR}/story    expected_rc=${4}
    VAR    ${STORY} =    ${OUTPUT DIR}${/}story    scope=GLOBAL
    VAR    ${CONSOLE} =    ${console}    scope=GLOBAL
