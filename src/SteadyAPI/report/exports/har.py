"""``api-requests.har``: HAR 1.2, one entry for each attempt, a page for each test.

Specification: http://www.softwareishard.com/blog/har-12-spec/. A time that wasn't measured is -1. Of an attempt that
was retried, only the status is known.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from SteadyAPI import __version__
from SteadyAPI.engine.exchange import REDIRECTED, Attempt, Exchange, SentRequest
from SteadyAPI.engine.header_text import header_text
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.report.log_entry.body_kind import body_kind, decoded
from SteadyAPI.report.record import line, masked_line
from SteadyAPI.report.record_file import remask

NAME = "api-requests.har"
_LONGEST_BODY = 1_000_000
_MILLI = 1000
_DROPPED = "It showed a secret, so it is not kept."
_CREATOR = {"name": "SteadyAPI", "version": __version__}


class HarFile:
    """The archive, written entry by entry, one on each line."""

    def __init__(self, path: Path, mask: Masker) -> None:
        self.path = path
        self._mask = mask
        self._file: Any = None
        self._pages: dict[str, str] = {}
        self._has_bytes = False

    def write(self, exchange: Exchange, test: str) -> None:
        """Writes the attempts of an exchange."""
        moment = exchange.started.isoformat(timespec="milliseconds")
        self._pages.setdefault(test, moment)
        for attempt in exchange.attempts:
            entry = masked_line(self._without_secret_bytes(_entry(exchange, attempt, test)), self._mask)
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8", errors="replace", newline="\n")
                head = json.dumps({"version": "1.2", "creator": _CREATOR})[:-1]
                self._file.write(f'{{"log":{head},"entries":[\n{entry}')
            else:
                self._file.write(f",\n{entry}")

    def close(self) -> None:
        """Ends the archive, and masks secrets in it that were registered meanwhile."""
        if self._file is None:
            return
        pages = [
            {"startedDateTime": moment, "id": test, "title": test, "pageTimings": {}}
            for test, moment in self._pages.items()
        ]
        lines = ",\n".join(masked_line(page, self._mask) for page in pages)
        self._file.write(f'\n],"pages":[\n{lines}\n]}}}}\n')
        self._file.close()
        self._file = None
        if self._has_bytes:
            self._drop_secret_bytes()
        remask(self.path, self._mask)

    def _without_secret_bytes(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Returns ``entry``; a body in base64 that shows a secret, packed or not, gives way to a comment."""
        content = entry["response"]["content"]
        if content.get("encoding") == "base64":
            from SteadyAPI.redaction.artefact.container import shows_secret  # noqa: PLC0415 - most bodies are texts

            self._has_bytes = True
            # What masked bytes were is known no more.
            if MASK in content["text"] or shows_secret(b64decode(content["text"]), self._mask):
                del content["text"], content["encoding"]
                content["comment"] = _DROPPED
        return entry

    def _drop_secret_bytes(self) -> None:
        """Looks once more at bodies in base64, with all secrets that are known at the end."""
        beside = self.path.with_name(self.path.name + ".new")
        with (
            self.path.open(encoding="utf-8", newline="") as source,
            beside.open("w", encoding="utf-8", newline="") as new,
        ):
            for text in source:
                entry = text.rstrip(",\n")
                if '"encoding":"base64"' not in entry:
                    new.write(text)
                    continue
                new.write(line(self._without_secret_bytes(json.loads(entry))) + text[len(entry) :])
        beside.replace(self.path)


def _entry(exchange: Exchange, attempt: Attempt, test: str) -> dict[str, Any]:
    is_last = attempt is exchange.attempts[-1]
    started = exchange.started + timedelta(seconds=attempt.at)
    timings = _timings(attempt)
    entry: dict[str, Any] = {
        "pageref": test,
        "startedDateTime": started.isoformat(timespec="milliseconds"),
        "time": round(sum(value for name, value in timings.items() if value > 0 and name != "ssl"), 3),
        "request": _request(attempt.sent or exchange.sent),
        "response": _response(exchange, attempt, is_last=is_last),
        "cache": {},
        "timings": timings,
        "_test": test,
        "_attempt": attempt.number,
    }
    if attempt.failure is not None:
        entry["_error"] = attempt.failure.kind.value
    return entry


