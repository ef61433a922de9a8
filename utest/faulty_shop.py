"""A shop that fails as planned, for the flakiness benchmark: every library meets the same faults at the same steps.

A request names its logical step in the header ``X-Step`` (``run/seed/test/step``). The plan says by seed, test and step
whether the first attempt at that step fails, and how; attempts after it are served. The rate limit is a time window.
"""

import asyncio
import json
import random
import socket
import struct
import threading
import time
from dataclasses import dataclass, field

LOOPBACK = "127.0.0.1"
ABORT = struct.pack("ii", 1, 0)
STEPS = 8
HIT_TESTS = 0.115
"""The share of tests that meet a fault, as planned."""
MIX = {
    "stale": 25,
    "reset before": 15,
    "429 for a second": 15,
    "503": 15,
    "502": 10,
    "reset after": 5,
    "reset in the response": 5,
    "truncated": 5,
    "slow": 5,
}
"""The faults and their weights; ``after`` and what comes later have applied the request."""
WORK = (0.005, 0.05)
"""Seconds that the shop works before it responds or dies; a stale connection ends at once."""
WINDOW = 1.0
SLOW = 1.5
"""Seconds; the client's limit is shorter."""


def work_of(seed: int, test: int, step: int) -> float:
    """Returns the seconds that the shop works at a step before it responds or dies."""
    return random.Random(f"work {seed} {test} {step}").uniform(*WORK)


def fault_of(seed: int, test: int, step: int) -> str | None:
    """Returns the fault planned for a step, or ``None`` for the many that have none."""
    chance = random.Random(f"seed {seed} test {test} step {step}")
    if chance.random() >= 1 - (1 - HIT_TESTS) ** (1 / STEPS):
        return None
    return chance.choices(list(MIX), list(MIX.values()))[0]


@dataclass
class Run:
    """What happened in one run: attempts by step, and POSTs that were applied more than once."""

    first_at: dict[str, float] = field(default_factory=dict)
    applied: dict[str, int] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)

    @property
    def duplicates(self) -> int:
        """How many POSTs were applied more than once."""
        return sum(1 for count in self.applied.values() if count > 1)


class FaultyShop:
    """Serves in a thread of its own; runs are told apart by the first part of the step."""

    def __init__(self) -> None:
        self.runs: dict[str, Run] = {}
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.port: int = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()

    async def _listen(self) -> int:
        server = await asyncio.start_server(self._serve, LOOPBACK, 0, backlog=256)
        return int(server.sockets[0].getsockname()[1])

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        line, *rows = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, path, _ = line.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rows)}
        await reader.readexactly(int(headers.get("content-length", 0)))
        name, seed, test, step = headers["x-step"].split("/")
        run = self.runs.setdefault(name, Run())
        where = f"{test}/{step}"
        fault = fault_of(int(seed), int(test), int(step)) if where not in run.first_at else None
        first = run.first_at.setdefault(where, time.monotonic())
        if fault_of(int(seed), int(test), int(step)) == "429 for a second" and time.monotonic() - first < WINDOW:
            fault = "429 for a second"
        if fault != "stale":
            await asyncio.sleep(work_of(int(seed), int(test), int(step)))
        visit = _Visit(run, writer, method, path, where, headers.get("idempotency-key"))
        return await visit.serve(fault)


class _Visit:
    """One attempt at a step."""

    def __init__(
        self, run: Run, writer: asyncio.StreamWriter, method: str, path: str, where: str, key: str | None
    ) -> None:
        self._run = run
        self._writer = writer
        self._method = method
        self._path = path
        self._where = where
        self._key = key

    async def serve(self, fault: str | None) -> bool:
        """Responds, or fails as planned; tells whether the connection stays open."""
        match fault:
            case None:
                await self._send(self._applied())
            case "503" | "502":
                await self._send(_response(int(fault), {"detail": "try again"}))
            case "429 for a second":
                await self._send(_response(429, {"detail": "too many"}, "Retry-After: 1\r\n"))
            case "slow":
                await asyncio.sleep(SLOW)
                await self._send(self._applied())
            case "stale":
                return False
            case "reset before":
                return self._reset()
            case "reset after":
                self._applied()
                return self._reset()
            case _:
                return await self._broken(fault)
        return True

    async def _broken(self, fault: str) -> bool:
        whole = self._applied()
        await self._send(whole[:-1])
        if fault == "truncated":
            return False
        # The client must have received the half: a reset may overtake data.
        await asyncio.sleep(0.02)
        return self._reset()

    def _applied(self) -> bytes:
        """Does what is asked, unless its key says that it is done, and returns the response."""
        if self._key is not None and self._key in self._run.keys:
            return self._run.keys[self._key]
        response = self._done()
        if self._key is not None:
            self._run.keys[self._key] = response
        return response

    def _done(self) -> bytes:
        if self._method == "POST":
            self._run.applied[self._where] = self._run.applied.get(self._where, 0) + 1
            return _response(201, {"id": 7})
        if self._method == "DELETE":
            if self._where in self._run.deleted:
                return _response(404, {"detail": "gone"})
            self._run.deleted.add(self._where)
        return _response(200, {"id": 7, "name": "Desk lamp", "tags": ["x" * 40] * 40})

    async def _send(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    def _reset(self) -> bool:
        self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        self._writer.transport.abort()
        return False


def _response(status: int, body: object, extra: str = "") -> bytes:
    content = json.dumps(body).encode()
    head = f"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n{extra}\r\n"
    return head.encode() + content
