*** Settings ***
Documentation     A test that passed only thanks to a retry says so, and fails where that is asked for.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server
Test Setup        Open The Fault Server


*** Test Cases ***
A Test That A Retry Saved Is Tagged And Tells Its Story
    ${run}    Run The Shaky Suite    tag
    Should Be Equal As Integers    ${run}[rc]    0
    VAR    ${saved}    ${run}[tests][A Retry Saves This Test]
    Should Be Equal    ${{ list($saved.tags) }}    ${{ ["api:saved-by-retry"] }}
    Should Be Equal
    ...    ${saved.message}
    ...    Passed only thanks to retries: GET ${FAULTS}/one?plan=503,200 answered 503, 200
    VAR    ${clean}    ${run}[tests][This Test Needs No Retry]
    Should Be Empty    ${clean.tags}
    Should Be Empty    ${clean.message}

A Strict Run Fails Such A Test
    ${run}    Run The Shaky Suite    fail
    Should Be Equal As Integers    ${run}[rc]    1
    VAR    ${saved}    ${run}[tests][A Retry Saves This Test]
    Should Be Equal    ${saved.status}    FAIL
    Should Contain    ${saved.message}    saved_by_retry=fail
    VAR    ${clean}    ${run}[tests][This Test Needs No Retry]
    Should Be Equal    ${clean.status}    PASS

A Kept Connection That Had Ended Is No Retry
    FOR    ${setting}    IN    tag    fail
        ${run}    Run The Shaky Suite    ${setting}
        VAR    ${test}    ${run}[tests][A Kept Connection That Has Ended Costs Nothing]
        Should Be Equal    ${test.status}    PASS
        Should Be Empty    ${test.tags}
        Should Be Empty    ${test.message}
    END

The Topmost Suite Tells The Totals
    ${run}    Run The Shaky Suite    tag
    Should Contain    ${{ $run["suite"].metadata["API"] }}    4 retries · *1 test passed only thanks to a retry*
    Should Not Contain    ${{ $run["suite"].metadata }}    API retries

A Create That Was Sent Again In Doubt Says So In Its Entry
    ${run}    Run The Shaky Suite    tag
    VAR    ${test}    ${run}[tests][A Create Is Sent Again]
    VAR    ${entry}    ${test.body[1].body[0].messages[0].message}
    Should Contain    ${entry}    may already have been applied: this POST was sent again


*** Keywords ***
Run The Shaky Suite
    [Arguments]    ${saved_by_retry}
    ${run}    Run Suite    ${CURDIR}/_inner/shaky.robot    ${OUTPUT DIR}/shaky_${saved_by_retry}
    ...    --variable    FAULTS:${FAULTS}    --variable    SAVED_BY_RETRY:${saved_by_retry}
    RETURN    ${run}
