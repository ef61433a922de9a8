*** Settings ***
Documentation     What the shop tells of its users.

Resource          session.resource

Suite Setup       Open Session
Suite Teardown    Close All Sessions


*** Test Cases ***
Users Are Listed
    [Documentation]    The list is not empty.
    GET    /users
    Get JSON Value    $    is not empty

One Of The Users Is Missing
    [Documentation]    A negative test says which status it wants.
    GET    /users/999999    expected_status=404
