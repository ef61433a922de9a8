"""The same requests by curl: 200 combinations of body, type, session header and framing, and why some differ."""

import json
import subprocess
from collections import Counter
from email.parser import BytesParser
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from robot.api.deco import keyword, library

_JSON, _FORM, _TEXT = {"name": "Gr\u00fc\u00dfe", "count": 1}, {"a": "x y", "b": "\u00e4&="}, "Gr\u00fc\u00dfe"
_FILE = bytes(range(256))
BODIES: dict[str, dict[str, Any]] = {
    "none": {},
    "json": {"json": _JSON},
    "json text": {"json": '[1, "x"]'},
    "form": {"data": _FORM},
    "pairs": {"data": [("a", "1"), ("a", "2")]},
    "ascii text": {"data": "plain text"},
    "text": {"data": _TEXT},
    "bytes": {"data": _FILE},
    "empty": {"data": ""},
    "multipart": {"files": {"doc": ("doc.bin", _FILE, "application/octet-stream")}, "data": {"a": "x y"}},
}
TYPES = (
    None,
    "application/json",
    "application/vnd.api+json",
    "text/plain; charset=iso-8859-1",
    "application/x-www-form-urlencoded",
)
LATIN = "iso-8859-1"


class Combination(NamedTuple):
    """A body, the type of the request, that of the session, and whether the body goes in chunks."""

    body: str
    type: str | None
    session_type: str | None
    chunked: bool

    @property
    def options(self) -> dict[str, Any]:
        """What a request keyword takes."""
        chunks = {"Transfer-Encoding": "chunked"} if self.chunked else {}
        return BODIES[self.body] | {"headers": ({"Content-Type": self.type} if self.type else {}) | chunks}

    @property
    def session_headers(self) -> dict[str, str]:
        """What the session has."""
        return {"Content-Type": self.session_type} if self.session_type else {}


class Sent(NamedTuple):
    """What of a request is compared."""

    content_type: str
    framing: str
    body: Any


@library(scope="GLOBAL")
class BesideCurl:
    """Combinations, curl's requests, and the differences."""

    def __init__(self) -> None:
        self._differences: list[tuple[Combination, str]] = []
        self._count = 0

    @keyword
    def combinations(self) -> list[Combination]:
        """Returns the 200 combinations."""
        return [Combination(*each) for each in product(BODIES, TYPES, (None, "application/json"), (False, True))]

    @keyword
    def send_by_curl(self, combination: Combination, url: str, folder: Path) -> None:
        """Sends what a user of curl would write for the same request; nothing where curl would never end."""
        if _is_without_end(combination):
            return
        folder.mkdir(parents=True, exist_ok=True)
        kind = combination.type or combination.session_type
        headers = [f"Content-Type: {kind}"] if kind else []
        headers += ["Transfer-Encoding: chunked"] if combination.chunked else []
        command = ["curl", "--silent", "--noproxy", "*", "--max-time", "10", *_body(combination.body, folder)]
        subprocess.run(
            [*command, *(part for each in headers for part in ("-H", each)), url],
            check=True,
            timeout=300,
            capture_output=True,
        )

    @keyword
    def compare_with_curl(self, combination: Combination, received: list[bytes], *, refused: bool) -> None:
        """Notes why the two requests differ that came last; the library may have refused its own.

        Raises:
            AssertionError: When there is no reason.
        """
        self._count += 1
        *_, before, last = [b"", *received]
        alone = _is_without_end(combination)
        ours = None if refused else _sent(last if alone else before)
        for reason in _reasons(combination, ours, None if alone else _sent(last)):
            self._differences.append((combination, reason))

    @keyword
    def differences(self) -> dict[str, int]:
        """Returns how many requests differ for each reason, and how many are alike."""
        counts = Counter(reason for _, reason in self._differences)
        different = {combination for combination, _ in self._differences}
        return {"alike": self._count - len(different), **dict(sorted(counts.items()))}


