"""How one page leads to the next: by a link, a cursor, an offset or a number."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urljoin

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.paging.page_items import PageError
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.url import is_absolute, origin
from SteadyAPI.engine.value.json_path import find
from SteadyAPI.errors import UsageError

LINK = "link"
_HOW_TO_WRITE = "  write next=link, next=$.next, next=$.next with cursor=after, page=page, or offset=offset"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that has come: its number from 1, and how many items came before it and with it."""

    number: int
    call: Call
    exchange: Exchange
    body: Any
    before: int
    count: int


NextPage = Callable[[Page], Call | None]
"""Returns the call of the next page, or ``None`` after the last one."""


def next_page_of(following: str | None, cursor: str | None, page: str | None, offset: str | None) -> NextPage:
    """Returns how pages follow each other.

    Args:
        following: ``link``, the JSONPath of the next page's URL or cursor, or the name of a header with its URL.
        cursor: The parameter that a cursor goes into.
        page: The parameter that the number of the page goes into.
        offset: The parameter that the number of the first item goes into.

    Raises:
        UsageError: When two ways are named, or a cursor without a path to it.
    """
    named = [name for name, value in (("next", following), ("page", page), ("offset", offset)) if value is not None]
    if len(named) > 1:
        raise UsageError(f"expected one way to the next page, got {' and '.join(named)}.\n{_HOW_TO_WRITE}")
    if cursor is not None and not (following or "").startswith("$"):
        raise UsageError(f"cursor: expected next= with the JSONPath of the cursor beside it.\n{_HOW_TO_WRITE}")
    if page is not None:
        return lambda last: _with(last.call, page, last.number + 1) if last.count else None
    if offset is not None:
        return lambda last: _with(last.call, offset, last.before + last.count) if last.count else None
    if following is None or following.lower() == LINK:
        return lambda last: _linked(last, _link_of(last.exchange))
    if not following.startswith("$"):
        return lambda last: _linked(last, _header_of(last.exchange, following))
    # An invalid path is an error before anything is sent.
    find({}, following)
    return lambda last: _by_value(last, following, cursor)


def first_call(call: Call, page: str | None, offset: str | None) -> Call:
    """Returns the call of the first page: numbers begin with 1, offsets with 0, unless the suite says otherwise."""
    name, first = (page, 1) if page is not None else (offset, 0)
    return call if name is None or name in _names(call) else _with(call, name, first)


def _by_value(last: Page, path: str, cursor: str | None) -> Call | None:
    value = find(last.body, path).value
    if value is None or value in ("", False):
        return None
    if cursor is not None:
        return _with(last.call, cursor, value)
    if not isinstance(value, str) or not (is_absolute(value) or value[0] in "/?"):
        raise PageError(
            f"has {value!r} at {path}, which is no URL\n  a cursor goes into a parameter: next={path}    cursor=after"
        )
    return _linked(last, value)


def _linked(last: Page, link: str) -> Call | None:
    """Returns the call of a link, which has the whole query."""
    if not link:
        return None
    own = last.exchange.last_sent.url
    url = urljoin(own, link)
    if origin(url) != origin(own):
        raise PageError(f"leads to another host, where the session's credentials don't go: {origin(url)}")
    return replace(last.call, url=url, params=None)


def _link_of(exchange: Exchange) -> str:
    """Returns the link of the relation ``next`` (RFC 8288)."""
    requests_response = exchange.response.requests_response if exchange.response else None
    return str(requests_response.links.get("next", {}).get("url", "")) if requests_response is not None else ""


def _header_of(exchange: Exchange, name: str) -> str:
    headers = exchange.response.headers if exchange.response else {}
    return next((value for key, value in headers.items() if key.lower() == name.lower()), "")


def _with(call: Call, name: str, value: Any) -> Call:
    """Returns a call with a parameter in place of that of the same name."""
    pairs = [pair for pair in _pairs(call) if pair[0] != name]
    return replace(call, params=[*pairs, (name, str(value))])


def _names(call: Call) -> set[Any]:
    return {name for name, _ in [*_pairs(call), *parse_qsl(call.url.partition("?")[2], keep_blank_values=True)]}


def _pairs(call: Call) -> list[tuple[Any, Any]]:
    given = call.params or ()
    return parse_qsl(given, keep_blank_values=True) if isinstance(given, str) else list(given)