def _timings(attempt: Attempt) -> dict[str, float]:
    """Returns HAR's timings in milliseconds; its ``connect`` includes ``ssl``, and ``blocked`` is what is left over."""
    phases = attempt.phases
    tls = phases.get("tls")
    connect = phases["connect"] + (tls or 0.0) if "connect" in phases else None
    known = {
        "dns": phases.get("dns"),
        "connect": connect,
        "send": phases.get("send", 0.0),
        "wait": phases.get("wait", 0.0 if phases else attempt.took),
        "receive": phases.get("receive", 0.0),
    }
    spent = sum(value for value in known.values() if value is not None)
    timings = {name: -1.0 if value is None else round(value * _MILLI, 3) for name, value in known.items()}
    blocked = max(0.0, attempt.took - spent)
    return {"blocked": round(blocked * _MILLI, 3), "ssl": -1.0 if tls is None else round(tls * _MILLI, 3), **timings}


def _request(sent: SentRequest) -> dict[str, Any]:
    content_type = _header(sent.headers, "content-type")
    request: dict[str, Any] = {
        "method": sent.method,
        "url": sent.url,
        "httpVersion": "HTTP/1.1",
        "cookies": list(_cookies(_header(sent.headers, "cookie"))),
        "headers": _pairs((name, header_text(value)) for name, value in sent.headers.items()),
        "queryString": _pairs(parse_qsl(sent.url.partition("?")[2].partition("#")[0], keep_blank_values=True)),
        "headersSize": -1,
        "bodySize": -1,
    }
    body = sent.body.encode("utf-8", "replace") if isinstance(sent.body, str) else sent.body
    if isinstance(body, bytes):
        request["bodySize"] = len(body)
        text = decoded(body, content_type)[:_LONGEST_BODY] if body_kind(body, content_type).is_text else ""
        request["postData"] = {"mimeType": content_type or "application/octet-stream", "text": text}
    return request


def _response(exchange: Exchange, attempt: Attempt, *, is_last: bool) -> dict[str, Any]:
    response = exchange.response if is_last else None
    shown: dict[str, Any] = {
        "status": attempt.status or 0,
        "statusText": response.reason if response else "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [],
        "content": {"size": 0, "mimeType": "x-unknown"},
        "redirectURL": _redirected_to(exchange, attempt),
        "headersSize": -1,
        "bodySize": -1,
    }
    if response is None:
        return shown
    content_type = _header(response.headers, "content-type")
    content: dict[str, Any] = {"size": len(response.content), "mimeType": content_type or "x-unknown"}
    if body_kind(response.content, content_type).is_text:
        content["text"] = decoded(response.content, content_type)[:_LONGEST_BODY]
    elif len(response.content) <= _LONGEST_BODY:
        content |= {"text": b64encode(response.content).decode("ascii"), "encoding": "base64"}
    shown |= {
        "headers": _pairs((name, header_text(value)) for name, value in response.headers.items()),
        "content": content,
        "redirectURL": _header(response.headers, "location"),
        "bodySize": len(response.content),
    }
    return shown


def _redirected_to(exchange: Exchange, attempt: Attempt) -> str:
    if attempt.wait_reason != REDIRECTED:
        return ""
    following = exchange.attempts[attempt.number].sent
    return following.url if following else ""


def _pairs(items: Any) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in items]


def _cookies(header: str) -> Iterator[dict[str, str]]:
    for cookie in header.split(";"):
        name, sign, value = cookie.strip().partition("=")
        if sign:
            yield {"name": name, "value": value}


def _header(headers: Mapping[str, Any], wanted: str) -> str:
    return next((header_text(value) for name, value in headers.items() if name.lower() == wanted), "")
