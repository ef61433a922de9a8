"""Passwords that look like names of variables, and names that stay."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.notations.made_up import is_made_up

PASSWORDS = "Nagel-Brett_7 funk-Turm_88 setx-Reifen_4 Turm_Wort_88 Lavande_34! My_Pw_2024! korn_feld_44!".split()
NAMES = (
    "test_user_1 TEST_PASSWORD_2 db_password_1 my_token_name sha_256 Test_User_1 Login_Page_2 Schritt_02 "
    "Db_Password_12 Windows-11 Reset_Flow_2 survey-2026"
).split()


@pytest.mark.parametrize("value", PASSWORDS)
def test_made_up(value: str) -> None:
    assert is_made_up(value)


@pytest.mark.parametrize(
    "value",
    [*NAMES, "invalid_token_44!", "Fuchs", "Fuchs_bau!", "useCase_Id-7", "a_1!", "Kran7hof-blau9", "Turm_Uhr_88_x"],
)
def test_not_made_up(value: str) -> None:
    assert not is_made_up(value)


_TEXTS = [
    'network={\n  ssid="Lager"\n  psk="\0"\n}',
    "votre mot de passe est : \0\nCordialement",
    "Typing text '\0' into text field 'id:password'.",
    '<kw name="Input Password" library="SeleniumLibrary"><arg>id:pw</arg><arg>\0</arg>',
    'setx DB_PASSWORD "\0"',
    "\u039a\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2 \u03c0\u03c1\u03cc\u03c3\u03b2\u03b1\u03c3\u03b7\u03c2: \0",
    "\ube44\ubc00\ubc88\ud638: \0",
    "\u30d1\u30b9\u30ef\u30fc\u30c9\u306f\u300c\0\u300d\u3067\u3059\u3002",
    "\u65b0\u3057\u3044\u30d1\u30b9\u30ef\u30fc\u30c9\uff1a\0",
    "wireless: WPA2 passphrase \0",
    "password => \0",
    "password -> \0",
    '(setq smtp-password "\0")',
    "<key>password</key><string>\0</string>",
    "<td>Password</td><td>\0</td>",
    "**Password:** `\0`",
    'When I log in as "anna" with password "\0"',
    'login as admin with pw "\0" worked',
    "user anna, pw \0",
]


@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize("value", PASSWORDS[:-1])
def test_behind_the_name_of_a_password(text: str, value: str) -> None:
    masked = SecretRegistry().mask(text.replace("\0", value))
    assert value.rstrip("!") not in masked


@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize("value", NAMES)
def test_names_stay(text: str, value: str) -> None:
    whole = text.replace("\0", value)
    assert SecretRegistry().mask(whole) == whole


def test_symbol_at_the_end_is_masked_too() -> None:
    assert SecretRegistry().mask('with password "hunter2!" worked') == 'with password "[redacted]" worked'
    assert SecretRegistry().mask('psk="Fuchs_Bau!"') == 'psk="[redacted]"'
