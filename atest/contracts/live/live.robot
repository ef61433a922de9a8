*** Settings ***
Documentation    Contracts as services really describe themselves: each kind of them over HTTP, right and wrong.

Library          OperatingSystem
Library          SteadyAPI
Library          ${CURDIR}/../../servers/WireServer.py

Suite Setup      Start The Service
Test Setup       Forget Requests

Test Tags        live


*** Variables ***
${JSON}       Content-Type: application/json
${OK}         200 OK\r\n${JSON}
${CREATED}    201 Created\r\n${JSON}
${NOTHING}    204 No Content
${SECRET}     correct-horse-9


*** Test Cases ***
A Field That Is Only Read Or Only Written Is Required In Its Direction
    Respond To    /v1/users    ${CREATED}    body={"id": 1, "name": "ada"}
    POST    /v1/users    json=${{ {"name": "ada", "password": $SECRET} }}
    Response Should Match OpenAPI    service.yaml    requests=True
    Respond To    /v1/users    ${CREATED}    body={"id": 1, "name": "ada", "password": "${SECRET}"}
    POST    /v1/users    json=${{ {"name": "ada"} }}
    Run Keyword And Expect Error
    ...    *$.password: *absent*
    ...    Response Should Match OpenAPI
    ...    service.yaml
    ...    requests=True
    Run Keyword And Expect Error    *$.password: *    Response Should Match OpenAPI    service.yaml

What One Part Of A Schema Requires Another May Describe For One Direction
    Respond To    /v1/members    ${CREATED}    body={"id": 1, "name": "ada"}
    POST    /v1/members    json=${{ {"name": "ada", "password": $SECRET} }}
    Response Should Match OpenAPI    service.yaml    requests=True
    POST    /v1/members    json=${{ {"name": "ada"} }}
    Run Keyword And Expect Error
    ...    *1 mismatch*request $.password: required, absent*
    ...    Response Should Match OpenAPI
    ...    service.yaml
    ...    requests=True

Values That Travel As Text Are Read In Their Styles
    [Template]    Request Should Match
    /v1/things/;key\=1;key\=2?limit\=5&tags\=a&tags\=b&piped\=1|2&spaced\=1%202&filter[age]\=7
    /v1/things/;key\=1?sort[ids]\=1
    /v1/things/;key\=1?sort[ids][]\=1&sort[ids][]\=2
    /v1/things/;key\=1/
    /v1/labels/.1,2

Values That Travel As Text And Are Wrong Are Told With Their Place
    [Template]    Request Should Not Match
    *limit*    /v1/things/;key\=1?limit\=0
    *limit*    /v1/things/;key\=1?limit\=many
    *tags*    /v1/things/;key\=1?tags\=a&tags\=b&tags\=c
    *piped*    /v1/things/;key\=1?piped\=1|x
    *spaced*    /v1/things/;key\=1?spaced\=1%20x
    *sort.ids*    /v1/things/;key\=1?sort[ids]\=x
    *key*    /v1/things/;key\=x/
    *filter*age*    /v1/things/;key\=1?filter[age]\=old
    *key*    /v1/things/;key\=x
    *key*    /v1/labels/.1,x
    *X-Numbers*    /v1/things/;key\=1    headers=${{ {"X-Numbers": "1,x"} }}
    *session*    /v1/things/;key\=1    cookies=${{ {"session": "x"} }}

