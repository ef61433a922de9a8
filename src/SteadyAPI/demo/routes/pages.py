"""Responses that never change: health, a login page, a picture, a big list, and an old service's other contract."""

import struct
import zlib
from functools import cache

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response, json_response
from SteadyAPI.demo.server.router import Route
from SteadyAPI.demo.shop.state import amount

CATALOGUE_SIZE = 2300
LOGO_SIDE = 24
LOGIN_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Log in</title></head>
<body><h1>Log in</h1><form method="post" action="/login"><input name="username"> <input name="password" type="password">
<button>Log in</button></form></body>
</html>
"""


class PageRoutes:
    """The endpoints that need no state."""

    def routes(self) -> list[Route]:
        """Returns the routes of this family."""
        return [
            Route("GET", "/health", self.health),
            Route("GET", "/login", self.login),
            Route("GET", "/logo.png", self.logo),
            Route("GET", "/catalogue", self.catalogue),
            Route("GET", "/legacy/orders/{order_id}", self.legacy_order),
        ]

    def health(self, _request: Request) -> Response:
        """Tells that the shop is open."""
        return json_response(200, {"status": "ok"})

    def login(self, _request: Request) -> Response:
        """Shows an HTML page, where a client may have hoped for JSON."""
        return Response(200, LOGIN_PAGE.encode(), (("Content-Type", "text/html; charset=utf-8"),))

    def logo(self, _request: Request) -> Response:
        """Shows a small PNG picture."""
        return Response(200, logo_png(), (("Content-Type", "image/png"),))

    def catalogue(self, _request: Request) -> Response:
        """Lists 2300 articles, about 250 kB of JSON."""
        articles = [_article(number) for number in range(1, CATALOGUE_SIZE + 1)]
        return json_response(200, articles)

    def legacy_order(self, _request: Request, order_id: int) -> Response:
        """Shows an order in a shape that breaks the contract in four places."""
        order = {
            "id": str(order_id),
            "product_id": 3,
            "quantity": 2.5,
            "status": "confirmed",
            "discount": None,
        }
        return json_response(200, order | {"created_at": "2026-01-31T09:30:00Z"})


@cache
def logo_png() -> bytes:
    """Returns a plain square as PNG (ISO/IEC 15948): signature, header, one compressed image, end."""
    header = struct.pack(">IIBBBBB", LOGO_SIDE, LOGO_SIDE, 8, 2, 0, 0, 0)
    pixels = (b"\x00" + b"\x1f\x6f\xeb" * LOGO_SIDE) * LOGO_SIDE
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(pixels)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _article(number: int) -> dict[str, object]:
    sizes = [size for size in ("S", "M", "L") if number % (ord(size) % 7 + 1)]
    name = f"Article {number:04d} of the great catalogue"
    return {
        "id": number,
        "name": name,
        "price": amount(99 + number * 7),
        "stock": number % 50,
        "sizes": sizes,
    }
