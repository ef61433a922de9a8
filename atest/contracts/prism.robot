*** Settings ***
Documentation     Prism as a second implementation: what it makes of a document is accepted here, and what it says of a
...               service's answers is said here too.

Library           SteadyAPI
Library           ChangingShop.py
Library           Prism.py

Suite Teardown    Close All Sessions


*** Test Cases ***
What Prism Makes Of A Document Is As Described
    ${url} =    Start Mock    ${CURDIR}${/}orders.yaml
    Create Session    mock    ${url}
    Use OpenAPI    orders.yaml    extra=forbid
    FOR    ${number}    IN RANGE    10
        GET    /orders/${number}
    END

What Prism Makes Of Every Status Is As Described
    ${url} =    Start Mock    ${CURDIR}${/}..${/}keywords${/}shop.yaml
    Create Session    mock    ${url}
    Use OpenAPI    ../keywords/shop.yaml    requests=True    extra=forbid
    GET    /products
    GET    /products/7
    GET    /products/7    headers=${{ {"Prefer": "code=404"} }}    expected_status=404
    POST    /products    json=${{ {"name": "Lamp", "price": 9.5, "stock": 1} }}    expected_status=201

What Prism Says Of Twenty-Four Changes Is Said Here Too
    [Documentation]    The proxy judges a response on its way; the session judges the same response when it arrives.
    ${service} =    Get Service URL
    ${url} =    Start Judge    ${CURDIR}${/}orders.yaml    ${service}
    Create Session    judged    ${url}
    ${breaking}    ${compatible} =    Get Changes
    FOR    ${change}    IN    @{breaking}
        Both Should Judge    ${change}    ${False}
    END
    FOR    ${change}    IN    @{compatible}
        Both Should Judge    ${change}    ${True}
    END


*** Keywords ***
Both Should Judge
    [Documentation]    Lets the service change, and compares the two opinions.
    [Arguments]    ${change}    ${kept}
    Answer With Change    ${change}
    ${response} =    GET    /orders/7
    ${theirs} =    Evaluate    '"location":["response"' not in $response.headers.get('sl-violations', '')
    ${ours} =    Run Keyword And Return Status    Response Should Match OpenAPI    orders.yaml
    Should Be Equal    ${ours}    ${kept}    ${change}: expected here ${kept}, got ${ours}    values=False
    Should Be Equal    ${theirs}    ${kept}    ${change}: expected of Prism ${kept}, got ${theirs}    values=False
