"""Labels of forms and translations, told from passphrases."""

import json

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.labels import begins_label, is_label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("forgot_password", "Forgot password?"),
        ("password", "Enter your password"),
        ("confirm_password", "Re-enter your new password"),
        ("reset_password", "Passwort zurücksetzen"),
        ("show_password", "Passwort im Klartext anzeigen"),
        ("new_password", "Neues Passwort"),
        ("password", "Contraseña"),
        ("confirm_password", "Confirmar contraseña"),
        ("forgot_password", "¿Olvidaste tu contraseña?"),
        ("password", "Mot de passe"),
        ("forgot_password", "Mot de passe oublié ?"),
        ("confirm_password", "Potvrďte heslo"),
        ("confirm_password", "Potwierdź hasło"),
        ("password", "Пароль"),
        ("confirm_password", "パスワードの確認"),
        ("password", "请输入密码"),
        ("password", "비밀번호 확인"),
        ("api_key", "Your API key"),
        ("api_key", "API-Schlüssel"),
        ("access_token", "Zugriffstoken"),
        ("access_token", "Personal access token"),
        ("access_token", "Token de acceso"),
        ("refresh_token", "Token de sécurité"),
        ("invalid_token", "Le jeton a expiré"),
        ("invalid_password", "Das Passwort ist falsch"),
    ],
)
@pytest.mark.parametrize("is_ascii", [False, True])
def test_a_label_stays(name: str, label: str, is_ascii: bool) -> None:
    text = json.dumps({name: label}, ensure_ascii=is_ascii)
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        ("password", "correct horse battery staple"),
        ("password", "my secret password"),
        ("password", "the password of my aunt"),
        ("password", "Password Password"),
        ("new_password", "horse password"),
        ("secret", "token horse staple"),
        ("password", "我的猫"),
        ("password", "мой пароль"),
        ("password", "New password 17"),
        ("forgot_password", "correct horse battery staple"),
        ("api_key", "Vx9kQ2mL p7Tz key"),
        ("access_token", "Mytoken"),
        ("password", "our secret horse"),
        ("client_secret", "my secret horse"),
        ("access_token", "Token deVx9kQ2mL"),
        ("password", "Enter your password " * 6),
    ],
)
def test_a_passphrase_is_masked(name: str, secret: str) -> None:
    assert secret.strip() not in SecretRegistry().mask(json.dumps({name: secret}, ensure_ascii=False))


def test_a_label_is_known_in_a_text_that_was_misread() -> None:
    assert is_label("Contraseña".encode().decode("latin-1"))
    assert is_label("Mot de passe oublié")
    assert not is_label("")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("login.password=Mot de passe oublié", True),
        ("login.password=Passwort vergessen?\nx=1", True),
        ("login.password=Mot\nde passe", False),
        ("login.password=Horse and cart", False),
    ],
)
def test_a_line_of_translations_stays(line: str, expected: bool) -> None:
    start = line.index("=") + 1
    assert begins_label(line, start, start + len(line[start:].split(maxsplit=1)[0])) is expected
    assert (SecretRegistry().mask(line) == line) is expected
