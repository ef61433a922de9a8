import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fake_network import FakeNetwork, http
from fakes import over_the_network

from SteadyAPI.arguments import ExpectedError
from SteadyAPI.errors import StatusError, UsageError
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.transfer import TransferKeywords
from SteadyAPI.robot_compat import Secret

Script = Callable[..., FakeNetwork]
JSON = "Content-Type: application/json"


def keywords() -> Any:
    return over_the_network(TransferKeywords)


@pytest.mark.parametrize("where", [("/logo", ""), ("logo", "shop"), ("http://shop.test/logo", "")])
def test_a_body_is_downloaded(network: Script, tmp_path: Path, where: tuple[str, str]) -> None:
    fake = network(http(body=b"picture"))
    file = keywords().download_file(
        where[0], tmp_path / "logo.png", alias=where[1], params={"size": "1"}, headers={"X-A": "b"}
    )
    assert file == (tmp_path / "logo.png", 7, hashlib.sha256(b"picture").hexdigest())
    assert file.path.read_bytes() == b"picture"
    assert fake.sent[0].startswith(b"GET /logo?size=1 HTTP/1.1")
    assert b"X-A: b\r\n" in fake.sent[0]


def test_a_download_that_breaks_off_is_tried_again(network: Script, tmp_path: Path) -> None:
    network(ConnectionResetError("reset"), http(body=b"picture"))
    assert keywords().download_file("/logo", tmp_path / "logo.png").size == 7


def test_an_unexpected_status_leaves_no_file(network: Script, tmp_path: Path) -> None:
    network(http("404 Not Found", b'{"detail": "no logo"}', JSON))
    with pytest.raises(StatusError, match="server said: no logo"):
        keywords().download_file("/logo", tmp_path / "logo.png")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_sent_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be sent: No such file"):
        keywords().open_file_for_upload(tmp_path / "none")


@pytest.mark.parametrize(("path", "given"), [(Path(), "an empty one"), (Path(__file__).parent, "the folder /.*")])
def test_a_folder_is_no_file_to_send(path: Path, given: str) -> None:
    with pytest.raises(UsageError, match=rf"^path: expected a path to a file, got {given}\.\n.*: \$\{{CURDIR\}}/large"):
        keywords().open_file_for_upload(path)
    with pytest.raises(UsageError, match=rf"^path: expected a path to a file, got {given}\."):
        keywords().create_multipart_part("doc", path=path)


def test_a_file_is_opened_for_upload(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    with keywords().open_file_for_upload(tmp_path / "file") as file:
        assert file.read() == b"content"


def test_a_part_has_a_content() -> None:
    part = keywords().create_multipart_part(
        "doc", Secret("hidden"), filename="a.txt", content_type="text/plain", headers={"X": "y"}
    )
    assert part == ("doc", ("a.txt", "hidden", "text/plain", {"X": "y"}))


@pytest.mark.parametrize(("given", "sent"), [(None, "file.txt"), ("other.txt", "other.txt")])
def test_a_part_may_be_a_file(tmp_path: Path, given: str | None, sent: str) -> None:
    (tmp_path / "file.txt").write_bytes(b"content")
    name, (filename, content, content_type, _) = keywords().create_multipart_part(
        "doc", path=tmp_path / "file.txt", filename=given
    )
    assert (name, filename, content, content_type) == ("doc", sent, tmp_path / "file.txt", None)


@pytest.mark.parametrize("both", [{}, {"content": "x", "path": Path("x")}])
def test_a_part_has_one_body(both: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="expected content or path=, one of the two"):
        keywords().create_multipart_part("doc", **both)


def test_files_are_closed_after_the_request(network: Script) -> None:
    network(http())
    group, file = keywords(), BytesIO(b"x")
    group.send(group.session_for("/x"), "POST", "/x", RequestOptions(data=file))
    assert file.closed


@pytest.mark.parametrize(
    ("header", "name"), [("Content-Disposition: attachment; filename=../logo.png", "logo.png"), ("X-A: b", "logo")]
)
def test_in_a_folder_a_file_gets_the_servers_name(network: Script, tmp_path: Path, header: str, name: str) -> None:
    network(http("200 OK", b"content", header))
    assert keywords().download_file("/files/logo", tmp_path).path == tmp_path / name
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(name, b"content")]


def test_a_download_takes_any_method_and_option_of_a_request(network: Script, tmp_path: Path) -> None:
    fake = network(http("201 Created", b"content"))
    keywords().download_file("/report", tmp_path / "report", method="post", json={"year": 2026}, auth=["ada", "word"])
    assert fake.sent[0].startswith(b"POST /report HTTP/1.1\r\n")
    assert fake.sent[0].endswith(b'{"year": 2026}')
    assert b"Authorization: Basic" in fake.sent[0]


def test_an_expected_error_of_a_download_is_returned(network: Script, tmp_path: Path) -> None:
    network(refuse=ConnectionRefusedError("refused"))
    refused = keywords().download_file("/report", tmp_path / "report", expect_error=ExpectedError.refused)
    assert (refused, list(tmp_path.iterdir())) == ("connection refused", [])


def test_one_part_is_taken_as_it_is(network: Script, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_bytes(b"content")
    wire = network(http())
    group = keywords()
    part = group.create_multipart_part("doc", path=tmp_path / "file.txt")
    group.send(group.session_for("/x"), "POST", "/x", RequestOptions(files=part))
    assert b'name="doc"; filename="file.txt"' in wire.sent[0]
