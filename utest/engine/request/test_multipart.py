import io
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.engine.request.multipart import multipart_body
from SteadyAPI.errors import UsageError

HEAD = 'Content-Disposition: form-data; name="f"'


def parts(files: Any, fields: Any = None) -> list[str]:
    body, _ = multipart_body(files, fields, "multipart/form-data; boundary=B")
    assert body.endswith(b"--B--\r\n")
    return body.decode().removesuffix("--B--\r\n").split("--B\r\n")[1:]


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (b"abc", f'{HEAD}; filename="f"\r\n\r\nabc\r\n'),
        ("\u00e4", f'{HEAD}; filename="f"\r\n\r\n\u00e4\r\n'),
        (bytearray(b"x"), f'{HEAD}; filename="f"\r\n\r\nx\r\n'),
        (5, f'{HEAD}; filename="f"\r\n\r\n5\r\n'),
        (("n.txt", "abc"), f'{HEAD}; filename="n.txt"\r\n\r\nabc\r\n'),
        (["n.txt", "abc"], f'{HEAD}; filename="n.txt"\r\n\r\nabc\r\n'),
        ((None, "abc"), f"{HEAD}\r\n\r\nabc\r\n"),
        (("n", "x", "text/plain"), f'{HEAD}; filename="n"\r\nContent-Type: text/plain\r\n\r\nx\r\n'),
        (
            ("n", "x", None, {"X-A": 1, "Content-Disposition": "other"}),
            f'{HEAD}; filename="n"\r\nX-A: 1\r\n\r\nx\r\n',
        ),
        (('a"\r\nb', "x"), f'{HEAD}; filename="a%22%0D%0Ab"\r\n\r\nx\r\n'),
        (io.BytesIO(b"read"), f'{HEAD}; filename="f"\r\n\r\nread\r\n'),
        (io.StringIO("r\u00e4d"), f'{HEAD}; filename="f"\r\n\r\nr\u00e4d\r\n'),
    ],
)
def test_a_content_is_a_part(value: Any, part: str) -> None:
    assert parts({"f": value}) == [part]
    assert parts([("f", value)]) == [part] or hasattr(value, "read")


def test_a_path_is_read_each_time(tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_bytes(b"file")
    wanted = [f'{HEAD}; filename="doc.txt"\r\n\r\nfile\r\n']
    assert (parts({"f": tmp_path / "doc.txt"}), parts({"f": tmp_path / "doc.txt"})) == (wanted, wanted)


def test_an_open_file_has_its_name(tmp_path: Path) -> None:
    (tmp_path / "doc.txt").write_bytes(b"file")
    with (tmp_path / "doc.txt").open("rb") as file:
        assert parts({"f": file}) == [f'{HEAD}; filename="doc.txt"\r\n\r\nfile\r\n']


def test_a_name_may_have_several_parts_and_none_is_left_out() -> None:
    assert parts({"f": [("a", "1"), ("b", "2")], "g": None, "h": ("n", None)}) == [
        f'{HEAD}; filename="a"\r\n\r\n1\r\n',
        f'{HEAD}; filename="b"\r\n\r\n2\r\n',
    ]


def test_fields_come_first() -> None:
    assert parts({"f": ("a", "x")}, {"k": [True, None, "\u00fc"]}) == [
        'Content-Disposition: form-data; name="k"\r\n\r\ntrue\r\n',
        'Content-Disposition: form-data; name="k"\r\n\r\n\u00fc\r\n',
        f'{HEAD}; filename="a"\r\n\r\nx\r\n',
    ]


def test_boundaries_differ() -> None:
    (_, one), (_, two) = (multipart_body({"f": "x"}, None, None) for _ in range(2))
    assert one.startswith("multipart/form-data; boundary=")
    assert one != two


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ("text", "got str"),
        ([1], "got list"),
        ([("a", "b", "c")], "got list"),
        ({"f": ("only",)}, 'as the value of "f", got 1 items'),
        ({"f": ("a", "b", "c", {}, "d")}, "got 5 items"),
        ({"f": {"a": 1}}, 'files: "f": expected text, bytes'),
        ({"f": Path("/none/such")}, 'the file of "f" can\'t be read: No such file'),
        ({"f": ("a", "b", "c\r\nd")}, "holds a line end"),
    ],
)
def test_what_is_no_part_is_refused(files: Any, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        multipart_body(files, None, None)


def test_a_closed_file_is_refused_with_the_way_to_send_it_again() -> None:
    file = io.BytesIO(b"x")
    file.close()
    with pytest.raises(UsageError, match=r"a request closes the files it sends.\n  give its path"):
        multipart_body({"f": file}, None, None)


def test_text_beside_parts_is_refused() -> None:
    with pytest.raises(UsageError, match="expected form fields beside files="):
        multipart_body({"f": "x"}, "text", None)


def test_another_content_type_beside_parts_is_refused() -> None:
    with pytest.raises(UsageError, match="got application/json"):
        multipart_body({"f": "x"}, None, "application/json")
