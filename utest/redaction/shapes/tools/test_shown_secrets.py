"""Secrets in settings and logs of single tools, and what sounds like them."""

import time

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.shown_secrets import SHOWN_SECRETS

MATRIX = "EsTc 5rr1 4jGi 2c6J vQ8n Lw3R pT6z Kd9m Xb2F hY7s Ua4e Gc1W"
SDP = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz"
SECRETS = [
    ("chpasswd:\n  list: |\n    ann:\0", "Kran7hof-blau9"),
    ("chpasswd:\n  expire: false\n  list: |\n    ann:\0\n    bob:\0\n    eve:\0\n", "hunter2"),
    ('FTP command: Client "10.0.0.3", "PASS \0"', "Kran7hof-blau9"),
    ("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:\0", SDP),
    ("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:\0|2^20|1:32", SDP),
    ("pre-shared-secret '\0'", "Kran7hof-blau9"),
    ("Recovery key: \0", MATRIX),
    ("Recovery key: \0 and no more", MATRIX[:44]),
    ('assert user.password == "\0"', "Kran7hof-blau9"),
    ("assert '\0' == '\0' where password", "Kran7hof-blau9"),
    ("E   assert '\0' == '\0'\nE     - \0\nE     + \0\nE    +  where '\0' = User(id=3).password", "hunter2!x"),
    (
        ">   assert user.password == '\0'\nE   AssertionError: assert '\0' == '\0'\nE     \nE     - \0\nE     + \0",
        "hunter2!x",
    ),
]


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_only_the_secret_is_masked(text: str, secret: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", secret)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "chpasswd:\n  list: |\n    ann:RANDOM\n    bob:R",
        "chpasswd:\n  expire: false",
        'FTP command: Client "10.0.0.3", "PASS <password>"',
        'FTP command: Client "10.0.0.3", "USER ann41"',
        '{"step 1", "PASS 12 of 12"}',
        "Content-Disposition: inline: report-2026-11-28.pdf",
        "pre-shared-secret 'password'",
        "assert password == 'invalid'",
        "assert 'Kran7hof-blau9' == 'bob7x2y3' where name",
        "assert 'a1b2' == 'b1c2'\n  - b1c2\n  + a1b2\n +  where 'a1b2' = User(id=3).name",
        "EsTc 5rr1 4jGi are groups",
        "Recovery key: Es gibt ab1c noch 2026 keine",
    ],
)
def test_others_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("text", [text for text, _ in SECRETS])
def test_many_texts_are_searched_once(text: str) -> None:
    size = 65_536
    for long in (text.partition("\0")[0] * size)[:size], f"{text}\n" * (size // len(text)):
        start = time.thread_time()
        SecretRegistry().mask(long.replace("\0", "Kran7hof-blau9"))
        assert time.thread_time() - start < 2


def test_every_name_is_one() -> None:
    assert len({name for name, *_ in SHOWN_SECRETS}) == len(SHOWN_SECRETS)
