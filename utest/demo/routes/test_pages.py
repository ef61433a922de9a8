import json
import struct
import zlib

import pytest
from pydantic import ValidationError

from SteadyAPI.demo.models import Order
from SteadyAPI.demo.routes.pages import PageRoutes
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response, json_response
from SteadyAPI.demo.server.router import Router


def get(path: str) -> Response:
    return Router(PageRoutes().routes()).respond(Request("GET", path))


def test_the_shop_says_that_it_is_open() -> None:
    assert get("/health") == json_response(200, {"status": "ok"})


def test_the_login_page_is_html() -> None:
    page = get("/login")
    assert page.headers == (("Content-Type", "text/html; charset=utf-8"),)
    assert page.body.startswith(b"<!doctype html>")


def test_the_logo_is_a_png_with_all_its_pixels() -> None:
    logo = get("/logo.png")
    assert (logo.headers, logo.body[:8]) == ((("Content-Type", "image/png"),), b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", logo.body[16:24])
    size, kind = struct.unpack(">I4s", logo.body[33:41])
    assert (width, height, kind) == (24, 24, b"IDAT")
    assert len(zlib.decompress(logo.body[41 : 41 + size])) == 24 * (1 + 24 * 3)


def test_the_catalogue_is_about_250_kilobytes() -> None:
    catalogue = get("/catalogue")
    assert 240_000 < len(catalogue.body) < 260_000
    assert len(json.loads(catalogue.body)) == 2300


def test_the_catalogue_is_always_the_same() -> None:
    assert get("/catalogue").body == get("/catalogue").body


def test_the_old_service_breaks_the_contract_of_orders() -> None:
    with pytest.raises(ValidationError) as failure:
        Order.model_validate_json(get("/legacy/orders/7").body, strict=True, extra="forbid")
    places = {error["loc"][0] for error in failure.value.errors()}
    assert places == {"id", "quantity", "total", "discount"}
