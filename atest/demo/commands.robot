*** Settings ***
Documentation     The commands of `python -m SteadyAPI`, each in a process of its own.

Library           OperatingSystem
Library           Process
Library           SteadyAPI.demo.DemoShop
Library           ../Artifacts.py

Suite Setup       Make The Room
Suite Teardown    Clear The Room
Test Teardown     Terminate All Processes


*** Variables ***
${PYTHON}      ${{ sys.executable }}
${ROOM}        ${OUTPUT_DIR}${/}commands
${PASSWORD}    p@ss/w+rd&="<é>12
${VOUCHER}     VOUCHER/99&x=1


*** Test Cases ***
The Demo Passes And Says Where Its Log Is
    ${result} =    Run SteadyAPI    demo
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    Should Contain    ${result.stdout}    log.html

No File Shows A Password Of Awkward Characters
    [Documentation]    At TRACE, Robot Framework writes every argument. The password holds what every encoding changes.
    ${result} =    Run SteadyAPI    demo    --loglevel    TRACE    --output    traced
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    Some File Should Show    ${ROOM}/traced    Desk lamp
    No File Should Show    ${ROOM}/traced    ${PASSWORD}    ${VOUCHER}

No File Shows A Token That The Shop Handed Out
    [Documentation]    Runs the suite by hand against a shop of this process, which knows the tokens it handed out.
    [Setup]    Stop Demo Server    # one of another suite has another password
    ${url} =    Start Demo Server    password=${PASSWORD}
    Run SteadyAPI    demo    --output    unpacked
    VAR    @{options} =    --loglevel    TRACE    --variable    BASE_URL:${url}    --outputdir    by-hand
    ${result} =    Run Python    robot    --listener    SteadyAPI.Redactor    @{options}    unpacked/tour.robot
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    ${secrets} =    Get Demo Tokens
    Should Not Be Empty    ${secrets}
    VAR    @{tokens} =    @{{ [secret.value for secret in $secrets] }}
    No File Should Show    ${ROOM}/by-hand    ${PASSWORD}    @{tokens}
    [Teardown]    Stop Demo Server

A New Project Passes As It Is
    [Documentation]    Without BASE_URL, its session starts the demo server.
    ${result} =    Run The New Project
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    File Should Exist    ${ROOM}/my-api/results/xunit.xml

A New Project Does Not Test The Demo In CI
    [Documentation]    With CI set or an empty BASE_URL, it fails with one sentence instead of passing in silence.
    FOR    ${variable}    ${value}    IN    CI    true    BASE_URL    ${EMPTY}
        ${result} =    Run The New Project    ${variable}=${value}
        Should Be Equal As Integers    ${result.rc}    3    ${result.stdout}${result.stderr}
        Should Contain
        ...    ${result.stdout}
        ...    Expected the address of the API in BASE_URL, got none; write for example BASE_URL=https://api.example.com
    END

A New Project Tests In CI What BASE_URL Names
    [Documentation]    Even where that is the demo shop.
    ${url} =    Start Demo Server
    ${result} =    Run The New Project    CI=true    BASE_URL=${url}
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    [Teardown]    Stop Demo Server

The Server Runs Until It Is Interrupted
    [Documentation]    It says where it is, and responds there.
    VAR    @{command} =    ${PYTHON}    -m    SteadyAPI    server    --port    0
    ${server} =    Start Process    @{command}    stdout=${ROOM}/server.txt
    Wait Until Keyword Succeeds    60 s    50 ms    Server Should Say Where It Is
    Send Signal To Process    SIGINT    ${server}
    ${result} =    Wait For Process    ${server}    timeout=5 minutes
    Should Be Equal As Integers    ${result.rc}    0
    Should End With    ${result.stdout}    Stopped.

A Wrong Command Ends With Two And A Hint
    [Documentation]    The hint can be typed as it is.
    ${result} =    Run SteadyAPI    dmeo
    Should Be Equal As Integers    ${result.rc}    2
    Should End With    ${result.stderr}    got dmeo; write python -m SteadyAPI demo