Forms And Files Are Looked Into
    Respond To    /v1/forms    ${NOTHING}
    POST    /v1/forms    data=${{ {"name": "Ada", "age": "36"} }}
    Response Should Match OpenAPI    service.yaml    requests=True
    POST    /v1/forms    data=${{ {"name": "A"} }}
    Run Keyword And Expect Error    *name*    Response Should Match OpenAPI    service.yaml    requests=True
    POST    /v1/forms    data=${{ {"age": "old"} }}    files=${{ {"name": "Ada"} }}
    Run Keyword And Expect Error    *age*    Response Should Match OpenAPI    service.yaml    requests=True
    POST    /v1/forms    data=${{ {"name": "Ada"} }}    files=${{ {"scan": ("a.gif", b"GIF", "image/gif")} }}
    Response Should Match OpenAPI    service.yaml    requests=True
    POST    /v1/forms    data=${{ {"name": "Ada"} }}    files=${{ {"scan": ("a.txt", b"GIF", "text/plain")} }}
    Run Keyword And Expect Error
    ...    *1 mismatch*request $.scan content type: expected image/png or image/*, got text/plain
    ...    Response Should Match OpenAPI
    ...    service.yaml
    ...    requests=True

Servers Of The Document, A Path And An Operation Are Known
    [Template]    Request Should Match
    /v2/things/;key\=1
    /any-tenant/api/things/;key\=1
    /upload/files
    /reporting/reports

A Server That Is Not Described Is Told
    GET    /v3/things/;key=1
    Run Keyword And Expect Error    *not*described*    Response Should Match OpenAPI    service.yaml

The Member That A Discriminator Names Is The One That Is Told About
    Body Should Match    /v1/pets    {"kind": "canine", "bark": "wow"}
    Body Should Not Match    /v1/pets    *1 mismatch*$.bark: expected string*    {"kind": "canine", "bark": 1}
    Body Should Not Match    /v1/pets    *$.kind: expected *'feline'*'canine'*"cow"*    {"kind": "cow", "bark": "wow"}

Formats Of Numbers And Texts Are Asserted
    Body Should Match    /v1/formats
    ...    {"small": 2147483647, "large": 9223372036854775807, "single": 1.5, "encoded": "YWRh", "hidden": "x"}
    Body Should Not Match    /v1/formats    *$.small*    {"small": 2147483648}
    Body Should Not Match    /v1/formats    *$.large*    {"large": 9223372036854775808}
    Body Should Not Match    /v1/formats    *$.encoded*    {"encoded": "?"}

The Parameters Of A Content Type Say Which Version Came
    [Template]    Version Should Be Judged
    1    {"next": 2}    7
    2    {"next": 2}    "seven"
    1    {"next": 2}    "seven"    *$: expected integer*
    3    {"next": 2}    7    *content type: expected*version=3*
    1    {}    7    *header X-Page.next: required*

A Closed Document Names Every Stray Field Beside What Is Wrong And Leaves Out What Can't Be Read
    Body Should Match    /v1/closed    {"id": 1, "unreadable": "x", "inner": {"a": 1}}    extra=forbid
    Body Should Not Match    /v1/closed    *3 mismatches*$.stray*$.inner.a*$.inner.b*
    ...    {"id": 1, "stray": 1, "inner": {"a": "x", "b": 2}}    extra=forbid

An Object That Several Parts Of A Schema Describe Is Closed Once
    Body Should Match    /v1/narrowed    {"shop": {"name": "x", "city": "y"}}    extra=forbid
    Body Should Not Match    /v1/narrowed    *1 mismatch*$.shop.zip*
    ...    {"shop": {"name": "x", "zip": "y"}}    extra=forbid

Other Versions Are Loaded Or Refused With The Way To Go On
    Respond To    /orders    ${OK}    body=[]
    GET    /orders
    Response Should Match OpenAPI    newer.yaml
    Run Keyword And Expect Error    *2.0*    Response Should Match OpenAPI    older.yaml
    Run Keyword And Expect Error    *save it first*    Response Should Match OpenAPI    ${SERVICE}/openapi.json

A Model In A Package Is Strict Below Its Validators And Exact
    Respond To    /order    ${OK}
    ...    body={"day": "2026-01-31", "total": {"amount": 0.12345678901234567890123, "currency": "EUR"}, "year": 2026}
    GET    /order
    ${order} =    Response Should Match Schema    shop_models.Order
    Should Be Equal    ${order.total.amount}    ${{ decimal.Decimal("0.12345678901234567890123") }}
    Respond To    /order    ${OK}
    ...    body={"order": {"day": "2026-01-31", "total": {"amount": 1.5, "currency": "EUR"}, "year": 2026}}
    GET    /order
    ${order} =    Response Should Match Schema    shop_models.Order
    Should Be Equal    ${order.day}    ${{ datetime.date(2026, 1, 31) }}
    Respond To    /order    ${OK}    body={"day": "1999-01-31", "total": {"amount": 1, "currency": "EUR"}}
    GET    /order
    Run Keyword And Expect Error    *$.day: fails the model's rule: the order is too old*
    ...    Response Should Match Schema    shop_models.orders.Order

A Mismatch Inside An Envelope Is Told With The Envelope's Name
    Respond To    /order    ${OK}    body={"order": {"day": "2026-01-31", "total": {"amount": "x"}}, "page": 1}
    GET    /order
    Run Keyword And Expect Error    *$.order.total.amount: expected *$.order.total.currency: required, absent*
    ...    Response Should Match Schema    shop_models.orders.Order

What A Model Reads From Further Inside Is Missed There
    Respond To    /delivery    ${OK}    body={"address": {"city": "Ulm"}}
    GET    /delivery
    Response Should Match Schema    shop_models.orders.Delivery
    Respond To    /delivery    ${OK}    body={"address": {"town": "Ulm"}}
    GET    /delivery
    Run Keyword And Expect Error    *1 mismatch*$.address.city: required, absent (keys there: town)
    ...    Response Should Match Schema    shop_models.orders.Delivery

A Schema With An Absolute Id Finds Its Neighbour
    Respond To    /customer    ${OK}    body={"address": {"zip": 7}}
    GET    /customer
    Run Keyword And Expect Error    *$.address.zip: expected string*    Response Should Match Schema    customer.json
    Response Should Match Schema    ${{ True }}
    Run Keyword And Expect Error    *    Response Should Match Schema    ${{ False }}

What Can't Be Read Or Found Leaves Out Itself Or Is Told
    Respond To    /plain    ${OK}    body={"a": "x", "b": 7}
    GET    /plain
    VAR    &{unreadable} =    type=string    pattern=(?<!a)(?P<x>
    VAR    &{text} =    type=string
    Run Keyword And Expect Error    *1 mismatch*$.b: expected string*
    ...    Response Should Match Schema    ${{ {"properties": {"a": $unreadable, "b": $text}} }}
    Run Keyword And Expect Error    *is a name and has no folder*
    ...    Response Should Match Schema    ${{ {"$id": "urn:example:c", "$ref": "address.json"} }}

A Field That Is Called By A Number Is No Item
    [Documentation]    Nor is the status that a schema stands below: an unreadable pattern there leaves out itself.
    Body Should Match    /v1/stock    {"17": {"left": 2, "shelf": "a-7"}}
    FOR    ${extra}    IN    ignore    forbid
        Body Should Not Match
        ...    /v1/stock
        ...    *1 mismatch*$[[]'17'].left: expected integer*
        ...    {"17": {"left": "x"}}
        ...    ${extra}
        Body Should Not Match    /v1/stock    *$[[]'007'].left: required, absent (keys there: shelf)*
        ...    {"007": {"shelf": "a"}}    ${extra}
    END
    Response Should Match Schema    ${{ {"additionalProperties": {"type": "object"}} }}
    Run Keyword And Expect Error
    ...    *$[[]'007'].shelf: expected integer*
    ...    Response Should Match Schema
    ...    ${{ {"additionalProperties": {"properties": {"shelf": {"type": "integer"}}}} }}

Digits Are No Format Of What Is Learnt From A Few Samples
    VAR    ${file} =    ${OUTPUT DIR}${/}live-baseline.json
    Remove File    ${file}
    Create Session    parcels    ${SERVICE}
    Respond To    /parcel    ${OK}    body={"zip": "12345", "sha": "1234567", "version": "1.2", "id": "100200"}
    Track Contract    ${file}    update=True
    FOR    ${_}    IN RANGE    6
        GET    /parcel
    END
    Respond To    /parcel    ${OK}    body={"zip": "K1A 0B6", "sha": "12ab567", "version": "1.2.3", "id": "a-7"}
    Track Contract    ${file}    on_change=fail
    GET    /parcel
    Respond To    /parcel    ${OK}    body={"zip": 12345, "sha": "12ab567", "version": "1.2.3", "id": "a-7"}
    Run Keyword And Expect Error    *$.zip*    GET    /parcel
    [Teardown]    Close Session    parcels

Paths That The Standard Refuses Are Refused
    Respond To    /customer    ${OK}    body={"a": {"0": 5}}
    GET    /customer
    FOR    ${path}    IN    $[01]    $[9007199254740992]    $['a\\q']    $[?@ == True]    $["\\ud800"]
        Run Keyword And Expect Error    *JSONPath*    Get JSON Value    ${path}
    END
    Run Keyword And Expect Error    *nothing matches*    Get JSON Value    $[?@[0]==5]

Scope And Audience Are Sent As Lists
    Respond To    /token    ${OK}    body={"access_token": "tok-live-1", "token_type": "bearer"}
    VAR    @{both} =    read    write
    VAR    @{services} =    https://a.example    https://b.example
    Get Token    ${SERVICE}/token    client_id=qa    client_secret=${SECRET}    scope=${both}    audience=${services}
    ${sent} =    Received Requests
    Should Contain    ${sent}[0]    scope=read+write
    Should Contain    ${sent}[0]    audience=https%3A%2F%2Fa.example&audience=https%3A%2F%2Fb.example
    VAR    @{unset} =    read    ${None}
    Run Keyword And Expect Error    scope: expected text, got None.
    ...    Get Token    ${SERVICE}/token    client_id=qa    client_secret=${SECRET}    scope=${unset}
    Run Keyword And Expect Error    audience: expected text, got a dictionary.
    ...    Get Token    ${SERVICE}/token    client_id=qa    client_secret=${SECRET}    audience=${{ {"a": 1} }}

An Issuer With Another Name Is Told And Taken Beside The Endpoint
    Respond To    /.well-known/openid-configuration    ${OK}
    ...    body={"issuer": "https://other.example", "token_endpoint": "${SERVICE}/token"}
    Respond To    /token    ${OK}    body={"access_token": "tok-live-2", "token_type": "bearer"}
    Run Keyword And Expect Error    *write the token endpoint's URL*
    ...    Get Token    issuer=${SERVICE}    client_id=qa    client_secret=${SECRET}    cache=none
    Get Token    ${SERVICE}/token    issuer=${SERVICE}    client_id=qa    client_secret=${SECRET}    cache=none

Token Responses That Are None Are Told As What They Are
    [Template]    Token Should Be Refused
    *expired*    ${OK}    {"error": "bad_code", "error_description": "The code is expired."}
    *client is disabled*    400 Bad Request\r\n${JSON}    {"error": {"code": 7, "message": "client is disabled"}}
    *no text as access_token, but integer*    ${OK}    {"access_token": 7}
    *no header can carry*    ${OK}    {"access_token": "a\\nb"}
    *the body is empty*    ${OK}    ${EMPTY}
    *id.example*    301 Moved Permanently\r\nLocation: https://id.example/token    ${EMPTY}
    *empty*    ${OK}    {"access_token": ""}


*** Keywords ***
Start The Service
    ${url} =    Start Wire Server
    VAR    ${SERVICE} =    ${url}    scope=SUITE
    Create Session    live    ${url}    retry=none

Forget Requests
    Start Wire Server

Request Should Match
    [Arguments]    ${url}    &{options}
    Send To The Service    ${url}    &{options}
    Response Should Match OpenAPI    service.yaml    requests=True

Request Should Not Match
    [Arguments]    ${message}    ${url}    &{options}
    Send To The Service    ${url}    &{options}
    Run Keyword And Expect Error    ${message}    Response Should Match OpenAPI    service.yaml    requests=True

Send To The Service
    [Arguments]    ${url}    &{options}
    Respond To    ${url.partition('?')[0]}    ${NOTHING}
    GET    ${url}    &{options}

Body Should Match
    [Arguments]    ${path}    ${body}    ${extra}=ignore
    Respond To    ${path}    ${OK}    body=${body}
    GET    ${path}
    Response Should Match OpenAPI    service.yaml    extra=${extra}

Body Should Not Match
    [Arguments]    ${path}    ${message}    ${body}    ${extra}=ignore
    Respond To    ${path}    ${OK}    body=${body}
    GET    ${path}
    Run Keyword And Expect Error    ${message}    Response Should Match OpenAPI    service.yaml    extra=${extra}

Version Should Be Judged
    [Arguments]    ${version}    ${page}    ${body}    ${message}=${None}
    Respond To    /v1/negotiated    200 OK\r\nContent-Type: application/json;version=${version}\r\nX-Page: ${page}
    ...    body=${body}
    GET    /v1/negotiated
    IF    $message
        Run Keyword And Expect Error    ${message}    Response Should Match OpenAPI    service.yaml
    ELSE
        Response Should Match OpenAPI    service.yaml
    END

Token Should Be Refused
    [Arguments]    ${message}    ${head}    ${body}
    Respond To    /token    ${head}    body=${body}
    Run Keyword And Expect Error    ${message}
    ...    Get Token    ${SERVICE}/token    client_id=qa    client_secret=${SECRET}    cache=none
