"""Requests that are filled in from items."""

from decimal import Decimal
from typing import Any

import pytest

from SteadyAPI.engine.concurrency.template import Template
from SteadyAPI.errors import UsageError


def filled(url: str, item: Any, **options: Any) -> tuple[str, dict[str, Any]]:
    return Template(url, options).filled(3, item)


@pytest.mark.parametrize(
    ("url", "item", "expected"),
    [
        ("/products/{id}", 7, "/products/7"),
        ("/products/{id}", "a/b c?", "/products/a%2Fb%20c%3F"),
        ("/products/{id}", True, "/products/true"),
        ("/products/{id}", Decimal("1.50"), "/products/1.50"),
        ("/products/{id}", b"x", "/products/x"),
        ("/products/{id}/{id}", 7, "/products/7/7"),
        ("/{shop}/products/{id}", {"shop": "north", "id": 7}, "/north/products/7"),
        ("/products/{{id}}/{id}", 7, "/products/{id}/7"),
        ("{url}", "/products/7?a=b", "/products/7?a=b"),
        ("/{item}", {"item": "own"}, "/own"),
        ("/{item}/{id}", 7, "/7/7"),
        ("/orders/{order-id}/{größe}", {"order-id": 7, "größe": "L"}, "/orders/7/L"),
        ("/orders/{{order-id}}/{id}", 7, "/orders/{order-id}/7"),
        ("http://{host}/a", "127.0.0.1:80", "http://127.0.0.1:80/a"),
        ("http://{host}", "[::1]:80", "http://[::1]:80"),
        ("http://{host}/a", "x/b?c@d", "http://x%2Fb%3Fc%40d/a"),
        ("http://shop.test/{id}", "a:b", "http://shop.test/a%3Ab"),
        ("/{id}", "a:b", "/a%3Ab"),
    ],
)
def test_a_url_is_filled_in(url: str, item: Any, expected: str) -> None:
    assert filled(url, item)[0] == expected


@pytest.mark.parametrize(
    ("template", "item", "expected"),
    [
        ("{item}", {"a": 1}, {"a": 1}),
        ("{item}", [1, None], [1, None]),
        ("{item}", None, "null"),
        ({"id": "{id}"}, {"id": 7}, {"id": 7}),
        ({"id": "{id}"}, {"id": None}, {"id": None}),
        ({"id": "no {id}", "n": 1}, {"id": 7}, {"id": "no 7", "n": 1}),
        ([{"id": "{id}"}, ("{id}",)], {"id": 7}, [{"id": 7}, (7,)]),
        ('{"id": "{id}", "list": [1]}', {"id": 7}, {"id": 7, "list": [1]}),
        ({"id": "{{id}}", "x": "{id}"}, {"id": 7}, {"id": "{id}", "x": 7}),
        ({"{id}": {"n-{id}": "{id}"}, "{{id}}": 1, 2: 3}, {"id": 7}, {"7": {"n-7": 7}, "{id}": 1, 2: 3}),
        ({"{id}": 1}, 7, {"7": 1}),
    ],
)
def test_a_body_takes_values_with_their_types(template: Any, item: Any, expected: Any) -> None:
    assert filled("/orders", item, json=template)[1] == {"json": expected}


def test_other_options_are_filled_in() -> None:
    options = {"headers": {"X-Tenant": "{tenant}"}, "params": [("q", "{word}s")], "data": "<{word}>"}
    assert filled("/search", {"tenant": "north", "word": "lamp"}, **options)[1] == {
        "headers": {"X-Tenant": "north"},
        "params": [("q", "lamps")],
        "data": "<lamp>",
    }


def test_parts_logins_and_what_is_expected_are_filled_in() -> None:
    options = {
        "files": [("document", ("{name}.txt", "{text}", None, {"X-Name": "{name}"}))],
        "auth": ["{name}", "{text}"],
        "expected_status": "{status}",
        "idempotency_key": "{status}",
    }
    assert filled("/files", {"name": "one", "text": b"first", "status": 201}, **options)[1] == {
        "files": [("document", ("one.txt", b"first", None, {"X-Name": "one"}))],
        "auth": ["one", b"first"],
        "expected_status": 201,
        "idempotency_key": "201",
    }


def test_values_in_a_text_of_parameters_are_escaped_and_a_whole_text_is_not() -> None:
    assert filled("/search", "lamp&all=1", params="q={word}&size=5")[1] == {"params": "q=lamp%26all%3D1&size=5"}
    assert filled("/search", "q=lamp&all=1", params="{query}")[1] == {"params": "q=lamp&all=1"}


@pytest.mark.parametrize("like", ["{order.id}", "{0}", "{ id }"])
@pytest.mark.parametrize(("url", "body"), [("/orders/{}", "none"), ("/orders", ["x", "{}"])])
def test_what_only_looks_like_a_place_is_named(like: str, url: str, body: Any) -> None:
    with pytest.raises(UsageError) as caught:
        filled(url.replace("{}", like), 7, data=[text.replace("{}", like) for text in body])
    last = f"  {like} is none: a place has letters, digits, _ and - in its braces, and begins with a letter"
    assert str(caught.value).splitlines()[-1] == last


@pytest.mark.parametrize("url", ["/products/{{id}}", "/products/{{{id}}}"])
def test_a_place_in_double_braces_is_named(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        filled(url, 7)
    assert str(caught.value).splitlines()[-1] == "  {{id}} is the text {id}: a place has single braces"


@pytest.mark.parametrize(
    ("url", "item", "options", "message"),
    [
        (
            "/products",
            1,
            {"headers": {"X": 1}},
            (
                "expected a place such as {id} or {item} in the URL or an option, found none: all requests would be "
                "equal.\n"
                "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}\n"
                "  for equal ones write: Send Concurrently    GET    /products    times=20"
            ),
        ),
        (
            "/products/{id}",
            {"name": "x", "price": 1},
            {},
            'item 3 has no "id", which the template asks for in url; it has: name, price.',
        ),
        (
            "/products",
            {},
            {"json": {"id": "{id}"}},
            'item 3 has no "id", which the template asks for in json; it has: nothing.',
        ),
        (
            "/{shop}/{id}",
            7,
            {},
            (
                "item 3: expected a dictionary with values for {shop}, {id}, got int.\n"
                "  a single value can only fill a single place"
            ),
        ),
        ("/products/{id}", None, {}, 'item 3: "id" is None, and url needs a value.'),
        (
            "/products/{id}",
            [1],
            {},
            'item 3: url: expected text, a number, a boolean, a date or a UUID as the value of "id", got list.',
        ),
        (
            "/products",
            7,
            {"json": '{"id": {id}}'},
            (
                "json: expected a dictionary, a list or JSON text; got text that isn't JSON: "
                "Expecting property name enclosed in double quotes: line 1 column 9 (char 8).\n"
                '  places stand in quotes, and take the value with its type: json={"id": "{id}"}'
            ),
        ),
    ],
)
def test_what_cannot_be_filled_in_is_refused(url: str, item: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        filled(url, item, **options)
    assert str(caught.value) == message
