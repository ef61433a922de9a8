"""The log entry of one exchange: one folded HTML message with Robot Framework's own CSS classes, and no script."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from SteadyAPI.engine.exchange import Exchange, SentRequest
from SteadyAPI.engine.header_text import header_text
from SteadyAPI.engine.request.expectation import StatusExpectation
from SteadyAPI.engine.units import duration, size
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.report.log_entry.attempt_view import attempts_html, timing_text
from SteadyAPI.report.log_entry.body_store import RUN_BODIES, BodyStore
from SteadyAPI.report.log_entry.body_view import BodyView
from SteadyAPI.report.log_entry.curl import curl
from SteadyAPI.report.plain_text import cut, html_text, indented

_FIRST_ERROR_STATUS = 400
_LARGEST_ENTRY = 6000
_SHARES = (1.0, 0.5, 0.2, 0.05)
"""The share of its room that each part gets; the next smaller one is tried while the entry is too large."""
_URL, _HEADERS, _REQUEST_BODY, _RESPONSE_BODY, _CURL = 300, 700, 900, 1300, 600
_LONGEST_HEADER = 200
_LONGEST_EXPECTATION = 60
_MOST_ROWS = 500
_RED = ' class="fail"'


class ExchangeView:
    """Makes log entries. Everything is masked first, then cut, laid out and escaped."""

    def __init__(self, mask: Masker, store: BodyStore) -> None:
        self._mask = mask
        self._bodies = BodyView(mask, store)
        # Most headers are the same as in the request before.
        self._row = lru_cache(maxsize=_MOST_ROWS)(self._row_of)

    def full(self, exchange: Exchange, *, is_open: bool = False) -> str:
        """Returns the whole entry, folded unless ``is_open``; it takes at most 6 kB in output.xml."""
        for share in _SHARES:
            entry = self._entry(exchange, share, is_open=is_open)
            if output_size(entry) <= _LARGEST_ENTRY:
                return entry
        return self.compact(exchange)

    def compact(self, exchange: Exchange) -> str:
        """Returns the summary line alone."""
        return _latin1(self._summary(exchange))

    def _entry(self, exchange: Exchange, share: float, *, is_open: bool) -> str:
        # After a redirect, the request that failed is shown: running its curl line repeats no other.
        sent = exchange.sent if exchange.as_expected else exchange.last_sent
        response = exchange.response
        # The timings hold nothing from outside, so they need no mask.
        facts = [fact for fact in (timing_text(exchange), html_text(self._mask(exchange.note))) if fact]
        parts = [f"<summary>{self._summary(exchange)}</summary>", attempts_html(exchange, self._mask)]
        parts += [f"<div>{' · '.join(facts)}</div>" if facts else ""]
        parts.append(self._headers("Request headers", sent.headers, int(_HEADERS * share)))
        parts.append(self._body(exchange, "Request body", sent.body, sent.headers, int(_REQUEST_BODY * share)))
        if response is not None:
            parts.append(self._headers("Response headers", response.headers, int(_HEADERS * share)))
            room = int(_RESPONSE_BODY * share)
            parts.append(self._body(exchange, "Response body", response.content, response.headers, room))
        follow = bool(exchange.redirects) and exchange.as_expected
        command = html_text(curl(sent, self._mask, longest=int(_CURL * share), follow=follow))
        parts.append(f'<details><summary>curl</summary><div style="user-select:all">{command}</div></details>')
        # Robot Framework keeps the line breaks of a message; a long word must not make the page wider.
        opened = " open" if is_open else ""
        return _latin1(f'<details{opened} style="overflow-wrap:anywhere">{"".join(parts)}</details>')

    def _body(self, exchange: Exchange, title: str, content: Any, headers: Mapping[str, Any], room: int) -> str:
        failed = not exchange.as_expected
        return self._bodies.html(title, content, _content_type(headers), room=room, failed=failed)

    def _summary(self, exchange: Exchange) -> str:
        sent, response = exchange.sent, exchange.response
        if response is None:
            failure = exchange.failure.kind.value if exchange.failure else "no answer"
            outcome = f"<b{'' if exchange.as_expected else _RED}>{html_text(failure)}</b>"
        else:
            status = html_text(cut(self._mask(f"{response.status} {response.reason}".strip()), 60))
            outcome = f"<b{_status_class(response.status, exchange.expected)}>{status}</b>"
        facts = []
        if exchange.expected.explicit and not exchange.as_expected:
            facts.append(f"expected {html_text(cut(self._mask(exchange.expected.text), _LONGEST_EXPECTATION))}")
        facts.append(duration(exchange.elapsed))
        if response is not None:
            facts.append(size(len(response.content)))
        if exchange.retries:
            plural = "retry" if exchange.retries == 1 else "retries"
            facts.append(f'<span class="skip">{exchange.retries} {plural}</span>')
        if exchange.attempts[-1].reused:
            facts.append("reused connection")
        named = self._named(sent, _URL)
        if exchange.redirects:
            first, attempt = exchange.redirects[0]
            named = (
                f"{self._named(first, _URL // 2)} → {attempt.outcome} → {self._named(exchange.last_sent, _URL // 2)}"
            )
        return f"{named} → {outcome} · {' · '.join(facts)}"

    def _named(self, sent: SentRequest, room: int) -> str:
        return f"{html_text(cut(self._mask(sent.method), 40))} {html_text(cut(self._mask(sent.url), room))}"

    def _headers(self, title: str, headers: Mapping[str, Any], room: int) -> str:
        if not headers:
            return ""
        shown: list[str] = []
        for header in headers.items():
            row, taken = self._row(*header)
            room -= taken
            if room < 0:
                shown.append(f"… {len(headers) - len(shown)} more")
                break
            shown.append(row)
        return f"<details><summary>{title} ({len(headers)})</summary>{indented(shown)}</details>"

    def _row_of(self, name: str, value: Any) -> tuple[str, int]:
        """Returns a header as a line, and its size in output.xml."""
        row = html_text(cut(self._mask(f"{name}: {header_text(value)}"), _LONGEST_HEADER))
        return row, output_size(row)


def exchange_html(exchange: Exchange) -> str:
    """Returns the whole entry of an exchange of this run, to stand inside another entry."""
    return ExchangeView(RUN_SECRETS.mask, RUN_BODIES).full(exchange)


def _latin1(html: str) -> str:
    """Writes our own characters outside Latin-1 as HTML references.

    A single one would make Python store the entry in two bytes a character, and Robot Framework keeps all entries of
    the running test in memory.
    """
    return html.replace("→", "&rarr;").replace("…", "&hellip;")


def output_size(html: str) -> int:
    """Returns how many bytes a log message takes in output.xml, where markup is escaped."""
    return len(html.encode("utf-8", "replace")) + 3 * (html.count("<") + html.count(">")) + 4 * html.count("&")


def _status_class(status: int, expected: StatusExpectation) -> str:
    """Returns the colour: red for a status that the test didn't expect; an expected error is neither red nor green."""
    if not expected.matches(status):
        return _RED
    return ' class="pass"' if status < _FIRST_ERROR_STATUS else ""


def _content_type(headers: Mapping[str, Any]) -> str:
    return next((header_text(value) for name, value in headers.items() if name.lower() == "content-type"), "")
