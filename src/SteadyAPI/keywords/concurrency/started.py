"""Requests that are on their way while the test goes on."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.errors import NoResponseError, SteadyAPIError, UsageError
from SteadyAPI.keywords.concurrency.responses import Responses
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup, checked_method, close_files

if TYPE_CHECKING:
    from SteadyAPI.engine.concurrency.started import StartedRequest

_NAME = "as"


class StartOptions(RequestOptions):
    """What `Start Request` takes by name."""

    DOCS = f"""{RequestOptions.DOCS}
    as: The name under which `Wait For Started Response` finds it; by default method and URL."""


# The name is a word of Python, which no class body and no function can declare.
StartOptions.__annotations__ = {**RequestOptions.__annotations__, _NAME: str}
setattr(StartOptions, _NAME, "")


class StartedKeywords(SendingGroup):
    """Different requests that overlap."""

    @with_options(StartOptions, tag="Request")
    def start_request(self, method: str, url: str, alias: str = "", **options: Any) -> str:
        """Sends a request and goes on without waiting for its response; returns its name.

        `Wait For Started Response` waits, logs and judges it. It carries the cookies of now, and is entered and logged
        when it is waited for. A request that nobody waits for is ended with its test or suite, which says so.

        Args:
            method: The method, in capitals or not.
            url: Path on the session, or a whole URL.
            alias: The session's alias; by default the URL decides as for `GET`.
            **options: StartOptions.

        Raises:
            UsageError: When a request of that name is on its way already.
            SessionError: When the URL is relative and no session is open.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Report Is Made While The Shop Is Used
            Create Session    shop    ${BASE_URL}
            Start Request    GET    /slow/report    as=report
            GET    /products
            ${report} =    Wait For Started Response    report    timeout=10s
        ```
        """
        from SteadyAPI.engine.concurrency.started import Order

        name = self._free_name(options.pop(_NAME, ""), f"{checked_method(method)} {url}")
        asked, opened, verb = RequestOptions(**options), self.opened_url(url), checked_method(method)
        session = self.session_for(opened, alias)
        call = self.call_of(session, verb, opened, asked)
        close, place = partial(close_files, asked.data, asked.files), self._context.ledger.place[0]
        self._context.started.add(Order(name, f"{verb} {url}", place, session, call, asked.message, close))
        self._context.log.text(f'{verb} {url} is on its way as "{name}".')
        return name

    @keyword(tags=["Request"])
    def wait_for_started_response(self, name: str, timeout: timedelta | None = None) -> Any:
        """Waits for the response to a request that was started, logs and judges it, and returns it.

        Args:
            name: The name given to `Start Request`, or what it returned.
            timeout: How long to wait; by default until the request's own limits end it. A request that isn't back by
                then goes on, and can be waited for again.

        Raises:
            NoResponseError: When no response came, or none in this time.
            StatusError: When the status is not the expected one, after all attempts.
            ContractError: When the response breaks a contract that the session uses.
            UsageError: When no request was started under that name, or it was waited for already.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Slow Report Comes In The End
            Create Session    shop    ${BASE_URL}
            Start Request    GET    /slow/report    as=report    expected_status=200
            ${report} =    Wait For Started Response    report    timeout=10s
        ```
        """
        from SteadyAPI.keywords.support.conversions import seconds_of

        request = self._context.started.get(name)
        if not request.is_back_within(seconds_of("timeout", timeout)):
            raise _still_on_its_way([request])
        return self._taken(request)

    @keyword(tags=["Request"])
    def wait_for_all_responses(self, timeout: timedelta | None = None) -> Any:
        """Waits for all requests that were started, logs and judges them; returns the responses in that order.

        Args:
            timeout: How long to wait for all of them together; by default until their own limits end them.

        Raises:
            NoResponseError: When no response came, or not all in this time; those go on.
            StatusError: When a status is not the expected one; several failures are listed together.
            UsageError: When no request is on its way.

        Examples:
        ```robotframework
        *** Test Cases ***
        Two Reports Overlap
            Create Session    shop    ${BASE_URL}
            Start Request    GET    /slow/sales    as=sales
            Start Request    GET    /slow/stock    as=stock
            ${responses} =    Wait For All Responses    timeout=10s
            Length Should Be    ${responses}    2
        ```
        """
        from SteadyAPI.keywords.support.conversions import seconds_of

        requests = list(self._context.started)
        if not requests:
            raise UsageError(
                "no request is on its way: none was started, or all have been waited for.\n"
                "  start one: Start Request    GET    /orders    as=orders"
            )
        clock = self._context.surroundings.clock
        limit = seconds_of("timeout", timeout)
        until = None if limit is None else clock.monotonic() + limit
        late = [each for each in requests if not each.is_back_within(_left(until, clock.monotonic()))]
        if late:
            raise _still_on_its_way(late)
        results, failures = list[Any](), list[SteadyAPIError]()
        for request in requests:
            try:
                results.append(self._taken(request))
            except SteadyAPIError as error:
                failures.append(error)
        if failures:
            raise _together(failures, len(requests))
        return Responses(results, f"{len(requests)} started requests")

    def _free_name(self, given: str, usual: str) -> str:
        """Returns the name of a request; one that it was given must be free."""
        started = self._context.started
        if given and given in started:
            raise UsageError(
                f'"{given}" is on its way already: {started.get(given).order.title}.\n'
                f"  wait for it first: Wait For Started Response    {given}\n"
                "  or give this one another name: as=..."
            )
        free = (usual if number == 1 else f"{usual} ({number})" for number in range(1, len(list(started)) + 2))
        return given or next(name for name in free if name not in started)

    def _taken(self, request: "StartedRequest") -> Any:
        """Enters, logs and judges a request that is back."""
        order = request.order
        self._context.started.forget(request, taken=True)
        sent = request.taken()
        if sent is None:
            raise NoResponseError(f'"{order.name}" was ended before it was sent: {order.title}')
        exchange = sent.exchange
        self._context.ledger.add(exchange)
        self._context.sessions.adopt(order.session, exchange)
        self._context.log.settle()
        self._context.log.exchange(exchange)
        self._warn()
        if sent.error is not None:
            raise sent.error
        if order.call.expect_error:
            return self._as_wanted(exchange, order.message)
        return self._as_expected(self._judged(order.session, order.call, exchange), order.message)


def _left(until: float | None, now: float) -> float | None:
    return None if until is None else max(0.0, until - now)


def _still_on_its_way(requests: "list[StartedRequest]") -> NoResponseError:
    from SteadyAPI.engine.units import duration

    told = [f'"{each.order.name}": {each.order.title}, sent {duration(each.elapsed)} ago' for each in requests]
    if len(told) == 1:
        return NoResponseError(f"No response yet to {told[0]}\n  it goes on, and can be waited for again")
    lines = "\n".join(f"  {each}" for each in told)
    return NoResponseError(f"No response yet to {len(told)} requests; they go on, and can be waited for again\n{lines}")


def _together(failures: list[SteadyAPIError], count: int) -> SteadyAPIError:
    """Returns the only failure, or one of the first one's kind that tells all."""
    if len(failures) == 1:
        return failures[0]
    rows = [f"  {number}. " + str(each).replace("\n", "\n     ") for number, each in enumerate(failures, 1)]
    return type(failures[0])("\n".join([f"{len(failures)} of {count} started requests failed", *rows]))
