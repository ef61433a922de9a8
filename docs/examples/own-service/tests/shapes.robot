*** Settings ***
Documentation     The shapes of responses stay as they were recorded.

Resource          service.resource

Suite Setup       Start With Baseline
Suite Teardown    Stop Bookshop


*** Variables ***
${UPDATE}    ${False}


*** Test Cases ***
Books Keep Their Shape
    [Documentation]    Compared with the baseline as the responses come; a change that breaks clients fails.
    FOR    ${attempt}    IN RANGE    20
        GET    /books
        GET    /books/${{ $attempt % 2 + 1 }}
    END

What Is Missing Keeps Its Shape
    GET    /books/0    expected_status=404


*** Keywords ***
Start With Baseline
    [Documentation]    The baseline lies beside the suites, and belongs into version control.
    Start Bookshop
    Track Contract    ${CURDIR}${/}..${/}books-baseline.json    session=bookshop    update=${UPDATE}    on_change=fail
