"""One-time codes in the messages of other languages, and the codes of products, errors and post."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.notations.languages.codes import FOREIGN_CODES


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Bestätigungscode:\n\n482913\n",
        "Kod weryfikacyjny:\r\n  482913",
        "Kod weryfikacyjny: 482913",
        "Freischaltcode: 482913",
        "Dein Einmalcode lautet 482913.",
        "Twój kod weryfikacyjny to 482913",
        "Twój kod weryfikacyjny: 482913",
        "Kod jednorazowy: 482913",
        "Kod autoryzacyjny: 482913",
        "Doğrulama kodunuz: 482913",
        "Doğrulama kodu: 482913",
        "Onay kodunuz: 482913",
        "Güvenlik kodunuz: 482913",
        "Tek kullan\u0131ml\u0131k şifreniz: 482913",
        "Ihr Bestätigungscode: 482913",
        "Bestätigungscode: 482913",
        "Ihr Einmalcode lautet 482913",
        "Verifizierungscode: 482913",
        "Ihr Sicherheitscode: 482913",
        "Votre code de connexion est le 482913",
        "Votre code à usage unique : 482913",
        "código de un solo uso: 482913",
        "codice temporaneo: 482913",
        "Uw verificatiecode: 482913",
        "Je verificatiecode is: 482913",
        "Je inlogcode is 482913",
        "Uw beveiligingscode: 482913",
        "Je eenmalige code: 482913",
        "Din verifieringskod är 482913",
        "Din verifieringskod: 482913",
        "Din bekræftelseskode er 482913",
        "Din engangskode er 482913",
        "Engangskode: 482913",
        "Engångskod: 482913",
        "Din säkerhetskod är: 482913",
        "Bekreftelseskoden din er 482913",
        "Vahvistuskoodi: 482913",
        "Vahvistuskoodisi on 482913",
        "Kertakäyttökoodi: 482913",
        "Ověřovací kód: 482913",
        "Váš ověřovací kód je 482913",
        "Ellenőrző kód: 482913",
        "Cod de verificare: 482913",
        "Codul de verificare este 482913",
        "Codul dumneavoastră de verificare este 482913",
        "Ваш код: 482913",
        "Код для входа: 482913",
        "Votre code : 482913",
        "Votre code est 482913",
        "Tu código es 482913",
        "Tu código: 482913",
        "Il tuo codice è 482913",
        "Uw code is 482913",
        "Uw code: 482913",
        "Je code is 482913",
        "Twój kod to 482913",
        "Twój kod: 482913",
        "Kodunuz: 482913",
        "482913 ist Ihr Bestätigungscode",
        "482913 est votre code de vérification",
        "482913 es tu código de verificación",
        "482913 è il tuo codice di verifica",
        "482913 is je verificatiecode",
        "482913 to Twój kod weryfikacyjny",
        "TAN: 482913",
        "Ihre TAN: 482913",
        "Ihre TAN ist 482913",
        "Die TAN für Ihren Auftrag: 482913",
        "mTAN: 482913",
        "SMS-TAN: 482913",
        "mTAN für Überweisung 120,00 EUR: 482913",
        "Die SMS-TAN für die Freigabe lautet: 482913",
        "pushTAN 482913",
    ],
)
def test_a_code_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text) == text.replace("482913", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Sicherheitscode: 4829",
        "Dein Freischaltcode: 4829",
        "Sicherheitscode lautet 4829",
        "Uw verificatiecode: 4829",
        "Votre code de connexion : 4829",
        "Votre code d\u2019accès : 4829",
        "Tu código de verificación: 4829",
        "Il tuo codice di accesso: 4829",
        "Código de acceso es 4829",
    ],
)
def test_a_short_code_is_masked_where_a_verb_or_a_person_says_so(text: str) -> None:
    assert SecretRegistry().mask(text) == text.replace("4829", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "Sicherheitscode: 4829",
        "Sicherheitscode: 202612",
        "Zugangscodes: 482913 Zeilen",
        "Engangskode: 482913 bytes",
        "Aktivierungscode: 20261128",
        "Code d\u2019accès : 4829",
        "Código de acceso: 4829",
        "Codice di accesso: 4829",
        "Fehlercode: 482913",
        "kod pocztowy 00-950",
        "Kod produktu: 482913",
        "Buchungscode: 482913",
        "Ihr Promo-Code: 482913",
        "Il codice di accesso 5 è scaduto",
        "Kod pocztowy: 482913",
        "Kod błędu: 482913",
        "Code postal : 80331",
        "Code d'erreur : 482913",
        "codice fiscale 482913",
        "Codice prodotto: 482913",
        "foutcode: 482913",
        "Ürün kodu: 482913",
        "Posta kodu: 34000",
        "Felkod: 482913",
        "Fejlkode: 482913",
        "Virhekoodi: 482913",
        "passcode length 482913",
        "login code 404",
        "Ihr Bestätigungscode:\n482913 Teile",
        "482913 ist Ihre Kundennummer",
        "482913 ist Ihr Gutscheincode",
        "Kod SMS 2024",
        "Engangskode 2024",
        "482913 est votre commande",
        "Ihr Code: 482913-17",
        "TAN list 482913",
        "TITAN: 482913",
        "TAN: 202612",
        "TAN: 482913 rows",
        "atan: 482913",
        "the mtan table has 4829 rows",
        "PUK 1: 3",
        "OPUK: 61840275",
        "PUK: 618402753",
    ],
)
def test_another_code_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "PIN: \0  PUK: \1",
        "PIN1: \0 PUK1: \1",
        "PIN \0, PUK \1",
        "PIN: \0\nPUK: \1",
        "PIN-Code: \0 / PUK-Code: \1",
        "Die PUK lautet \1.",
        "PUK2: \1",
    ],
)
def test_pin_and_puk_are_masked(text: str) -> None:
    masked = SecretRegistry().mask(text.replace("\0", "84917").replace("\1", "61840275"))
    assert masked == text.replace("\0", "[redacted]").replace("\1", "[redacted]")


def test_an_entry_has_a_sign_and_a_secret() -> None:
    assert all(sign and "(?P<v>" in pattern for _, sign, _, pattern in FOREIGN_CODES)


@pytest.mark.parametrize(
    "head", ["Kod SMS: ", "kod do SMS", "Bestätigungscode: 482913 ", "482913 ist Ihr ", "kod je 482913 "]
)
def test_time_grows_with_the_length_only(head: str) -> None:
    assert grows_with_the_length_only(head)
