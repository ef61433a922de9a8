*** Settings ***
Documentation     What the bookshop does with books.

Resource          service.resource

Suite Setup       Start Bookshop
Suite Teardown    Stop Bookshop


*** Test Cases ***
A Book Has Its Fields
    GET    /books/1
    Get JSON Value    $.title    ==    Emma
    Get JSON Value    $.year    <    ${1900}
    Get Response Header    Content-Type    contains    json

Books Are Listed
    GET    /books
    Get JSON Value    $[*].title    contains    Middlemarch

A Book Is Added And Taken Away
    [Documentation]    What the service made up is taken out of its response.
    VAR    &{book} =    title=Persuasion    author=Jane Austen    year=${1817}
    POST    /books    json=${book}    expected_status=201
    ${number} =    Get JSON Value    $.id
    GET    /books/${number}
    Get JSON Value    $.title    ==    Persuasion
    DELETE    /books/${number}
    GET    /books/${number}    expected_status=404

A Book Without A Title Is Refused
    VAR    &{book} =    author=Jane Austen
    POST    /books    json=${book}    expected_status=422
    Get JSON Value    $.detail    ==    a book needs a title
