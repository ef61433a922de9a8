"""What Robot Framework makes of a value before it shows it."""

import pytest

from SteadyAPI.redaction.encoded_forms.robot_normalising import normalised_forms


@pytest.mark.parametrize(
    ("secret", "form"),
    [
        ("Qab//cd12/./ef", "Qab/cd12/ef"),
        ("./Qab12cd", "Qab12cd"),
        ("Qab12cd/", "Qab12cd"),
        ("/Qab12/../cd34ef", "/cd34ef"),
        ("x/../../Qab12cd", "Qab12cd"),
        ("Qab/../<b>r.../z", "<b>r.../z"),
        ("Q-4>j;MEf.XterIN", "Q-4>j;MEf"),
        ("Qab_12_cd", "Qab 12 cd"),
        ("01__Qab_12cd", "Qab 12cd"),
        ("correct_horse-7", "Correct Horse-7"),
        ("correct horse battery", "Correct Horse Battery"),
        ("Qab\x0712cd\x1b", "Qab12cd"),
        ("Qab12\r\ncd34", "Qab12\ncd34"),
        ("Qab12  cd34", "Qab12 cd34"),
    ],
)
def test_a_form_is_known(secret: str, form: str) -> None:
    assert form in normalised_forms(secret)


def test_a_value_that_is_normal_has_no_other_form() -> None:
    assert list(normalised_forms("Qab12-cd34/ef")) == []


@pytest.mark.parametrize("secret", ["./password", "a/../b", "/secret/", "example1.com"])
def test_what_becomes_a_short_word_has_no_form(secret: str) -> None:
    assert [form for form in normalised_forms(secret) if form.islower()] == []
