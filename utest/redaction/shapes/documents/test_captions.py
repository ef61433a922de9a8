"""What forms and translations call a secret."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.documents.captions import is_caption


@pytest.mark.parametrize(
    "value",
    [
        *("Einmalcode", "Best\u00e4tigungscode", "Jednorazowy kod", "Berechtigung", "Sitzungsnummer", "Klucz API"),
        *("Geheimer Schl\u00fcssel", "Cl\u00e9 API", "C\u00f3digo de verificaci\u00f3n"),
        "\u0421\u0435\u043a\u0440\u0435\u0442\u043d\u044b\u0439 \u043a\u043b\u044e\u0447",
    ],
)
def test_the_words_of_a_form_are_a_caption(value: str) -> None:
    assert is_caption(value)


@pytest.mark.parametrize(
    "value", ["Sommerregen", "einmalcode", "Einmalcode7", "Zebra Wolke", "KlUcZ api", "Codewort", "Kod " + "a" * 90, ""]
)
def test_other_values_are_none(value: str) -> None:
    assert not is_caption(value)


def test_a_caption_is_not_learnt_but_a_password_is() -> None:
    registry = SecretRegistry()
    for name, value in [("otp", "Best\u00e4tigungscode"), ("token", "blue500"), ("authorization", "AWS_IAM")]:
        registry.learn(name, value, received=True)
    assert registry.mask("Best\u00e4tigungscode blue500 AWS_IAM") == "Best\u00e4tigungscode blue500 AWS_IAM"
    assert registry.mask('{"password":"Best\u00e4tigungscode"}') == '{"password":"[redacted]"}'
