"""What tells that a port expects TLS."""

from typing import Any

import pytest
from exchanges import lost, responded

from SteadyAPI.engine.exchange import Attempt, Failure, FailureClass, FailureKind, SentRequest
from SteadyAPI.report.messages.request_failures import no_response, wrong_status
from SteadyAPI.report.messages.tls_hint import tls_hint_of_silence

SAYS = b"<center>The plain HTTP request was sent to HTTPS port</center>"
HINT = "the server expects TLS on this port: write https://"


@pytest.mark.parametrize(
    "body", [SAYS, b"Client sent an HTTP request to an HTTPS server.\n", b"This host and port requires TLS."]
)
def test_what_servers_say_to_plain_http_is_understood(body: bytes) -> None:
    assert str(wrong_status(responded(body, 400, "Bad Request"), None)).splitlines()[1] == f"  {HINT}"


def test_other_responses_with_these_words_are_quoted() -> None:
    assert HINT not in str(wrong_status(responded(SAYS, 500, "Oh"), None))


def closed(*, reused: bool = False, kind: FailureKind = FailureKind.CLOSED) -> Any:
    return Attempt(1, 0.0, 0.003, failure=Failure(kind, FailureClass.AMBIGUOUS), reused=reused)


def test_new_connections_that_close_in_silence_may_be_such_a_port() -> None:
    text = "  nothing came back: so do ports that expect TLS (https://)"
    said = str(no_response(lost(FailureKind.CLOSED, attempts=(closed(), closed(kind=FailureKind.RESET)))))
    assert text in said.splitlines()


@pytest.mark.parametrize(
    "exchange",
    [
        lost(FailureKind.CLOSED, attempts=(closed(reused=True),)),
        lost(FailureKind.CLOSED, attempts=(closed(), Attempt(2, 0.0, 0.1, status=503), closed())),
        lost(FailureKind.REFUSED),
        lost(FailureKind.RESET, sent=SentRequest("GET", "https://shop.test/")),
    ],
)
def test_other_failures_say_nothing_of_the_kind(exchange: Any) -> None:
    assert tls_hint_of_silence(exchange) == ""
