*** Settings ***
Documentation    Schemas, bodies, and the exact paths of what does not match; a row without a path matches.

Library          SteadyAPI
Library          Mismatches.py

Test Template    Mismatches Should Be At


*** Test Cases ***
# robocop: off=LEN08
Missing Fields
    models.Item    {"id": 1, "name": "x"}
    models.Item    {"id": 1}    $.name
    models.Item    {"name": "x"}    $.id
    models.Item    {}    $.id    $.name
    models.Item    {"ID": 1, "name": "x"}    $.id    $.ID
    models.Price    {"amount": 1.5}    $.currency
    models.Order    {"id": 1}    $.lines
    models.Order    {"id": 1, "lines": [{"qty": 1}]}    $.lines[0].product
    models.Order    {"id": 1, "lines": [{"product": {"id": 1}, "qty": 1}]}    $.lines[0].product.name
    models.Order    {"id": 1, "lines": [{"product": {}, "qty": 1}, {}]}    $.lines[0].product.id    $.lines[0].product.name    $.lines[1].product    $.lines[1].qty
    models.Span    {"start": 1}    $.end
    models.Node    {"name": "a", "children": [{"children": []}]}    $.children[0].name
    models.Page    {"items": [], "pair": [1]}    $.pair[1]
    models.Page    {"items": [], "pair": []}    $.pair[0]    $.pair[1]
Extra Fields
    models.Item    {"id": 1, "name": "x", "z": null}    $.z
    models.Item    {"id": 1, "name": "x", "a": 1, "b": 2}    $.a    $.b
    models.Order    {"id": 1, "lines": [], "z": 1}    $.z
    models.Order    {"id": 1, "lines": [{"product": {"id": 1, "name": "x", "z": 1}, "qty": 1}]}    $.lines[0].product.z
    models.Order    {"id": 1, "lines": [], "by_day": {"mon": [{"amount": 1, "currency": "EUR", "vat": 2}]}}    $.by_day.mon[0].vat
    models.Node    {"name": "a", "children": [{"name": "b", "children": [{"name": "c", "z": 1}]}]}    $.children[0].children[0].z
    models.Node    {"name": "a", "parent": {"name": "b", "parent": {"name": "c", "z": 1}}}    $.parent.parent.z
    models.Item    {"id": 1, "name": "x", "odd name": 1}    $['odd name']
    models.Item    {"id": 1, "name": "x", "": 1}    $['']
    models.Item    {"id": 1, "name": "x", "1st": 1}    $['1st']
    models.Row    {"x": 1, "z": 2}    $.z
    models.Point    {"x": 1, "z": 2}    $.z
    list[models.Row]    [{"x": 1}, {"x": 1, "z": 2}]    $[1].z
    list[models.Point]    [{"x": 1, "z": 2}]    $[0].z
    dict[str, models.Row]    {"k": {"x": 1, "z": 2}}    $.k.z
Integers
    models.Scalars    {"i": 7}
    models.Scalars    {"i": -7}
    models.Scalars    {"i": 12345678901234567890}
    models.Scalars    {"i": "7"}    $.i
    models.Scalars    {"i": 7.5}    $.i
    models.Scalars    {"i": 7.0}    $.i
    models.Scalars    {"i": 1e3}    $.i
    models.Scalars    {"i": true}    $.i
    models.Scalars    {"i": null}    $.i
    models.Scalars    {"i": []}    $.i
    models.Scalars    {"i": {}}    $.i
    models.Scalars    {"i": ""}    $.i
Numbers
    models.Scalars    {"f": 7}
    models.Scalars    {"f": 7.5}
    models.Scalars    {"f": -1e-3}
    models.Scalars    {"f": "7.5"}    $.f
    models.Scalars    {"f": true}    $.f
    models.Scalars    {"f": null}    $.f
    models.Scalars    {"d": 7.5}
    models.Scalars    {"d": "7.5"}
    models.Scalars    {"d": "seven"}    $.d
    models.Scalars    {"d": null}    $.d
    models.Scalars    {"d": []}    $.d
