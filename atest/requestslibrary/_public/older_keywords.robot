*** Comments ***
# robocop: off    written as other people write suites


*** Settings ***
Documentation    The keywords of robotframework-requests before 0.8, as many suites still have them.

Library          Collections
Library          ${LIBRARY}    AS    RequestsLibrary

Suite Setup      Create Session    shop    ${BASE_URL}

Test Tags        older


*** Test Cases ***
Get A Product
    ${resp}=    Get Request    shop    /products/3
    Should Be Equal As Strings    ${resp.status_code}    200
    Dictionary Should Contain Value    ${resp.json()}    Notebook

Post A User
    &{headers}=    Create Dictionary    Content-Type=application/json
    ${resp}=    Post Request
    ...    shop
    ...    /users
    ...    data={"name": "linus", "email": "linus@example.com"}
    ...    headers=${headers}
    Should Be Equal As Strings    ${resp.status_code}    201
    ${resp}=    Get Request    shop    ${resp.headers['Location']}
    ${json}=    To Json    ${resp.text}
    Should Be Equal    ${json['name']}    linus

Delete A User Twice
    ${resp}=    Delete Request    shop    /users/2
    Should Be Equal As Strings    ${resp.status_code}    204
    ${resp}=    Delete Request    shop    /users/2
    Should Be Equal As Strings    ${resp.status_code}    404

Wrong Status Is Told
    ${resp}=    Get Request    shop    /products/999
    Should Be Equal As Strings    ${resp.status_code}    200

Wrong Value Is Told
    ${resp}=    Get Request    shop    /products/3
    Dictionary Should Contain Item    ${resp.json()}    name    Pencil

Missing Key Is Told
    ${resp}=    Get Request    shop    /products/3
    Log    ${resp.json()['discount']}

No JSON Is Told
    ${resp}=    Get Request    shop    /login
    To Json    ${resp.text}

Unknown Session Is Told
    Get Request    nowhere    /products

Bad Password Gets 400
    &{data}=    Create Dictionary    username=ada    password=wrong password
    &{headers}=    Create Dictionary    Content-Type=application/x-www-form-urlencoded
    ${resp}=    Post Request    shop    /auth/token    data=${data}    headers=${headers}
    Should Be Equal As Strings    ${resp.status_code}    400
    Should Contain    ${resp.text}    the user name or the password is wrong
