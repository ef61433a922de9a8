"""Lists that come page by page, as a keyword."""

import io
import json
from typing import Any

import pytest
from fakes import responded
from keyword_suite import KeywordSuite

from SteadyAPI.arguments import ExpectedError
from SteadyAPI.engine.exchange import Exchange, SentRequest
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.errors import ContractError, ExpectationError, StatusError, UsageError
from SteadyAPI.keywords.concurrency.pages import PageKeywords

WAYS = "\n  write next=link, next=$.next, next=$.next with cursor=after, page=page, or offset=offset"
JSON = ("Content-Type", "application/json")


def page(body: Any, *headers: tuple[str, str], status: int = 200, url: str = "http://shop.test/orders") -> Delivery:
    delivery = responded(status, json.dumps(body).encode(), [JSON, *headers], url)
    return Delivery(SentRequest("GET", url), delivery.response)


class Suite(KeywordSuite[PageKeywords]):
    """The keyword over a fake transport."""

    group = PageKeywords

    @property
    def asked(self) -> list[tuple[str, Any]]:
        return [(request.url.removeprefix("http://shop.test"), request.params) for request in self.transport.requests]

    def all(self, url: str = "/orders", **options: Any) -> Any:
        return self.keywords.get_all_pages(url, **options)


def link(url: str) -> tuple[str, str]:
    return ("Link", f'<{url}>; rel="next"')


def test_a_single_page_is_a_list_too() -> None:
    suite = Suite(page([1, 2]))
    assert suite.all() == [1, 2]
    assert suite.asked == [("/orders", None)]


def test_links_are_followed_with_the_query_that_they_have() -> None:
    suite = Suite(page([1], link("http://shop.test/orders?page=2")), page([2], link("?page=3")), page([3]))
    assert suite.all(params={"page": 1}) == [1, 2, 3]
    assert suite.asked == [("/orders", [("page", "1")]), ("/orders?page=2", None), ("/orders?page=3", None)]


def test_a_header_may_name_the_next_page() -> None:
    suite = Suite(page([1], ("Next-Page", "/orders?page=2")), page([2]))
    assert suite.all(next="next-page") == [1, 2]


@pytest.mark.parametrize("end", [{"items": [3]}, {"items": [3], "next": None}, {"items": [3], "next": ""}])
def test_a_body_may_name_the_next_page(end: Any) -> None:
    suite = Suite(page({"items": [1, 2], "next": "/orders?after=2"}), page(end))
    assert suite.all(next="$.next") == [1, 2, 3]
    assert suite.asked[1] == ("/orders?after=2", None)


def test_a_cursor_goes_into_its_parameter() -> None:
    suite = Suite(page({"items": [1], "next": 7}), page({"items": [2], "next": "b c"}), page({"items": [3]}))
    assert suite.all(next="$.next", cursor="after", params="sort=id&after=0") == [1, 2, 3]
    assert suite.asked == [
        ("/orders", "sort=id&after=0"),
        ("/orders", [("sort", "id"), ("after", "7")]),
        ("/orders", [("sort", "id"), ("after", "b c")]),
    ]


def test_numbers_of_pages_are_counted_until_one_is_empty() -> None:
    suite = Suite(page([1, 2]), page([3]), page([]))
    assert suite.all(page="page", params={"size": 2}) == [1, 2, 3]
    assert [dict(params)["page"] for _, params in suite.asked] == ["1", "2", "3"]


def test_offsets_grow_with_the_items() -> None:
    suite = Suite(page({"rows": [1, 2]}), page({"rows": [3]}), page({"rows": []}))
    assert suite.all(offset="skip", items="$.rows") == [1, 2, 3]
    assert [dict(params)["skip"] for _, params in suite.asked] == ["0", "2", "3"]