Booleans
    models.Scalars    {"b": true}
    models.Scalars    {"b": false}
    models.Scalars    {"b": "true"}    $.b
    models.Scalars    {"b": "yes"}    $.b
    models.Scalars    {"b": 1}    $.b
    models.Scalars    {"b": 0}    $.b
    models.Scalars    {"b": null}    $.b
Texts And Nulls
    models.Scalars    {"s": "x"}
    models.Scalars    {"s": ""}
    models.Scalars    {"s": "\\u00e4 \\ud83d\\ude00"}
    models.Scalars    {"s": 7}    $.s
    models.Scalars    {"s": true}    $.s
    models.Scalars    {"s": null}    $.s
    models.Scalars    {"s": ["x"]}    $.s
    models.Scalars    {"n": null}
    models.Scalars    {"n": 0}    $.n
    models.Scalars    {"n": ""}    $.n
    models.Item    {"id": 1, "name": "x", "note": null}
    models.Item    {"id": 1, "name": "x", "count": null}    $.count
    models.Item    {"id": null, "name": null}    $.id    $.name
Dates And Times
    models.Times    {"day": "2024-02-29"}
    models.Times    {"day": "2023-02-29"}    $.day
    models.Times    {"day": "29.02.2024"}    $.day
    models.Times    {"day": "2024-02-29T00:00:00"}    $.day
    models.Times    {"day": 1700000000}    $.day
    models.Times    {"at": "2024-02-29T09:30:00"}
    models.Times    {"at": "2024-02-29T09:30:00Z"}
    models.Times    {"at": "2024-02-29T09:30:00.123+01:00"}
    models.Times    {"at": 1700000000}    $.at
    models.Times    {"at": "yesterday"}    $.at
    models.Times    {"at": null}    $.at
    models.Times    {"zoned": "2024-02-29T09:30:00Z"}
    models.Times    {"zoned": "2024-02-29T09:30:00"}    $.zoned
    models.Times    {"clock": "09:30:00"}
    models.Times    {"clock": "25:30:00"}    $.clock
    models.Times    {"took": "PT5M"}
    models.Times    {"took": "5 minutes"}    $.took
Identifiers And Links
    models.Times    {"id": "0f8fad5b-d9cb-469f-a165-70867728950e"}
    models.Times    {"id": "0f8fad5b"}    $.id
    models.Times    {"id": 7}    $.id
    models.Times    {"link": "https://shop.example/x?y\=1"}
    models.Times    {"link": "shop.example"}    $.link
    models.Times    {"link": "ftp://shop.example"}    $.link
Small Sets Of Values
    models.Choices    {"color": "blue"}
    models.Choices    {"color": "BLUE"}    $.color
    models.Choices    {"color": "green"}    $.color
    models.Choices    {"color": 1}    $.color
    models.Choices    {"level": 9}
    models.Choices    {"level": 5}    $.level
    models.Choices    {"level": "9"}    $.level
    models.Choices    {"state": "paid"}
    models.Choices    {"state": "refunded"}    $.state
    models.Choices    {"state": null}    $.state
    models.Choices    {"version": 2}
    models.Choices    {"version": 3}    $.version
    models.Choices    {"version": "1"}    $.version
    Literal['a', 'b']    "a"
    Literal['a', 'b']    "c"    $
Limits
    models.Limits    {"positive": 1}
    models.Limits    {"positive": 0}    $.positive
    models.Limits    {"share": 0}
    models.Limits    {"share": 1}
    models.Limits    {"share": 1.01}    $.share
    models.Limits    {"share": -0.01}    $.share
    models.Limits    {"even": 3}    $.even
    models.Limits    {"code": "ABC"}
    models.Limits    {"code": "A"}    $.code
    models.Limits    {"code": "ABCD"}    $.code
    models.Limits    {"code": "ab"}    $.code
    models.Limits    {"tags": ["a", "b"]}
    models.Limits    {"tags": []}    $.tags
    models.Limits    {"tags": ["a", "b", "c"]}    $.tags
    models.Limits    {"tags": ["a", 1]}    $.tags[1]
    models.Limits    {"price": "123.45"}
    models.Limits    {"price": "1.234"}    $.price
    models.Limits    {"price": "12345.6"}    $.price
    models.Limits    {"positive": 0, "even": 1, "code": "", "tags": []}    $.positive    $.even    $.code    $.tags
