*** Settings ***
Documentation    A run whose output goes to the dashboard.

Library          SteadyAPI
Library          SteadyAPI.demo.DemoShop


*** Test Cases ***
A Product Is Read
    [Documentation]    The token stays out of every file.
    ${url} =    Start Demo Server
    Create Session    shop    ${url}    token=t0p-secret-token-0815
    GET    /products/3
    [Teardown]    Close All Sessions
