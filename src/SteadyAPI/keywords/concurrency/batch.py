"""One request many times at once, and many requests of one form."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from SteadyAPI.errors import SessionError, UsageError
from SteadyAPI.keywords.concurrency.batch_group import (
    MOST_AT_ONCE,
    MOST_REQUESTS,
    BatchGroup,
    BatchPlan,
    check_repeatable,
    checked_at_once,
)
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import checked_method

if TYPE_CHECKING:
    from SteadyAPI.engine.session.session import Session

_FILLED = (
    "params",
    "headers",
    "cookies",
    "json",
    "data",
    "files",
    "auth",
    "expected_status",
    "idempotency_key",
)
"""The options in which places are filled in."""


class BatchKeywords(BatchGroup):
    """Many requests, each over a thread of its own."""

    @with_options(RequestOptions, tag="Request")
    def send_concurrently(
        self,
        method: str,
        url: str,
        *,
        times: int,
        at_once: int | None = None,
        stop: bool = False,
        alias: str = "",
        **options: Any,
    ) -> Any:
        """Sends one request many times at once, released together, and returns the list of responses.

        It is for races: a coupon that is redeemed twice, the last item that is sold three times. All connections are
        opened first; then the first bytes of all requests go out within a moment, which the log shows. Every status
        passes unless `expected_status` is given: see `Statuses Should Be`. Nothing is tried again unless `retry` is
        given. All requests see the cookies of the start; what responses set is kept in the order of the list. A
        session's `rate_limit` holds here too; then they go out one by one.

        Args:
            method: The method, in capitals or not.
            url: Path on the session, or a whole URL.
            times: How often it is sent, 100,000 times at most.
            at_once: How many are on their way at the same time; by default all, 256 at most.
            stop: Whether nothing more is sent after the first unexpected response.
            alias: The session's alias; by default the URL decides as for `GET`.
            **options: RequestOptions.

        Raises:
            StatusError: When a status is not the expected one; the numbers of these requests are listed.
            NoResponseError: When requests got no response.
            UsageError: When `times` or `at_once` is out of range, `url` has a place for items, or the body is a stream.

        Examples:
        ```robotframework
        *** Test Cases ***
        Twenty Customers At Once Are Served
            Create Session    shop    ${BASE_URL}
            ${responses} =    Send Concurrently    GET    /products/3    times=20
            Statuses Should Be    ${responses}    200=20
        ```
        """
        if not 1 <= times <= MOST_REQUESTS:
            raise UsageError(f"times: expected 1 to {MOST_REQUESTS:,}, got {times:,}.")
        from SteadyAPI.engine.concurrency.template import place_in

        asked, opened, verb = RequestOptions(**options), self.opened_url(url), checked_method(method)
        if place := place_in(opened):
            raise UsageError(
                f"url: {place} is a place for items, and Send Concurrently sends one request many times.\n"
                "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}"
            )
        session = self.session_for(opened, alias)
        if asked.expected_status is None and asked.expect_error is None:
            asked.expected_status = "any"
        call = self.call_of(session, verb, opened, asked)
        check_repeatable(asked)
        if asked.retry is None:
            call = replace(call, retries=False)
        width = min(checked_at_once(at_once, MOST_AT_ONCE), times)
        plan = BatchPlan(f"{verb} {url}", width, together=True, stop=stop, message=asked.message)
        return self.send_batch(session, [call] * times, plan)

    @with_options(RequestOptions, tag="Request")
    def send_each_concurrently(
        self,
        method: str,
        url: str,
        items: Any,
        *,
        at_once: int = 16,
        stop: bool = False,
        alias: str = "",
        **options: Any,
    ) -> Any:
        """Sends one request for each item of a list, many at the same time, and returns the responses in that order.

        Places such as `{id}` in `url`, `params`, `headers`, `cookies`, `json`, `data`, `files`, `auth`,
        `expected_status` and `idempotency_key` are filled in: from a dictionary by its names, from a plain item
        wherever there is one name. `{item}` is the whole item. A text that is nothing but a place takes the value with
        its type, so that `json={item}` sends each item as a body; in a URL values are escaped. `{{id}}` is the text
        `{id}`. Retries are as usual.

        Args:
            method: The method, in capitals or not.
            url: Path on the session, or a whole URL.
            items: A list of values, or of dictionaries, 100,000 at most.
            at_once: How many are on their way at the same time, 256 at most.
            stop: Whether nothing more is sent after the first unexpected response.
            alias: The session's alias; by default the URL decides as for `GET`.
            **options: RequestOptions.

        Raises:
            StatusError: When a status is not the expected one, after all attempts; these requests are listed.
            NoResponseError: When requests got no response.
            ContractError: When a response breaks a contract that the session uses.
            SessionError: When the URLs of the items belong to different sessions.
            UsageError: When there is no item, an item lacks a value, or the body is a stream.

        Examples:
        ```robotframework
        *** Test Cases ***
        Each Product Is Found
            Create Session    shop    ${BASE_URL}
            VAR    @{ids}    ${3}    ${4}    ${5}
            ${responses} =    Send Each Concurrently    GET    /products/{id}    ${ids}    expected_status=200
            Should Be Equal    ${responses[0].json()['name']}    Notebook
        ```
        """
        from SteadyAPI.engine.concurrency.template import Template

        width, verb = checked_at_once(at_once, at_once), checked_method(method)
        opened, given = self.opened_url(url), {name: options[name] for name in _FILLED if options.get(name) is not None}
        template = Template(opened, self._open(given, "options"))
        filled = [template.filled(number, item) for number, item in enumerate(self._open(_listed(items), "items"), 1)]
        session, calls = self._common_session([address for address, _ in filled], alias), []
        for number, (address, changed) in enumerate(filled, 1):
            try:
                asked = RequestOptions(**{**options, **changed})
                calls.append(self.call_of(session, verb, address, asked))
                check_repeatable(asked)
            except UsageError as error:
                if str(error).partition(":")[0] not in template.varied:
                    raise
                raise UsageError(f"item {number}: {error}") from error
        plan = BatchPlan(f"{verb} {url}", width, stop=stop, message=options.get("message"))
        return self.send_batch(session, calls, plan)

    def _common_session(self, urls: list[str], alias: str) -> "Session":
        """Returns the session that all URLs belong to."""
        first = self.session_for(urls[0], alias)
        for number, url in enumerate(urls, 1):
            other = self.session_for(url, alias)
            if other is not first:
                raise SessionError(
                    f"item {number}: {url} goes {_way(other)}, and the items before it go {_way(first)}.\n"
                    "  send those of each session in a list of their own"
                )
        return first


def _way(session: "Session") -> str:
    return f'over session "{session.alias}"' if session.alias else "without a session"


def _listed(items: Any) -> list[Any]:
    """Returns the items.

    Raises:
        UsageError: When it is no list, or an empty one.
    """
    if isinstance(items, str | bytes | Mapping) or not isinstance(items, Iterable):
        raise UsageError(
            f"items: expected a list of values or dictionaries, got {type(items).__name__}.\n"
            "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}"
        )
    listed = list(islice(items, MOST_REQUESTS + 1))
    if not listed:
        raise UsageError("items: expected at least one, got an empty list: nothing would be tested.")
    if len(listed) > MOST_REQUESTS:
        raise UsageError(f"items: expected {MOST_REQUESTS:,} at most, got more; send them in several lists.")
    return listed
