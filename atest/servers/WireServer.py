"""Servers that send what they got back as it came over the wire, or what a suite wrote for a path."""

import socketserver
from threading import Thread
from typing import ClassVar

from robot.api.deco import keyword, library

_ECHO = "echo"


class _Wire(socketserver.ThreadingTCPServer):
    """A server and what it has got: heads and bodies of requests as bytes."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, host: str) -> None:
        super().__init__((host, 0), _Connection)
        self.received: list[bytes] = []
        self.responses: dict[str, list[bytes]] = {}

    def response_to(self, request: bytes) -> bytes:
        """Returns the next response that was written for a path; the last one stays."""
        path = request.split(b" ", 2)[1].decode("latin-1").partition("?")[0]
        written = self.responses.get(path, [])
        if written:
            return written.pop(0) if len(written) > 1 else written[0]
        length = 0 if request.startswith(b"HEAD") else len(request)
        body = b"" if request.startswith(b"HEAD") else request
        return b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%b" % (length, body)


class _Connection(socketserver.StreamRequestHandler):
    """One connection: requests with a length, in chunks, or without a body."""

    disable_nagle_algorithm = True
    server: _Wire

    def handle(self) -> None:
        """Responds until the other side closes."""
        while request := self._request():
            self.server.received.append(request)
            response = self.server.response_to(request)
            self.wfile.write(response)
            if b"\r\nX-Breaks-Off:" in response:
                return

    def _request(self) -> bytes:
        head, length = b"", 0
        while not head.endswith(b"\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return b""
            head += line
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
            elif line.lower().startswith(b"transfer-encoding: chunked"):
                length = -1
        return head + (self.rfile.read(length) if length >= 0 else self._chunks())

    def _chunks(self) -> bytes:
        """Returns the body as its chunks came, with their sizes; there are no trailers."""
        chunks = b""
        size = -1
        while size:
            line = self.rfile.readline()
            size = int(line or b"0", 16)
            chunks += line + self.rfile.read(size + 2)
        return chunks


@library(scope="GLOBAL", listener="SELF")
class WireServer:
    """Starts servers by name on free ports and stops them at the end of the run."""

    ROBOT_LISTENER_API_VERSION = 3
    HOSTS: ClassVar[dict[str, str]] = {"elsewhere": "127.0.0.2"}

    def __init__(self) -> None:
        self._servers: dict[str, _Wire] = {}

    @keyword
    def start_wire_server(self, name: str = _ECHO) -> str:
        """Starts the server of that name unless it runs, forgets what it has got, and returns its base URL."""
        if name not in self._servers:
            server = self._servers[name] = _Wire(self.HOSTS.get(name, "127.0.0.1"))
            Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        server = self._servers[name]
        server.received.clear()
        server.responses.clear()
        host, port = server.server_address[:2]
        return f"http://{host!s}:{port}"

    @keyword
    def break_off(self, path: str, head: str, body: bytes, count: int, name: str = _ECHO) -> None:
        """Writes a response to a path that ends after so many bytes of its body, with its connection."""
        start = f"HTTP/1.1 {head}\r\nX-Breaks-Off: yes\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        self._servers[name].responses.setdefault(path, []).append(start + body[:count])

    @keyword
    def respond_to(self, path: str, *heads: str | bytes, body: str | bytes = b"", name: str = _ECHO) -> None:
        """Writes the responses to a path, in turn: status line and headers, with a body of known length."""
        content = body.encode() if isinstance(body, str) else body
        end = b"\r\nContent-Length: %d\r\n\r\n%b" % (len(content), content)
        written = self._servers[name].responses.setdefault(path, [])
        # What breaks off goes before it; what was written once gives way.
        written[:] = [response for response in written if b"\r\nX-Breaks-Off:" in response]
        written += [b"HTTP/1.1 " + (head.encode() if isinstance(head, str) else head) + end for head in heads]

    @keyword
    def received_requests(self, name: str = _ECHO) -> list[str]:
        """Returns the requests that have come, each as it came."""
        return [request.decode("utf-8", "backslashreplace") for request in self._servers[name].received]

    @keyword
    def received_bytes(self, name: str = _ECHO) -> list[bytes]:
        """Returns the requests that have come, byte for byte."""
        return list(self._servers[name].received)

    def close(self) -> None:
        """Stops the servers."""
        for server in self._servers.values():
            server.shutdown()
            server.server_close()
        self._servers.clear()
