from threading import Event
from typing import Any, NoReturn

import pytest

from SteadyAPI.commands.server import server, wait_for_interrupt


class FakeServer:
    base_url = "http://127.0.0.1:8765"

    def __init__(self, port: int, *, password: str) -> None:
        self.port = port
        self.password = password or "random"
        self.events: list[str] = []

    def start(self) -> None:
        self.events.append("start")

    def stop(self) -> None:
        self.events.append("stop")


class TakenServer(FakeServer):
    def start(self) -> None:
        raise OSError(98, "Address already in use")


class Street:
    def __init__(self, kind: type[FakeServer] = FakeServer) -> None:
        self._kind = kind
        self.servers: list[FakeServer] = []

    def open(self, port: int, *, password: str) -> Any:
        self.servers.append(self._kind(port, password=password))
        return self.servers[-1]


def interrupt() -> NoReturn:
    raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHOP_PASSWORD", raising=False)


def test_the_shop_is_open_until_it_is_interrupted(capsys: pytest.CaptureFixture[str]) -> None:
    street = Street()
    assert server([], wait=interrupt, open_server=street.open) == 0
    assert (street.servers[0].port, street.servers[0].events) == (8765, ["start", "stop"])
    assert capsys.readouterr().out.endswith("Stopped.\n")


def test_it_is_stopped_when_the_waiting_ends_otherwise() -> None:
    street = Street()
    assert server(["--port", "0"], wait=lambda: None, open_server=street.open) == 0
    assert (street.servers[0].port, street.servers[0].events) == (0, ["start", "stop"])


def test_it_says_what_to_try(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", "it's me")
    server([], wait=lambda: None, open_server=Street().open)
    assert capsys.readouterr().out.splitlines() == [
        "The shop is open at http://127.0.0.1:8765; Ctrl+C stops it. Try:",
        "  curl http://127.0.0.1:8765/products",
        "  curl -d username=ada --data-urlencode 'password=it'\"'\"'s me' http://127.0.0.1:8765/auth/token",
        "  SHOP_PASSWORD='it'\"'\"'s me' robot --variable BASE_URL:http://127.0.0.1:8765 steadyapi-demo/tour.robot",
    ]


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_cannot_be_is_named(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        server([f"--port={port}"], open_server=Street().open)
    assert end.value.code == 2
    assert f"expected a port from 0 to 65535, got {port}; write --port 0" in capsys.readouterr().err


def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        server([], open_server=Street(TakenServer).open)
    assert end.value.code == 2
    assert "expected a free port, got 8765 (Address already in use); write --port 0" in capsys.readouterr().err


def test_waiting_ends_with_the_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def wait(_event: Event, limit: float) -> bool:
        waits.append(limit)
        return interrupt() if len(waits) == 2 else False

    monkeypatch.setattr("threading.Event.wait", wait)
    with pytest.raises(KeyboardInterrupt):
        wait_for_interrupt()
    assert waits == [0.5, 0.5]
