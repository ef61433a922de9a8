import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis.strategies import text

from SteadyAPI.engine.token.claims import claims_of, lifetime_in


def jwt(payload: Any) -> str:
    return f"e30.{base64.urlsafe_b64encode(json.dumps(payload).encode()).rstrip(b'=').decode()}.sig"


def test_the_claims_of_a_jwt_are_read() -> None:
    assert claims_of(jwt({"sub": "ada?>", "n": 1})) == {"sub": "ada?>", "n": 1}


@pytest.mark.parametrize("token", ["opaque", "a.b", "a.!!.c", "a.e30x.c", jwt(["not", "an", "object"])])
def test_any_other_token_has_no_claims(token: str) -> None:
    assert claims_of(token) == {}


def test_claims_that_are_too_deep_are_none() -> None:
    deep = base64.urlsafe_b64encode(b"[" * 200_000).rstrip(b"=").decode()
    assert claims_of(f"a.{deep}.c") == {}


@given(text(), text(), text())
def test_no_token_is_too_odd_to_be_looked_at(head: str, middle: str, tail: str) -> None:
    assert isinstance(claims_of(f"{head}.{middle}.{tail}"), dict)


def test_a_jwt_lives_from_issue_to_expiry_whatever_the_clock_says() -> None:
    assert lifetime_in(jwt({"iat": 1000, "exp": 1060}), now=5_000_000) == 60


def test_a_jwt_without_issue_time_lives_from_now() -> None:
    assert lifetime_in(jwt({"exp": 1060}), now=1000) == 60


@pytest.mark.parametrize(
    "claims", [{}, {"exp": "soon"}, {"exp": 10, "iat": 20}, {"exp": 10, "iat": None}, {"exp": 1e30}]
)
def test_a_jwt_without_a_usable_expiry_has_no_known_lifetime(claims: dict[str, Any]) -> None:
    assert lifetime_in(jwt(claims), now=1000) is None
