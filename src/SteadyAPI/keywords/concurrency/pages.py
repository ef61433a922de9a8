"""Lists that a service gives out page by page."""

from typing import TYPE_CHECKING, Any

from SteadyAPI.errors import ExpectationError, UsageError
from SteadyAPI.keywords.concurrency.batch_group import check_repeatable
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup, checked_method

if TYPE_CHECKING:
    from collections.abc import Callable

    from SteadyAPI.engine.exchange import Exchange, Response
    from SteadyAPI.engine.paging.next_page import Page
    from SteadyAPI.engine.request.call import Call
    from SteadyAPI.engine.session.session import Session


class PageKeywords(SendingGroup):
    """One call that becomes many requests, one after the other."""

    @with_options(RequestOptions, tag="Request")
    def get_all_pages(
        self,
        url: str,
        *,
        next: str | None = None,  # noqa: A002  the word that everybody uses
        cursor: str | None = None,
        page: str | None = None,
        offset: str | None = None,
        items: str | None = None,
        max_pages: int = 100,
        alias: str = "",
        method: str = "GET",
        **options: Any,
    ) -> Any:
        """Requests a list page by page until its end, and returns the items of all pages in one list.

        Each page is retried, judged and recorded as a request of its own; all make one entry in the log. Links are
        followed on the same host only.

        Args:
            url: Path on the session, or a whole URL.
            next: Where a page names the next one: `link` (the `Link` header, RFC 8288; the default), the JSONPath of
                its URL or cursor (`$.next`), or the name of a header with its URL (`Next-Page`). The last page has
                none.
            cursor: The parameter that what stands at `next` goes into, when it is no URL.
            page: The parameter for the number of a page, from 1 or from what `url` or `params` give it; a page without
                items is the last one.
            offset: The parameter for the number of the first item, from 0 or from what `url` or `params` give it; a
                page without items is the last one.
            items: The JSONPath of a page's items; by default the page itself, or the only list in it.
            max_pages: How many pages are requested at most; it is a failure if there are more.
            alias: The session's alias; by default the URL decides as for `GET`.
            method: The HTTP method.
            **options: RequestOptions.

        Raises:
            ExpectationError: When a page has no items to find, leads in a circle or to another host, or there are too
                many.
            StatusError: When the status of a page is not the expected one, after all attempts.
            NoResponseError: When a page got no response.
            UsageError: When the way to the next page can't be used.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Catalogue Is Complete
            Create Session    shop    ${BASE_URL}
            ${articles} =    Get All Pages    /catalogue
            Length Should Be    ${articles}    2300
        ```
        """
        from SteadyAPI.engine.paging.next_page import first_call, next_page_of

        if max_pages < 1:
            raise UsageError(f"max_pages: expected 1 or more, got {max_pages}.")
        find_next = next_page_of(next, cursor, page, offset)
        asked, opened, verb = RequestOptions(**options), self.opened_url(url), checked_method(method)
        if asked.expect_error is not None:
            raise UsageError("expect_error: expected pages, and an error has none.")
        session = self.session_for(opened, alias)
        call = self.call_of(session, verb, opened, asked)
        check_repeatable(asked)
        walk = _Walk(self, session, find_next, items, max_pages, asked.message)
        try:
            return walk.run(first_call(call, page, offset))
        finally:
            if walk.pages:
                self._context.log.pages(walk.pages, f"{verb} {url}", complete=walk.is_complete)

    def page_of(self, session: "Session", call: "Call") -> "Exchange":
        """Sends the call of one page, and records it."""
        exchange = self._context.sessions.send(session, call)
        self._warn()
        return exchange

    def checked_page(self, session: "Session", call: "Call", exchange: "Exchange", message: str | None) -> "Response":
        """Returns the response of a page that has come as expected; what hasn't is logged as a whole, and raised."""
        if not exchange.as_expected:
            self._context.log.failed_exchange(exchange)
        self._as_expected(self._judged(session, call, exchange), message)
        return self._response_of(exchange)

    def wrong_page(self, exchange: "Exchange", what: str, message: str | None) -> ExpectationError:
        """Makes the error for a page that leads nowhere, and logs it as a whole."""
        self._context.log.failed_exchange(exchange)
        return self._unexpected(exchange, what, message)


class _Walk:
    """The way through the pages of one list; ``pages`` has each exchange, and how many items it brought.

    ``is_complete`` says that its end was reached.
    """

    def __init__(
        self,
        keywords: PageKeywords,
        session: "Session",
        find_next: "Callable[[Page], Call | None]",
        items: str | None,
        most: int,
        message: str | None,
    ) -> None:
        self.pages: list[tuple[Exchange, int]] = []
        self.is_complete = False
        self._keywords = keywords
        self._session = session
        self._find_next = find_next
        self._items = items
        self._most = most
        self._message = message

    def run(self, call: "Call") -> list[Any]:
        """Requests every page, and returns the items of all."""
        found: list[Any] = []
        seen: dict[tuple[str, str], int] = {}
        while True:
            exchange = self._keywords.page_of(self._session, call)
            self.pages.append((exchange, 0))
            response = self._keywords.checked_page(self._session, call, exchange, self._message)
            number = len(self.pages)
            # A link is a whole URL, and the first page was asked for by its path.
            seen |= dict.fromkeys([_key(call), (exchange.last_sent.url, str(None))], number)
            following = self._after(call, exchange, response, found)
            if following is None:
                self.is_complete = True
                return found
            if _key(following) in seen:
                raise self._wrong(exchange, f"leads back to page {seen[_key(following)]}")
            if number >= self._most:
                raise self._wrong(exchange, f"is page {number}, and there are more\n  raise the bound: max_pages=1000")
            call = following

    def _after(self, call: "Call", exchange: "Exchange", response: "Response", found: list[Any]) -> "Call | None":
        """Adds the items of a page, and returns the call of the next one."""
        from SteadyAPI.engine.paging.next_page import Page
        from SteadyAPI.engine.paging.page_items import PageError, items_of
        from SteadyAPI.engine.value.json_path import json_body

        body = json_body(response)
        if body.reason:
            raise self._wrong(exchange, body.reason)
        try:
            items = items_of(body.value, self._items)
            self.pages[-1] = (exchange, len(items))
            page = Page(call, exchange, body.value, len(items))
            found += items
            return self._find_next(page)
        except PageError as error:
            raise self._wrong(exchange, str(error)) from error

    def _wrong(self, exchange: "Exchange", what: str) -> ExpectationError:
        return self._keywords.wrong_page(exchange, what, self._message)


def _key(call: "Call") -> tuple[str, str]:
    return call.url, str(call.params)