Nesting
    models.Order    {"id": 1, "lines": [{"product": {"id": 1, "name": "x"}, "qty": 2, "price": {"amount": 1, "currency": "EUR"}}]}
    models.Order    {"id": 1, "lines": {}}    $.lines
    models.Order    {"id": 1, "lines": null}    $.lines
    models.Order    {"id": 1, "lines": [null]}    $.lines[0]
    models.Order    {"id": 1, "lines": [[]]}    $.lines[0]
    models.Order    {"id": 1, "lines": [{"product": 7, "qty": 1}]}    $.lines[0].product
    models.Order    {"id": 1, "lines": [{"product": {"id": "1", "name": "x"}, "qty": 1}]}    $.lines[0].product.id
    models.Order    {"id": 1, "lines": [{"product": {"id": 1, "name": "x"}, "qty": 1, "price": {"amount": "1", "currency": "GBP"}}]}    $.lines[0].price.amount    $.lines[0].price.currency
    models.Order    {"id": 1, "lines": [], "labels": {"a": "x", "b": 1}}    $.labels.b
    models.Order    {"id": 1, "lines": [], "labels": {"odd name": 1}}    $.labels['odd name']
    models.Order    {"id": 1, "lines": [], "labels": []}    $.labels
    models.Order    {"id": 1, "lines": [], "by_day": {"mon": [{"amount": 1, "currency": "EUR"}, {"amount": null, "currency": "EUR"}]}}    $.by_day.mon[1].amount
    models.Node    {"name": "a", "children": [{"name": "b"}, {"name": 1}]}    $.children[1].name
    models.Node    {"name": "a", "parent": {"name": "b", "parent": {"name": "c", "parent": {"name": 1}}}}    $.parent.parent.parent.name
    models.Order    []    $
    models.Order    null    $
    models.Order    "x"    $
Lists, Tuples And Maps
    list[int]    []
    list[int]    [1, 2]
    list[int]    [1, "2", 3, null]    $[1]    $[3]
    list[int]    {}    $
    list[list[int]]    [[1], [2, "x"]]    $[1][1]
    list[models.Item]    [{"id": 1, "name": "x"}, {"id": 2}]    $[1].name
    dict[str, int]    {"a": 1}
    dict[str, int]    {"a": "x", "b": 1, "c": null}    $.a    $.c
    dict[str, models.Item]    {"k": {"id": 1}}    $.k.name
    models.Names    ["a"]
    models.Names    ["a", 1]    $[1]
    models.Page    {"items": [1, "x", null, {}]}
    models.Page    {"items": [], "pair": [1, "x"]}
    models.Page    {"items": [], "pair": ["x", 1]}    $.pair[0]    $.pair[1]
    models.Page    {"items": [], "pair": [1, "x", 2]}    $.pair
    models.Page    {"items": [], "several": [1, 2, "x"]}    $.several[2]
    models.Page    {"items": [], "unique": [1, 1]}
    models.Page    {"items": [], "unique": [1, "x"]}    $.unique[1]
    models.Page    {"items": [], "keyed": {"a": 1}}
    models.Page    {"items": [], "keyed": {"c": 1}}    $.keyed.c
    models.Page    {"items": [], "keyed": {"a": "x"}}    $.keyed.a
