r"""Characters outside ASCII as tools write them that know no UTF-8."""

import pytest

from SteadyAPI.redaction.encoded_forms.foreign_forms import foreign_forms
from SteadyAPI.redaction.registry import SecretRegistry

ACCENTS = "Grö13Xße-9q7"
EMOJI = "k3y\U0001f511cJ8q-11"


@pytest.mark.parametrize(
    ("secret", "form"),
    [
        (ACCENTS, "gRÖ13xSSE-9Q7"),
        (ACCENTS, "GrM-CM-613XM-CM-^_e-9q7"),
        ("\x7f\xff7kQx9pß", "\x7fM-CM-?7kQx9pM-CM-^_"),
        (ACCENTS, "Gr\\24613X\\223e-9q7"),
        (ACCENTS, "Gr\\246\\&13X\\223\\&e-9q7"),
        (ACCENTS, "Gr\\195\\18213X\\195\\159e-9q7"),
        (ACCENTS, "Gr#303#26613X#303#237e-9q7"),
        (ACCENTS, "Gr<c3><b6>13X<c3><9f>e-9q7"),
        (ACCENTS, "Gr^^c3^^b613X^^c3^^9fe-9q7"),
        (ACCENTS, "Gr├╢13X├ƒe-9q7"),
        (ACCENTS, "Gr÷13X▀e-9q7"),
        (ACCENTS, "Gr?13X?e-9q7"),
        (ACCENTS, "Gr??13X??e-9q7"),
        (ACCENTS, "Gr\ufffd13X\ufffde-9q7"),
        (EMOJI, "k3y??cJ8q-11"),
        (EMOJI, "k3y?cJ8q-11"),
        (EMOJI, "k3y\ud83d\udd11cJ8q-11"),
        (EMOJI, "k3y=Ø\x11ÝcJ8q-11"),
        (EMOJI, "k3yØ=Ý\x11cJ8q-11"),
        ("é🔑12345x", "é?12345x"),
    ],
)
def test_a_form_is_known(secret: str, form: str) -> None:
    assert form in foreign_forms(secret)
    registry = SecretRegistry()
    registry.register(secret)
    assert registry.mask(f"it is {form}, here") == "it is [redacted], here"


def test_what_loses_most_of_its_characters_is_no_form() -> None:
    assert not [form for form in foreign_forms("Ключ-12345") if set(form) <= set("?\ufffd-12345")]
