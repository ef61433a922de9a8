"""Secrets by their shape alone."""

import json
import time
from base64 import b64encode
from string import ascii_letters, digits
from urllib.parse import quote

import pytest

from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES, shape_spans

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow12+/=\nabc\n-----END RSA PRIVATE KEY-----"


def masked(text: str) -> str:
    return mask(text, shape_spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sent Bearer abc.def123", "sent Bearer [redacted]"),
        (f"sent Basic {b64encode(b'ann:x').decode()}", "sent Basic [redacted]="),
        ("https://ann:hunter2@host/x", "https://ann:[redacted]@host/x"),
        ("https://0123456789abcdef0123@host/x", "https://[redacted]@host/x"),
        (f"got {JWT} back", "got [redacted] back"),
        ("key AKIAIOSFODNN7EXAMPLE used", "key [redacted] used"),
        ("ghp_0123456789abcdefghij0123456789abcdef", "[redacted]"),
        (KEY, "-----BEGIN RSA PRIVATE KEY-----[redacted]-----END RSA PRIVATE KEY-----"),
        ("-----BEGIN PRIVATE KEY-----\nMIIEow", "-----BEGIN PRIVATE KEY-----[redacted]"),
        (quote("https://ann:hunter2@host"), quote("https://ann:") + "[redacted]" + "%40host"),
        (json.dumps({"key": KEY}), None),
        ("@{passwords} = [ a | b ]", "@{passwords} = [ [redacted] | [redacted] ]"),
        ("&amp;{tokens} = { x=a | y=b }", "&amp;{tokens} = { x=[redacted] | y=[redacted] }"),
        (quote('{"password": "x"}'), None),
        ("ｉİ password=hunter2", "ｉİ password=[redacted]"),
    ],
)
def test_a_secret_is_masked_by_its_shape(text: str, expected: str | None) -> None:
    assert "[redacted]" in masked(text)
    assert masked(text) == (expected or masked(text))


@pytest.mark.parametrize(
    "text",
    [
        "Bearer authentication is needed",
        "Basic authentication is needed",
        "Basic functionality works",
        "https://example.com:8080/path@home",
        "write to ann@example.com",
        "asian akita",
        "the eyjafjallajokull.volcano",
        "https://ann:${PASSWORD}@host/x",
        "https://ann:%{SHOP_PASSWORD}@host/x",
        "an innocent text",
    ],
)
def test_innocent_text_stays(text: str) -> None:
    assert masked(text) is text


@pytest.mark.parametrize(
    "unit", ["eyJ", "-eyJ", "token ", "password=", "://a", "\\\\u", "%25", "&amp;", 'name="', "--a", "@{tokens} = [ "]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        began = time.process_time()
        masked(text)
        return time.process_time() - began

    cost(1_000)
    # Quadratic time would make it 64 times as long. The least of several runs leaves the garbage collector out.
    assert min(cost(80_000) for _ in range(5)) < 30 * cost(10_000) + 0.05


def test_every_sign_is_made_of_telling_characters() -> None:
    assert all(set(sign) <= set(ascii_letters + digits + "_-@.") for rule in DEFAULT_RULES for sign in rule.signs)
    assert all(sign.endswith(rule.mark) for rule in DEFAULT_RULES for sign in rule.signs)
