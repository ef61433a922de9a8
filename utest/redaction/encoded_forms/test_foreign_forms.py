r"""Characters outside ASCII as tools write them that know no UTF-8."""

from urllib.parse import quote

import pytest

from SteadyAPI.redaction.encoded_forms.foreign_forms import foreign_forms, shown_tabs
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


@pytest.mark.parametrize(
    ("secret", "page"),
    [
        *(("Ключик-9x7", page) for page in ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
        ("Їжик-ключ7", "koi8-u"),
        *(("Κωδικός-13", page) for page in ("cp1253", "iso8859-7")),
        *((ACCENTS, page) for page in ("cp1252", "latin-1", "iso8859-15", "cp850", "mac-roman")),
        *(("Zażółć-13x", page) for page in ("cp1250", "iso8859-2", "cp852")),
        ("şifre-ğİ13", "cp1254"),
        ("€uro13x-q", "cp1252"),
        ("סיסמה-13x", "cp1255"),
        ("密码十三-x9", "gbk"),
        ("パスワード13", "shift_jis"),
        ("パスワード13", "euc-jp"),
        ("비밀번호-13", "euc-kr"),
        ("П&и=л%7+x", "cp1251"),
    ],
)
def test_a_code_page_is_known(secret: str, page: str) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    data = secret.encode(page)
    for form in (quote(data, safe=""), quote(data).lower(), "".join(f"%{byte:02X}" for byte in data), repr(data)[2:-1]):
        assert registry.mask(f"k={form}; x") == "k=[redacted]; x"


def test_another_word_in_a_code_page_stays() -> None:
    registry = SecretRegistry()
    registry.register("Ключик-9x7")
    text = f"k={quote('Ключи-9x7', encoding='cp1251')}"
    assert registry.mask(text) == text


def test_signs_that_are_in_no_code_page_are_left_out() -> None:
    registry = SecretRegistry()
    registry.register("Ключ\U0001f511cJ8q")
    assert registry.mask(f"k={quote('Ключ' + chr(0x1F511) + 'cJ8q')}.") == "k=[redacted]."


@pytest.mark.parametrize("secret", ["Kran7\thof-blau9", "Kran7\thof\tblau9", "Grün7\thof-blau9"])
@pytest.mark.parametrize("before", ["", "a: ", "value =   ", "ab-cd, efg "])
@pytest.mark.parametrize("width", [8, 4])
def test_a_tab_that_is_shown_as_blanks_is_known(secret: str, before: str, width: int) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    assert registry.mask(f"{before}{secret}; x".expandtabs(width)) == f"{before}[redacted]; x".expandtabs(width)


@pytest.mark.parametrize("blanks", [1, 2, 4, 8])
def test_a_tab_may_be_any_blanks(blanks: int) -> None:
    registry = SecretRegistry()
    registry.register("Kran7\thof-blau9")
    assert registry.mask(f"it is Kran7{' ' * blanks}hof-blau9.") == "it is [redacted]."
    assert "Kran7 hof-blau9" in shown_tabs("Kran7\thof-blau9")


def test_blanks_are_no_tab() -> None:
    registry = SecretRegistry()
    registry.register("Kran7 hof-blau9")
    text = "Kran7    hof-blau9"
    assert registry.mask(text) == text
