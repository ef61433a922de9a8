import pytest
from fakes import FakeTransport, session

from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.session.authentication import ApiKey, Authentication, KeyLocation, no_credentials
from SteadyAPI.engine.token.token import Token


def keyed(place: KeyLocation, name: str) -> Authentication:
    authentication = Authentication(None, None)
    authentication.use_key(ApiKey(place, name, "key value&1"))
    return authentication


def test_a_key_goes_into_a_header() -> None:
    assert keyed(KeyLocation.header, "X-Key").with_keys("/a", {"Accept": "b"}) == (
        "/a",
        {"Accept": "b", "X-Key": "key value&1"},
    )


def test_a_header_of_the_request_goes_before_the_key() -> None:
    assert keyed(KeyLocation.header, "X-Key").with_keys("/a", {"x-key": "own"}) == ("/a", {"x-key": "own"})


@pytest.mark.parametrize(
    ("url", "made"),
    [("/a", "/a?k=key+value%261"), ("/a?b=1", "/a?b=1&k=key+value%261"), ("/a#end", "/a?k=key+value%261#end")],
)
def test_a_key_goes_into_the_query(url: str, made: str) -> None:
    assert keyed(KeyLocation.query, "k").with_keys(url, {}) == (made, {})


def test_a_key_goes_into_a_cookie_beside_others() -> None:
    authentication = keyed(KeyLocation.cookie, "k")
    assert authentication.with_keys("/", {}) == ("/", {"Cookie": "k=key%20value&1"})
    assert authentication.with_keys("/", {"cookie": "a=b"}) == ("/", {"cookie": "a=b; k=key%20value&1"})


@pytest.mark.parametrize(
    ("secret", "sent"), [("aB3+/=:@%", "aB3+/=:@%"), ('a;b,c "d"\\é', "a%3Bb%2Cc%20%22d%22%5C%C3%A9")]
)
def test_a_key_in_a_cookie_is_sent_as_it_is_as_far_as_cookies_can_hold_it(secret: str, sent: str) -> None:
    authentication = Authentication(None, None)
    authentication.use_key(ApiKey(KeyLocation.cookie, "k", secret))
    assert authentication.with_keys("/", {})[1] == {"Cookie": f"k={sent}"}


def test_a_new_key_of_the_same_place_replaces_the_old_one() -> None:
    authentication = keyed(KeyLocation.header, "X-Key")
    authentication.use_key(ApiKey(KeyLocation.header, "x-key", "new"))
    assert authentication.with_keys("/", {})[1] == {"x-key": "new"}


def test_a_password_takes_the_place_of_a_token() -> None:
    authentication = Authentication(None, Token("abc"))
    authentication.use_auth(("ada", "pw"))
    assert (authentication.token, authentication.auth) == (None, ("ada", "pw"))


def test_a_key_is_not_shown() -> None:
    assert "key value" not in repr(ApiKey(KeyLocation.header, "X-Key", "key value"))


def test_a_session_sends_its_keys_beside_its_token() -> None:
    transport = FakeTransport()
    shop = session(transport)
    shop.use_token(Token("abc"))
    shop.authentication.use_key(ApiKey(KeyLocation.query, "k", "v"))
    shop.send(Call(method="GET", url="/orders"))
    assert (transport.request.url, transport.request.token) == ("http://shop.test/orders?k=v", "abc")


def test_a_sign_in_carries_neither_token_nor_password_nor_the_sessions_authorization() -> None:
    transport = FakeTransport()
    shop = session(transport)
    shop.settings = type(shop.settings)(base_url="http://shop.test", headers={"AUTHORIZATION": "x", "X-Tenant": "1"})
    shop.authentication.use_auth(("ada", "pw"))
    shop.use_token(Token("abc"))
    shop.send(Call(method="POST", url="/token", headers={"Authorization": "Basic abc"}, sign_in=True))
    assert transport.request.headers == {"X-Tenant": "1", "Authorization": "Basic abc"}
    assert transport.request.token is None
    prepared = object()
    assert transport.request.auth(prepared) is prepared


def test_a_sign_in_is_not_the_sessions_last_exchange() -> None:
    shop = session()
    first = shop.send(Call(method="GET", url="/orders"))
    shop.send(Call(method="POST", url="/token", sign_in=True))
    assert shop.last is first


def test_a_request_without_credentials_carries_none_of_the_sessions() -> None:
    transport = FakeTransport()
    shop = session(transport)
    shop.update(headers={"authorization": "Token of-the-session", "X-A": "b"})
    shop.use_token(Token("token-of-the-session"))
    shop.authentication.use_key(ApiKey(KeyLocation.query, "k", "key-of-the-session"))
    anonymous = TransportOptions(auth=no_credentials)
    shop.send(Call(method="GET", url="/orders", transport_options=anonymous))
    request = transport.request
    assert (request.url, dict(request.headers)) == ("http://shop.test/orders", {"X-A": "b"})
    assert (request.token, request.auth) == (None, no_credentials)
    own = {"Authorization": "Token of-the-request"}
    shop.send(Call(method="GET", url="/orders", headers=own, transport_options=anonymous))
    assert transport.request.headers["Authorization"] == "Token of-the-request"


def test_no_credentials_leave_a_request_alone() -> None:
    prepared = object()
    assert no_credentials(prepared) is prepared
