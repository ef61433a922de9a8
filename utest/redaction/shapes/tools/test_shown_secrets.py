"""Secrets in settings and logs of single tools, and what sounds like them."""

import pytest
from masking_time import is_searched_once

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
    assert is_searched_once(text)


def test_every_name_is_one() -> None:
    assert len({name for name, *_ in SHOWN_SECRETS}) == len(SHOWN_SECRETS)


@pytest.mark.parametrize("secret", ["Kran7hof-blau9", "Frost&Reif12", "Vx9kQ2mLp7TzAb3Rt8Yw"])
@pytest.mark.parametrize(
    "text",
    [
        '"appium:unlockType":"password","appium:unlockKey":"\0"}',
        "{unlockType: 'password', unlockKey: '\0'}",
        "    Open Application    http://x    unlockType=password    unlockKey=\0",
        "##vso[task.setvariable variable=SqlPassword;issecret=true]\0",
        'echo "##vso[task.setvariable variable=x;isOutput=true;issecret=true]\0"',
        "##vso[task.setvariable variable=DB_PASSWORD]\0",
        "##vso[task.setsecret]\0",
        "\u2502 'access token', '\0'\n\u2514",
        "\u2502 'token: ', '\0'",
        "\u2502 'api key', '\0', 'of anna'",
        "console.log 'password', '\0'",
        "Enter passphrase for key '/home/a/.ssh/id_rsa': \0",
        "Enter PEM pass phrase: \0",
        "Verifying - Enter PEM pass phrase: \0",
        "Enter pass phrase for server.key: \0",
    ],
)
def test_what_tools_are_told_and_show_is_masked(text: str, secret: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", secret)) == text.replace("\0", "[redacted]")


def test_a_phrase_of_words_is_masked_whole() -> None:
    text = "Enter passphrase for key '/home/a/.ssh/id_rsa': \0\nIdentity added"
    assert SecretRegistry().mask(text.replace("\0", "ssh-Phrase 44!")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "unlockKey: missing",
        "##vso[task.setvariable variable=version]1.2.3",
        "##vso[task.setvariable variable=TokenCount]1234567",
        "##vso[task.setvariable variable=token;issecret=true]$(TOKEN)",
        'echo "##vso[task.setvariable variable=x;issecret=true]$PW"',
        "##vso[task.complete result=Succeeded;]done",
        "##vso[task.setsecret]***",
        "\u2502 'status', 'token received'",
        "\u2502 'token', 'undefined'",
        "\u2502 'key', 'customer_id_2'",
        "\u2502 'primary key', 'orders-2026'",
        "\u2502 'password', 'must have 8 characters'",
        "\u2502 'token_type', 'Bearer2'",
        "console.log 'key', 'Enter2'",
        "Enter passphrase for key '/home/a/.ssh/id_rsa': \nIdentity added",
        "Enter passphrase for key '/home/a/.ssh/id_rsa': Permission denied (publickey).",
        "Enter PEM pass phrase:\nEnter PEM pass phrase: \n",
    ],
)
def test_what_tools_say_besides_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text
