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


@pytest.mark.parametrize(
    "text",
    [
        "\u043a\u043e\u0434 \u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\u0435\u043d\u0438\u044f: 482915",
        "\u041a\u043e\u0434 \u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\u0435\u043d\u0438\u044f 482915",
        "\u60a8\u7684\u9a8c\u8bc1\u7801\u662f482915\uff0c5\u5206\u949f\u5185\u6709\u6548\u3002",
        "\u9a57\u8b49\u78bc\uff1a482915",
        "\u8a8d\u8a3c\u30b3\u30fc\u30c9\u306f482915\u3067\u3059",
        "\uc778\uc99d\ubc88\ud638 482915",
    ],
)
def test_the_code_of_a_message_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text) == text.replace("482915", "[redacted]")


@pytest.mark.parametrize("behind", [": 12", " 2026-11-27", ": 482915.5", ": 123456789"])
def test_other_numbers_behind_the_word_for_a_code_stay(behind: str) -> None:
    text = f"\u9a8c\u8bc1\u7801{behind}"
    assert SecretRegistry().mask(text) == text
