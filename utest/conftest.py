"""Fixtures that unit tests share."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import trustme
from fake_network import FakeNetwork
from hypothesis import HealthCheck, settings
from local_redis import LocalRedis

from SteadyAPI.engine.transport.http1 import limited_socket
from SteadyAPI.redaction.environment import environment_names_a_secret

# How long an example takes is the machine's affair. Each run tries the same examples, unless a seed asks for new ones:
# what fails then would fail whatever was changed.
settings.register_profile(
    "any machine",
    deadline=None,
    derandomize="STEADYAPI_SEED" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any machine")

# What this machine has for networks, certificates and traces of its own, and its secrets; a test sets what it is about.
_OF_THE_MACHINE = {"curl_ca_bundle", "netrc", "requests_ca_bundle", "ssl_cert_dir", "ssl_cert_file"}
_OF_THE_MACHINE |= {"all_proxy", "http_proxy", "https_proxy", "no_proxy", "traceparent", "tracestate"}
for name in tuple(os.environ):
    if name.lower() in _OF_THE_MACHINE or environment_names_a_secret(name):
        del os.environ[name]

SHARED_KEY = "q0uYV2yGz8m3kTq5XrW1bN7cJ4hL9sDfA6eRtZxPvKo"


@pytest.fixture(scope="session")
def client_pem(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Returns the path of a client certificate with its key."""
    file = tmp_path_factory.mktemp("client") / "client.pem"
    trustme.CA().issue_cert("ada@example.com").private_key_and_cert_chain_pem.write_to_path(str(file))
    return str(file)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., FakeNetwork]]:
    """Returns a function that replaces the real network by a scripted one.

    What ends a kept connection ends it in time to count as stale, however slow this machine is.
    """
    monkeypatch.setattr(limited_socket, "SHORTEST_WINDOW", 60.0)
    networks: list[FakeNetwork] = []

    def script(*responses: Any, **options: Any) -> FakeNetwork:
        fake = FakeNetwork(*responses, **options)
        monkeypatch.setattr("urllib3.util.connection.create_connection", fake.connect)
        monkeypatch.setattr("socket.getaddrinfo", fake.look_up)
        networks.append(fake)
        return fake

    yield script
    for fake in networks:
        fake.close()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[LocalRedis]:
    """Starts a Redis server for the tests of this process."""
    server = LocalRedis()
    yield server
    server.stop()


@pytest.fixture
def redis(redis_server: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> LocalRedis:
    """Returns an empty Redis server, and sets the key of a run."""
    monkeypatch.setenv("STEADYAPI_SHARED_KEY", SHARED_KEY)
    redis_server.client().flushall()
    return redis_server
