"""Passwords in sentences of other languages that say whose they are, and sentences about passwords."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Kran7hof-blau9"


@pytest.mark.parametrize(
    "text",
    [
        "Das Passwort für den Benutzer qa lautet \0.",
        'Das Passwort von ann ist "\0"!',
        "Kennwort von ann - \0",
        "Das Passwort für ann ist „\0“.",
        "Das Passwort für ann ist:\n\n\0\n",
        "Das Passwort für ann ist **\0**",
        "Das Passwort wurde auf \0 geändert.",
        "Le mot de passe de l'utilisateur qa est : «\0»",
        "Le mot de passe d'Anna est \0, gardez-le.",
        "La password dell'utente anna è \0",
        "La contraseña de ana se cambió a \0.",
        "A palavra-passe de ana é \0",
        "Passordet ditt er \0.",
        "Parola dumneavoastră este \0",
        "Haslo dla qa: \0",
        "Das neue Passwort gilt ab sofort: \0",
        "Das Kennwort ist seit letztem Montag: \0",
        "Votre mot de passe est le suivant : \0",
        "Passwort für das Staging-System: \0",
        "Le code d'accès : \0",
        "Votre code d\u2019accès est \0",
        "Le code d'accès au portail est : \0",
    ],
)
def test_only_the_password_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "Passwort für Umgebung: QA2-Nord",
        "Mot de passe pour l'environnement : QA2-Nord",
        "Kennwort für Rolle Admin ist Pflichtfeld2",
        "Das Passwort gilt ab sofort: mindestens 12 Zeichen",
        "Das Passwort von ann ist SHA256-gehasht",
        "Das Passwort von ann fehlt. Das ist Xk29fLq0ZrT4vB8n",
        "Das Passwort von ann ist in Kapitel-7b/8c beschrieben",
        "La password di anna è scaduta il 2024-01-01",
        "Le mot de passe de Paul est expiré depuis 2024",
        "Das Passwort für qa ist /etc/Xk29fLq0ZrT4vB8n",
        "code d'accès requis : niveau2-nord",
        "Code d'accès : zone-B12",
        "Code de connexion refusé : AUTH-401b",
    ],
)
def test_prose_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "head", ["das Passwort von ", "la password dell'", "parola de a a a ", f"das Passwort von ann ist {VALUE} "]
)
def test_time_grows_with_the_length_only(head: str) -> None:
    assert grows_with_the_length_only(head)
