*** Settings ***
Documentation     Long lists of a real service come in pages; ``Next-Page`` holds the absolute URL of the next one.

Resource          kinto.resource

Suite Setup       Open Kinto With Five Tasks
Suite Teardown    Close All Sessions
Test Setup        Switch Session    kinto

Test Tags         real


*** Test Cases ***
A List Is Read Page By Page
    [Documentation]    Five records in pages of two: three requests, each record once, in the order asked for.
    VAR    &{params} =    _limit=2    _sort=hours
    ${first} =    GET    ${RECORDS}    params=${params}    expected_status=200
    ${one} =    Response Should Match Schema    models.TaskList
    ${second} =    GET    ${first.headers}[Next-Page]    expected_status=200
    ${two} =    Response Should Match Schema    models.TaskList
    ${third} =    GET    ${second.headers}[Next-Page]    expected_status=200
    ${three} =    Response Should Match Schema    models.TaskList
    Should Not Contain    ${third.headers}    Next-Page
    ${hours} =    Evaluate    [task.hours for page in ($one, $two, $three) for task in page.data]
    Should Be Equal    ${hours}    ${{[1.0, 2.0, 3.0, 4.0, 5.0]}}

A List Is Read To Its End
    [Documentation]    The same in one line.
    VAR    &{params} =    _limit=2    _sort=hours
    ${tasks} =    Get All Pages    ${RECORDS}    next=Next-Page    items=$.data    params=${params}
    ${hours} =    Evaluate    [task['hours'] for task in $tasks]
    Should Be Equal    ${hours}    ${{[1.0, 2.0, 3.0, 4.0, 5.0]}}
    Run Keyword And Expect Error    *is page 2, and there are more*
    ...    Get All Pages    ${RECORDS}    next=Next-Page    params=${params}    max_pages=2

The Link To The Next Page Goes Through The Proxy
    [Documentation]    Kinto doesn't see TLS; the link must lead to nginx all the same.
    VAR    &{params} =    _limit=2
    ${response} =    GET    ${RECORDS}    params=${params}    expected_status=200
    Should Start With    ${response.headers}[Next-Page]    ${KINTO}[open]${RECORDS}?

The Number Of Records Comes Without Their Content
    [Documentation]    ``HEAD`` answers with headers alone.
    ${response} =    HEAD    ${RECORDS}    expected_status=200
    Should Be Equal    ${response.headers}[Total-Objects]    5
    Should Be Empty    ${response.content}

A Page Size That Is No Number Is Refused
    [Documentation]    The error names the parameter.
    VAR    &{params} =    _limit=many
    GET    ${RECORDS}    params=${params}    expected_status=400
    ${error} =    Response Should Match Schema    models.Error
    Should Be Equal    ${error.details[0].location}    querystring


*** Keywords ***
Open Kinto With Five Tasks
    [Documentation]    The hours tell the tasks apart; they are not created in their order.
    Open Kinto As A New User With A Collection
    FOR    ${hours}    IN    3    1    5    2    4
        Create Task    Takes ${hours} hours    ${{float($hours)}}
    END
