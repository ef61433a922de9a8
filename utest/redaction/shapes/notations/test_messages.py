"""Codes of messages and links that let somebody in, and what sounds like them."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.notations.messages import CODES, LINKS

HEX, TOKEN = "0f8e2d7a" * 4, "Vx9kQ2mLp7TzqH83nLw0aB5c"


@pytest.mark.parametrize(
    "text",
    [
        "Your login code is 482915.",
        "verification code 482915",
        "Security code 482915",
        "OTP 482915",
        "Your code: 482915 Items: 3",
        "PIN is 482915 on weekdays",
        "SMS code: 482915",
        "SMS code 482915",
        "Email code: 482915",
        "Sign-on code: 482915",
        "Enter MFA code: 482915",
        "2FA code: 482915",
        "Authenticator code is 482915.",
        "TOTP: 482915 (valid 12s)",
        "login code: 482915",
        "The login code is 482915.",
        "Login code n: 482915",
        "Sign-in code: 482915",
        "Access code: 482915",
        "passcode n: 482915",
        "Enter passcode 482915",
        "482915 is your MFA code",
        "Use 482915 as your one-time passcode",
        "Use this one-time code:\n\n  482915\n",
        "Use this code to sign in:\r\n482915\r\n",
        "<p>Your one-time password:</p>\n<p><b>482915</b></p>",
        "Your authentication code is: 482915",
        "Your Shop access code: 482915.",
        "Your code is 482915. Never share it.",
        "your passcode is 482915",
        "passcode 482915",
        "Login code 482915",
        "sign-in code: 482915",
        "Sign in code: 482915",
        "access code 482915",
        "One-time code 482915",
        "Passcode is 482915",
        "Your one-time passcode is 482915",
        "Your one-time password is 482915.",
        "Use 482915 to verify your Shop account.",
        "Enter 482915 to sign in to Shop",
        "Use 482915 to confirm your address",
        "Ihr Best\u00e4tigungscode lautet 482915.",
        "Ihr Einmalpasswort lautet: 482915.",
        "Dein Code ist 482915.",
        "Ihr Code lautet 482915.",
        "Der Anmeldecode ist: 482915.",
        "Je verificatiecode is 482915.",
        "Votre code de v\u00e9rification est 482915.",
        "Code de connexion : 482915",
        "Tu c\u00f3digo de verificaci\u00f3n es 482915",
        "Seu c\u00f3digo de verifica\u00e7\u00e3o \u00e9 482915.",
        "Il tuo codice di verifica \u00e8 482915.",
    ],
)
def test_a_code_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text) == text.replace("482915", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "http://testserver/reset/MQ/c8k3ab-\0/",
        "https://app.example/verify-email/\0",
        "https://app.example/activate/\0?next=/",
        "https://app.example/confirm/\0",
        "https://app.example/invite/\0",
        "https://app.example/auth/magic?t=\0&next=/home",
        "https://app.example/__/auth/action?mode=x&oobCode=\0&lang=en",
        "GET /app/login?ticket=ST-1856339-\0 HTTP/1.1",
    ],
)
@pytest.mark.parametrize("value", [HEX, TOKEN])
def test_what_a_link_lets_in_by_is_masked(text: str, value: str) -> None:
    masked = SecretRegistry().mask(text.replace("\0", value))
    assert value not in masked
    assert masked == text.replace("c8k3ab-", "").replace("ST-1856339-", "").replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "Access code: 4829",
        "login code: 202612",
        "Access code: 482915 bytes",
        "Access code is 482915 ms",
        "Your code is 482915%",
        "PIN is 4829 seconds",
        "MFA code: 4829",
        "Your promo code is 482915",
        "Your country code is 4915",
        "Your error code: 4001",
        "Your code is 12 lines long",
        "Your code is 2026-11-27",
        "Your login code is 123456789",
        "Your zip code is 90210.",
        "Your access code is required",
        "it took 482915 to verify all",
        "grew from 1482915 to sign in",
        "Der Code ist 12 Zeilen lang",
        "Der Fehlercode lautet 4711.",
        "Der Statuscode ist 4040",
        "Le code de retour est 4040",
        "codice di errore: 4040",
        "POST /orders/reset/all-of-the-orders-of-today",
        "GET /verify/c78ece17-fb23-43e8-aa54-1dea3bf032dd",
        "GET /users/activate/42",
        "GET /confirm/order-confirmation-page-2",
        "GET /tickets?ticket=SHOP-1234",
        "https://app.example/reset/password/how-to-reset-your-password",
    ],
)
def test_what_sounds_alike_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("unit", [f"{sign} {needs}" for _, sign, needs, _ in (*CODES, *LINKS)])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://maps.example.com/js?key=\0&callback=init", "rYrYDKV0g7RIqQQQX2MtV5Eh5CqMOtioCcFQz2y"),
        ("https://api.example.com/data?format=json&key=\0", "rYrYDKV0g7RIqQQQX2MtV5Eh5CqMOtio"),
        ("https://api.example.com/data?a=1&amp;key=\0", "rYrYDKV0g7RIqQQQX2MtV5Eh5CqMOtio"),
        ("GET /v1/forecast?key=\0&q=Kiel", "9f1c3b5d7e9f1c3b5d7e9f1c3b5d7e9"),
    ],
)
def test_key_of_an_api_in_an_address(text: str, value: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", value)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "value",
    [
        "name",
        "SHOP-1423",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "d41d8cd98f00b204e9800998ecf8427e",
        "UserProfileSettingsPage_Layout-Version2",
        "linux-Build-cache-node-modules-v18-2026-x64",
        "Screenshots_TestLogin_Chrome_2026-11-28",
    ],
)
def test_what_something_is_kept_by_stays(value: str) -> None:
    assert SecretRegistry().mask(f"GET /items?key={value}&page=2") == f"GET /items?key={value}&page=2"
