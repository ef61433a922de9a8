"""Fixtures that unit tests share."""

from collections.abc import Callable
from typing import Any

import pytest
from fake_network import FakeNetwork


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Callable[..., FakeNetwork]:
    """Returns a function that puts a scripted network in the place of the real one."""

    def script(*answers: Any, **options: Any) -> FakeNetwork:
        fake = FakeNetwork(*answers, **options)
        monkeypatch.setattr("urllib3.util.connection.create_connection", fake.connect)
        monkeypatch.setattr("socket.getaddrinfo", fake.look_up)
        return fake

    return script
