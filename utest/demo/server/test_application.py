import json
from typing import Any

import pytest

from SteadyAPI.demo.server.application import Application
from SteadyAPI.demo.server.request import Request


@pytest.fixture
def application() -> Application:
    return Application("correct horse", "battery staple")


def get(application: Application, target: str) -> Any:
    return json.loads(application.respond(Request.to("GET", target)).body)


@pytest.mark.parametrize("path", ["/health", "/products", "/users", "/catalogue", "/slow/x", "/echo", "/counter/x"])
def test_every_family_of_paths_is_there(application: Application, path: str) -> None:
    assert application.respond(Request.to("GET", path)).status == 200


def test_the_credentials_open_the_orders(application: Application) -> None:
    form = (("Content-Type", "application/x-www-form-urlencoded"),)
    asked = Request("POST", "/auth/token", headers=form, body=b"username=ada&password=correct+horse")
    token = json.loads(application.respond(asked).body)["access_token"]
    orders = Request("GET", "/orders", headers=(("Authorization", f"Bearer {token}"),))
    assert application.respond(orders).status == 200


def test_every_arrival_is_noted(application: Application) -> None:
    application.respond(Request.to("GET", "/nowhere"))
    application.respond(Request.to("POST", "/nowhere"))
    assert get(application, "/arrivals?path=/nowhere")["calls"] == 2


def test_a_reset_reaches_every_part(application: Application) -> None:
    assert application.respond(Request.to("GET", "/flaky/x")).status == 503
    application.respond(Request.to("GET", "/counter/x"))
    assert application.respond(Request.to("POST", "/reset")).status == 204
    assert application.respond(Request.to("GET", "/flaky/x")).status == 503
    assert get(application, "/counter/x") == {"name": "x", "calls": 1}
