"""A server that breaks as ordered, on real sockets of 127.0.0.1: the faults that a demo server has no use for.

A request to ``/NAME?plan=STEP,STEP`` gets the next step of its plan; the last one repeats for ever. Steps:

======================  ==========================================================================
``200``, ``503`` ...    a response of that status
``429:1``               a response with ``Retry-After: 1``; any text, percent-encoded, is sent as it is
``303:/there``          a redirect to that place, percent-encoded
``again:0.2``           a redirect to the same URL, after so many seconds
``window:1``            429 with ``Retry-After: 1`` until that many seconds have passed, then 200
``reset``               a TCP reset (SO_LINGER) after the request was read
``close``               the connection is closed after the request was read, without a byte
``gone``                a TCP reset before the body was read: a large one can't be written whole
``late:0.2``            the same as ``close``, after so many seconds of work
``cut``                 half of the body, then a TCP reset
``short``               fewer bytes than Content-Length says, then an ordinary end
``chunk``               a chunk size that is no number
``drip:0.2``            one byte of the body every so many seconds
``hang``                silence until the client goes
======================  ==========================================================================
"""

import asyncio
import contextlib
import json
import socket
import struct
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

REDIRECTS = range(301, 309)
LOOPBACK = "127.0.0.1"
LONGEST_SILENCE = 60.0
SLOWEST_STEP = 60.0
ROUNDS = 20
DRIPS = 200
ABORT = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class ReceivedRequest:
    """A request as it came: ``connection`` counts the TCP connections, ``at`` is a time in seconds."""

    method: str
    name: str
    body: bytes
    key: str | None
    connection: int
    at: float


@dataclass
class Script:
    """How far the plan of a name has come."""

    calls: int = 0
    first_at: float = field(default_factory=time.monotonic)


class FaultServer:
    """Serves in a thread of its own until it is stopped."""

    def __init__(self) -> None:
        self.received: list[ReceivedRequest] = []
        self._scripts: dict[str, Script] = {}
        self._connections = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.port = 0

    def start(self) -> None:
        """Starts listening on a free port."""
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(SLOWEST_STEP)

    def stop(self) -> None:
        """Stops serving."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(SLOWEST_STEP)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SLOWEST_STEP)
        self._loop.close()

    def reset(self) -> None:
        """Forgets every arrival and starts all plans anew."""
        self.received.clear()
        self._scripts.clear()

    def catch_up(self) -> None:
        """Reads what has been sent to it: a client that gave up doesn't wait for that."""
        asyncio.run_coroutine_threadsafe(self._catch_up(), self._loop).result(SLOWEST_STEP)

    async def _catch_up(self) -> None:
        # A connection that waits to be accepted has its request parsed within five rounds of the loop.
        for _ in range(ROUNDS):
            await asyncio.sleep(0)

    async def _listen(self) -> int:
        self._server = await asyncio.start_server(self._serve, LOOPBACK, 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def _end(self) -> None:
        self._server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        number = self._connections
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while await self._exchange(reader, writer, number):
                pass
        with contextlib.suppress(ConnectionError):
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, connection: int) -> bool:
        """Serves one request and tells whether the connection stays open."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        line, *rows = head.split("\r\n")
        method, target, _ = line.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rows)}
        url = urlsplit(target)
        plan = parse_qs(url.query).get("plan", ["200"])[0].split(",")
        script = self._scripts.setdefault(url.path, Script())
        script.calls += 1
        name, _, argument = plan[min(script.calls, len(plan)) - 1].partition(":")
        body = await reader.readexactly(int(headers.get("content-length", 0)) if name != "gone" else 0)
        key = headers.get("idempotency-key")
        self.received.append(ReceivedRequest(method, url.path.strip("/"), body, key, connection, time.monotonic()))
        return await Reply(writer, script, argument).give(name)


class Reply:
    """One step of a plan, carried out."""

    def __init__(self, writer: asyncio.StreamWriter, script: Script, argument: str) -> None:
        self._writer = writer
        self._script = script
        self._argument = argument

    async def give(self, name: str) -> bool:
        """Carries out the step of that name and tells whether the connection stays open."""
        if name.isdigit():
            await self._answer(int(name), unquote(self._argument))
            return True
        if name == "window":
            over = time.monotonic() - self._script.first_at >= float(self._argument)
            await self._answer(200 if over else 429, "" if over else "1")
            return True
        return await {
            "reset": self._reset,
            "gone": self._reset,
            "close": self._close,
            "cut": self._cut,
            "short": self._short,
            "chunk": self._chunk,
            "drip": self._drip,
            "hang": self._hang,
            "late": self._late,
            "again": self._again,
        }[name]()

    async def _answer(self, status: int, wish: str) -> None:
        body = json.dumps({"call": self._script.calls}).encode()
        rows = [f"HTTP/1.1 {status} As Ordered", "Content-Type: application/json", f"Content-Length: {len(body)}"]
        if wish:
            rows.append(f"{'Location' if status in REDIRECTS else 'Retry-After'}: {wish}")
        await self._send("\r\n".join([*rows, "", ""]).encode() + body)

    async def _send(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def _reset(self) -> bool:
        linger = self._writer.get_extra_info("socket")
        linger.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        self._writer.transport.abort()
        return False

    async def _close(self) -> bool:
        return False

    async def _cut(self) -> bool:
        await self._send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + b"x" * 500)
        # The client must have the half in hand: a reset may overtake what is still on its way.
        await asyncio.sleep(0.05)
        return await self._reset()

    async def _short(self) -> bool:
        await self._send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + b"x" * 500)
        return False

    async def _chunk(self) -> bool:
        await self._send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")
        return False

    async def _drip(self) -> bool:
        await self._send(f"HTTP/1.1 200 OK\r\nContent-Length: {DRIPS}\r\n\r\n".encode())
        for _ in range(DRIPS):
            await self._send(b"x")
            await asyncio.sleep(float(self._argument))
        return True

    async def _late(self) -> bool:
        await asyncio.sleep(float(self._argument))
        return False

    async def _again(self) -> bool:
        await asyncio.sleep(float(self._argument))
        await self._answer(302, "#")
        return True

    async def _hang(self) -> bool:
        await asyncio.sleep(LONGEST_SILENCE)
        return False


def main() -> None:
    """Serves as a process of its own, which can be paused; ends when its input is closed."""
    server = FaultServer()
    server.start()
    sys.stdout.write(f"{server.port}\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main()
