"""Exchanges, as the engine would have recorded them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fake_time import NOON

from SteadyAPI.engine.exchange import (
    REDIRECTED,
    Attempt,
    Exchange,
    Failure,
    FailureClass,
    FailureKind,
    Request,
    Response,
    SentRequest,
    Timeout,
)
from SteadyAPI.engine.request.expectation import SUCCESS, StatusExpectation

URL = "http://shop.test/orders/7?full=yes"
JSON = {"Content-Type": "application/json"}


def responded(
    body: bytes = b'{"id": 7}',
    status: int = 200,
    reason: str = "OK",
    *,
    headers: Mapping[str, str] = JSON,
    attempts: tuple[Attempt, ...] = (),
    expected: StatusExpectation = SUCCESS,
    **others: Any,
) -> Exchange:
    """Returns an exchange that got a response."""
    sent = others.pop("sent", SentRequest("GET", URL, {"Accept": "*/*"}))
    only = (Attempt(1, at=0.0, took=0.012, status=status),)
    return Exchange(
        request=Request(sent.method, sent.url),
        sent=sent,
        attempts=attempts or only,
        started=NOON,
        elapsed=others.pop("elapsed", 0.012),
        alias=others.pop("alias", "shop"),
        response=Response(status, reason, others.pop("landed", sent.url), headers, body),
        expected=expected,
        **others,
    )


def lost(
    kind: FailureKind = FailureKind.REFUSED,
    *,
    detail: str = "",
    attempts: tuple[Attempt, ...] = (),
    timeout: Timeout | None = None,
    limited: bool = False,
    **others: Any,
) -> Exchange:
    """Returns an exchange that got no response."""
    failure = Failure(kind, FailureClass.UNSENT, detail, limited=limited)
    sent = others.pop("sent", SentRequest("GET", URL))
    return Exchange(
        request=Request(sent.method, sent.url, timeout=timeout or Timeout()),
        sent=sent,
        attempts=attempts or (Attempt(1, at=0.0, took=0.003, failure=failure),),
        started=NOON,
        elapsed=others.pop("elapsed", 0.003),
        alias=others.pop("alias", "shop"),
        failure=failure,
        **others,
    )


def tries(*statuses: int, waited: float = 0.3, reason: str = "") -> tuple[Attempt, ...]:
    """Returns attempts of 2 ms with these statuses, a pause after each but the last."""
    last = len(statuses)
    return tuple(
        Attempt(
            number,
            at=(number - 1) * (waited + 0.002),
            took=0.002,
            status=status,
            waited=waited if number < last else None,
            wait_reason=reason if number < last else "",
        )
        for number, status in enumerate(statuses, start=1)
    )


def redirected(*attempts: Attempt, url: str = "http://other.test/landed") -> dict[str, Any]:
    """Returns what makes an exchange out of a POST that was redirected to another request with these attempts."""
    sent, landed = SentRequest("POST", "http://shop.test/orders", {}, b"body"), SentRequest("GET", url)
    first = Attempt(1, at=0.0, took=0.01, status=303, waited=0.0, wait_reason=REDIRECTED)
    others = (replace(attempt, number=attempt.number + 1, at=attempt.at + 0.01, sent=landed) for attempt in attempts)
    return {"sent": sent, "attempts": (first, *others), "landed": url}


def plain(text: str) -> str:
    """Masks nothing."""
    return text


def hiding(secret: str) -> Any:
    """Returns a masker for one secret; like the real one, it returns the same object when there is nothing to mask."""
    return lambda text: text.replace(secret, "[redacted]") if secret in text else text
