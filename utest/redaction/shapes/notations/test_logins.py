"""Names and passwords on both sides of a stroke, and what else stands so."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Kran7hof-blau9"


@pytest.mark.parametrize(
    "text",
    [
        "Login: ann / \0",
        "Log in: ann@x.org / \0.",
        "Sign in: ann@x.org / \0",
        "Logged in as ann with \0",
        "Credentials: ann / \0",
        "User/Password: ann / \0",
        "Benutzer / Passwort: ann / \0",
        "User / Pass: ann / \0",
        "Zugangsdaten: ann / \0",
        "User / PW: ann / \0",
        "admin:\0 are the credentials for the lab router",
        "root / \0 is the login.",
        "credentials are ann:\0",
        "Use ann:\0 to log in",
        "Use ann@x.org / \0 to sign in.",
        "Log in as ann with \0",
        "Sign in as ann using \0",
        "User/Password: ann/\0",
        "Username/Password = ann/\0",
        "user:password ann:\0",
        "login/pass: ann / \0",
        "user/password=ann/\0&b=1",
        "User/PW: ann/\0",
        "Email/Password: ann@x.org/\0",
        "Username/Password: ann, \0",
        "username:password = ann:\0.",
        '{"user/password": "ann/\0"}',
        "(Benutzer/Passwort: ann/\0)",
        "Username/Password is ann/\0",
        "Username/password: `ann`/`\0`",
        "**User/Password:** ann/\0",
        "<b>User/Password:</b> ann/\0",
        "Usuario/Contrase\xf1a: ann/\0",
        "Identifiants : ann / \0",
    ],
)
def test_only_the_password_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text", ["User/Password: Kran7/hof-blau9", "User/Password: K/hof-blau9", "db/user/password: kran/hof-blau9"]
)
def test_a_password_with_a_stroke_is_masked_whole(text: str) -> None:
    assert SecretRegistry().mask(text) == text.partition(" ")[0] + " [redacted]"


@pytest.mark.parametrize("sign", ["'", '"', "`"])
def test_a_password_with_a_quote_is_not_shown_in_part(sign: str) -> None:
    text = f"User/Password: ann/Kran7{sign}hof-blau9"
    assert "ann/[redacted]" not in SecretRegistry().mask(text)


def test_a_user_and_a_password_that_is_masked_stay() -> None:
    text = "User/Password: 'ann/[redacted]'"
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Login: ann / admin",
        "Login: 3 / 5",
        "Log in: a/b / c",
        "Logged in as ann using Firefox121",
        "Anmeldung: Seite / Schritt2b",
        "Log in as ann with Firefox121",
        "Use localhost:8080 to log in",
        "Use curl:8.4.0-alpine3 to log in",
        "credentials are org:team-17",
        "admin:orders2026 is the login page",
        "Accesso: pagina / sezione-2b",
    ],
)
def test_another_pair_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "head", ["Login: ", "Log in: ann / ", f"Log in: ann / {VALUE} ", "logged in as ann with ", "Use ann:a1", "admin:a1"]
)
def test_time_grows_with_the_length_only(head: str) -> None:
    assert grows_with_the_length_only(head)
