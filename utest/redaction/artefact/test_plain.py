"""Plain text."""

from io import StringIO

from SteadyAPI.redaction.artefact.plain import masked_plain


def test_text_is_masked() -> None:
    assert "".join(masked_plain(StringIO("a secret\nb"), lambda text: text.replace("secret", "#"))) == "a #\nb"
