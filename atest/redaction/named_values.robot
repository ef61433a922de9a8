*** Settings ***
Documentation    Values that get a telling name somewhere are masked where they stand without it, too.

Library          Collections
Library          OperatingSystem
Library          NamedRuns.py

Test Tags        redaction


*** Variables ***
@{LISTENER}    --listener    SteadyAPI.Redactor


*** Test Cases ***
Without Redaction Every Value Is Shown
    [Documentation]    Proves that the values stand where the others look for them.
    ${run} =    Prepare Named
    Run Named    ${run}
    Should Be Equal    ${run.returncode}    ${0}
    Leaking Channels Should Be All    ${run}

Own Files Show No Value With A Telling Name
    ${run} =    Prepare Named
    Run Named    ${run}    @{LISTENER}
    Should Be Equal    ${run.returncode}    ${0}
    No Own File Should Leak    ${run}
    Names Should Be Left    ${run}

Nor Do They Without A Log
    ${run} =    Prepare Named
    Run Named    ${run}    @{LISTENER}    --log    NONE
    No Own File Should Leak    ${run}

Nor Do They When Only The Library Is Imported
    ${run} =    Prepare Named    alone=${True}
    Run Named    ${run}
    Should Be Equal    ${run.returncode}    ${0}
    No Own File Should Leak    ${run}
    Names Should Be Left    ${run}

A Dry Run Shows None That Is Typed Under Its Name
    ${run} =    Prepare Named
    Run Named    ${run}    @{LISTENER}    --dryrun
    VAR    @{unknown} =    argument_of_variable    returned    assigned_item    later_resource
    FOR    ${channel}    IN    @{unknown}
        Remove From Dictionary    ${run.secrets}    ${channel}
    END
    No Own File Should Leak    ${run}

Arguments Of Imports And Passwords Of Logins Are Known
    [Documentation]    Listeners hear of imports since Robot Framework 7.1.
    [Tags]    from-7.1
    ${bare} =    Prepare Imports
    Run Suite    ${bare}    --loglevel    TRACE
    Should Be Equal    ${bare.returncode}    ${0}
    Leaking Channels Should Be All    ${bare}
    ${run} =    Prepare Imports
    Run Suite    ${run}    --loglevel    TRACE    --debugfile    debug.txt    @{LISTENER}
    Should Be Equal    ${run.returncode}    ${0}
    No Own File Should Leak    ${run}
    ${output} =    Get File    ${run.results}/output.xml
    Should Contain    ${output}    annabelle uses [redacted]

What Is No Secret Stays In Spite Of Its Name
    ${bare} =    Prepare Innocent
    Run Suite    ${bare}    --loglevel    TRACE
    ${expected} =    Shown Texts    ${bare}
    ${run} =    Prepare Innocent
    Run Suite    ${run}    --loglevel    TRACE    @{LISTENER}
    Should Be Equal    ${run.returncode}    ${0}
    ${console} =    Get File    ${run.results}/console.txt
    Should Not Contain    ${console}    REDACTION
    ${output} =    Get File    ${run.results}/output.xml
    FOR    ${word}    IN    invalid    toolong    UPPERCASE    expired    missing    something    annabelle-7
        Should Contain    ${output}    ${word}
    END
    ${got} =    Shown Texts    ${run}
    Length Should Be    ${got}    ${{len($expected)}}


*** Keywords ***
Names Should Be Left
    [Arguments]    ${run}
    ${output} =    Get File    ${run.results}/output.xml
    Should Contain    ${output}    annabelle
    Should Contain    ${output}    Set Test Variable
    Should Contain    ${output}    [redacted]
