*** Settings ***
Documentation     Requests join the trace that is there: of OpenTelemetry's SDK, or of the environment.

Library           OperatingSystem
Library           SteadyAPI    trace=True
Library           SteadyAPI.demo.DemoShop
Library           Tracing.py

Suite Setup       Open The Shop
Suite Teardown    Close All Sessions


*** Variables ***
${PARENT}    00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01


*** Test Cases ***
A Request In A Span
    [Documentation]    The listener began the span of this test; it is exported when the test ends.
    [Tags]    span
    ${sent} =    Sent Trace Parent
    VAR    ${IN_SPAN} =    ${sent}    scope=SUITE

The Span Of A Test And Its Request Share A Trace
    [Documentation]    By the spans that the SDK exported: the request's parent is the test's span.
    ${spans} =    Exported Spans
    Should Contain    ${IN_SPAN}    ${spans}[A Request In A Span]

A Request Without A Span Joins The Trace Of The Environment
    [Documentation]    As a CI job or a command above the run sets it.
    Set Environment Variable    TRACEPARENT    ${PARENT}
    ${sent} =    Sent Trace Parent
    Should Be Equal    ${sent}    ${PARENT}
    [Teardown]    Remove Environment Variable    TRACEPARENT

A Request Without Either Begins A Trace
    [Documentation]    Each has one of its own, which the failure message names.
    ${first} =    Sent Trace Parent
    ${second} =    Sent Trace Parent
    Should Not Be Equal    ${first}    ${second}
    ${error} =    Run Keyword And Expect Error    *    GET    /status/500    retry=none
    Should Match Regexp    ${error}    trace id: [0-9a-f]{32}


*** Keywords ***
Open The Shop
    [Documentation]    Opens a session to the demo shop.
    Remove Environment Variable    TRACEPARENT
    ${url} =    Start Demo Server
    Create Session    shop    ${url}

Sent Trace Parent
    [Documentation]    Returns the header as the server got it.
    GET    /echo
    ${headers} =    Get JSON Value    $.headers
    ${found} =    Evaluate    dict($headers)
    RETURN    ${found}[traceparent]
