*** Comments ***
# robocop: off    written as other people write suites


*** Settings ***
Documentation    Services that take a key or a token in the query.

Library          ${LIBRARY}    AS    RequestsLibrary

Suite Setup      Create Session    api    ${BASE_URL}


*** Variables ***
# A key as services give them out.
${KEY}    9f8b2c7d41e6a05f3b7c9d2e1a4f6b80


*** Test Cases ***
Key In The Parameters
    &{params}=    Create Dictionary    access_token=${KEY}    page=1
    ${response}=    GET On Session    api    /echo    params=${params}
    Should Contain    ${response.text}    "page"

Key In The URL
    ${response}=    GET On Session    api    url=/echo?api_key=${KEY}&page=2
    Should Be Equal As Strings    ${response.status_code}    200

Key In The URL Of A Page That Is Not There
    GET On Session    api    url=/products/999?api_key=${KEY}

Key In The URL Of A Page With Another Status
    GET    url=${BASE_URL}/products/3?access_token=${KEY}    expected_status=404

Nothing Listens Behind The URL
    GET    url=http://127.0.0.1:1/orders?access_token=${KEY}

Wrong Token In The URL
    ${response}=    GET On Session    api    url=/orders?token=invalid_token    expected_status=401
    Should Be Equal    ${response.json()}[detail]    a token of the query is not read
