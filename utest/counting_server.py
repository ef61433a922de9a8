"""A server that counts how often each request is applied, and fails as planned on its way.

A request names its plan and its place in the chain of redirects in its path (``/plan/hop``). What the server does with
the first, second ... arrival of a request is planned; after that it responds.
"""

import asyncio
import random
import socket
import ssl
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

import trustme

LOOPBACK = "127.0.0.1"
ABORT = struct.pack("ii", 1, 0)
UNSAFE = frozenset({"POST", "PATCH"})
WORK = (0.0, 0.001, 0.005, 0.01, 0.02, 0.05)
"""Seconds that the server may work before it responds or dies."""
REDIRECTS = (301, 302, 303, 307, 308)
STALL = 1.0
"""Seconds; the client's limit is shorter."""
FAULTS = (
    *("close", "cut", "reset", "stall", "continue and close", "head", "body", "unread"),
    *("429", "500", "502", "503", "504"),
)
"""``cut`` closes without the goodbye that TLS has; in plain text it is the same as ``close``."""
NOT_PROCESSED = frozenset({"429", "503", "unread"})
"""What says, or makes sure, that the request was not processed."""
_RESPONSE = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Fault:
    """What becomes of one arrival of a request, and how long the server works before, in seconds."""

    kind: str
    work: float


@dataclass(frozen=True, slots=True)
class Plan:
    """One request with its redirects: for each hop its faults, in order, and the status that ends it."""

    number: int
    method: str
    kept: bool
    large: bool
    tls: bool
    hops: tuple[tuple[tuple[Fault, ...], int], ...]

    @staticmethod
    def of(seed: int, number: int) -> "Plan":
        """Returns the plan of that number."""
        chance = random.Random(f"plan {seed} {number}")
        hops = []
        for hop in range(chance.choice((1, 1, 2, 3))):
            faults = tuple(
                Fault(chance.choice(FAULTS), chance.choice(WORK)) for _ in range(chance.choice((0, 1, 1, 2, 3)))
            )
            hops.append((faults, chance.choice(REDIRECTS) if hop else 201))
        return Plan(
            number,
            chance.choice(("POST", "PATCH")),
            kept=chance.random() < 0.7,
            large=chance.random() < 0.2,
            tls=chance.random() < 0.5,
            hops=tuple(reversed(hops)),
        )


@dataclass(slots=True)
class Counts:
    """How often one hop arrived and was applied; ``after`` has the fault that came before each further application."""

    arrivals: int = 0
    applied: int = 0
    after: list[Fault] = field(default_factory=list)
    last: Fault = field(default_factory=lambda: Fault("none", 0.0))
    keys: set[str] = field(default_factory=set)

    def apply(self, method: str, key: str | None, fault: Fault) -> None:
        """Applies a POST or PATCH, unless its key says that it is done."""
        if method not in UNSAFE or (key is not None and key in self.keys):
            return
        self.keys |= {key} if key is not None else set()
        self.applied += 1
        if self.applied > 1:
            self.after.append(self.last)
        self.last = fault


class CountingServer:
    """Serves in a thread of its own until it is closed, in plain text and over TLS."""

    def __init__(self, plans: Mapping[int, Plan]) -> None:
        self.counts: dict[tuple[int, int], Counts] = {}
        self._plans = plans
        self._writers: list[asyncio.StreamWriter] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(LOOPBACK).configure_cert(context)
        self.ca_pem = authority.cert_pem.bytes()
        self._servers = [
            asyncio.run_coroutine_threadsafe(self._listen(encrypted), self._loop).result()
            for encrypted in (None, context)
        ]
        self.url, self.tls_url = (
            f"{scheme}://{LOOPBACK}:{server.sockets[0].getsockname()[1]}"
            for scheme, server in zip(("http", "https"), self._servers, strict=True)
        )

    def close(self) -> None:
        """Ends serving."""
        asyncio.run_coroutine_threadsafe(self._end_all(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end_all(self) -> None:
        for server in self._servers:
            server.close()
        pending = asyncio.all_tasks() - {asyncio.current_task()}
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        for writer in self._writers:
            # TLS would wait for the goodbye of the other side.
            writer.transport.abort()
        # Transports close in the next turns of the loop: TLS, and then the socket below it.
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    async def _listen(self, context: ssl.SSLContext | None) -> asyncio.Server:
        return await asyncio.start_server(self._serve, LOOPBACK, 0, backlog=256, ssl=context)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        line, *rows = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, path, _ = line.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rows)}
        if path == "/":
            writer.write(_RESPONSE + b'{"ok": 200}')
            return True
        number, hop = map(int, path.strip("/").split("/"))
        faults, status = self._plans[number].hops[hop]
        counts = self.counts.setdefault((number, hop), Counts())
        fault = faults[counts.arrivals] if counts.arrivals < len(faults) else Fault("none", 0.0)
        counts.arrivals += 1
        if fault.kind == "unread" and method in UNSAFE:
            return False
        await reader.readexactly(int(headers.get("content-length", 0)))
        counts.apply(method, headers.get("idempotency-key"), fault)
        if fault.kind == "continue and close":
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        await asyncio.sleep(fault.work)
        return await self._end(writer, fault.kind, f"/{number}/{hop + 1}", status)

    async def _end(self, writer: asyncio.StreamWriter, kind: str, location: str, status: int) -> bool:
        """Responds, or fails as planned; tells whether the connection stays open."""
        match kind:
            case "none":
                writer.write(_response(status, location))
            case "429" | "500" | "502" | "503" | "504":
                writer.write(_response(int(kind), location))
            case "stall":
                await asyncio.sleep(STALL)
                return False
            case "reset" | "cut":
                return _end_at_once(writer, reset=kind == "reset")
            case "head" | "body":
                writer.write(_RESPONSE[:40] if kind == "head" else _RESPONSE + b'{"ok"')
                return False
            case _:
                return False
        await writer.drain()
        return True


def _response(status: int, location: str) -> bytes:
    place = f"Location: {location}\r\n" if status in REDIRECTS else ""
    wait = "Retry-After: 0\r\n" if status in {429, 503} else ""
    return f"HTTP/1.1 {status} Said\r\n{place}{wait}Content-Length: 0\r\n\r\n".encode()


def _end_at_once(writer: asyncio.StreamWriter, *, reset: bool) -> bool:
    sock = writer.get_extra_info("socket")
    # A client that gave up has ended the connection already.
    if reset and sock is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
    writer.transport.abort()
    return False
