*** Comments ***
# robocop: off    written as other people write suites


*** Settings ***
Documentation    Users are made up by FakerLibrary.

Library          FakerLibrary    seed=42
Library          ${LIBRARY}    AS    RequestsLibrary

Suite Setup      Create Session    api    ${BASE_URL}


*** Test Cases ***
Create A User
    ${name}=    FakerLibrary.Name
    ${email}=    FakerLibrary.Email
    &{body}=    Create Dictionary    name=${name}    email=${email}
    ${response}=    POST On Session    api    /users    json=${body}    expected_status=201
    Should Be Equal    ${response.json()}[name]    ${name}
    Should Be Equal    ${response.json()}[email]    ${email}

Sign In With A Password That Is None
    ${password}=    FakerLibrary.Password    length=12
    &{form}=    Create Dictionary    username=ada    password=${password}
    ${response}=    POST On Session    api    /auth/token    data=${form}    expected_status=400
    Should Be Equal    ${response.json()}[error]    invalid_grant

Create A User Without A Name
    ${email}=    FakerLibrary.Email
    &{body}=    Create Dictionary    email=${email}
    POST On Session    api    /users    json=${body}

Look For A User Of That Name
    ${name}=    FakerLibrary.Name
    ${response}=    GET On Session    api    /users/1
    Should Be Equal    ${response.json()}[name]    ${name}
