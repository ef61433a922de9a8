"""How one page leads to the next: by a link, a cursor, an offset or a number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urljoin

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.paging.page_items import PageError
from SteadyAPI.engine.paging.parameter import value_of, with_value
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.url import is_absolute, origin
from SteadyAPI.engine.value.json_path import find
from SteadyAPI.errors import UsageError

LINK = "link"
_HOW_TO_WRITE = "  write next=link, next=$.next, next=$.next with cursor=after, page=page, or offset=offset"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that has come, and how many items it has."""

    call: Call
    exchange: Exchange
    body: Any
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
        UsageError: When two ways are named, one has no name, or a cursor comes without a path to it.
    """
    _check_names(following, cursor, page, offset)
    if page is not None:
        return lambda last: _counted(last, page, 1)
    if offset is not None:
        return lambda last: _counted(last, offset, last.count)
    if following is None:
        return _by_usual_link
    if following.lower() == LINK:
        return lambda last: _linked(last, _link_of(last.exchange))
    if not following.startswith("$"):
        return partial(_by_header, name=following)
    # An invalid path is an error before anything is sent.
    find({}, following)
    return lambda last: _by_value(last, following, cursor)


def _check_names(following: str | None, cursor: str | None, page: str | None, offset: str | None) -> None:
    given = {"next": following, "cursor": cursor, "page": page, "offset": offset}
    empty = [name for name, value in given.items() if value == ""]
    if empty:
        raise UsageError(f"{empty[0]}: expected a name, got an empty text.\n{_HOW_TO_WRITE}")
    named = [name for name, value in given.items() if value is not None and name != "cursor"]
    if len(named) > 1:
        raise UsageError(f"expected one way to the next page, got {' and '.join(named)}.\n{_HOW_TO_WRITE}")
    if cursor is not None and not (following or "").startswith("$"):
        raise UsageError(f"cursor: expected next= with the JSONPath of the cursor beside it.\n{_HOW_TO_WRITE}")


def first_call(call: Call, page: str | None, offset: str | None) -> Call:
    """Returns the call of the first page: numbers begin with 1, offsets with 0, unless the suite says otherwise.

    Raises:
        UsageError: When it says so with something that can't be counted on from.
    """
    kind, name, first = ("page", page, 1) if page is not None else ("offset", offset, 0)
    if name is None:
        return call
    written = value_of(call, name)
    if written is None:
        return with_value(call, name, first)
    if not written.isdecimal():
        raise UsageError(f'{kind}: expected a whole number as the first value of "{name}", got "{written}".')
    return call


def _counted(last: Page, name: str, step: int) -> Call | None:
    """Returns the call that counts on from the last one, whose number stands in it."""
    return with_value(last.call, name, int(value_of(last.call, name) or 0) + step) if last.count else None


def _by_usual_link(last: Page) -> Call | None:
    """Follows the header ``Link``; a page that names the next one elsewhere would pass for the last one."""
    link = _link_of(last.exchange)
    if not link and _is_url(_in_body(last, "next")):
        raise PageError("has the next page at $.next, and no Link header\n  write: next=$.next")
    return _linked(last, link)


def _by_header(last: Page, name: str) -> Call | None:
    headers = last.exchange.response.headers if last.exchange.response else {}
    link = next((value for key, value in headers.items() if key.lower() == name.lower()), "")
    if not link and _in_body(last, name):
        raise PageError(f'has no header "{name}", but something at $.{name}\n  write: next=$.{name}')
    return _linked(last, link)


def _by_value(last: Page, path: str, cursor: str | None) -> Call | None:
    value = find(last.body, path).value
    if value is None or value in ("", False):
        return None
    if cursor is not None:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise PageError(f"has {value!r} at {path}, which is no cursor\n  a cursor is a text or a number")
        return with_value(last.call, cursor, value)
    if not _is_url(value):
        raise PageError(
            f"has {value!r} at {path}, which is no URL\n  a cursor goes into a parameter: next={path}    cursor=after"
        )
    return _linked(last, value)


def _in_body(last: Page, names: str) -> Any:
    value = last.body
    for name in names.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _is_url(value: Any) -> bool:
    return isinstance(value, str) and (is_absolute(value) or value[:1] in {"/", "?"})


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
