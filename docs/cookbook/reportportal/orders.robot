*** Settings ***
Documentation    A run that ReportPortal follows.

Library          SteadyAPI    log=compact
Library          SteadyAPI.demo.DemoShop

Suite Setup      Open The Shop


*** Test Cases ***
A Product Is Read
    [Documentation]    The token goes to the shop and to nobody else.
    GET    /products/3
    Get JSON Value    $.name    ==    Notebook

An Order Takes A Token That Is Known
    [Documentation]    What the shop refuses is expected here.
    GET    /orders    expected_status=401


*** Keywords ***
Open The Shop
    [Documentation]    Starts the demo shop, and a session with a token that nobody may see.
    ${url} =    Start Demo Server
    Create Session    shop    ${url}    token=t0p-secret-token-0815
