*** Settings ***
Documentation     Twelve changes that break a contract and twelve that don't: who notices, and who cries wolf.

Library           OperatingSystem
Library           SteadyAPI
Library           ChangingShop.py

Suite Setup       Open The Service
Suite Teardown    Close All Sessions


*** Test Cases ***
A Model Catches Twelve Of Twelve And Flags None
    [Documentation]    Strict and closed, as checks against models are unless told otherwise.
    ${caught} =    Noticed    ${BREAKING}    Order Matches The Model
    ${flagged} =    Noticed    ${COMPATIBLE}    Order Matches The Model
    Lists Should Be Equal    ${caught}    ${BREAKING}
    Should Be Empty    ${flagged}

An OpenAPI Document Catches Twelve Of Twelve And Flags None
    [Documentation]    Every response of the session is compared; nothing else has to be written.
    Use OpenAPI    orders.yaml
    ${caught} =    Noticed    ${BREAKING}    Order Is Answered
    ${flagged} =    Noticed    ${COMPATIBLE}    Order Is Answered
    Lists Should Be Equal    ${caught}    ${BREAKING}
    Should Be Empty    ${flagged}
    [Teardown]    Use OpenAPI    off

A Learnt Baseline Catches Eleven Of Twelve And Flags None
    [Documentation]    After twenty samples. A new value in a small set is not caught, but noted in the log.
    VAR    ${file} =    ${OUTPUT DIR}${/}orders-baseline.json
    Record Twenty Samples    ${file}
    Track Contract    ${file}    on_change=fail
    ${caught} =    Noticed    ${BREAKING}    Order Is Answered
    ${flagged} =    Noticed    ${COMPATIBLE}    Order Is Answered
    Length Should Be    ${caught}    11
    Should Not Contain    ${caught}    a value is new in a small set
    Should Be Empty    ${flagged}

A Model Written Of Twenty Samples Catches Twelve Of Twelve And Flags None
    [Documentation]    ``python -m SteadyAPI model`` writes it, and nobody has touched it since.
    VAR    ${file} =    ${OUTPUT DIR}${/}order_of_samples.py
    Write Model Of Samples    20    ${file}
    VAR    ${SCHEMA} =    ${file}::Order    scope=SUITE
    ${caught} =    Noticed    ${BREAKING}    Order Matches The Schema
    ${flagged} =    Noticed    ${COMPATIBLE}    Order Matches The Schema
    Lists Should Be Equal    ${caught}    ${BREAKING}
    Should Be Empty    ${flagged}


*** Keywords ***
Open The Service
    [Documentation]    Opens a session and makes the names of the changes known.
    ${url} =    Get Service URL
    Create Session    orders    ${url}
    ${breaking}    ${compatible} =    Get Changes
    VAR    ${BREAKING} =    ${breaking}    scope=SUITE
    VAR    ${COMPATIBLE} =    ${compatible}    scope=SUITE

Record Twenty Samples
    [Documentation]    Learns the shape of the responses.
    [Arguments]    ${file}
    Remove File    ${file}
    Track Contract    ${file}    update=True
    FOR    ${number}    IN RANGE    20
        Answer With Sample    ${number}
        Order Is Answered
    END

Noticed
    [Documentation]    Returns those of the changes that make the keyword fail as a broken contract.
    [Arguments]    ${changes}    ${keyword}
    VAR    @{noticed} =    @{EMPTY}
    FOR    ${change}    IN    @{changes}
        Answer With Change    ${change}
        ${status}    ${message} =    Run Keyword And Ignore Error    ${keyword}
        IF    '${status}' == 'FAIL'
            Should Match    ${message}    GET /orders/7 → 200 does not match *mismatch*
            VAR    @{noticed} =    @{noticed}    ${change}
        END
    END
    RETURN    ${noticed}

Order Is Answered
    [Documentation]    Asks for the order; whatever the session uses looks at the response.
    GET    /orders/7

Order Matches The Model
    [Documentation]    Asks for the order and compares it with the model.
    GET    /orders/7
    Response Should Match Schema    order_models.Order

Order Matches The Schema
    [Documentation]    Asks for the order and compares it with the schema of the test.
    GET    /orders/7
    Response Should Match Schema    ${SCHEMA}

Lists Should Be Equal
    [Documentation]    Compares two lists as a whole.
    [Arguments]    ${one}    ${other}
    Should Be Equal    ${one}    ${other}
