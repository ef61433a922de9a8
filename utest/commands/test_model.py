import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.commands.model import model


class FakeGenerator:
    """Reads its source as the real one does, and answers with a line of code or a failure."""

    def __init__(self, *, code: int = 0, error: str = "", raises: Exception | None = None) -> None:
        self.command: list[str] = []
        self.options: dict[str, Any] = {}
        self.source: Any = None
        self._code, self._error, self._raises = code, error, raises

    def run(self, command: list[str], **options: Any) -> "subprocess.CompletedProcess[str]":
        if self._raises is not None:
            raise self._raises
        self.command, self.options = command, options
        source = next(part for part in command if part.startswith("--input=")).removeprefix("--input=")
        self.source = json.loads(Path(source).read_text(encoding="utf-8"))
        return subprocess.CompletedProcess(command, self._code, "class Order: ...\n", self._error)


@pytest.fixture
def sample(tmp_path: Path) -> Callable[[str, str], str]:
    def write(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


Write = Callable[[str, str], str]


def test_samples_become_one_schema(sample: Write, capsys: pytest.CaptureFixture[str]) -> None:
    generator = FakeGenerator()
    argv = [sample("a.json", '{"id": 1}'), sample("b.json", '{"id": 2, "note": null}')]
    assert model([*argv, "--class-name=Order", "--generator=gen --fast"], run=generator.run) == 0
    assert generator.command[:2] == ["gen", "--fast"]
    assert generator.source == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Order",
        "type": "object",
        "properties": {"id": {"type": "integer"}, "note": {"type": "null"}},
        "required": ["id"],
    }
    assert capsys.readouterr().out == "class Order: ...\n"


def test_an_openapi_document_is_handed_on(sample: Write) -> None:
    generator = FakeGenerator()
    assert model([sample("a.yaml", "openapi: 3.1.0"), "--generator=gen"], run=generator.run) == 0
    assert generator.source == {"openapi": "3.1.0"}
    assert "--input-file-type=openapi" in generator.command


def test_the_code_goes_into_a_file(sample: Write, capsys: pytest.CaptureFixture[str]) -> None:
    generator = FakeGenerator()
    model([sample("a.json", "{}"), "--output=models.py", "--generator=gen"], run=generator.run)
    assert generator.command[-1] == "--output=models.py"
    assert capsys.readouterr().out == "Models written to models.py.\n"


def test_a_sample_is_fetched_from_a_url() -> None:
    generator = FakeGenerator()
    model(["https://shop.test/orders/7", "--generator=gen"], run=generator.run, fetch=lambda _url: b'{"id": 7}')
    assert generator.source["required"] == ["id"]


def failed(capsys: pytest.CaptureFixture[str], code: int) -> str:
    assert code == 2
    return capsys.readouterr().err


def test_documents_and_samples_do_not_mix(sample: Write, capsys: pytest.CaptureFixture[str]) -> None:
    code = model([sample("a.yaml", "openapi: 3.1.0"), sample("b.json", "{}"), "--generator=gen"])
    assert "expected one OpenAPI document or several samples" in failed(capsys, code)


def test_a_source_that_is_no_json_says_why(sample: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is not JSON" in failed(capsys, model([sample("a.json", "{"), "--generator=gen"]))


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert 'can\'t read "nowhere.json"' in failed(capsys, model(["nowhere.json", "--generator=gen"]))


def test_a_generator_that_fails_says_why(sample: Write, capsys: pytest.CaptureFixture[str]) -> None:
    generator = FakeGenerator(code=1, error="no such option")
    code = model([sample("a.json", "{}"), "--generator=gen"], run=generator.run)
    assert failed(capsys, code) == "model: the generator failed (exit code 1):\nno such option\n"


@pytest.mark.parametrize("error", [FileNotFoundError("gen"), subprocess.TimeoutExpired("gen", 600)])
def test_a_generator_that_does_not_run_says_so(
    error: Exception, sample: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    code = model([sample("a.json", "{}"), "--generator=gen"], run=FakeGenerator(raises=error).run)
    assert "gen" in failed(capsys, code)


def test_without_a_generator_the_message_says_what_to_install(
    sample: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("SteadyAPI.commands.model.find_spec", lambda _name: None)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert "pip install datamodel-code-generator" in failed(capsys, model([sample("a.json", "{}")]))


def test_an_installed_generator_is_used(sample: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("SteadyAPI.commands.model.find_spec", lambda _name: object())
    generator = FakeGenerator()
    model([sample("a.json", "{}")], run=generator.run)
    assert generator.command[:3] == [sys.executable, "-m", "datamodel_code_generator"]


def test_a_generator_on_the_path_is_used(sample: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("SteadyAPI.commands.model.find_spec", lambda _name: None)
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    generator = FakeGenerator()
    model([sample("a.json", "{}")], run=generator.run)
    assert generator.command[0] == "/bin/datamodel-codegen"


ANSWER = b'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"id": 7}'
REFUSAL = b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}"


def test_a_url_is_asked_over_the_librarys_own_transport(network: Callable[..., Any]) -> None:
    network(ANSWER)
    generator = FakeGenerator()
    assert model(["http://shop.test/orders/7", "--generator=gen"], run=generator.run) == 0
    assert generator.source["required"] == ["id"]


def test_a_response_that_is_an_error_is_no_sample(
    network: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    network(REFUSAL)
    code = model(["http://shop.test/orders/7", "--generator=gen"])
    assert "expected a body from http://shop.test/orders/7, got 404 Not Found" in failed(capsys, code)


def test_a_url_that_does_not_respond_is_named(network: Callable[..., Any], capsys: pytest.CaptureFixture[str]) -> None:
    network(ConnectionResetError("gone"))
    code = model(["http://shop.test/orders/7", "--generator=gen"])
    assert "no answer from http://shop.test/orders/7: connection reset" in failed(capsys, code)


def test_the_generator_writes_utf_8_whatever_the_system_prefers(sample: Write) -> None:
    generator = FakeGenerator()
    model([sample("a.json", '{"naïve": 1}'), "--generator=gen"], run=generator.run)
    assert (generator.options["encoding"], generator.options["env"]["PYTHONUTF8"]) == ("utf-8", "1")
