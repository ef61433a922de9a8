import json
import os
from pathlib import Path
from typing import Any

import pytest
from fake_provider import PRIVATE_KEY
from fakes import FakeTransport, context, session

from SteadyAPI.engine.sharing.redis_tokens import RedisTokenStore
from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.shared_folder import FolderTokenStore
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.token_grants import at_session, attached, token_request, token_source
from SteadyAPI.keywords.support.token_options import TokenOptions
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.robot_compat import Secret


def request(shared: Any = None, url: str | None = "/token", **options: Any) -> Any:
    return token_request(shared or context(), url, TokenOptions(**options))


def test_options_become_a_request_with_every_secret_opened() -> None:
    shared = context()
    made = request(shared, client_id=Secret("the-client"), password=Secret("pw-secret-1"), scope="a")
    assert (made.url, made.client_id, made.password, made.scope) == ("/token", "the-client", "pw-secret-1", "a")
    assert shared.secrets.register("pw-secret-1") is Registration.KNOWN


def test_a_plain_password_is_a_secret_too() -> None:
    shared = context()
    request(shared, username="ada", password="pw-secret-1")
    assert shared.secrets.register("pw-secret-1") is Registration.KNOWN


def test_an_option_goes_before_the_credentials_of_a_file(tmp_path: Path) -> None:
    place = tmp_path / "qa.json"
    place.write_text(json.dumps({"client_id": "from-file", "client_secret": "file-secret"}))
    made = request(client_id="by-name", credentials=str(place))
    assert (made.client_id, made.client_secret) == ("by-name", "file-secret")


def test_a_private_key_is_read_from_its_file_and_is_a_secret(tmp_path: Path) -> None:
    (tmp_path / "client.pem").write_text(PRIVATE_KEY)
    shared = context()
    made = request(shared, client_id="qa", private_key=str(tmp_path / "client.pem"))
    assert made.private_key == PRIVATE_KEY
    assert shared.secrets.register(PRIVATE_KEY) is Registration.KNOWN


@pytest.mark.parametrize(("given", "made"), [("a", "a"), (["a", "b"], ("a", "b")), (None, None)])
def test_a_resource_is_one_address_or_several(given: Any, made: Any) -> None:
    assert request(client_id="qa", resource=given).resource == made


def test_further_fields_may_hold_secrets() -> None:
    assert request(fields={"pin": Secret("1234567")}).extra == {"pin": "1234567"}


def test_a_relative_address_becomes_whole_with_its_session() -> None:
    shop = session()
    assert at_session(request(), shop).url == "http://shop.test/token"
    assert at_session(request(), None).url == "/token"
    assert at_session(request(url="http://id.test/t"), shop).url == "http://id.test/t"
    assert at_session(request(url=None), shop).url == ""


def test_a_session_takes_a_relative_source_along() -> None:
    shared = context(alias="")
    source = token_source(shared, request(shared, client_id="qa"), TokenOptions(), None)
    shared.tokens.add("login", source)
    transport = FakeTransport()
    shop = session(transport, base_url="http://first.test")
    attached(shared, "login", shop)
    assert source.endpoint is not None
    assert source.endpoint.http.url("/token") == "http://first.test/token"
    assert shop.authentication.token is source


def test_a_certificate_goes_to_the_token_client(client_pem: str) -> None:
    options = TokenOptions(cert=client_pem)
    source = token_source(context(), request(client_id="qa"), options, None)
    assert source.endpoint is not None
    assert source.endpoint.http._cert == client_pem  # type: ignore[attr-defined]  # of the keywords' own class


def test_a_certificate_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match=r"cert: expected the path of a file; there is no none\.pem"):
        token_source(context(), request(client_id="qa"), TokenOptions(cert="none.pem"), None)


def test_a_shared_token_lies_in_the_shared_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    shared = context()
    source = token_source(shared, request(client_id="qa"), TokenOptions(shared=True), None)
    assert isinstance(source._shared_store, FolderTokenStore)
    assert [path.name for path in tmp_path.iterdir()] == [f"steadyapi-tokens-{os.getuid()}"]
    shared.tokens.close()


@pytest.mark.parametrize("cache", [TokenCache.test, TokenCache.suite, TokenCache.none])
def test_a_shared_token_is_kept_for_the_run(cache: TokenCache) -> None:
    with pytest.raises(UsageError, match=f"kept for the run, got cache={cache.name}"):
        token_source(context(), request(client_id="qa"), TokenOptions(shared=True, cache=cache), None)


def test_scopes_and_audiences_may_be_lists() -> None:
    made = request(client_id="qa", scope=["read", "write"], audience=["a", "b"])
    assert (made.scope, made.audience) == ("read write", ("a", "b"))
    assert made.form()["audience"] == ("a", "b")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"scope": {"read": True}}, "scope: expected text, got a dictionary"),
        ({"scope": ["read", None]}, "scope: expected text, got None"),
        ({"audience": [["a"]]}, "audience: expected text, got a list"),
        ({"client_id": ["qa"]}, "client_id: expected text, got a list"),
        ({"password": {"a": "pw-secret-1"}}, "password: expected text, got a dictionary"),
    ],
)
def test_what_is_no_text_is_not_sent_as_python_spells_it(options: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=f"^{said}.$"):
        request(**options)


@pytest.mark.parametrize(
    ("options", "shares"),
    [({}, True), ({"shared": True}, True), ({"shared": False}, False), ({"cache": TokenCache.test}, False)],
)
def test_a_library_that_shares_over_machines_shares_tokens_of_the_run(options: dict[str, Any], shares: bool) -> None:
    machine = context()
    vars(machine).update(shared="redis://redis.test")
    source = token_source(machine, request(client_id="qa"), TokenOptions(**options), None)
    assert isinstance(source._shared_store, RedisTokenStore) is shares
    assert (source._shared_store is None) is not shares
