from typing import Any, NamedTuple

import pytest

from SteadyAPI.errors import UsageError
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.robot_compat import Secret
from SteadyAPI.secret import reveal


class Pair(NamedTuple):
    name: str
    value: Any


def test_a_secret_is_opened_and_registered_in_one_step() -> None:
    secrets = SecretRegistry()
    assert reveal(Secret("the-value-1"), secrets, "token") == "the-value-1"
    assert secrets.register("the-value-1") is Registration.KNOWN


@pytest.mark.parametrize("value", ["text", b"bytes", 7, None, True])
def test_anything_else_comes_back_as_it_is(value: Any) -> None:
    assert reveal(value, SecretRegistry(), "data") is value


def test_secrets_are_found_at_any_depth() -> None:
    value = {"a": [Secret("one-value"), ("x", Secret("two-value"))], Secret("the-key-1"): {"b": Secret("three-val")}}
    assert reveal(value, SecretRegistry(), "json") == {
        "a": ["one-value", ("x", "two-value")],
        "the-key-1": {"b": "three-val"},
    }


def test_the_given_dictionary_keeps_its_secrets() -> None:
    given = {"a": [Secret("one-value")]}
    reveal(given, SecretRegistry(), "json")
    assert isinstance(given["a"][0], Secret)


def test_a_named_tuple_becomes_a_plain_one() -> None:
    assert reveal(Pair("a", Secret("one-value")), SecretRegistry(), "data") == ("a", "one-value")


@pytest.mark.parametrize("lost", ["Bearer <secret>", b"x=<secret>", bytearray(b"<secret>")])
def test_a_text_that_lost_its_secret_is_refused(lost: Any) -> None:
    with pytest.raises(UsageError, match=r'^data holds the text "<secret>": .*\n.*expected the Secret itself'):
        reveal(lost, SecretRegistry(), "data")


def test_the_message_names_the_place_in_the_argument() -> None:
    with pytest.raises(UsageError, match=r"^headers\[Authorization\] holds"):
        reveal({"Authorization": "Bearer <secret>"}, SecretRegistry(), "headers")


def test_a_lost_secret_in_a_key_is_refused_too() -> None:
    with pytest.raises(UsageError, match=r"^params holds"):
        reveal({"<secret>": 1, 2: "x"}, SecretRegistry(), "params")


def test_the_message_names_the_argument_for_keys_that_are_no_text() -> None:
    with pytest.raises(UsageError, match=r"^json holds"):
        reveal({1: "<secret>"}, SecretRegistry(), "json")
