from typing import Any

import pytest
from fake_network import http

import SteadyAPI
from SteadyAPI.arguments import RetryPreset
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.errors import SessionError, UsageError
from SteadyAPI.library import SteadyAPI as Library
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.robot_compat import Secret


def test_the_library_is_what_robot_framework_imports() -> None:
    assert SteadyAPI.SteadyAPI is Library


def test_every_group_adds_its_keywords() -> None:
    names = set(Library().keywords)
    assert {
        "create_session",
        "GET",
        "response_status_should_be",
        "response_should_match_schema",
        "get_token",
        "register_secret",
    } <= names


def test_the_message_of_a_failure_is_masked() -> None:
    RUN_SECRETS.register("alias-secret-7")
    with pytest.raises(SessionError) as caught:
        Library().run_keyword("switch_session", ["alias-secret-7"])
    assert "alias-secret-7" not in str(caught.value)


def test_a_call_without_a_session_has_no_alias() -> None:
    library = Library()
    assert library.keywords["GET"].__self__._context.sessions.for_url("http://else.test/x").alias == ""


def test_a_keyword_returns_what_its_method_returns() -> None:
    library = Library()
    library.run_keyword("create_session", ["one", "http://one.test"])
    library.run_keyword("create_session", ["two", "http://two.test"])
    assert library.run_keyword("switch_session", ["one"]) == "two"


def test_other_errors_keep_their_message() -> None:
    with pytest.raises(UsageError, match="http:// or https://"):
        Library().run_keyword("create_session", ["one", "one.test"], {})


def test_a_retry_policy_holds_for_the_whole_import() -> None:
    library = Library(retry=RetryPreset.none)
    library.run_keyword("create_session", ["shop", "http://shop.test"])
    sessions = library.keywords["GET"].__self__._context.sessions
    assert sessions.get("shop").settings.policy.attempts == 1
    assert sessions.for_url("http://else.test/x").settings.policy.attempts == 1


def test_a_retry_policy_that_contradicts_itself_stops_the_import() -> None:
    with pytest.raises(UsageError, match="attempts: expected 1 to 20"):
        Library(retry={"attempts": 0})


def test_python_code_imports_it_with_plain_values() -> None:
    library: Any = Library
    context = library(retry="none", log="compact", saved_by_retry="fail").keywords["GET"].__self__._context
    assert (context.policy.attempts, context.detail) == (1, Detail.compact)
    context = library(retry={"attempts": 2, "deadline": 5}).keywords["GET"].__self__._context
    assert (context.policy.attempts, context.policy.deadline) == (2, 5.0)


def test_an_import_with_a_value_that_is_none_says_what_there_is() -> None:
    library: Any = Library
    with pytest.raises(UsageError, match=r'^log: expected full, compact or failures; got "loud"\.$'):
        library(log="loud")


def test_a_failure_is_masked_for_python_code_too() -> None:
    RUN_SECRETS.register("alias-secret-8")
    library: Any = Library()
    with pytest.raises(SessionError) as caught:
        library.switch_session("alias-secret-8")
    assert "alias-secret-8" not in str(caught.value)


def test_python_code_sends_requests_with_plain_numbers(network: Any) -> None:
    network(http())
    library: Any = Library(report=False)
    library.create_session("shop", "http://shop.test", timeout=5, retry="none")
    assert library.get("/orders", expected_status=200, read_timeout="2 seconds").json() == {}
    assert library.get_response_status("==", 200) == 200


@pytest.mark.parametrize(
    "address", ["redis://:pw-secret-71@redis.test", Secret("redis://ada:pw-secret-72#/@redis.test")]
)
def test_the_password_of_the_place_to_share_is_masked_and_read_when_it_is_needed(address: Any) -> None:
    library: Any = Library(shared=address)
    text = str(getattr(address, "value", address))
    assert library.keywords["GET"].__self__._context.shared == text
    assert "pw-secret" not in RUN_SECRETS.mask(f"it is {text.partition('@')[0].rpartition(':')[2]}")


def test_a_place_to_share_needs_no_password() -> None:
    library: Any = Library(shared="nothing")
    with pytest.raises(UsageError, match=r'^shared: expected the address of a Redis server.*got "nothing"\.'):
        library.create_session("shop", "http://shop.test")
