"""Following redirects: each request that one asks for is sent, retried and judged by itself.

Requests that got a redirect are not sent again: a POST whose redirect leads to a broken page isn't sent twice.
"""

from collections.abc import Callable
from dataclasses import replace

from SteadyAPI.engine.exchange import REDIRECTED, Redirect, Request, Response
from SteadyAPI.engine.header_text import header_text
from SteadyAPI.engine.retry.attempt_log import AttemptLog, RetryOutcome


def followed(
    request: Request,
    deliver: Callable[[Request], tuple[Request, RetryOutcome]],
    on_redirect: Callable[[Response, Request], None],
    log: AttemptLog,
) -> tuple[Request, RetryOutcome]:
    """Delivers a request, and those that redirects ask for.

    Args:
        request: The first request.
        deliver: Sends one request under the session's policy; returns it as it went out.
        on_redirect: Gets each redirect and the request that it asks for, before that is sent.
        log: The attempts of the exchange.

    Returns:
        The first request as it went out, and the outcome of the last one.
    """
    first, outcome = deliver(request)
    history = []
    while (following := outcome.delivery.redirected) is not None and outcome.delivery.response is not None:
        response, note = outcome.delivery.response, outcome.note
        history.append(response.requests_response)
        on_redirect(response, following)
        log.pause(0.0, REDIRECTED)
        _, outcome = deliver(following)
        outcome = replace(outcome, note="; ".join(part for part in (note, outcome.note) if part))
    last = outcome.delivery.response
    if history and last is not None:
        last.requests_response.history = history
    return first, outcome


def strip_secrets(redirect: Redirect | None, mask: Callable[[str], str]) -> None:
    """Takes off the headers that hold a secret, whatever they are called, where a redirect leaves the origin.

    The transport knows the secret names; here is known which values are secrets.

    Args:
        redirect: The redirect, before its request is sent.
        mask: Replaces secrets in a text.
    """
    if redirect is None or not redirect.foreign:
        return
    headers = redirect.prepared.headers
    for name, value in tuple(headers.items()):
        text = header_text(value)
        if mask(text) != text and name.lower() != "proxy-authorization":
            del headers[name]
