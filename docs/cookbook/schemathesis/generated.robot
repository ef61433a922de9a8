*** Settings ***
Documentation     Schemathesis makes requests of the description, and SteadyAPI signs them in.

Library           SchemathesisLibrary    path=${CURDIR}/shop.yaml    max_examples=5
Library           SteadyAPI
Library           SteadyAPI.demo.DemoShop

Suite Setup       Sign In
Suite Teardown    Close All Sessions
Test Template     The Service Should Keep Its Description


*** Test Cases ***
Generated    # robocop: off=LEN05    SchemathesisLibrary fills it case by case


*** Keywords ***
Sign In
    [Documentation]    The token is fetched once, and masked in every generated case.
    ${url} =    Start Demo Server
    ${password} =    Get Demo Password
    Create Session    shop    ${url}
    ${token} =    Get Token    /auth/token    username=ada    password=${password}
    ${headers} =    Get Bearer Header    ${token}
    VAR    ${SHOP} =    ${url}    scope=SUITE
    # Another library can't open a secret; its value is masked in the log all the same.
    VAR    &{HEADERS} =    Authorization=${{ $headers['Authorization'].value }}    scope=SUITE

The Service Should Keep Its Description
    [Documentation]    Sends a generated case, and checks status, headers and body against the description.
    [Arguments]    ${case}
    Call And Validate    ${case}    base_url=${SHOP}    headers=${HEADERS}