@pytest.mark.parametrize(("first", "second", "third"), [("5", "6", "7"), ("0", "1", "2")])
def test_numbers_go_on_from_a_first_page_that_is_written(first: str, second: str, third: str) -> None:
    suite = Suite(page([1, 2]), page([3]), page([]))
    suite.all(f"/orders?size=2&page={first}#top", page="page")
    assert suite.asked == [
        (f"/orders?size=2&page={first}#top", None),
        ("/orders?size=2", [("page", second)]),
        ("/orders?size=2", [("page", third)]),
    ]
    given = Suite(page([1, 2]), page([3]), page([]))
    given.all(page="page", params=f"page={first}")
    assert [dict(params)["page"] for _, params in given.asked[1:]] == [second, third]


def test_offsets_go_on_from_a_first_item_that_is_written() -> None:
    suite = Suite(page([1, 2]), page([3]), page([]))
    assert suite.all("/orders?skip=10", offset="skip") == [1, 2, 3]
    assert suite.asked[1:] == [("/orders", [("skip", "12")]), ("/orders", [("skip", "13")])]


def test_a_cursor_takes_the_place_of_one_in_the_url() -> None:
    suite = Suite(page({"items": [1], "next": "b"}), page({"items": [2]}))
    suite.all("/orders?after=a&size=1", next="$.next", cursor="after")
    assert suite.asked[1] == ("/orders?size=1", [("after", "b")])


@pytest.mark.parametrize(
    ("body", "following", "message"),
    [
        (
            {"items": [1], "next": "/orders?page=2"},
            None,
            "has the next page at $.next, and no Link header\n  write: next=$.next",
        ),
        ({"items": [1], "next": 2}, "next", 'has no header "next", but something at $.next\n  write: next=$.next'),
        (
            {"items": [1], "links": {"next": "b"}},
            "links.next",
            'has no header "links.next", but something at $.links.next\n  write: next=$.links.next',
        ),
    ],
)
def test_a_page_that_names_the_next_one_elsewhere_is_not_the_last(
    body: Any, following: str | None, message: str
) -> None:
    suite = Suite(page(body))
    with pytest.raises(ExpectationError) as caught:
        suite.all(next=following)
    assert str(caught.value) == f"GET /orders → 200 {message}"


@pytest.mark.parametrize(("body", "following"), [({"items": [1], "next": "later"}, None), ([1], "next-page")])
def test_a_page_without_a_link_is_the_last(body: Any, following: str | None) -> None:
    assert Suite(page(body)).all(next=following) == [1]
    assert Suite(page({"items": [1], "next": "/orders?page=2"})).all(next="link") == [1]


@pytest.mark.parametrize(("cursor", "shown"), [(True, "True"), ({"a": 1}, "{'a': 1}")])
def test_what_is_no_cursor_is_told(cursor: Any, shown: str) -> None:
    with pytest.raises(ExpectationError) as caught:
        Suite(page({"items": [1], "next": cursor})).all(next="$.next", cursor="after")
    expected = f"GET /orders → 200 has {shown} at $.next, which is no cursor\n  a cursor is a text or a number"
    assert str(caught.value) == expected


def test_all_pages_make_one_entry_and_are_counted() -> None:
    suite = Suite(page([1], link("?page=2")), page([2]))
    suite.all()
    assert len(suite.entries) == 1
    assert "GET /orders &rarr; 2 pages · 2 items" in suite.entries[0]
    assert suite.context.ledger.calls == {"GET /orders": 2}


def test_a_list_that_is_complete_is_not_logged_where_only_failures_are() -> None:
    suite = Suite(page([1], link("?page=2")), page([2]))
    suite.all(log=Detail.failures)
    assert suite.entries == []
    failing = Suite(page([1], link("?page=2")), page([2], link("?page=3")))
    with pytest.raises(ExpectationError):
        failing.all(log=Detail.failures, max_pages=2)
    assert "2 pages · 2 items" in failing.entries[-1]


@pytest.mark.parametrize(
    ("delivery", "message"),
    [
        (page([1], link("/orders")), "GET /orders → 200 leads back to page 1"),
        (
            page([1], link("http://else.test/orders?page=2")),
            "GET /orders → 200 leads to another host, where the session's credentials don't go: http://else.test",
        ),
        (page({"a": 1}), "GET /orders → 200 has no list\n  say where the items are: items=$.items"),
    ],
)
def test_a_page_that_leads_nowhere_fails_and_is_logged(delivery: Delivery, message: str) -> None:
    suite = Suite(delivery)
    with pytest.raises(ExpectationError) as caught:
        suite.all()
    assert str(caught.value) == message
    assert len(suite.entries) == 2