Unions With A Discriminator
    models.Unions    {"pet": {"kind": "cat", "lives": 9}}
    models.Unions    {"pet": {"kind": "cat", "lives": "9"}}    $.pet.lives
    models.Unions    {"pet": {"kind": "dog"}}    $.pet.bark
    models.Unions    {"pet": {"kind": "dog", "bark": "x", "lives": 9}}    $.pet.lives
    models.Unions    {"pet": {"kind": "cow"}}    $.pet.kind
    models.Unions    {"pet": {"lives": 9}}    $.pet.kind
    models.Unions    {"pet": {"kind": null, "lives": 9}}    $.pet.kind
    models.Unions    {"pet": 7}    $.pet
    models.Unions    {"pet": null}
    models.Unions    {"pet": {"kind": "bank", "bank": "x", "iban": "y"}}    $.pet.iban
    models.Unions    {"pet": {"kind": "bank", "bank": 7, "iban": 1}}    $.pet.bank
    models.Unions    {"pet": {"kind": "bank", "iban": 1}}    $.pet.bank
    models.Unions    {"pet": {"kind": "dog", "bark": "x", "bank": "y"}}    $.pet.bank
Unions Without One
    models.Unions    {"loose": {"kind": "cat", "lives": 9}}
    models.Unions    {"loose": {"kind": "cat", "lives": "9"}}    $.loose.lives
    models.Unions    {"loose": {"kind": "dog"}}    $.loose.bark
    models.Unions    {"loose": {"kind": "dog", "bark": 1}}    $.loose.bark
    models.Unions    {"loose": []}    $.loose
    models.Unions    {"value": 7}
    models.Unions    {"value": "x"}
    models.Unions    {"value": null}
    models.Unions    {"value": 7.5}    $.value
    models.Unions    {"value": {}}    $.value
    models.Unions    {"many": [{"kind": "cat", "lives": 9}, {"kind": "dog", "bark": "x"}]}
    models.Unions    {"many": [{"kind": "cat", "lives": 9}, {"kind": "dog", "bark": 1}, 7]}    $.many[1].bark    $.many[2]
    models.Unions    {"mixed": [1, "x"]}    $.mixed[1]
    models.Unions    {"mixed": "x"}    $.mixed
    models.Unions    {"by_name": {"a": 1, "b": {"kind": "cat", "lives": null}}}    $.by_name.b.lives
    models.Cat | models.Dog    {"kind": "cat", "lives": 9}
    models.Cat | models.Dog    {"kind": "cat", "lives": "9"}    $.lives
    models.Cat | None    null
    Optional[models.Cat]    {"kind": "cat"}    $.lives
    list[models.Cat | models.Dog]    [{"kind": "dog", "bark": "x"}, {"kind": "cat"}]    $[1].lives
