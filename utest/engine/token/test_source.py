import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fake_provider import FakeTokenHttp, ProviderResponse, denied, endpoint, granted
from fake_time import FakeTime

from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.source import TokenSource
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import TokenError, UsageError

TWO = (granted("first-token-1"), granted("second-token-2"))


class FakeSharedStore:
    """A place that two sources share within the test."""

    def __init__(self) -> None:
        self.token: Token | None = None

    @contextmanager
    def opened(self) -> Iterator["FakeSharedStore"]:
        yield self

    def read(self) -> Token | None:
        return self.token

    def write(self, token: Token | None) -> None:
        self.token = token


def source(
    http: FakeTokenHttp, time: FakeTime | None = None, cache: TokenCache = TokenCache.run, **wish: Any
) -> TokenSource:
    time = time or FakeTime()
    shared_store = wish.pop("shared_store", None)
    return TokenSource(endpoint(http, time, **wish), cache, time.clock(), shared_store)


def in_threads(ask: Callable[[], Any]) -> list[Any]:
    """Returns what eight threads get that ask at the same moment."""
    start = threading.Barrier(8)
    got: list[Any] = []

    def run() -> None:
        start.wait(60)
        got.append(ask())

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return got


def test_a_token_is_fetched_when_it_is_first_needed_and_kept() -> None:
    http = FakeTokenHttp(*TWO)
    login = source(http)
    assert http.calls == []
    assert [login.value(), login.value(), login.token().secret] == ["first-token-1"] * 3
    assert len(http.calls) == 1


def test_a_token_is_replaced_shortly_before_its_end() -> None:
    http, time = FakeTokenHttp(*TWO), FakeTime()
    login = source(http, time)
    login.value()
    time.seconds = 89.9
    assert login.value() == "first-token-1"
    time.seconds = 90.0
    assert login.value() == "second-token-2"


def test_a_refresh_token_buys_the_next_token() -> None:
    http, time = FakeTokenHttp(granted(refresh_token="refresh-1"), granted("second-token-2")), FakeTime()
    login = source(http, time)
    login.value()
    time.seconds = 95.0
    assert login.value() == "second-token-2"
    assert http.call.body["grant_type"] == "refresh_token"


def test_a_refused_refresh_falls_back_to_a_new_login() -> None:
    http = FakeTokenHttp(granted(refresh_token="refresh-1"), denied("invalid_grant", 400), granted("second-token-2"))
    login = source(http)
    login.value()
    assert login.refresh().secret == "second-token-2"
    assert [call.body["grant_type"] for call in http.calls] == [
        "client_credentials",
        "refresh_token",
        "client_credentials",
    ]


def test_a_refused_refresh_token_is_not_tried_twice_when_there_is_nothing_else() -> None:
    http = FakeTokenHttp(granted(refresh_token="refresh-2"), denied("invalid_grant", 400))
    login = source(http, client_id="qa", refresh_token="refresh-1")
    login.value()
    with pytest.raises(TokenError, match="invalid_grant"):
        login.refresh()
    assert len(http.calls) == 2


def test_a_refresh_without_response_asks_no_further() -> None:
    http = FakeTokenHttp(granted(refresh_token="refresh-1"), ProviderResponse(0))
    login = source(http)
    login.value()
    with pytest.raises(TokenError, match="got no answer"):
        login.refresh()
    assert len(http.calls) == 2


def test_nothing_is_kept_when_that_is_wanted() -> None:
    http = FakeTokenHttp(*TWO)
    login = source(http, cache=TokenCache.none)
    assert [login.value(), login.value()] == ["first-token-1", "second-token-2"]


def test_a_refused_token_is_replaced_once_for_all_who_sent_it() -> None:
    http = FakeTokenHttp(*TWO, granted("third-token-3"))
    login = source(http)
    sent = login.value()
    assert [login.renew(sent), login.renew(sent)] == ["second-token-2"] * 2
    assert len(http.calls) == 2


def test_a_provider_that_gives_the_refused_token_again_has_no_other() -> None:
    login = source(FakeTokenHttp(granted("same-token-1")))
    assert login.renew(login.value()) is None


def test_many_threads_make_one_request() -> None:
    http = FakeTokenHttp(*TWO)
    assert in_threads(source(http).value) == ["first-token-1"] * 8
    assert len(http.calls) == 1


def test_many_threads_that_met_a_401_make_one_request() -> None:
    http = FakeTokenHttp(*TWO, granted("third-token-3"))
    login = source(http)
    refused = login.value()
    assert in_threads(lambda: login.renew(refused)) == ["second-token-2"] * 8
    assert len(http.calls) == 2


def test_a_failed_request_leaves_the_way_open() -> None:
    login = source(FakeTokenHttp(denied(), granted()))
    with pytest.raises(TokenError):
        login.value()
    assert login.value() == "first-token-1"


def test_a_forgotten_token_is_fetched_anew() -> None:
    login = source(FakeTokenHttp(*TWO))
    login.value()
    login.forget()
    assert login.kept is None
    assert login.value() == "second-token-2"


def test_a_token_from_elsewhere_is_sent_until_it_ends() -> None:
    http, time = FakeTokenHttp(), FakeTime()
    login = source(http, time)
    login.put(Token("set-token-1", lifetime=50, expires=50))
    assert login.value() == "set-token-1"
    time.seconds = 46.0
    assert login.value() == "first-token-1"


def test_a_spent_token_without_a_way_to_another_says_how_to_set_one() -> None:
    time = FakeTime()
    login = TokenSource(None, TokenCache.run, time.clock())
    login.put(Token("set-token-1", lifetime=50, expires=50))
    time.seconds = 60.0
    with pytest.raises(UsageError, match=r"the token is spent or forgotten.*\n.*Set Token"):
        login.value()


def test_a_refused_token_without_a_way_to_another_has_no_other() -> None:
    login = TokenSource(None, TokenCache.run, FakeTime().clock())
    login.put(Token("set-token-1"))
    assert login.renew("set-token-1") is None


def test_processes_share_one_request() -> None:
    shared_store = FakeSharedStore()
    first, second = (
        source(FakeTokenHttp(granted("first-token-1")), shared_store=shared_store),
        source(FakeTokenHttp(denied()), shared_store=shared_store),
    )
    assert [first.value(), second.value()] == ["first-token-1"] * 2
    assert second.endpoint is not None
    assert second.endpoint._secrets.mask("it is first-token-1") == "it is [redacted]"


def test_a_token_that_another_process_renewed_is_taken() -> None:
    shared_store = FakeSharedStore()
    first, second = (
        source(FakeTokenHttp(*TWO), shared_store=shared_store),
        source(FakeTokenHttp(denied()), shared_store=shared_store),
    )
    sent = [first.value(), second.value()]
    assert [first.renew(sent[0]), second.renew(sent[1])] == ["second-token-2"] * 2


def test_a_token_is_forgotten_and_set_for_all_processes() -> None:
    shared_store = FakeSharedStore()
    first, second = (
        source(FakeTokenHttp(*TWO), shared_store=shared_store),
        source(FakeTokenHttp(denied()), shared_store=shared_store),
    )
    first.put(Token("set-token-1"))
    assert second.value() == "set-token-1"
    first.forget()
    assert shared_store.token is None