def _body(kind: str, folder: Path) -> list[str]:
    options, file = BODIES[kind], folder / "body"
    if kind == "none":
        return ["-X", "POST"]
    if kind in {"form", "pairs"}:
        pairs = options["data"].items() if kind == "form" else options["data"]
        return [part for name, value in pairs for part in ("--data-urlencode", f"{name}={value}")]
    if kind == "multipart":
        file.write_bytes(_FILE)
        return ["-F", "a=x y", "-F", f"doc=@{file};filename=doc.bin;type=application/octet-stream"]
    content = options.get("data", options.get("json"))
    if kind.startswith("json"):
        file.write_text(content if isinstance(content, str) else json.dumps(content))
        return ["--json", f"@{file}"]
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return ["--data-binary", f"@{file}"]


def _sent(request: bytes) -> Sent:
    head, _, body = request.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")[1:]
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    framing = "chunked" if "transfer-encoding" in headers else "length" if "content-length" in headers else "none"
    whole = _joined(body) if framing == "chunked" else body
    content_type = headers.get("content-type", "")
    if content_type.startswith("multipart/form-data; boundary="):
        return Sent("multipart/form-data", framing, _parts(content_type, whole))
    return Sent(content_type, framing, whole)


def _joined(chunks: bytes) -> bytes:
    whole = b""
    while chunks:
        size, _, rest = chunks.partition(b"\r\n")
        whole, chunks = whole + rest[: int(size, 16)], rest[int(size, 16) + 2 :]
    return whole


def _parts(content_type: str, body: bytes) -> list[tuple[list[tuple[str, str]], bytes]]:
    message = BytesParser().parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    parts = message.get_payload()
    assert isinstance(parts, list)
    return [(list(part.items()), part.get_payload(decode=True)) for part in parts]


def _is_without_end(combination: Combination) -> bool:
    """Returns whether curl would announce chunks and send none."""
    return combination.chunked and combination.body == "none"


def _reasons(combination: Combination, ours: Sent | None, curl: Sent | None) -> list[str]:
    """Returns why two requests differ, one reason for each difference."""
    if ours is None:
        assert combination.body == "multipart", combination
        assert combination.type, combination
        return ["refused: files= beside a type that isn't multipart; curl writes both into one header"]
    if curl is None:
        assert (ours.framing, ours.body) == ("chunked", b""), (combination, ours)
        return ["chunks without a body are an empty one; curl announces them and waits for ever"]
    reasons = []
    if ours.content_type != curl.content_type:
        reasons.append(_why_another_type(combination, ours.content_type))
    if ours.framing != curl.framing:
        assert (combination.body, ours.framing, curl.framing) == ("none", "length", "none"), (combination, ours, curl)
        reasons.append("a POST without a body says so: Content-Length: 0 (RFC 9110, section 8.6)")
    # Under another type, curl writes the parts as attachments.
    if ours.body != curl.body and not (combination.body == "multipart" and reasons):
        reasons.append(_why_another_body(combination, ours.body, curl.body))
    return reasons


def _why_another_type(combination: Combination, ours: str) -> str:
    if combination.session_type:
        assert combination.body in {"form", "pairs", "multipart"}, (combination, ours)
        return "the session's type yields to a form and to parts"
    assert combination.body in {"ascii text", "text", "bytes", "empty"}, (combination, ours)
    assert not ours, (combination, ours)
    return "text and bytes have no type by themselves; curl calls them a form"


def _why_another_body(combination: Combination, ours: Any, curl: Any) -> str:
    latin = LATIN in (combination.type or "")
    if combination.body == "text":
        assert latin, (combination, ours)
        assert ours == _TEXT.encode(LATIN), (combination, ours)
        return "text is sent in the charset that is named"
    assert latin, (combination, ours, curl)
    assert dict(parse_qsl(ours.decode(), encoding=LATIN)) == dict(parse_qsl(curl.decode())) == _FORM, (
        combination,
        ours,
    )
    return "a form is escaped in the charset that is named"
