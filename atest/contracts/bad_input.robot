*** Settings ***
Documentation    Bodies and schemas that nobody should send: each has a message of its own, and none takes long.

Library          OperatingSystem
Library          SteadyAPI

Test Timeout     5 minutes


*** Test Cases ***
Bodies That Are No JSON
    [Template]    Value Is Refused
    ${{ b'' }}    Value is not JSON*line 1, column 1
    ${{ b'{"id" 1}' }}    Value is not JSON*expecting ':' delimiter at line 1, column 7
    ${{ b'{"id": NaN}' }}    Value is not JSON*NaN is no JSON number (RFC 8259, section 6)
    ${{ b'{"id": -Infinity}' }}    Value is not JSON*-Infinity is no JSON number*
    ${{ b'<html></html>' }}    Value is not JSON*expecting value at line 1, column 1
    ${{ '{"id": 1}'.encode('utf-16') }}    Value is not JSON*it is UTF-16, and JSON is UTF-8*
    ${{ '{"id": "ä"}'.encode('latin-1') }}    Value is not JSON*byte 8 is none of a character
    ${{ b'[' * 1000 + b']' * 1000 }}    Value is not JSON*it is nested deeper than 200 levels
    ${{ b'[' * 100000 }}    Value is not JSON*it is nested deeper than 200 levels

A Name That Stands Twice Counts By Its Last Value
    ${value} =    Value Should Match Schema    ${{ b'{"id": "x", "name": "a", "id": 1}' }}    models.Item
    Should Be Equal    ${value.id}    ${1}

A Text Of Ten Megabytes Is Cut In The Message
    ${said} =    Run Keyword And Expect Error    Value does not match int*
    ...    Value Should Match Schema    ${{ 'x' * 10_000_000 }}    int
    Should Be True    len($said) < 300

A Hundred Thousand Mismatches Are Counted And Cut
    ${said} =    Run Keyword And Expect Error    Value does not match list?int?: 100000 mismatches*
    ...    Value Should Match Schema    ${{ ['x'] * 100_000 }}    list[int]
    Should End With    ${said}    … 99992 more in log.html

YAML That Older Parsers Read Otherwise
    Create File
    ...    ${OUTPUT DIR}${/}norway.yaml
    ...    type: object\nproperties:\n${SPACE*2}country: {enum: [no, yes, off]}\n
    Value Should Match Schema    ${{ {"country": "no"} }}    ${OUTPUT DIR}${/}norway.yaml
    Run Keyword And Expect Error    *expected 'no', 'yes' or 'off', got false (boolean)
    ...    Value Should Match Schema    ${{ {"country": False} }}    ${OUTPUT DIR}${/}norway.yaml

Schema Files That Are Broken
    [Template]    Schema File Is Refused
    twice.yaml    type: object\ntype: array\n    *the key "type" stands there twice at line 1, column 1
    broken.yaml    type: ]\n    *is not YAML*line 1*
    broken.json    {"type":    *is not JSON*line 1*
    away.json    {"$ref": "https://else.example/order.json"}    *never fetched*
    lost.json    {"$ref": "#/nowhere"}    *Pointer '/nowhere' does not exist*
    odd.json    {"type": "intger"}    *"intger"*at $.type*
    tag.yaml    !!python/object/apply:os.system [echo]    *could not determine a constructor*


*** Keywords ***
Value Is Refused
    [Documentation]    Expects a message for a value.
    [Arguments]    ${value}    ${message}
    Run Keyword And Expect Error    ${message}    Value Should Match Schema    ${value}    Any

Schema File Is Refused
    [Documentation]    Writes a schema file and expects a message for it.
    [Arguments]    ${name}    ${text}    ${message}
    Create File    ${OUTPUT DIR}${/}${name}    ${text}
    Run Keyword And Expect Error    ${message}
    ...    Value Should Match Schema    ${1}    ${OUTPUT DIR}${/}${name}
