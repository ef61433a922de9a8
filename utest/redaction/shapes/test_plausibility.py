"""Values that can be secrets under a name, and values that can't."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.plausibility import fits_name, may_be_secret, whole_name
from SteadyAPI.redaction.shapes.secret_names import secret_names_in

PHRASE = "witch collapse practice feed shame open despair creek road again ice least"


def judged(name: str, value: str) -> bool:
    lower = f'"{name}": '
    return may_be_secret(lower, secret_names_in(lower)[0], value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pw", "hunter2"),
        ("psw", "Kd82jf"),
        ("db_pass", "hunter2"),
        ("pass", "Kd82jf"),
        ("pat", "ab12cd34ef56gh78"),
        ("cvv", "123"),
        ("card_cvc2", "4711"),
        ("auth", "Kd82jfLq"),
        ("signature", "Kd82jfLq01mZ"),
        ("credentials", "ann:hunter2"),
        ("seed_phrase", PHRASE),
        ("mnemonic", PHRASE),
        ("cookie", "a=b"),
        ("cookie", "Kd82jfLq01mZ"),
        ("set-cookie", "b"),
        ("pincode", "4711"),
        ("contrasena", "gato"),
        ("wachtwoord", "kat"),
        ("mot_de_passe", "chat"),
        ("password_again", "hunter"),
        ("one_time_code", "123456"),
        ("pwd", "hunter"),
        ("token", "1234"),
        ("password", "12/100"),
        ("password", "15m"),
        ("token", "15mx"),
        ("token", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48a"),
        ("access_token", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"),
        ("private_key", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"),
        ("secret", "correct-horse-battery-staple"),
        ("client_secret", "my-tls-secret"),
        ("password", "postgres-credentials"),
    ],
)
def test_what_such_a_name_stands_for_can_be_a_secret(name: str, value: str) -> None:
    assert judged(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pw", "1200"),
        ("psw", "page"),
        ("first_pass", "3000"),
        ("pass", "yes"),
        ("pat", "Pat Smith"),
        ("cvv", "match"),
        ("cvv", "17"),
        ("cvc", "12345"),
        ("auth", "oauth2"),
        ("auth", "hunter2"),
        ("signature", "def login(user, password)"),
        ("sig", "RS256"),
        ("credentials", "PhD, MBA"),
        ("credentials", "read-only"),
        ("mnemonic", "ADD"),
        ("cookie", "chocolate chip"),
        ("pincode", "560001"),
        ("pwd", "/home/ann"),
        ("pwd", "/home/Ann17"),
        ("token", "17"),
        ("password", "/account/forgot"),
        ("password", "<redacted>"),
        ("password", "[FILTERED]"),
        ("token", "xxxx-xxxx"),
        ("token", "sha256"),
        ("token", "15m"),
        ("api_key", "1h30m"),
        ("token", "12/100"),
        ("token1", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"),
        ("secret", "my-tls-secret"),
        ("secret", "shop-db-v2"),
        ("authorization", "pending_review"),
        ("existing_secret", "Vx9kQ2mLp7Tz"),
    ],
)
def test_what_means_something_else_is_none(name: str, value: str) -> None:
    assert not judged(name, value)


def test_the_whole_name_is_more_than_the_part_that_tells() -> None:
    lower = "my-db_password"
    assert whole_name(lower, secret_names_in(lower)[0]) == lower
    assert whole_name("password", secret_names_in("password")[0]) == "password"


@pytest.mark.parametrize(
    "text",
    [
        "PASS: TestLogin_17a9x",
        "('pass', 'TestLogin_17a9x')",
        "12 pass, 3 fail",
        "the path=/a/b and pattern: x9k2p7q4",
        "options: auth, retries=Kd82jfLq",
        "curl -u user:password https://api.example.com",
        "postgres://user:password@localhost/db",
        "API key: F12",
        "Access key = Escape",
    ],
)
def test_a_text_that_sounds_alike_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "user=ann pass=Kd82jf",
        '{"user": "ann", "pass": "Kd82jf"}',
        "smtp_pass: Kd82jf",
        "pat=ab12cd34ef56gh78",
        "X-Auth: Kd82jfLq01",
        "curl -u user:Kd82jfLq https://api.example.com",
        "curl -u user:password1 https://api.example.com",
        "postgres://ann:password@localhost/db",
    ],
)
def test_a_value_behind_a_short_name_is_masked(text: str) -> None:
    assert "[redacted]" in SecretRegistry().mask(text)


@pytest.mark.parametrize(
    "text", ["unexpected token: hunter2x", "invalid token: END_OBJECT", "x:123456789012:secret:hunter2x"]
)
def test_only_a_parser_and_an_address_of_aws_tell_what_follows(text: str) -> None:
    assert "[redacted]" in SecretRegistry().mask(text)


def test_the_public_address_of_a_contract_is_not_learnt() -> None:
    assert not fits_name("token", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48")
    assert fits_name("api_token", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48")


@pytest.mark.parametrize(
    "text",
    [
        "['login', '--password', 'my-secret']",
        "('ann', 'password', 'secret1')",
        "('token', 'password', 'secret1')",
        "('ann', 'password', 'mypassword')",
        '["-u", "ann", "--password", "passphrase"]',
        "('password', 'passphrase')",
    ],
)
def test_the_last_of_several_texts_may_be_a_secret(text: str) -> None:
    assert "[redacted]" in SecretRegistry().mask(text)


def test_the_last_of_several_names_is_none() -> None:
    text = "KEYS = frozenset(('password', 'api_key', 'jwt'))"
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("name", ["secret", "auth-secret", "db-credentials"])
def test_the_checksum_that_helm_notes_of_a_secret_stays(name: str) -> None:
    digest = "4d8e3e98d274e3fd8da542b67b1021ea5b955fc0b6434a9fe3a480da1e95ad27"
    assert SecretRegistry().mask(f"checksum/{name}: {digest}") == f"checksum/{name}: {digest}"
    assert SecretRegistry().mask(f"of/{name}: {digest}") == f"of/{name}: [redacted]"
    assert SecretRegistry().mask(f"checksum/{name}: {digest[:20]}") == f"checksum/{name}: [redacted]"
