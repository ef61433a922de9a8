*** Settings ***
Documentation    The same suite with different settings.

Library          SteadyAPI    retry=${RETRY}
Library          SteadyAPI.demo.DemoShop


*** Test Cases ***
The Shop Is Open
    [Documentation]    How it is retried is the profile's choice.
    ${url} =    Start Demo Server
    Create Session    shop    ${url}
    GET    /health
    Get JSON Value    $.status    ==    ok
    [Teardown]    Close All Sessions
