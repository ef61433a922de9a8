*** Settings ***
Documentation    What other tools read: records, the HTTP archive, curl lines, Allure's attachments.

Library          OperatingSystem
Library          Process
Library          String
Library          ReportRun.py


*** Test Cases ***
Records Follow Their Schema
    [Documentation]    Every line, by the published JSON Schema.
    ${count} =    Records Should Follow The Schema    ${STORY}/api-requests.jsonl
    Should Be True    ${count} > 25

The Archive Is Valid
    [Documentation]    By har-validator, and haralyzer reads it.
    Archive Should Be Valid    ${STORY}/api-requests.har

Curl Lines Do What The Request Did
    [Documentation]    Copied from the log with the secrets put in, they get the same response.
    [Setup]    Make The Shop's Run
    ${commands} =    Commands Of    ${OUTPUT DIR}/shop
    ${kept} =    Get File    ${OUTPUT DIR}/shop-responses.txt
    @{responses} =    Split To Lines    ${kept}
    Length Should Be    ${commands}    ${{ len($responses) }}
    FOR    ${command}    ${expected}    IN ZIP    ${commands}    ${responses}    mode=STRICT
        ${response} =    Run Command    ${command} -sS    AUTHORIZATION=t0p-secret-token-0815    PASSWORD=correct-horse
        Echoes Should Be The Same    ${response}    ${expected}
    END
    [Teardown]    Terminate Process    shop

The Script Of Failures Is One
    [Documentation]    A shell reads it, and asks for the secrets first.
    ${result} =    Run Process    sh    ${STORY}/curl.sh
    Should Be Equal As Integers    ${result.rc}    2
    Should Contain    ${result.stderr}    Set AUTHORIZATION first.

Allure Gets Its Attachments
    [Documentation]    With Allure's listener, every request is attached in Allure's own form.
    Remove Directory    ${OUTPUT DIR}/allure    recursive=True
    Run Inner    detail    ${OUTPUT DIR}/allured    --listener    allure_robotframework;${OUTPUT DIR}/allure
    ${files} =    List Files In Directory    ${OUTPUT DIR}/allure    *.httpexchange
    Length Should Be    ${files}    4

Allure's Attachments Are Masked At The End
    [Documentation]    A value that becomes known after it was sent stands in no attachment of the finished run.
    Remove Directory    ${OUTPUT DIR}/allure-learnt    recursive=True
    Run Inner
    ...    learnt_later
    ...    ${OUTPUT DIR}/learnt
    ...    --listener
    ...    allure_robotframework;${OUTPUT DIR}/allure-learnt
    @{files} =    List Files In Directory    ${OUTPUT DIR}/allure-learnt    *.httpexchange    absolute=True
    Length Should Be    ${files}    1
    ${attachment} =    Get File    ${files}[0]
    Should Contain    ${attachment}    said=[redacted]
    Should Not Contain    ${attachment}    Kd82jfLq01mZ


*** Keywords ***
Make The Shop's Run
    [Documentation]    Leaves the demo shop running in a process of its own, and sends it requests from another.
    ${line} =    Evaluate    sys.executable    modules=sys
    Start Process    ${line}    -m    SteadyAPI    server    --port    0    alias=shop    stdout=${OUTPUT DIR}/shop.txt
    Wait Until Keyword Succeeds    60s    0.1s    The Shop Should Be Open
    ${said} =    Get File    ${OUTPUT DIR}/shop.txt
    ${address} =    Evaluate    re.search(r'http://127.0.0.1:\\d+', $said)[0]    modules=re
    Remove File    ${OUTPUT DIR}/shop-responses.txt
    Run Inner
    ...    curl
    ...    ${OUTPUT DIR}/shop
    ...    --variable
    ...    BASE_URL:${address}
    ...    --variable
    ...    RESPONSES:${OUTPUT DIR}/shop-responses.txt

The Shop Should Be Open
    [Documentation]    The server says its address when it listens.
    ${said} =    Get File    ${OUTPUT DIR}/shop.txt
    Should Contain    ${said}    http://127.0.0.1:
