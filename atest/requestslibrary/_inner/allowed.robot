*** Settings ***
Documentation    A field that is called like a secret and holds none, with and without the option.

Library          SteadyAPI.RequestsLibrary    allow=${ALLOWED}    AS    RequestsLibrary


*** Test Cases ***
A Plan Is No Secret
    ${response} =    GET    ${BASE_URL}/products    params=plan_token=premium-2026-x9k2    expected_status=any
    Log    plan_token=premium-2026-x9k2
    Log    ${response.status_code}