def test_a_cursor_without_its_parameter_is_told() -> None:
    with pytest.raises(ExpectationError) as caught:
        Suite(page({"items": [1], "next": "abc"})).all(next="$.next", message="No orders")
    assert str(caught.value) == (
        "No orders\n"
        "  GET /orders → 200 has 'abc' at $.next, which is no URL\n"
        "  a cursor goes into a parameter: next=$.next    cursor=after"
    )


def test_a_page_that_is_no_json_fails() -> None:
    delivery = responded(200, b"<html>", [("Content-Type", "text/html")])
    with pytest.raises(ExpectationError, match="GET /orders → 200 "):
        Suite(delivery).all()


def test_there_is_a_bound() -> None:
    suite = Suite(*[page([number], link(f"?page={number}")) for number in range(2, 9)])
    with pytest.raises(ExpectationError) as caught:
        suite.all(max_pages=3)
    assert str(caught.value) == "GET /orders → 200 is page 3, and there are more\n  raise the bound: max_pages=1000"
    assert len(suite.asked) == 3


def test_an_unexpected_status_fails_with_what_was_read_so_far() -> None:
    suite = Suite(page([1], link("?page=2")), page({}, status=404))
    with pytest.raises(StatusError, match=r"Expected 200, got 404"):
        suite.all(expected_status=200)
    assert "2 pages · 1 item" in suite.entries[-1]


def test_contracts_see_each_page() -> None:
    seen: list[Exchange] = []

    def observe(exchange: Exchange) -> None:
        seen.append(exchange)
        if len(seen) == 2:
            raise ContractError("broken", exchange)

    suite = Suite(page([1], link("?page=2")), page([2]))
    suite.session.observers["openapi"] = observe
    with pytest.raises(ContractError, match="broken"):
        suite.all()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"max_pages": 0}, "max_pages: expected 1 or more, got 0."),
        ({"next": "link", "page": "page"}, f"expected one way to the next page, got next and page.{WAYS}"),
        ({"page": "page", "offset": "skip"}, f"expected one way to the next page, got page and offset.{WAYS}"),
        ({"cursor": "after"}, f"cursor: expected next= with the JSONPath of the cursor beside it.{WAYS}"),
        ({"next": "link", "cursor": "x"}, f"cursor: expected next= with the JSONPath of the cursor beside it.{WAYS}"),
        *(
            ({"next": "$.next", name: ""}, f"{name}: expected a name, got an empty text.{WAYS}")
            for name in ("next", "cursor", "page", "offset")
        ),
        (
            {"page": "page", "params": {"page": "first"}},
            'page: expected a whole number as the first value of "page", got "first".',
        ),
        (
            {"offset": "skip", "params": {"skip": -1}},
            'offset: expected a whole number as the first value of "skip", got "-1".',
        ),
        ({"expect_error": ExpectedError.any}, "expect_error: expected pages, and an error has none."),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_sent(options: dict[str, Any], message: str) -> None:
    suite = Suite(page([]))
    with pytest.raises(UsageError) as caught:
        suite.all(**options)
    assert str(caught.value) == message
    assert suite.asked == []


def test_an_invalid_path_is_refused_before_anything_is_sent() -> None:
    suite = Suite(page([]))
    with pytest.raises(UsageError):
        suite.all(next="$.[")
    assert suite.asked == []


def test_a_body_is_sent_with_each_page_and_a_stream_refused() -> None:
    suite = Suite(page([1], link("?page=2")), page([2]))
    suite.all(method="POST", files=("document", "text"))
    assert [request.method for request in suite.transport.requests] == ["POST", "POST"]
    with pytest.raises(UsageError, match="got a stream"):
        suite.all(data=io.BytesIO(b"x"))
