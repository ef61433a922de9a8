"""Passwords behind words in Cyrillic, Chinese, Japanese and the like."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry


@pytest.mark.parametrize(
    "text",
    [
        "Пароль: \0",
        "Ваш пароль: \0.",
        "пароль=\0",
        "**Пароль:** `\0`",
        "Twoje hasło: \0",
        "Hasło to \0",
        "Şifre: \0",
        "şifreniz: x, şifre: \0",
        "密码\uff1a\0",
        "密码是\0",
        "新しいパスワード\uff1a\0",
        "パスワードは\0です",
        "비밀번호: \0",
        '{"密码": "\0"}',
    ],
)
def test_the_value_behind_the_word_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", "Vx9kQ2mLp7Tz")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "Пароль: обязательное поле",
        "Пароль должен содержать не менее 8 символов",
        "Забыли пароль? https://x.example/reset",
        "пароль: admin",
        "Hasło: wymagane",
        "密码长度不能少于8位",
        "密码\uff1a不能为空",
        "パスワード\uff1a必須",
        "Şifre: zorunlu",
    ],
)
def test_what_is_said_about_passwords_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text
