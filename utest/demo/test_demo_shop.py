from typing import Any

import pytest

from SteadyAPI.demo import DemoShop
from SteadyAPI.robot_compat import Secret


class FakeServer:
    base_url = "http://127.0.0.1:49152"

    def __init__(self, *, password: str, client_secret: str) -> None:
        self.password = password or "random password"
        self.client_secret = client_secret or "random secret"
        self.tokens = ["token-1", "token-2"]
        self.events: list[str] = []

    def start(self) -> None:
        self.events.append("start")

    def stop(self) -> None:
        self.events.append("stop")


class Street:
    """Opens servers and remembers them."""

    def __init__(self) -> None:
        self.servers: list[FakeServer] = []

    def open(self, **credentials: Any) -> Any:
        self.servers.append(FakeServer(**credentials))
        return self.servers[-1]


@pytest.fixture
def street() -> Street:
    return Street()


@pytest.fixture
def shop(street: Street) -> DemoShop:
    return DemoShop(street.open)


def test_a_started_server_gives_its_url(shop: DemoShop, street: Street) -> None:
    assert shop.start_demo_server() == "http://127.0.0.1:49152"
    assert street.servers[0].events == ["start"]


def test_a_running_server_is_not_started_again(shop: DemoShop, street: Street) -> None:
    shop.start_demo_server()
    assert shop.start_demo_server() == "http://127.0.0.1:49152"
    assert len(street.servers) == 1


def test_random_secrets_are_given_as_secrets(shop: DemoShop) -> None:
    shop.start_demo_server()
    password, secret = shop.get_demo_password(), shop.get_demo_client_secret()
    assert (password.value, secret.value) == ("random password", "random secret")
    assert (str(password), str(secret)) == ("<secret>", "<secret>")


def test_secrets_can_be_chosen(shop: DemoShop) -> None:
    shop.start_demo_server(password=Secret("correct horse"), client_secret="battery staple")
    assert shop.get_demo_password().value == "correct horse"
    assert shop.get_demo_client_secret().value == "battery staple"


def test_issued_tokens_are_given_as_secrets(shop: DemoShop) -> None:
    shop.start_demo_server()
    assert [token.value for token in shop.get_demo_tokens()] == ["token-1", "token-2"]


def test_a_stopped_server_starts_afresh(shop: DemoShop, street: Street) -> None:
    shop.start_demo_server()
    shop.stop_demo_server()
    shop.start_demo_server()
    assert [server.events for server in street.servers] == [["start", "stop"], ["start"]]


def test_stopping_nothing_does_nothing(shop: DemoShop, street: Street) -> None:
    shop.stop_demo_server()
    assert street.servers == []


def test_the_end_of_the_run_stops_the_server(shop: DemoShop, street: Street) -> None:
    shop.start_demo_server()
    shop.close()
    assert street.servers[0].events == ["start", "stop"]


def test_a_password_needs_a_running_server(shop: DemoShop) -> None:
    with pytest.raises(RuntimeError, match="expected a running demo server, got none; write Start Demo Server first"):
        shop.get_demo_password()
