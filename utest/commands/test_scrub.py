"""The command that cleans old artefacts."""

import gzip
import json
import os
import re
from hashlib import sha256
from pathlib import Path

import pytest

from SteadyAPI.commands.scrub import scrub


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MY_TOKEN", "hunter2!x")
    results = tmp_path / "results"
    (results / "deep").mkdir(parents=True)
    (results / "deep" / "debug.txt").write_text("a hunter2!x and other-secret-1\n", encoding="utf-8")
    (results / "clean.txt").write_text("nothing\n", encoding="utf-8")
    return results


def shown(folder: Path) -> str:
    return (folder / "deep" / "debug.txt").read_text(encoding="utf-8")


def test_a_folder_is_cleaned(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scrub([str(folder)]) == 0
    assert shown(folder) == "a [redacted] and other-secret-1\n"
    assert "debug.txt" in capsys.readouterr().out


def test_a_check_finds_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scrub([str(folder), "--check"]) == 1
    out = capsys.readouterr().out
    assert "1 texts  shows secrets" in out
    assert "2 files checked, 1 showed secrets" in out
    assert re.search(r"\. Looked for (1 known secret|\d+ known secrets), and for what looks like one\.\n", out)
    assert "hunter2" in shown(folder)
    assert "hunter2" not in out


def test_a_check_of_a_clean_folder_is_content(folder: Path) -> None:
    scrub([str(folder)])
    assert scrub([str(folder), "--check"]) == 0


def test_more_secrets_come_from_a_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "secrets.txt"
    path.write_text("other-secret-1\n", encoding="utf-8")
    assert scrub([str(folder), "--secrets", str(path)]) == 0
    assert shown(folder) == "a [redacted] and [redacted]\n"


def test_a_single_file_may_be_named(folder: Path) -> None:
    assert scrub([str(folder / "clean.txt"), "--check"]) == 0


def test_a_file_name_that_shows_a_secret_is_shown_and_hidden(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "log-hunter2!x.txt").write_text("nothing", encoding="utf-8")
    assert scrub([str(folder)]) == 1
    out = capsys.readouterr().out
    assert "the name of the file shows a secret" in out
    assert "hunter2" not in out


def test_a_path_that_does_not_exist_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        scrub([str(tmp_path / "none")])
    assert "which does not exist" in capsys.readouterr().err


def test_a_missing_file_of_secrets_is_a_usage_error(folder: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        scrub([str(folder), "--secrets", "/no/such/file"])


def test_unknown_options_are_a_usage_error() -> None:
    with pytest.raises(SystemExit, match="2"):
        scrub(["--nothing"])


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        scrub(["--help"])
    assert "--check" in capsys.readouterr().out


def test_a_value_too_short_to_look_for_is_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHORT_TOKEN", "q7z")
    monkeypatch.setenv("EMPTY_TOKEN", "")
    assert scrub([str(folder)]) == 0
    assert "the value of environment variable SHORT_TOKEN is not looked for" in capsys.readouterr().err


def test_a_folder_named_after_a_secret_is_reported_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = folder / "run-hunter2!x"
    named.mkdir()
    (named / "a.txt").write_text("nothing", encoding="utf-8")
    assert scrub([str(folder), "--check"]) == 1
    out = capsys.readouterr().out
    assert out.count("the name of the folder shows a secret") == 1
    assert "hunter2" not in out


def test_what_a_link_out_of_the_folder_leads_to_is_never_changed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "project"
    outside.mkdir()
    (outside / "keys").write_text("a hunter2!x", encoding="utf-8")
    (outside / "clean").write_text("nothing", encoding="utf-8")
    (folder / "keys.txt").symlink_to(outside / "keys")
    (folder / "clean.txt").unlink()
    (folder / "clean.txt").symlink_to("../project/clean")
    (folder / "project").symlink_to(outside)
    (folder / "nowhere").symlink_to("none")
    assert scrub([str(folder)]) == 1
    assert (outside / "keys").read_text(encoding="utf-8") == "a hunter2!x"
    out = capsys.readouterr().out
    assert "a link that leads out of the folder, so nothing was changed" in out
    assert "a link that leads out of the folder, so not followed" in out
    assert "clean" not in out.replace("not clean", "")
    assert "2 of them not clean" in out


def test_a_link_within_the_folders_is_no_way_out(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("a hunter2!x", encoding="utf-8")
    (folder / "latest").symlink_to(folder / "deep")
    (folder / "a.txt").symlink_to(other / "a.txt")
    assert scrub([str(folder), str(other)]) == 0
    assert (folder / "a.txt").is_symlink()
    assert (other / "a.txt").read_text(encoding="utf-8") == "a [redacted]"
    assert shown(folder) == "a [redacted] and other-secret-1\n"


def test_a_folder_that_can_not_be_read_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("deep"):
            raise PermissionError(13, "refused", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert scrub([str(folder)]) == 1
    assert "could not be read" in capsys.readouterr().out


def test_code_keeps_running_and_json_stays_json(folder: Path) -> None:
    code = "function next(lexer) { const token = lexer.read(1, 2); if (a.password=== b.password) next('hunter2!x'); }"
    (folder / "app.js").write_text(code, encoding="utf-8")
    (folder / "records.jsonl").write_text('{"token": 123456789012, "a": "hunter2!x"}\n', encoding="utf-8")
    assert scrub([str(folder)]) == 0
    assert (folder / "app.js").read_text(encoding="utf-8") == code.replace("hunter2!x", "[redacted]")
    record = json.loads((folder / "records.jsonl").read_text(encoding="utf-8"))
    assert record == {"token": "[redacted]", "a": "[redacted]"}


def test_a_key_over_the_end_of_a_block_is_masked(folder: Path) -> None:
    lines = [sha256(b"%d" % number).hexdigest() for number in range(8)]
    key = "-----BEGIN RSA PRIVATE KEY-----\n" + "\n".join(lines) + "\n-----END RSA PRIVATE KEY-----\n"
    (folder / "console.txt").write_text(("x" * 99 + "\n") * 2619 + "y" * 60 + "\n" + key, encoding="utf-8")
    assert scrub([str(folder)]) == 0
    content = (folder / "console.txt").read_text(encoding="utf-8")
    assert not [line for line in lines if line in content]


def test_no_file_is_passed_over_in_silence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scrub([str(folder)])
    (folder / "a.log.gz").write_bytes(gzip.compress(b"a hunter2!x"))
    (folder / "b.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    (folder / "c.txt").write_bytes("a hunter2!x".encode("utf-16-le"))
    (folder / "d.txt").write_bytes("a hunter2!x".encode("utf-32"))
    assert scrub([str(folder), "--check"]) == 1
    assert "6 files checked, 4 showed secrets" in capsys.readouterr().out
    assert scrub([str(folder)]) == 1
    assert "2 of them not clean" in capsys.readouterr().out
    assert (folder / "c.txt").read_text(encoding="utf-16-le") == "a [redacted]"
    assert (folder / "d.txt").read_text(encoding="utf-32") == "a [redacted]"


def test_names_of_an_output_stay_unless_they_hold_a_known_value(folder: Path) -> None:
    names = "password=Kd82jfLq01mZ is refused"
    (folder / "log.txt").write_text(f"{names}\npassword=Kd82jfLq02mZ\n", encoding="utf-8")
    (folder / "output.xml").write_text(
        f'<?xml version="1.0"?>\n<robot generator="R">\n<suite name="hunter2!x" source="/a/token=Kd82jfLq01mZ.py">'
        f'<test name="{names}"><kw name="Do &quot;password: Kd82jfLq03mZ&quot;"><arg>password=Kd82jfLq02mZ</arg></kw>'
        f"<tag>token=Kd82jfLq04mZ</tag></test></suite>\n</robot>\n",
        encoding="utf-8",
    )
    assert scrub([str(folder)]) == 0
    assert (folder / "output.xml").read_text(encoding="utf-8") == (
        f'<?xml version="1.0"?>\n<robot generator="R">\n<suite name="[redacted-1]" source="/a/token=Kd82jfLq01mZ.py">'
        f'<test name="{names}"><kw name="Do &quot;password: Kd82jfLq03mZ&quot;"><arg>password=[redacted]</arg></kw>'
        f"<tag>token=Kd82jfLq04mZ</tag></test></suite>\n</robot>\n"
    )
    assert (folder / "log.txt").read_text(encoding="utf-8") == f"{names}\npassword=[redacted]\n"
    assert scrub([str(folder), "--check"]) == 0


def test_names_in_another_xml_file_are_no_names_of_tests(folder: Path) -> None:
    (folder / "other.xml").write_text('<?xml version="1.0"?><test name="password=Kd82jfLq01mZ"/>', encoding="utf-8")
    assert scrub([str(folder)]) == 0
    assert (folder / "other.xml").read_text(
        encoding="utf-8"
    ) == '<?xml version="1.0"?><test name="password=[redacted]"/>'


def test_an_output_that_is_no_text_is_left_to_the_search_of_files(folder: Path) -> None:
    (folder / "output.xml").write_bytes(b"\xff\xfe<\x00r\x00>\x00")
    assert scrub([str(folder)]) == 0


def test_names_of_a_json_output_stay_unless_they_hold_a_known_value(folder: Path) -> None:
    test = {"name": "password=Kd82jfLq01mZ is refused", "tags": ["token=Kd82jfLq04mZ", "smoke"]}
    call = {"name": 'Do "password: Kd82jfLq03mZ"', "owner": "Lib", "args": ["password=Kd82jfLq02mZ"]}
    suite = {
        "name": "hunter2!x",
        "metadata": {"name": "password=Kd82jfLq05mZ"},
        "source": "/a/token=Kd82jfLq06mZ.py",
        "tests": [{**test, "body": [{**call, "lineno": 4711}]}],
    }
    output = {"generator": "Robot 7.5 (Python)", "suite": suite}
    (folder / "output.json").write_text(json.dumps(output), encoding="utf-8")
    (folder / "other.json").write_text('{"name": "password=Kd82jfLq07mZ"}', encoding="utf-8")
    assert scrub([str(folder)]) == 0
    shown = json.loads((folder / "output.json").read_text(encoding="utf-8"))["suite"]
    assert shown == {
        **suite,
        "name": "[redacted-1]",
        "metadata": {"name": "password=[redacted]"},
        "tests": [{**test, "body": [{**call, "args": ["password=[redacted]"], "lineno": 4711}]}],
    }
    assert (folder / "other.json").read_text(encoding="utf-8") == '{"name": "password=[redacted]"}'
    assert scrub([str(folder), "--check"]) == 0
