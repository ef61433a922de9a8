*** Settings ***
Documentation    What first users type wrong: each message says what was expected, what came, and how to write it.

Resource         shop.resource
Library          ${CURDIR}/Mistakes.py

Suite Setup      Open The Shop


*** Test Cases ***
Every Mistake Says What To Write
    VAR    &{ORDER} =    product_id=${3}    scope=SUITE
    ${count} =    Every Mistake Should Say What To Write    ${CURDIR}/mistakes.txt    Look At A Product
    Should Be True    ${count} >= 60

Without A Session There Is None To Use
    [Setup]    Close All Sessions
    Every Mistake Should Say What To Write    ${CURDIR}/mistakes_without_session.txt    No Operation
    [Teardown]    Open The Shop


*** Keywords ***
Look At A Product
    [Documentation]    Gets the product that the messages are about.
    Switch Session    shop
    GET    /products/3