The Command Has A Short Name
    [Documentation]    It looks at files that are about to be committed: the hook for pre-commit calls it so.
    Create File    ${ROOM}/committed/output.xml    <robot generator="Robot"><msg>password=${PASSWORD}</msg></robot>
    ${steadyapi} =    Evaluate    str(pathlib.Path(sys.executable).with_name("steadyapi"))    modules=pathlib,sys
    ${result} =    Run Process    ${steadyapi}    scrub    --check    committed/output.xml    cwd=${ROOM}
    Should Be Equal As Integers    ${result.rc}    1    ${result.stdout}${result.stderr}
    Should Contain    ${result.stdout}    shows secrets

Scrub Masks What A Saved Page Shows, And Leaves Its Code
    VAR    ${code} =    <script>if (a.password=== b.password) { next(); } const token = lexer.read(1, 2);</script>
    VAR    ${fields} =    <input name="csrf_token" type="hidden" value="Vx9kQ2mLp7Tz"><label>Password</label>
    Create File    ${ROOM}/saved/page.html    <html>${code}${fields}<script>x = {"authToken":"Vx9kQ2mLp7Tz"}</script>
    ${result} =    Run Process    ${PYTHON}    -m    SteadyAPI    scrub    saved    cwd=${ROOM}
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    ${page} =    Get File    ${ROOM}/saved/page.html
    VAR    ${masked} =    ${{ $fields.replace("Vx9kQ2mLp7Tz", "[redacted]") }}
    Should Be Equal    ${page}    <html>${code}${masked}<script>x = {"authToken":"[redacted]"}</script>

A Console That Lacks A Character Ends No Command
    ${result} =    Run Process    ${PYTHON}    -m    SteadyAPI    init    prüfung-λ
    ...    cwd=${ROOM}    env:PYTHONIOENCODING=cp1252    output_encoding=cp1252
    Should Be Equal As Integers    ${result.rc}    0    ${result.stdout}${result.stderr}
    Should Contain    ${result.stdout}    prüfung-?


*** Keywords ***
Make The Room
    [Documentation]    Makes a folder, and forgets the variables that would change what a new project tests.
    Create Directory    ${ROOM}
    VAR    ${CI} =    %{CI=}    scope=SUITE
    Remove Environment Variable    BASE_URL    CI

Clear The Room
    [Documentation]    Removes the folder, and puts CI back.
    Remove Directory    ${ROOM}    recursive=True
    IF    $CI    Set Environment Variable    CI    ${CI}

Run The New Project
    [Documentation]    Makes a project unless it is there, and runs its tests by the command that its README names.
    [Arguments]    &{variables}
    ${result} =    Run SteadyAPI    init    my-api    --ci    github
    Should Be Equal As Integers    ${result.rc}    0    ${result.stderr}
    ${readme} =    Get File    ${ROOM}/my-api/README.md
    ${_}    ${line} =    Should Match Regexp    ${readme}    (?m)^\\s{4}(robot .+)$
    @{command} =    Evaluate    $line.split()
    ${environment} =    Evaluate    {**os.environ, **$variables}    modules=os
    ${result} =    Run Process    ${PYTHON}    -m    @{command}
    ...    cwd=${ROOM}/my-api    timeout=5 minutes    output_encoding=UTF-8    env=${environment}
    RETURN    ${result}

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
    ...    timeout=5 minutes
    ...    output_encoding=UTF-8
    ...    env:SHOP_PASSWORD=${PASSWORD}
    ...    env:SHOP_VOUCHER=${VOUCHER}
    ...    env:PYTHONIOENCODING=UTF-8
    RETURN    ${result}

Server Should Say Where It Is
    [Documentation]    Reads the console of the server.
    ${said} =    Get File    ${ROOM}/server.txt
    Should Match Regexp    ${said}    The shop is open at http://127\\.0\\.0\\.1:\\d+;
