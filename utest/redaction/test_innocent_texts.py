"""What holds no secret stays, word for word: 2,000 texts that sound like it, and every message of our own."""

import ast
import json
import re
from pathlib import Path

import pytest
from innocent_texts import api_bodies, logs, messages, prose

import SteadyAPI
from SteadyAPI.engine.session.secrets_in_json import in_json_text
from SteadyAPI.redaction.registry import SecretRegistry

NAMES = (
    *("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "X-Auth-Token", "api_key", "Token"),
    *("access_token", "password", "session_token", "client_secret", "private_key", "passcode", "pin", "totp", "sid"),
    *("client_assertion", "device_code", "SAMLResponse", "Ocp-Apim-Subscription-Key", "connection_string", "jwt"),
)


# A header that is signed, a command line and an element of a page: what stands there are values.
SHOW_VALUES = ("\0 Credential=", "  SHOP_PASSWORD=", "<")


def changed(texts: list[str]) -> list[str]:
    registry = SecretRegistry()
    return [text for text in texts if registry.mask(text) != text]


@pytest.mark.parametrize("texts", [logs(400), prose(400), messages(400)], ids=["logs", "prose", "messages"])
def test_nothing_is_masked_in_prose_logs_and_messages(texts: list[str]) -> None:
    assert changed(list(texts)) == []


def test_at_most_one_field_in_a_thousand_is_masked() -> None:
    bodies = list(api_bodies(800))
    registry = SecretRegistry()
    masked = [registry.mask(body).count("[redacted]") for body in bodies]
    fields = sum(body.count(":") for body in bodies)
    assert fields > 2_000
    assert sum(masked) <= fields / 1_000


def test_bodies_teach_no_words() -> None:
    registry = SecretRegistry()
    for body in api_bodies(800):
        for secret in in_json_text(body.encode()):
            registry.learn(secret.name, str(secret), received=True)
    assert registry.learnt == {}


def templates() -> list[str]:
    """Returns every text with blanks in the sources, with a place for each value in it."""
    found = set()
    for path in Path(SteadyAPI.__file__).parent.rglob("*.py"):
        if "shapes" in path.parts or "demo" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values]
                found.add(re.sub("\0+", "\0", "".join(parts)))
    return sorted(text for text in found if " " in text and "\0" in text and not text.startswith(SHOW_VALUES))


def test_there_are_many_messages_of_our_own() -> None:
    assert len(templates()) > 300


@pytest.mark.parametrize("name", NAMES)
def test_no_message_of_our_own_loses_a_word_whatever_a_field_is_called(name: str) -> None:
    assert changed([text.replace("\0", name) for text in templates()]) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "template",
    [
        "request header {n}: required, absent",
        "  header {n}: required",
        'header {n}: expected integer, got "x" (string)',
        '$.data.{n}: "{n}" is absent at $.data (keys there: x)',
        "$.{n}: required, absent (keys there: x)",
        "  write the path of the file: {n}=${{CURDIR}}/client.pem",
        "  write: {n}=${{SECRET}}",
        "write {n}=%{{QA_SECRET}}",
        "$.{n}: expected no such field, got [redacted]",
        "$.{n}[0]: expected string, got [redacted]",
        'GET /a → 200 $.{n}: expected to be "approved" (str), got "declined" (str)',
        "Variable '${{{n}}}' not found.",
        "Token {n} was refused: invalid_token",
    ],
)
def test_a_message_about_a_field_stays(template: str, name: str) -> None:
    text = template.format(n=name)
    assert SecretRegistry().mask(text) == text


def test_the_documentation_of_all_keywords_stays() -> None:
    library = SteadyAPI.SteadyAPI()
    documents = [library.get_keyword_documentation(name) for name in library.get_keyword_names()]
    assert len(documents) > 50
    assert changed([line for text in documents for line in text.split("\n\n")]) == []


def test_a_body_is_shown_as_it_came() -> None:
    body = json.dumps({"token": {"state": "expired"}, "credentials": "omit", "password": ["Too short."]})
    assert SecretRegistry().mask(body) == body
