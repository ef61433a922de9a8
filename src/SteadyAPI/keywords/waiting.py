"""Keywords that poll an API until a condition holds."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.keywords.support.options import Options, with_options
from SteadyAPI.keywords.support.sending import checked_method

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange
    from SteadyAPI.engine.session.session import Session
    from SteadyAPI.engine.waiting.condition import Condition
    from SteadyAPI.engine.waiting.polling import Observation, Wait


class PollOptions(Options):
    """What every waiting keyword takes by name."""

    timeout: timedelta = timedelta(seconds=30)
    interval: timedelta | None = None
    fail_when: Any = None
    alias: str | None = None
    method: str = "GET"
    params: Any = None
    headers: Mapping[str, Any] | None = None
    message: str | None = None

    DOCS = """\
    timeout: How long to wait at most.
    interval: The time between two polls; by default it grows from 0.1 to 2 seconds. A `Retry-After` of the
        server is obeyed.
    fail_when: {fail_when}
    alias: The session's alias; by default as with `GET`.
    method: The HTTP method.
    params: Query parameters: a dictionary, a list of pairs, or text.
    headers: Headers of the requests.
    message: Text to put before the failure message."""


class WaitingKeywords(KeywordGroup):
    """Polls: a request that is sent again until its response is the awaited one."""

    @with_options(
        PollOptions,
        tag="Waiting",
        name="Wait Until JSON Value",
        fail_when="A value, or a list of values, from which there is no way back: it fails the wait at once.",
    )
    def wait_until_json_value(self, url: str, path: str, expected: Any, **options: Any) -> Any:
        """Sends a request again and again until a value in its JSON response is the expected one; returns the value.

        While there is no response, no JSON, or an error that time may mend (404, 409, 429, any 5xx ...), the wait goes
        on; 401 and its like end it at once. All polls make one entry in the log.

        Args:
            url: Path on the session, or a whole URL.
            path: The JSONPath of the value (RFC 9535), such as `$.status`; see `Get JSON Value`.
            expected: The value, or a list of values any of which will do; a number is written `${3}`. A value that
                differs from it in its type only ends the wait.
            **options: PollOptions.

        Raises:
            ExpectationError: When the time is over, or the value is one of `fail_when`; it tells how it changed.
            NoResponseError: When the request can never be answered, such as for a certificate that isn't trusted.
            UsageError: When the path or a time can't be used.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Product Gets Its Name
            Create Session    shop    ${BASE_URL}
            Wait Until JSON Value    /products/3    $.id    ${3}    timeout=5s
        ```
        """
        from SteadyAPI.engine.value.json_path import find
        from SteadyAPI.engine.value.json_value import shown
        from SteadyAPI.engine.waiting.condition import value_condition

        # An invalid path is an error before anything is sent.
        find({}, path)
        opened = self._open(expected, "expected")
        self._register_expected(path, opened)
        wanted = shown(opened)
        asked = PollOptions(**options)
        condition = value_condition(path, opened, self._open(asked.fail_when, "fail_when"))
        wait = self._wait(url, condition, f"{path} = {wanted}", asked)
        return self._verdict(wait, path, wanted, asked.message).value

    @with_options(
        PollOptions, tag="Waiting", fail_when="Statuses, written like the expected one, that fail the wait at once."
    )
    def wait_until_status(self, url: str, expected_status: Any, **options: Any) -> Any:
        """Sends a request again and again until it is answered with the expected status; returns the response.

        While nothing responds, the wait goes on: this is how to wait for a service to start. All polls make one entry
        in the log.

        Args:
            url: Path on the session, or a whole URL.
            expected_status: A number, a name (`not found`), a class (`2xx`), a range (`200-299`), or a list of these.
            **options: PollOptions.

        Raises:
            ExpectationError: When the time is over, or the status is one of `fail_when`; it tells how it changed.
            NoResponseError: When the request can never be answered, such as for a certificate that isn't trusted.
            UsageError: When a status or a time can't be used.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Shop Is Up
            Create Session    shop    ${BASE_URL}
            Wait Until Status    /health    200    timeout=10s
        ```
        """
        from SteadyAPI.engine.request.expectation import expect
        from SteadyAPI.engine.waiting.condition import status_condition

        expected, asked = expect(expected_status), PollOptions(**options)
        condition = status_condition(expected, None if asked.fail_when is None else expect(asked.fail_when))
        wait = self._wait(url, condition, f"status = {expected.text}", asked)
        return self._verdict(wait, "status", expected.text, asked.message).value

    @with_options(
        PollOptions,
        tag="Waiting",
        fail_when="The schema of a state from which there is no way back: an answer that matches it fails the wait\n"
        "        at once.",
    )
    def wait_until_response_matches(self, url: str, schema: Any, **options: Any) -> Any:
        """Sends a request again and again until its response matches a schema; returns the validated object.

        While there is no response, no JSON, or an error that time may mend (404, 409, 429, any 5xx ...), the wait goes
        on; 401 and its like end it at once. All polls make one entry in the log.

        Args:
            url: Path on the session, or a whole URL.
            schema: A model or a JSON Schema; see `Response Should Match Schema`.
            **options: PollOptions.

        Raises:
            ExpectationError: When the time is over, or the response matches `fail_when`; it names the last mismatches.
            NoResponseError: When the request can never be answered, such as for a certificate that isn't trusted.
            SchemaError: When a schema can't be found, fails to import, isn't one, or its own code fails.
            UsageError: When a time can't be used.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Product Gets Its Published Shape
            Create Session    shop    ${BASE_URL}
            ${product} =    Wait Until Response Matches    /products/3    models.Product    timeout=5s
            Should Be Equal    ${product.id}    ${3}
        ```
        """
        from SteadyAPI.engine.contract.check import check
        from SteadyAPI.engine.contract.model.resolve import name_of
        from SteadyAPI.engine.waiting.condition import schema_condition
        from SteadyAPI.keywords.support.suite_folder import suite_folders

        folders, name, asked = suite_folders(), name_of(schema), PollOptions(**options)
        terminal = None if asked.fail_when is None else lambda text: check(asked.fail_when, text, folders)
        condition = schema_condition(lambda text: check(schema, text, folders), terminal)
        wait = self._wait(url, condition, f"body matches {name}", asked)
        self._record(wait)
        return self._verdict(wait, "the body", f"a match of {name}", asked.message).value.value

    def _record(self, wait: "Wait") -> None:
        """Enters the last check among the contracts checked in this run."""
        from SteadyAPI.engine.contract.check_record import schema_check

        verdict, exchange = wait.last.observation.value, wait.last.exchange
        if verdict is not None and exchange.response is not None:
            self._context.checks.add_response(exchange, schema_check(verdict, self._context.ledger.test))

    def _wait(self, url: str, condition: "Condition", goal: str, asked: PollOptions) -> "Wait":
        from SteadyAPI.engine.waiting.polling import Poller, PollSchedule
        from SteadyAPI.report.console.wait_progress import WaitProgress

        opened: str = self._open(url, "url")
        sessions = self._context.sessions
        session = sessions.for_url(opened) if asked.alias is None else sessions.get(asked.alias)
        send = self._poll(session, opened, asked)
        interval = None if asked.interval is None else asked.interval.total_seconds()
        schedule = PollSchedule(asked.timeout.total_seconds(), interval)
        waiting = Poller(schedule, self._context.surroundings.clock, session.settings.rate_limit)
        progress = WaitProgress(goal, schedule.timeout, self._context.log)
        try:
            wait = waiting.run(send, condition, progress.show)
        finally:
            # Also when the test's own time-out ends the wait: then it matters most what the polls showed.
            progress.wipe()
            self._log(waiting.so_far, goal)
        return wait

    def _log(self, wait: "Wait", goal: str) -> None:
        from SteadyAPI.report.log_entry.wait_view import wait_html

        if wait.polls:
            self._context.log.html(wait_html(wait, goal))

    def _poll(self, session: "Session", url: str, asked: PollOptions) -> "Callable[[float], Exchange]":
        """Makes the function that sends one poll, without retries of its own."""
        from SteadyAPI.engine.exchange import FailureKind
        from SteadyAPI.engine.request.call import Call
        from SteadyAPI.engine.request.expectation import expect
        from SteadyAPI.engine.request.headers import header_texts
        from SteadyAPI.engine.request.params import query_of
        from SteadyAPI.engine.retry.policy import RetryPolicy

        call = Call(
            method=checked_method(asked.method),
            url=url,
            headers=header_texts(self._open(asked.headers or {}, "headers")),
            params=query_of(self._open(asked.params, "params")),
            expected=expect("any"),
            polls=True,
            accepted_failures=frozenset(FailureKind),
        )

        def send(left: float) -> "Exchange":
            policy = RetryPolicy(attempts=1, deadline=left, deadline_written=True)
            return self._context.sessions.send(session, replace(call, policy=policy))

        return send

    def _verdict(self, wait: "Wait", what: str, expected: str, message: str | None) -> "Observation":
        from SteadyAPI.engine.exchange import FailureClass
        from SteadyAPI.report.messages.request_failures import no_response
        from SteadyAPI.report.messages.wait_failures import wait_failure

        observation, failure = wait.last.observation, wait.last.exchange.failure
        if observation.good:
            return observation
        if failure is not None and failure.failure_class is FailureClass.FATAL:
            raise no_response(wait.last.exchange) from failure.cause
        raise wait_failure(wait, what, expected, message)
