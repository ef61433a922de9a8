"""What tools print, log and keep with a secret in it."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry

WORD, HEX, UUID = "Vx9kQ2mLp7Tz", "0f8e2d7a" * 4, "c78ece17-fb23-43e8-aa54-1dea3bf032dd"
LONG = "Vx9kQ2mLp7TzqH83nLw0"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Login with ann / \0, then go", WORD),
        ("login as ann@x.com / \0", WORD),
        ("login ann:\0 on staging", WORD),
        ("Log in: ann@x.org / \0", "hunter2!"),
        ("Login: ann / \0", "5f4dcc3b5aa765d6"),
        ("Credentials: ann / \0", "hunter2!"),
        ("Zugang: ann / \0", "hunter2!"),
        ("bw unlock --raw \0", "hunter2!"),
        ("bw login ann@x.org \0 --method 0", "hunter2!"),
        ("Input Password    id=pw    \0", "hunter2!"),
        ("Input Password id=pw \0", "5f4dcc3b5aa765d6"),
        ("INPUT PASSWORD | name:pw | \0", "hunter2!"),
        ("Type Secret    css=#pw    \0", "hunter2!"),
        ("creds: ann / \0", WORD),
        ("creds ann:\0", WORD),
        ("credentials: ann / \0", WORD),
        ("Zugangsdaten: anna / \0", WORD),
        ("  type: postgres\n  pass: \0\n  user: a", WORD),
        ("mysql.pass: '\0'", WORD),
        ("Password [\0]: ", WORD),
        ("Password for the elastic user (reset with `bin/x`):\n  \0", WORD),
        ("PASSWORD elastic = \0", WORD),
        ("wordpress_logged_in_abc=\0; path=/", WORD),
        ('BUNDLE_GEMS__X__COM: "ann:\0"', WORD),
        ('10.0.0.1 : PSK "\0"', WORD),
        ("username ann password 0 \0", WORD),
        ("username ann privilege 15 secret 5 \0", WORD),
        ("enable secret 0 \0", WORD),
        ("    Key Content            : \0", WORD),
        ("<keyMaterial>\0</keyMaterial>", WORD),
        ("Typing text '\0' into text field 'id=password'.", WORD),
        ("secretsdump.py dom/ann:\0@10.0.0.1", WORD),
        ('"routing_key": "\0"', LONG),
        ("Unseal Key 1: \0", LONG),
        ("Session key negotiated: \0", HEX),
        ("Negotiated session key: \0", HEX),
        ("gpg: session key: '9:\0'", HEX.upper()),
        ("Changing password for ann.\nNew value: \0", WORD),
        ("Secret updated. New value: \0", "hunter2!"),
        ("Field: password\nOld value: \0\nNew value: \0", WORD),
        ("Recovery Key 2: \0", LONG),
        ("secret_id             \0\nsecret_id_accessor    x", UUID),
        ("SecretID:         \0\nDescription:      x", UUID),
        ("role_id=x secret_id=\0", UUID),
        ('{"secret_id": "\0"}', UUID),
        ('<machineKey validationKey="\0" />', HEX * 2),
        ('{"crumb":"\0","crumbRequestField":"Jenkins-Crumb"}', HEX),
        ("Jenkins-Crumb: \0", HEX),
        (f"CLIENT_RANDOM {HEX}{HEX} \0", HEX * 3),
        ("bindpw \0", WORD),
        ("rootpw: \0", WORD),
        ('{"grant_type":"authorization_code","code":"\0"}', LONG),
        ("code=\0&grant_type=authorization_code", LONG),
        ("client-key-data: \0", "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo" + LONG),
    ],
)
def test_what_a_tool_shows_is_masked(text: str, secret: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", secret)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "482915 is your verification code",
        "Your verification code is 482915",
        "Il tuo codice OTP è 482915",
        "Your PIN is 482915",
        "use this one-time code: 482915",
        "482915 is your Shop login code.",
    ],
)
def test_the_code_of_a_message_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text) == text.replace("482915", "[redacted]")


def test_the_keys_of_a_connection_are_masked() -> None:
    text = f"CLIENT_TRAFFIC_SECRET_0 {HEX * 2} {HEX * 2}"
    assert SecretRegistry().mask(text) == "CLIENT_TRAFFIC_SECRET_0 [redacted] [redacted]"


@pytest.mark.parametrize(
    "text",
    [
        "login as admin / viewer / editor",
        "Login: ann, Role: admin / owner2",
        "login id:Vx9kQ2mLp7Tz is a session",
        "login docs: ann:readme",
        "creds: see 1Password",
        "Zugangsdaten: siehe Portal / Konto",
        "Pass: the login works with SSO2026",
        "  pass: 12 of 14",
        "Password [required]: ",
        "Password [8-64]: ",
        "Password for the elastic user: required",
        'PSK "home" not found',
        "username ann privilege 15",
        "enable secret is not set",
        "Key Content            : Present",
        "Typing text 'ann@example.com' into text field 'username'.",
        "deploy.py registry/app:latest@sha256:9f86d081884c7d65",
        '"routing_key": "user.password.changed"',
        "routing_key=orders.created exchange=shop",
        "Unseal Key 1: ",
        "Password policy changed.\nNew value: strict-12x",
        "Password changed by ann. Name updated.\nNew value: Kran7hof-blau9",
        '"secret_id": "db-credentials-2026"',
        "crumb: 12 and bread crumb: fresh",
        '{"grant_type":"authorization_code","code":"<code>"}',
        '{"error":"authorization_code expected","code":"VALIDATION_ERROR_X"}',
        "GMT, SMTP, MTA and TASK are no tokens: MTU.1500.x",
        "en-us, eu-us, 8f14e45fceea167a-us",
    ],
)
def test_what_sounds_alike_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text
