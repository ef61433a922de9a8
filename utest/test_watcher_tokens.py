"""The watcher's part in the life of tokens."""

from types import SimpleNamespace
from typing import Any

import pytest
from fakes import context

from SteadyAPI.engine.token.cache import TokenCache
from SteadyAPI.engine.token.store import TokenStore
from SteadyAPI.watcher import Watcher


class SpyStore(TokenStore):
    """Notes what ends."""

    def __init__(self) -> None:
        super().__init__()
        self.ended: list[str] = []

    def end(self, cache: TokenCache) -> None:
        self.ended.append(cache.name)

    def close(self) -> None:
        self.ended.append("run")


@pytest.fixture
def shared() -> Any:
    made = context()
    made.tokens = SpyStore()
    return made


def test_tokens_end_with_their_test_suite_and_run(shared: Any) -> None:
    watcher = Watcher(shared)
    watcher.end_test(None, SimpleNamespace(passed=True, tags=set(), message=""))
    watcher.end_suite(None, None)
    watcher.close()
    assert shared.tokens.ended == ["test", "suite", "run"]


def test_a_run_without_tokens_makes_no_store_for_them() -> None:
    made = context()
    watcher = Watcher(made)
    watcher.end_suite(None, None)
    watcher.close()
    assert not made.has_tokens
