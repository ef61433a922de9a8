"""A server that meets many requests at once: it counts, holds tokens and limits, races with itself, and dies.

Run by itself it takes a process of its own, so that its threads don't share an interpreter with the client's: it prints
its ports, in plain text and over TLS, and serves until it is ended.

``/numbers/N`` responds with ``N`` after ``?ms=`` milliseconds; every 23rd request to ``/dying/N`` finds its connection
closed before the response, every seventh behind it. ``/coupons/X/redeem`` checks whether X was redeemed, and writes it
down a moment later. ``/spread/X`` is the time between the first bytes of its requests, in seconds, ``/count/X`` their
number. ``/token`` gives tokens; ``/guarded/N`` takes the last one only. ``/limited/N`` responds with 429 above ten
requests in 0.2 seconds. ``/cookies/N`` sets the cookies ``last`` and ``nN``, and responds with those that came.
``/stats`` counts all.
"""

import asyncio
import json
import ssl
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

LOOPBACK = "127.0.0.1"
WINDOW, MOST_IN_WINDOW = 0.2, 10
_DIES_BEFORE, _DIES_BEHIND = 23, 7
_CHECK_THEN_ACT = 0.004
"""Seconds between the check of a coupon and the write."""


class Crowd:
    """What all connections share."""

    def __init__(self) -> None:
        self.redeemed: set[str] = set()
        self.moments: dict[str, list[float]] = {}
        self.tokens = 0
        self.dying = 0
        self.window: list[float] = []
        self.stats = {"connections": 0, "requests": 0, "token": 0, "limited": 0, "on_their_way": 0, "most_at_once": 0}

    async def respond(self, path: str, headers: dict[str, str], arrived: float) -> tuple[int, Any, list[str]]:
        """Returns status, body and further header lines."""
        url = urlsplit(path)
        _, kind, name, *_ = [*url.path.split("/"), "", ""]
        if kind not in {"spread", "count"}:
            self.moments.setdefault(name, []).append(arrived)
        pause = float(parse_qs(url.query).get("ms", ["0"])[0]) / 1000
        if pause:
            await asyncio.sleep(pause)
        handler = getattr(self, f"on_{kind}", None)
        if handler is None:
            return 404, {"detail": "no such path"}, []
        result: tuple[int, Any, list[str]] = await handler(name, headers)
        return result

    async def on_numbers(self, name: str, _: dict[str, str]) -> tuple[int, Any, list[str]]:
        return 200, {"number": name}, []

    on_dying = on_numbers

    async def on_coupons(self, name: str, _: dict[str, str]) -> tuple[int, Any, list[str]]:
        if name in self.redeemed:
            return 409, {"detail": "redeemed already"}, []
        await asyncio.sleep(_CHECK_THEN_ACT)
        self.redeemed.add(name)
        return 201, {"coupon": name}, []

    async def on_spread(self, name: str, _: dict[str, str]) -> tuple[int, Any, list[str]]:
        moments = self.moments[name]
        return 200, {"spread": max(moments) - min(moments), "count": len(moments)}, []

    async def on_count(self, name: str, _: dict[str, str]) -> tuple[int, Any, list[str]]:
        return 200, {"count": len(self.moments.get(name, ()))}, []

    async def on_token(self, _: str, __: dict[str, str]) -> tuple[int, Any, list[str]]:
        self.tokens += 1
        self.stats["token"] += 1
        return 200, {"access_token": f"crowd-Token-{self.tokens:06}-Zq8", "expires_in": 3600}, []

    async def on_expire(self, _: str, __: dict[str, str]) -> tuple[int, Any, list[str]]:
        self.tokens += 1
        return 204, None, []

    async def on_guarded(self, name: str, headers: dict[str, str]) -> tuple[int, Any, list[str]]:
        await asyncio.sleep(0.02)
        good = headers.get("authorization") == f"Bearer crowd-Token-{self.tokens:06}-Zq8"
        return (200, {"number": name}, []) if good else (401, {"detail": "token expired"}, [])

    async def on_limited(self, name: str, _: dict[str, str]) -> tuple[int, Any, list[str]]:
        now = time.perf_counter()
        self.window = [moment for moment in self.window if now - moment < WINDOW]
        if len(self.window) >= MOST_IN_WINDOW:
            self.stats["limited"] += 1
            return 429, {"detail": "too many"}, ["Retry-After: 1"]
        self.window.append(now)
        return 200, {"number": name}, []

    async def on_cookies(self, name: str, headers: dict[str, str]) -> tuple[int, Any, list[str]]:
        # The first ones come last.
        await asyncio.sleep(0.05 - int(name) * 0.01)
        lines = [f"Set-Cookie: last={name}; Path=/", f"Set-Cookie: n{name}={name}; Path=/"]
        return 200, {"sent": headers.get("cookie", "")}, lines

    async def on_stats(self, _: str, __: dict[str, str]) -> tuple[int, Any, list[str]]:
        return 200, self.stats, []


class Connection:
    """One connection, kept until the client closes it or it dies."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Responds to one request after the other."""
        self._crowd.stats["connections"] += 1
        try:
            while await self._one(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            # The client has gone.
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        first = await reader.readexactly(1)
        arrived = time.perf_counter()
        head = first + await reader.readuntil(b"\r\n\r\n")
        line, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in lines)}
        await reader.readexactly(int(headers.get("content-length", "0")))
        path, stats = line.split(" ")[1], self._crowd.stats
        stats["requests"] += 1
        stats["on_their_way"] += 1
        stats["most_at_once"] = max(stats["most_at_once"], stats["on_their_way"])
        try:
            status, body, more = await self._crowd.respond(path, headers, arrived)
        finally:
            stats["on_their_way"] -= 1
        dies = 0
        if path.startswith("/dying/"):
            self._crowd.dying += 1
            dies = self._crowd.dying
            if dies % _DIES_BEFORE == 0:
                return False
        content = b"" if body is None else json.dumps(body).encode()
        more = [*more, "Content-Type: application/json", f"Content-Length: {len(content)}"]
        writer.write("\r\n".join([f"HTTP/1.1 {status} Said", *more, "", ""]).encode() + content)
        await writer.drain()
        return not (dies and dies % _DIES_BEHIND == 0)


async def serve(certificate: str) -> None:
    """Serves until the process is ended.

    Args:
        certificate: The path of a file with the certificate and its key.
    """
    crowd = Crowd()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    ports = []
    for tls in (None, context):
        server = await asyncio.start_server(
            lambda reader, writer: Connection(crowd).serve(reader, writer), LOOPBACK, 0, ssl=tls, backlog=512
        )
        ports.append(server.sockets[0].getsockname()[1])
    sys.stdout.write(f"{' '.join(map(str, ports))}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(str(Path(sys.argv[1]))))
