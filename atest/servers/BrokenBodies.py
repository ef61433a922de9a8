"""A server whose responses are broken: compressed data that stop or are wrong, and lengths that don't fit."""

import gzip
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from robot.api.deco import keyword, library
from run_server import RunServer

TEXT = b"".join(b'{"number": %d}\n' % (number * 7919 % 997) for number in range(1000))
CODED = {
    "gzip": gzip.compress(TEXT, mtime=0),
    "deflate": zlib.compress(TEXT),
    "bare-deflate": zlib.compress(TEXT)[2:-4],
    "plain": TEXT,
}
FLAWS: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda body: body,
    "half": lambda body: body[: len(body) // 2],
    "start": lambda body: body[:5],
    "no-sum": lambda body: body[:-4],
    "wrong-sum": lambda body: body[:-8] + bytes(8),
    "scrambled": lambda body: body[:100] + bytes(20) + body[120:],
    "more": lambda body: body + b"behind the end",
    "none": lambda _body: b"",
}
CHUNK = 500


class Broken(BaseHTTPRequestHandler):
    """Responds to ``/CODING/FLAW?framed=FRAME``."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def respond(self) -> None:
        """Responds to any method."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        coding, flaw = parts.path.strip("/").split("/")
        self.body = FLAWS[flaw](CODED[coding])
        frame = parse_qs(parts.query).get("framed", ["length"])[0]
        if frame == "no-http":
            self.wfile.write(b"SSH-2.0-none\r\n")
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        if coding != "plain":
            self.send_header("Content-Encoding", coding.removeprefix("bare-"))
        getattr(self, f"in_{frame.replace('-', '_')}")()

    do_GET = do_POST = do_HEAD = respond  # noqa: N815  the names that http.server calls

    def in_length(self) -> None:
        """Tells the length as it is."""
        self.with_length(str(len(self.body)), keep=True)

    def in_short_length(self) -> None:
        """Tells less than comes, on a connection that stays open."""
        self.with_length(str(len(self.body) // 2), keep=True)

    def in_long_length(self) -> None:
        """Tells more than comes."""
        self.with_length(str(2 * len(self.body)))

    def in_two_lengths(self) -> None:
        """Tells two lengths that differ."""
        self.send_header("Content-Length", str(len(self.body)))
        self.with_length(str(2 * len(self.body)))

    def in_words(self) -> None:
        """Tells a length that is no number, and ends with the connection."""
        self.with_length("many")

    def in_nothing(self) -> None:
        """Tells no length, and ends with the connection."""
        self.send_header("Connection", "close")
        self.write(self.body)

    def in_silence(self) -> None:
        """Stops amid the body, and waits until the client hangs up."""
        self.body, whole = self.body[: len(self.body) // 2], self.body
        self.with_length(str(len(whole)))
        self.connection.settimeout(5)
        self.rfile.read(1)

    def in_chunks(self) -> None:
        """Sends chunks to the last one."""
        self.with_chunks(self.chunks + b"0\r\n\r\n", keep=True)

    def in_broken_chunks(self) -> None:
        """Stops amid a chunk."""
        self.with_chunks(self.chunks[: len(self.chunks) // 2])

    def in_endless_chunks(self) -> None:
        """Leaves the last chunk out."""
        self.with_chunks(self.chunks)

    def in_early_end_chunks(self) -> None:
        """Sends a chunk of size 0, without the blank line of the end, and then the others."""
        self.with_chunks(b"0\r\n" + self.chunks + b"0\r\n\r\n")

    def in_wrong_chunks(self) -> None:
        """Sends a chunk whose length is no number."""
        self.with_chunks(b"zz\r\n" + self.chunks)

    @property
    def chunks(self) -> bytes:
        """The body in chunks (RFC 9112, section 7.1), without the last one."""
        parts = [self.body[start : start + CHUNK] for start in range(0, len(self.body), CHUNK)]
        return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)

    def with_length(self, length: str, *, keep: bool = False) -> None:
        """Sends the body behind a length."""
        self.send_header("Content-Length", length)
        self.write(self.body, keep=keep)

    def with_chunks(self, body: bytes, *, keep: bool = False) -> None:
        """Sends a body that is said to be in chunks."""
        self.send_header("Transfer-Encoding", "chunked")
        self.write(body, keep=keep)

    def write(self, body: bytes, *, keep: bool = False) -> None:
        """Ends the headers and sends the body."""
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.close_connection = not keep

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  http.server's signature
        """Keeps quiet."""


class QuietServer(ThreadingHTTPServer):
    """A server whose clients may hang up on a broken response."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Keeps quiet."""


@library(scope="GLOBAL")
class BrokenBodies(RunServer):
    """Starts the server once and stops it at the end of the run."""

    def __init__(self) -> None:
        super().__init__(lambda: QuietServer(("127.0.0.1", 0), Broken))

    @keyword
    def start_server_of_broken_bodies(self) -> str:
        """Starts the server, unless it runs, and returns its base URL."""
        return self.base_url()
