"""The server that benchmarks talk to: 2 KB of JSON to every request, over kept connections, with or without TLS.

The order in the response has the number that the path ends with, so that responses can be equal or differ.
"""

import asyncio
import json
import ssl
import sys

LINES = [{"sku": f"sku-{number:04d}", "count": number, "note": "fits the box"} for number in range(34)]
REST = json.dumps({"name": "order", "lines": LINES}).encode()[1:]
HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
    b"Date: Sat, 31 Jan 2026 12:00:00 GMT\r\nServer: origin\r\nCache-Control: no-store\r\n\r\n"
)


class Origin(asyncio.Protocol):
    """Responds as soon as the head of a request is whole; requests have no bodies."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keeps the transport to write to."""
        self.transport = transport
        self.pending = b""

    def data_received(self, data: bytes) -> None:
        """Responds to every request that is complete."""
        self.pending += data
        while b"\r\n\r\n" in self.pending:
            head, _, self.pending = self.pending.partition(b"\r\n\r\n")
            number = head.split(b" ", 2)[1].rpartition(b"/")[2]
            body = b'{"id": %s, ' % (number if number.isdigit() else b"7") + REST
            self.transport.write(HEAD % len(body) + body)  # type: ignore[attr-defined]  # asyncio's own transports have it


async def serve(certificate: str) -> None:
    """Serves on a free port of 127.0.0.1 and prints it."""
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    server = await asyncio.get_running_loop().create_server(Origin, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1] if len(sys.argv) > 1 else ""))
