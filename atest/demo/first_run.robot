*** Settings ***
Documentation       The commands of a first run, each in a process of its own.
Library             OperatingSystem
Library             Process
Library             String
Library             SteadyAPI.demo.DemoShop
Library             Artefacts.py
Suite Setup         Create Directory    ${ROOM}
Suite Teardown      Remove Directory    ${ROOM}    recursive=True
Test Teardown       Terminate All Processes


*** Variables ***
${PYTHON}           ${{ sys.executable }}
${ROOM}             ${OUTPUT_DIR}${/}first-run
${PASSWORD}         p@ss/w+rd&="<é>12
${VOUCHER}          VOUCHER/99&x=1


*** Test Cases ***
The Demo Is Green In Under Five Seconds
    [Documentation]    The whole command, the start of Python included, leaves a folder to look at.
    ${start} =    Evaluate    time.monotonic()    modules=time
    ${result} =    Run SteadyAPI    demo
    ${seconds} =    Evaluate    time.monotonic() - $start    modules=time
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    Should Be True    ${seconds} < 5
    Should Contain    ${result.stdout}    Passed only thanks to retries
    Should End With    ${result.stdout}    python -m SteadyAPI demo --failing
    FOR    ${name}    IN    tour.robot    failing.robot    models.py    log.html    report.html    output.xml
        File Should Exist    ${ROOM}/steadyapi-demo/${name}
    END

Nothing That The Demo Leaves Behind Holds A Secret
    [Documentation]    At TRACE, Robot Framework writes every argument. The password holds what encodings change.
    ${result} =    Run SteadyAPI    demo    --loglevel    TRACE    --output    traced
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    Artefacts Should Contain    ${ROOM}/traced    Desk lamp
    Artefacts Should Not Contain    ${ROOM}/traced    ${PASSWORD}    ${VOUCHER}

No Token Of The Tour Is Left Behind
    [Documentation]    Runs the suite by hand against a shop of this process, which knows the tokens it handed out.
    ${url} =    Start Demo Server    password=${PASSWORD}
    Run SteadyAPI    demo    --output    unpacked
    VAR    @{options} =    --loglevel    TRACE    --variable    BASE_URL:${url}    --outputdir    by-hand
    ${result} =    Run Python    robot    --listener    SteadyAPI.Redactor    @{options}    unpacked/tour.robot
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    @{tokens} =    Get Demo Tokens
    Should Not Be Empty    ${tokens}
    Artefacts Should Not Contain    ${ROOM}/by-hand    ${PASSWORD}    @{tokens}
    [Teardown]    Stop Demo Server

Four Tests Fail On Purpose
    [Documentation]    The exit code is Robot Framework's; the last line says that all is as planned.
    ${result} =    Run SteadyAPI    demo    --failing    --output    failing
    Should Be Equal As Integers    ${result.rc}    4
    Should Contain    ${result.stdout}    Expected 201, got 422 Unprocessable Entity: POST /orders
    Should Contain    ${result.stdout}    server said: quantity must be greater than 0
    Should Contain    ${result.stdout}    does not match models.Order: 4 mismatches
    Should Contain    ${result.stdout}    connection refused
    Should Contain    ${result.stdout}    a login page?
    ${last} =    Get Line    ${result.stdout}    -1
    Should Start With    ${last}    4 tests failed, all on purpose

A New Project Passes As It Is
    [Documentation]    Without BASE_URL, its session starts the demo server.
    ${result} =    Run SteadyAPI    init    my-api    --ci    github
    Should Be Equal As Integers    ${result.rc}    0    ${result.stderr}
    ${result} =    Run Python    robot    --outputdir    my-api/results    my-api/tests
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}

The Server Runs Until It Is Interrupted
    [Documentation]    It says where it is, and answers there.
    VAR    @{command} =    ${PYTHON}    -m    SteadyAPI    server    --port    0
    ${server} =    Start Process    @{command}    stdout=${ROOM}/server.txt
    Wait Until Keyword Succeeds    5 s    50 ms    Server Should Say Where It Is
    Send Signal To Process    SIGINT    ${server}
    ${result} =    Wait For Process    ${server}    timeout=5 s
    Should Be Equal As Integers    ${result.rc}    0
    Should End With    ${result.stdout}    Stopped.

A Wrong Command Ends With Two And A Hint
    [Documentation]    The hint can be typed as it is.
    ${result} =    Run SteadyAPI    dmeo
    Should Be Equal As Integers    ${result.rc}    2
    Should End With    ${result.stderr}    got dmeo; write python -m SteadyAPI demo


*** Keywords ***
Run SteadyAPI
    [Documentation]    Runs `python -m SteadyAPI` in the room of this suite.
    [Arguments]    @{arguments}
    ${result} =    Run Python    SteadyAPI    @{arguments}
    RETURN    ${result}

Run Python
    [Documentation]    Runs a Python module in the room of this suite, with known secrets.
    [Arguments]    @{arguments}
    ${result} =    Run Process    ${PYTHON}    -m    @{arguments}
    ...    cwd=${ROOM}
    ...    timeout=60 s
    ...    output_encoding=UTF-8
    ...    env:SHOP_PASSWORD=${PASSWORD}
    ...    env:SHOP_VOUCHER=${VOUCHER}
    ...    env:BASE_URL=${EMPTY}
    ...    env:PYTHONIOENCODING=UTF-8
    RETURN    ${result}

Server Should Say Where It Is
    [Documentation]    Reads the console of the server.
    ${said} =    Get File    ${ROOM}/server.txt
    Should Match Regexp    ${said}    The shop is open at http://127\\.0\\.0\\.1:\\d+;
