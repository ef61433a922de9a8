"""Passwords in the quotation marks of several languages, and words in them."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.notations.languages.quotations import QUOTATIONS


@pytest.mark.parametrize(
    "text",
    [
        "Votre nouveau mot de passe : « \0 »",
        "le mot de passe « \0 » est incorrect",
        "le mot de passe «\u202f\0\u202f» est incorrect",
        "Votre mot de passe provisoire est «\xa0\0\xa0».",
        "Le mot de passe pour anna est : « \0 »",
        "Das Passwort » \0 « ist falsch",
        "La contraseña «\0» no es válida",
        "wachtwoord \u2018\0\u2019 is onjuist",
        "Lösenordet \u201d\0\u201d är fel",
        "A palavra-passe « \0 » não é válida",
        "A senha é « \0 »",
        "La password è « \0 »",
        "Das Kennwort lautet » \0 «",
        "Ihr Passwort ist » \0 «",
        "Your password is « \0 »",
        "Su contraseña es « \0 »",
        "La contrasena \u201c\0\u201d no es correcta",
        "wachtwoord: « \0 »",
        "Passord er « \0 »",
        "Passordet « \0 » er feil",
        "Lösenord \u201d\0\u201d",
        "Lösenordet är « \0 »",
        "Heslo je « \0 »",
        "heslo \u201e\0\u201c",
        "Parola este « \0 »",
        "parola \u201e\0\u201d",
        "Twoje haslo « \0 »",
        "haslo \u201e\0\u201d",
        "Salasana on « \0 »",
        "salasana \u201d\0\u201d",
        "Adgangskoden er » \0 «",
        "adgangskode \u201d\0\u201d",
        "Kodeordet er » \0 «",
        "kodeord \u201d\0\u201d",
        "Пароль « \0 » неверный",
        "Пароль «\0» неверный",
    ],
)
@pytest.mark.parametrize("value", ["Guill55!Lune", "Kran7hof-blau9", "fr_Guill_55"])
def test_only_the_password_is_masked(text: str, value: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", value)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "Le champ « mot de passe » est requis",
        "Le mot de passe « Chapitre-3 » manque",
        "mot de passe « obligatoire1 »",
        "Wachtwoord vergeten? Klik2verder? ja",
        "Пароль «введите» неверный",
    ],
)
def test_words_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_an_entry_has_a_sign_and_a_secret() -> None:
    assert all(sign and "(?P<v>" in pattern for _, sign, _, pattern in QUOTATIONS)
