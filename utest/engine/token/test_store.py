from functools import partial
from pathlib import Path

import pytest
from fake_provider import FakeTokenHttp, endpoint, granted
from fake_time import FakeTime

from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.source import TokenSource
from SteadyAPI.engine.token.store import TokenStore
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError


def source(cache: TokenCache = TokenCache.run) -> TokenSource:
    return TokenSource(endpoint(FakeTokenHttp(granted("first-token-1"))), cache, FakeTime().clock())


def test_a_named_source_is_found_whatever_case_and_spaces() -> None:
    store, login = TokenStore(), source()
    store.add("My Login", login)
    assert store.named("mylogin") is login
    assert [store.has("MY LOGIN"), store.has("other")] == [True, False]


def test_a_source_of_the_same_name_replaces_the_other() -> None:
    store, first, second = TokenStore(), source(), source()
    store.add("login", first)
    store.add("Login", second)
    assert store.named("login") is second


def test_an_unknown_name_lists_the_known_ones() -> None:
    store = TokenStore()
    with pytest.raises(UsageError, match='no token source has the name "shop"; known: none'):
        store.named("shop")
    store.add("login", source())
    with pytest.raises(UsageError, match='known: "login"'):
        store.named("shop")


def test_the_same_wish_gets_the_same_source() -> None:
    store = TokenStore()
    first = store.unnamed("wish", source)
    assert store.unnamed("wish", source) is first
    assert store.unnamed("other", source) is not first


def test_the_giver_of_a_token_is_known() -> None:
    store, login, token = TokenStore(), source(), Token("given-token-1")
    assert store.note(login, token) is token
    assert store.source_of("given-token-1") == (login, token)
    assert store.source_of("other") is None


@pytest.mark.parametrize("ended", [TokenCache.test, TokenCache.suite])
def test_a_token_ends_with_what_it_was_kept_for(ended: TokenCache) -> None:
    store = TokenStore()
    kept = {cache: store.unnamed(cache.name, partial(source, cache)) for cache in TokenCache}
    for one in kept.values():
        one.value()
    store.end(ended)
    assert [cache for cache, one in kept.items() if one.kept is None] == [ended]


def test_all_tokens_can_be_forgotten() -> None:
    store, named = TokenStore(), source()
    store.add("login", named)
    unnamed = store.unnamed("wish", source)
    named.value(), unnamed.value()
    store.forget()
    assert (named.kept, unnamed.kept) == (None, None)


def test_what_providers_tell_is_kept_for_the_run() -> None:
    store = TokenStore()
    assert store.discovery is store.discovery


def test_the_shared_folder_is_opened_once_and_left_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    store, clock = TokenStore(), FakeTime().clock()
    folder = store.shared_folder(clock)
    assert store.shared_folder(clock) is folder
    store.close()
    store.close()
    assert store.shared_folder(clock) is not folder
    store.close()
