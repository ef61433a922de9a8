"""A stream that masks what is written, for whoever holds it."""

from io import StringIO

from SteadyAPI.redaction.output.stream import MaskedStream


def hide(text: str) -> str:
    return text.replace("secret", "[redacted]")


def test_a_reference_taken_before_writes_masked() -> None:
    stream = StringIO()
    taken_before = stream
    MaskedStream(stream, hide)
    assert taken_before.write("a secret") == len("a secret")
    assert stream.getvalue() == "a [redacted]"


def test_a_restored_stream_writes_as_before() -> None:
    stream = StringIO()
    MaskedStream(stream, hide).restore()
    stream.write("a secret")
    assert stream.getvalue() == "a secret"
