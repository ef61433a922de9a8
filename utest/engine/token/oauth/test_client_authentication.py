import base64
from typing import Any

import pytest
from fake_provider import PRIVATE_KEY

from SteadyAPI.engine.token.claims import claims_of
from SteadyAPI.engine.token.grant import ClientAuth, Grant
from SteadyAPI.engine.token.oauth.client_authentication import client_auth, has_odd_characters, proof, user_assertion
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.errors import UsageError


def request(**given: Any) -> TokenRequest:
    return TokenRequest(**{"client_id": "qa", "client_secret": "s3cret", **given})


def basic(header: str) -> str:
    return base64.b64decode(header.removeprefix("Basic ")).decode()


@pytest.mark.parametrize(
    ("given", "way"),
    [
        ({"client_secret": "s"}, ClientAuth.basic),
        ({"private_key": "k"}, ClientAuth.private_key_jwt),
        ({"private_key": "k", "grant": Grant.jwt_bearer}, ClientAuth.none),
        ({"certificate": True}, ClientAuth.mtls),
        ({}, ClientAuth.none),
        ({"client_secret": "s", "client_auth": ClientAuth.post}, ClientAuth.post),
    ],
)
def test_the_credentials_make_the_way_plain_unless_it_is_named(given: dict[str, Any], way: ClientAuth) -> None:
    assert client_auth(TokenRequest(client_id="qa", **given)) is way


def test_a_provider_that_takes_the_secret_in_the_body_only_gets_it_there() -> None:
    assert client_auth(request(), ("client_secret_post", "private_key_jwt")) is ClientAuth.post


def test_a_provider_that_takes_both_gets_the_secret_by_basic_authentication() -> None:
    assert client_auth(request(), ("client_secret_post", "client_secret_basic")) is ClientAuth.basic


def test_basic_encodes_id_and_secret_as_form_fields() -> None:
    headers, fields = proof(request(client_id="q:a", client_secret="p%ß w"), ClientAuth.basic, "", 0)
    assert (basic(headers["Authorization"]), fields) == ("q%3Aa:p%25%C3%9F+w", {})


def test_raw_basic_leaves_id_and_secret_as_they_are() -> None:
    headers, _ = proof(request(client_secret="p%ß:w"), ClientAuth.basic_raw, "", 0)
    assert basic(headers["Authorization"]) == "qa:p%ß:w"


def test_post_puts_id_and_secret_into_the_body() -> None:
    assert proof(request(), ClientAuth.post, "", 0) == ({}, {"client_id": "qa", "client_secret": "s3cret"})


@pytest.mark.parametrize("way", [ClientAuth.mtls, ClientAuth.none])
def test_certificate_and_public_clients_send_their_id_alone(way: ClientAuth) -> None:
    assert proof(request(), way, "", 0) == ({}, {"client_id": "qa"})


def test_nothing_is_proven_without_a_client() -> None:
    assert proof(TokenRequest(username="ada", password="p"), ClientAuth.none, "", 0) == ({}, {})


def test_a_login_of_the_services_own_proves_nothing_beside_its_fields() -> None:
    assert proof(request(token_path="jwt"), ClientAuth.basic, "", 0) == ({}, {})


@pytest.mark.parametrize(
    ("way", "given"),
    [(ClientAuth.client_secret_jwt, {}), (ClientAuth.private_key_jwt, {"private_key": PRIVATE_KEY, "key_id": "k1"})],
)
def test_a_signed_client_speaks_of_itself_to_the_provider(way: ClientAuth, given: dict[str, Any]) -> None:
    _, fields = proof(request(**given), way, "https://id.test", 1000)
    claims = claims_of(fields["client_assertion"])
    assert fields["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    assert (claims["iss"], claims["sub"], claims["aud"]) == ("qa", "qa", "https://id.test")
    assert (claims["iat"], claims["exp"]) == (1000, 1060)


def test_an_assertion_about_a_user_names_the_user_and_the_scope() -> None:
    claims = claims_of(
        user_assertion(request(private_key=PRIVATE_KEY, username="ada", scope="a"), "https://id.test", 0)
    )
    assert (claims["iss"], claims["sub"], claims["aud"], claims["scope"]) == ("qa", "ada", "https://id.test", "a")


def test_an_assertion_without_a_user_is_about_the_client() -> None:
    claims = claims_of(
        user_assertion(request(private_key=PRIVATE_KEY, audience="https://api.test"), "https://id.test", 0)
    )
    assert (claims["sub"], claims["aud"], "scope" in claims) == ("qa", "https://api.test", False)


def test_a_way_that_lacks_its_secret_says_so() -> None:
    with pytest.raises(UsageError, match="needs client_secret"):
        proof(TokenRequest(client_id="qa"), ClientAuth.post, "", 0)


@pytest.mark.parametrize(("secret", "odd"), [("plain-1_2.3", False), ("a b", True), ("a+b", True), ("ä", True)])
def test_characters_that_form_encoding_changes_are_odd(secret: str, odd: bool) -> None:
    assert has_odd_characters(request(client_secret=secret)) is odd
