*** Settings ***
Documentation    Two hundred requests that the server takes some time for.

Library          SteadyAPI

Suite Setup      Create Session    crowd    ${CROWD}
Test Template    Fifty Numbers


*** Variables ***
${MS}     50
${WAY}    at once


*** Test Cases ***
First
    ${0}
Second
    ${50}
Third
    ${100}
Fourth
    ${150}


*** Keywords ***
Fifty Numbers
    [Arguments]    ${start}
    ${numbers} =    Evaluate    list(range($start, $start + 50))
    IF    $WAY == 'at once'
        Send Each Concurrently    GET    /numbers/{n}?ms=${MS}    ${numbers}    at_once=25    expected_status=200
    ELSE
        FOR    ${number}    IN    @{numbers}
            GET    /numbers/${number}?ms=${MS}    expected_status=200
        END
    END
