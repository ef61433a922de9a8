*** Settings ***
Documentation    Every request becomes an attachment of its test in Allure.

Library          SteadyAPI
Library          SteadyAPI.demo.DemoShop


*** Test Cases ***
A Product Is Read
    [Documentation]    The attachment has request and response, without secrets.
    ${url} =    Start Demo Server
    Create Session    shop    ${url}    token=t0p-secret-token-0815
    GET    /products/3
    [Teardown]    Close All Sessions
