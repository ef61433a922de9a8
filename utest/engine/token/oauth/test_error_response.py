import json
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from fake_provider import ProviderResponse, denied, exchange
from fake_time import NOON

from SteadyAPI.engine.token.grant import ClientAuth
from SteadyAPI.engine.token.oauth.error_response import is_refusal, refused, without_token
from SteadyAPI.engine.token.oauth.token_request import TokenRequest


def request(**given: Any) -> TokenRequest:
    return TokenRequest(**{"client_id": "qa", "client_secret": "s3cret-value", **given})


def text(response: ProviderResponse, way: ClientAuth | None = None, tries: int = 1, **given: Any) -> str:
    return str(refused(exchange(response, tries=tries), request(**given), way))


@pytest.mark.parametrize(("status", "expected"), [(0, True), (400, True), (503, True), (200, False), (302, False)])
def test_an_error_status_and_silence_are_refusals(status: int, expected: bool) -> None:
    assert is_refusal(exchange(ProviderResponse(status))) is expected


def test_the_first_line_says_all_and_no_secret() -> None:
    assert text(denied()) == "Token request to POST /token refused: 401 invalid_client (client_id=qa, secret not shown)"


def test_the_servers_words_come_next_on_one_line_and_not_too_long() -> None:
    said = text(denied("invalid_grant", 400, error_description="wrong\n password " + "x" * 400)).splitlines()[1]
    assert said.startswith("  server said: wrong password xxx")
    assert len(said) < 330


@pytest.mark.parametrize("field", ["error_description", "detail", "message"])
def test_the_servers_words_stand_in_one_of_these_fields(field: str) -> None:
    assert "server said: too bad" in text(denied("x", 400, **{field: "too bad"}))


def test_a_refusal_without_json_shows_the_reason() -> None:
    assert text(ProviderResponse(503, "<html>")).startswith(
        "Token request to POST /token refused: 503 Said (client_id=qa"
    )


def test_silence_says_what_happened_and_how_often() -> None:
    message = text(ProviderResponse(0), tries=3)
    assert message == (
        "Token request to POST /token got no answer: connection refused (client_id=qa, secret not shown, 3 tries)\n"
        "  asked: https://id.test/token"
    )


def test_one_silent_try_is_not_counted() -> None:
    assert "tries" not in text(ProviderResponse(0))


def test_odd_characters_sent_by_basic_authentication_hint_at_the_raw_form() -> None:
    message = text(denied(), ClientAuth.basic, client_secret="a%b", client_auth=ClientAuth.basic)
    assert "client_auth=basic_raw" in message
    assert "client_auth=post" not in message


def test_plain_characters_hint_at_the_body_instead() -> None:
    message = text(denied(), ClientAuth.basic)
    assert "client_auth=post" in message
    assert "basic_raw" not in message


def test_a_client_that_sent_its_secret_in_the_body_gets_no_hint() -> None:
    assert len(text(denied(), ClientAuth.post).splitlines()) == 1


def test_a_refused_scope_is_shown() -> None:
    assert "asked for: scope=orders.write" in text(denied("invalid_scope", 400), scope="orders.write")


def test_an_absent_scope_is_not() -> None:
    assert "asked for" not in text(denied("invalid_scope", 400))


def test_clocks_far_apart_are_named_when_assertions_are_signed() -> None:
    late = denied().__class__(401, {"error": "invalid_client"}, Date=format_datetime(NOON + timedelta(seconds=125)))
    assert "clock and this machine's are 2 min 5 s apart" in text(late, ClientAuth.private_key_jwt)


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", format_datetime(NOON), "Sat, 31 Jan 2026 18:00:00 -0000", f"Sat, 31 Jan {9**20} 18:00:00 GMT"],
)
def test_clocks_that_agree_or_are_unknown_are_not(date: str) -> None:
    assert "clock" not in text(ProviderResponse(401, {"error": "x"}, Date=date), ClientAuth.client_secret_jwt)


def test_a_response_without_a_token_lists_what_is_there() -> None:
    asked = exchange(ProviderResponse(200, {"token": "hidden", "user": 1}))
    error = without_token(asked, request())
    assert error.exchange is asked
    message = str(error)
    assert message.startswith("Token request to POST /token → 200 has no access_token; keys there: token, user\n")
    assert "token_path=data.jwt" in message
    assert "hidden" not in message


def test_a_response_that_is_no_json_says_what_it_is() -> None:
    page = exchange(ProviderResponse(200, "<html>", Content_Type="text/html; charset=utf-8"))
    assert "keys there: no JSON object, but text/html" in str(without_token(page, request()))


def test_a_response_without_type_says_that() -> None:
    message = str(without_token(exchange(ProviderResponse(200, "x", Content_Type="")), request(token_path="a.b")))
    assert message.endswith("has no a.b; keys there: no JSON object, but no content type")


def test_no_response_has_no_token_either() -> None:
    assert "→ no answer has no access_token" in str(without_token(exchange(ProviderResponse(0)), request()))


@pytest.mark.parametrize(
    ("body", "first", "said"),
    [
        ({"error": {"code": 123, "message": "disabled"}}, "400 123", "disabled"),
        ({"error": {"type": "OAuthException", "description": "no"}}, "400 OAuthException", "no"),
        ({"errors": [{"detail": "disabled"}]}, "400 Said", "disabled"),
        ({"errors": [{"title": "no", "detail": "disabled"}]}, "400 no", "disabled"),
        ({"errorCode": "E1", "errorSummary": "disabled"}, "400 E1", "disabled"),
    ],
)
def test_errors_of_other_forms_are_read(body: Any, first: str, said: str) -> None:
    lines = text(ProviderResponse(400, json.dumps(body))).splitlines()
    assert lines == [
        f"Token request to POST /token refused: {first} (client_id=qa, secret not shown)",
        f"  server said: {said}",
    ]


@pytest.mark.parametrize("body", ["{}", '{"errors": []}', '{"errors": "x"}', "[]"])
def test_a_body_without_an_error_says_nothing(body: str) -> None:
    assert len(text(ProviderResponse(400, body)).splitlines()) == 1


def without(response: ProviderResponse, missing: str = "") -> str:
    return str(without_token(exchange(response), request(), missing))


def test_an_error_with_a_status_of_success_is_a_refusal() -> None:
    assert "refused: 200 bad_code" in without(ProviderResponse(200, '{"error": "bad_code"}'))


def test_an_empty_token_is_called_empty() -> None:
    assert without(ProviderResponse(200, '{"access_token": ""}')).endswith("200 has an empty access_token")


@pytest.mark.parametrize(("target", "shown"), [("https://id.test/t?key=1", "id.test/t"), ("/t", "the same host/t")])
def test_a_redirect_says_where_it_leads(target: str, shown: str) -> None:
    message = without(ProviderResponse(301, "", Location=target))
    assert f"301 leads to {shown}, and credentials aren't sent on\n  when that is the token endpoint" in message


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"access_token": null}', "an empty access_token"),
        ('{"access_token": 7}', "no text as access_token, but integer"),
        ('{"access_token": {"jwt": "x"}}', "no text as access_token, but object"),
        ('{"access_token": "a\\nb"}', "an access_token that no header can carry"),
        ('{"access_token": " "}', "an access_token that no header can carry"),
        ("", "no access_token; keys there: none, the body is empty"),
        ("{ }\n", "no access_token; keys there: none\n"),
        ("[]", "no access_token; keys there: no JSON object, but "),
    ],
)
def test_what_stands_in_place_of_a_token_is_told(body: str, said: str) -> None:
    assert f" has {said}" in without(ProviderResponse(200, body))
