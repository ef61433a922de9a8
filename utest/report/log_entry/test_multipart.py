"""The parts of a multipart body."""

from exchanges import hiding, plain

from SteadyAPI.report.log_entry.multipart import parts_of

_TYPE = 'multipart/form-data; boundary="cut here"'


def body(*parts: bytes) -> bytes:
    return b"".join(b"--cut here\r\n" + part + b"\r\n" for part in parts) + b"--cut here--\r\n"


def test_a_field_is_shown_as_name_and_text() -> None:
    part = b'Content-Disposition: form-data; name="title"\r\n\r\nHello\r\nWorld'
    assert parts_of(body(part), _TYPE, plain) == ["title = Hello", "  World"]


def test_a_file_is_shown_by_name_type_and_size() -> None:
    part = b'Content-Disposition: form-data; name="f"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG'
    assert parts_of(body(part), _TYPE, plain) == ["f · a.png · image/png · 4 B"]


def test_bytes_without_a_file_name_are_not_shown_as_text() -> None:
    part = b'Content-Disposition: form-data; name="f"\r\n\r\n\0\0\0'
    assert parts_of(body(part), _TYPE, plain) == ["f · 3 B"]


def test_a_part_without_a_name_is_a_part() -> None:
    assert parts_of(body(b"Content-Type: text/plain\r\n\r\nHello"), _TYPE, plain) == ["part = Hello"]


def test_an_empty_field_is_empty() -> None:
    part = b'Content-Disposition: form-data; name="title"\r\n\r\n'
    assert parts_of(body(part), _TYPE, plain) == ["title = "]


def test_a_secret_is_masked_in_names_and_texts() -> None:
    part = b'Content-Disposition: form-data; name="hunter2"; filename="hunter2.png"\r\n\r\nx'
    other = b'Content-Disposition: form-data; name="word"\r\n\r\nhunter2'
    assert parts_of(body(part, other), _TYPE, hiding("hunter2")) == [
        "[redacted] · [redacted].png · 1 B",
        "word = [redacted]",
    ]


def test_a_body_without_a_boundary_is_shown_as_text() -> None:
    assert parts_of(b"one\ntwo", "multipart/form-data", plain) == ["one", "two"]