Aliases
    models.Aliased    {"orderNumber": 7}
    models.Aliased    {"orderNumber": "7"}    $.orderNumber
    models.Aliased    {"ordernumber": 7}    $.orderNumber    $.ordernumber
    models.Aliased    {}    $.orderNumber
    models.Aliased    {"orderNumber": 7, "odd name": 1}    $['odd name']
    models.Aliased    {"orderNumber": 7, "it's": "x"}    $['it\\'s']
    models.Aliased    {"orderNumber": 7, "lineItems": [{"amount": 1}]}    $.lineItems[0].currency
Models With Settings Of Their Own
    models.OwnRules    {"free": {"a": 1, "z": 2}}
    models.OwnRules    {"free": {"a": "1", "z": 2}}    $.free.a
    models.OwnRules    {"ignoring": {"a": 1, "z": 2}}
    models.OwnRules    {"closed": {"a": 1, "z": 2}}    $.closed.z
    models.OwnRules    {"lax": {"a": "1", "at": 1700000000}}
    models.OwnRules    {"lax": {"a": "1", "z": 2}}    $.lax.z
    models.OwnRules    {"lax_field": "7"}
    models.OwnRules    {"plain": {"amount": "1", "currency": "EUR"}}    $.plain.amount
    models.OwnRules    {"plain": {"amount": 1, "currency": "EUR", "z": 1}}    $.plain.z
    models.OwnRules    {"z": 1}    $.z
    models.Free    {"a": 1, "z": 2}
    models.Lax    {"a": "1"}
    models.Closed    {"a": 1, "z": 2}    $.z
Without Strictness Or Closedness
    models.Item    {"id": "1", "name": "x"}    strict=${False}
    models.Item    {"id": "x", "name": "x"}    $.id    strict=${False}
    models.Item    {"id": "1", "name": "x", "z": 1}    $.z    strict=${False}
    models.Closed    {"a": "1", "z": 1}    $.z    strict=${False}
Other Kinds Of Types
    models.Row    {"x": 1}
    models.Row    {"x": 1, "y": "a"}
    models.Row    {"x": "1"}    $.x
    models.Row    {"y": "a"}    $.x
    models.Point    {"x": 1}
    models.Point    {"x": "1", "y": null}    $.x    $.y
    models.Point    {}    $.x
    models.Span    {"start": 1, "end": 2}
    models.Span    {"start": 2, "end": 1}    $
    models.py::Item    {"id": "1", "name": "x"}    $.id
    models.py::list[Item]    [{"id": "1", "name": "x"}]    $[0].id
    int    7
    str    7    $
    Any    [1, {"x": null}]
    tuple[int, str]    [1, 2]    $[1]
A JSON Schema
    order.json    {"id": 1, "lines": []}
    order.json    {"id": "1", "lines": []}    $.id
    order.json    {"lines": []}    $.id
    order.json    {"id": 1, "lines": [{"qty": 0}]}    $.lines[0].qty
    order.json    {"id": 1, "lines": [], "status": "gone"}    $.status
    order.json    {"id": 1, "lines": [], "z": 1}
    order.json    {"id": 1, "lines": [], "created": "yesterday"}    $.created
    order.json    {"id": 1, "lines": [], "pay": {"kind": "card", "number": 7}}    $.pay.number
    order.json    {"id": 1, "lines": [], "pay": {"kind": "cash"}}    $.pay.change
    order.json    {"id": 1, "lines": [], "pay": {"kind": "cash", "change": "x"}}    $.pay.change
    order.json    {"id": 1, "lines": [], "codes": {"ab": 1}}    $.codes.ab
    order.json    {"id": 1, "lines": [{"qty": 1}, {"qty": 1}]}    $.lines
    order.json    []    $
    order.json#/$defs/line    {"qty": "1"}    $.qty
A Secret Is Masked In The Message
    [Template]    Mismatch Should Read
    models.Secretive    {"user": "ada", "password": "hunter2"}    $.password: expected integer, got [redacted]
    models.Secretive    {"user": 7, "api_key": "hunter2"}    $.user: expected string, got 7 (integer) (sent as a number)    $.api_key: expected integer, got [redacted]
    order.json    {"id": 1, "lines": [], "token": "hunter2"}    $.token: expected integer, got [redacted]
Messages Say What Was Expected And What Came
    [Template]    Mismatch Should Read
    models.Item    {"id": "7", "name": "x"}    $.id: expected integer, got "7" (string) (sent as text)
    models.Item    {"id": 7, "Name": "x"}    $.name: required, absent (there is "Name")    $.Name: expected no such field, got "x" (string)
    models.Choices    {"color": "BLUE"}    $.color: expected 'red' or 'blue', got "BLUE" (string) (another case of letters)
    models.Limits    {"positive": 0}    $.positive: expected more than 0, got 0 (integer)
    models.Unions    {"value": []}    $.value: expected integer or string, got array with 0 items
    models.Times    {"day": "2024-01-31T10:00:00"}    $.day: expected date such as 2024-01-31, got "2024-01-31T10:00:00" (string) (a date with a time)
    models.Span    {"start": 2, "end": 1}    $: fails the model's rule: ends before it starts, got object with 2 keys
    models.Item    {"id": 1, "name": null}    $.name: expected string, got null (null where the schema allows none)
