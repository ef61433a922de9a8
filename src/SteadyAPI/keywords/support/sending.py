"""What the keywords that send requests have in common."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.certificate import checked_cert
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.keywords.support.request_options import RequestOptions

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange
    from SteadyAPI.engine.request.call import Call
    from SteadyAPI.engine.session.session import Session

_PAIR = 2
_METHOD_MARKS = "!#$%&'*+-.^_`|~"


class SendingGroup(KeywordGroup):
    """From the options of a keyword to a response whose status is the expected one."""

    def opened_url(self, url: str) -> str:
        """Returns the URL, checked for lost secrets."""
        opened: str = self._open(url, "url")
        return opened

    def session_for(self, url: str, alias: str = "") -> "Session":
        """Returns the session of that alias; without one, the URL decides."""
        return self._context.sessions.get(alias) if alias else self._context.sessions.for_url(url)

    def session_named(self, alias: str) -> "Session":
        """Returns the session of that alias."""
        return self._context.sessions.get(alias)

    def send(
        self,
        session: "Session",
        method: str,
        url: str,
        options: RequestOptions,
        *,
        limit: float | None = None,
        **further: Any,
    ) -> Any:
        """Sends, logs, and checks the status; returns the response, or the words of the expected error.

        Args:
            session: The session.
            method: The method, in capitals.
            url: The URL, opened.
            options: What the keyword was given.
            limit: Seconds for all attempts together.
            **further: Further transport options.
        """
        call = self.call_of(session, method, url, options, **further)
        if limit is not None:
            policy = call.policy or session.settings.policy
            shorter = limit if policy.deadline is None else min(limit, policy.deadline)
            call = replace(call, policy=replace(policy, deadline=shorter, deadline_written=True))
        try:
            if options.expect_error is not None:
                return self._expected_error(session, call, options.message)
            return self._answered(session, call, options.message)
        finally:
            close_files(options.data, options.files)

    def call_of(self, session: "Session", method: str, url: str, options: RequestOptions, **further: Any) -> "Call":
        """Makes the call that the options of a keyword ask for on a session."""
        if is_part(options.files):
            options.files = [options.files]
        return self._on(session, self._call(session, method, url, options, **further), options)

    def _answered(self, session: "Session", call: "Call", message: str | None) -> Any:
        """Sends, and returns the native response when its status is the expected one."""
        return self._as_expected(self._exchange(session, call), message)

    def _as_expected(self, exchange: "Exchange", message: str | None) -> Any:
        """Returns the native response of an exchange when its status is the expected one."""
        if exchange.response is None or not exchange.as_expected:
            from SteadyAPI.report.messages.request_failures import wrong_status

            raise wrong_status(exchange, message)
        return exchange.response.requests_response

    def _on(self, session: "Session", call: "Call", options: RequestOptions) -> "Call":
        """Adds what depends on the session: its retry policy is what the call's own is over."""
        written = (options.retry, options.expect_error, options.idempotency_key, call.timeout)
        if all(option is None for option in written):
            return call
        if options.expect_error is not None and options.expected_status is not None:
            raise UsageError("expected expected_status= or expect_error=, got both: no answer has no status.")
        from SteadyAPI.engine.retry.policy import check_timeout
        from SteadyAPI.keywords.support.conversions import kinds_of, policy_of

        policy = policy_of(options.retry, session.settings.policy)
        check_timeout(policy, call.timeout or session.settings.timeout)
        key = self._open(options.idempotency_key, "idempotency_key")
        call = replace(call, policy=policy, idempotency_key=key)
        if options.expect_error is None:
            return call
        from SteadyAPI.engine.request.expectation import no_status

        expected = no_status(options.expect_error.value)
        return replace(call, expect_error=kinds_of(options.expect_error), expected=expected)

    def _expected_error(self, session: "Session", call: "Call", message: str | None) -> str:
        return self._as_wanted(self._logged(session, call), message)

    def _as_wanted(self, exchange: "Exchange", message: str | None) -> str:
        """Returns the words of the error that the test expects."""
        failure = exchange.failure
        if failure is None or not exchange.as_expected:
            from SteadyAPI.report.messages.request_failures import no_expected_error

            raise no_expected_error(exchange, message) from (failure.cause if failure else None)
        return failure.kind.value

    def _call(self, session: "Session", method: str, url: str, options: RequestOptions, **further: Any) -> "Call":
        from SteadyAPI.keywords.support.call import call_of

        if options.cert is not None:
            further["cert"] = checked_cert(options.cert, self._context.surroundings.secrets)
        return call_of(
            method,
            url,
            options,
            defaults=session.settings.headers,
            usual=session.settings.timeout,
            opened=self._open,
            authenticated=self._auth,
            **further,
        )


def checked_method(method: str) -> str:
    """Returns a method in capitals.

    Raises:
        UsageError: When it isn't a token (RFC 9110, section 5.6.2).
    """
    if not method or not all(letter.isascii() and (letter.isalnum() or letter in _METHOD_MARKS) for letter in method):
        raise UsageError(f'method: expected a word such as GET or PROPFIND, got "{method}".')
    return method.upper()


def is_part(files: Any) -> bool:
    """Returns whether `files` is one part, as `Create Multipart Part` returns it, and no collection of parts."""
    return isinstance(files, tuple) and len(files) == _PAIR and isinstance(files[0], str)


def close_files(data: Any, files: Any) -> None:
    """Closes the open files that went into a request: whatever became of it, they are used up."""
    if data is None and files is None:
        return
    import io

    from SteadyAPI.engine.retry.replay import part_contents

    for content in (data, *part_contents(files)):
        if isinstance(content, io.IOBase):
            content.close()
