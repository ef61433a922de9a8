"""What the redactors of a process share."""

import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.listener import variables as named_values
from SteadyAPI.listener.redactor import Redactor
from SteadyAPI.listener.redactor_state import Run
from SteadyAPI.redaction.output import file_descriptor
from SteadyAPI.redaction.registry import SecretRegistry

results: Any = import_module("robot.result")


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    stream = StringIO()
    monkeypatch.setattr(sys, "__stderr__", stream)
    monkeypatch.setattr(sys, "__stdout__", StringIO())
    return stream


@pytest.fixture
def at_exit() -> list[Callable[[], None]]:
    return []


@pytest.fixture
def run(console: StringIO, at_exit: list[Callable[[], None]]) -> Run:
    assert console.getvalue() == ""
    return Run(SecretRegistry(), at_exit.append)


def test_the_first_redactor_is_at_work_until_it_is_released(run: Run) -> None:
    first, second = object(), object()
    assert run.claim(first)
    assert not run.claim(second)
    run.release(second)
    assert run.claim(first)
    run.release(first)
    assert run.claim(second)


def test_the_streams_are_masked_once(run: Run, console: StringIO, at_exit: list[Callable[[], None]]) -> None:
    run.secrets.register("hunter2!x")
    run.mask_streams()
    run.mask_streams()
    console.write("a hunter2!x")
    assert console.getvalue() == "a [redacted]"
    assert len(at_exit) == 1


def test_without_a_console_nothing_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    run.mask_streams()
    run.warn("nothing")
    assert sys.__stderr__ is None


def test_a_refused_value_is_told_once_without_the_value(run: Run, console: StringIO) -> None:
    run.register("The value of X", "q7z")
    run.register("The value of X", "q7z")
    run.register("The value of Y", "")
    assert console.getvalue().count("\n") == 1
    assert "The value of X is not masked: it has fewer than 6 characters" in console.getvalue()
    assert "q7z" not in console.getvalue()


def test_a_secret_object_is_learned(run: Run) -> None:
    run.register_secret("hunter2!x")
    assert run.secrets.mask("hunter2!x") == "[redacted]"


@pytest.fixture
def file(tmp_path: Path, run: Run) -> Path:
    run.secrets.register("hunter2!x")
    path = tmp_path / "debug.txt"
    path.write_text("a hunter2!x", encoding="utf-8")
    return path


def test_an_expected_file_is_swept_at_exit(run: Run, file: Path) -> None:
    run.sweep_later(file)
    run.sweep_later(file.with_name("missing.txt"))
    run.sweep_rest()
    assert file.read_text(encoding="utf-8") == "a [redacted]"


def test_a_file_that_was_swept_already_is_not_read_again(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run.sweep_now(file)
    monkeypatch.setattr(run, "sweep_now", pytest.fail)
    run.sweep_rest()
    assert file.read_text(encoding="utf-8") == "a [redacted]"


def test_a_missing_file_is_no_reason_for_a_word(run: Run, file: Path, console: StringIO) -> None:
    run.sweep_now(file.with_name("missing.txt"))
    assert console.getvalue() == ""


def test_a_file_that_can_not_be_masked_is_told(
    run: Run, file: Path, console: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def fail(path: Path, mode: str = "r", **kwargs: Any) -> Any:
        if mode in {"w", "r+b"}:
            raise PermissionError
        return real(path, mode, **kwargs)

    monkeypatch.setattr(Path, "open", fail)
    run.sweep_now(file)
    assert f"{file} could not be masked and may show secrets" in console.getvalue()


def test_xunit_and_parts_of_the_log_are_found_at_exit(run: Run, file: Path) -> None:
    old, new, part = (file.with_name(name) for name in ("old.xml", "xunit.xml", "log-1.js"))
    old.write_text("hunter2!x", encoding="utf-8")
    os.utime(old, (1, 1))
    run.sweep_new_files_later(file.parent)
    run.sweep_new_files_later(file.parent / "missing")
    new.write_text("hunter2!x", encoding="utf-8")
    part.write_text('window.strings1 = ["*hunter2!x"];', encoding="utf-8")
    run.sweep_rest()
    shown = [path.read_text(encoding="utf-8") for path in (old, new, part)]
    assert shown == ["hunter2!x", "[redacted]", 'window.strings1 = ["*[redacted]"];']


def test_a_file_whose_time_lies_behind_the_clock_is_found_at_exit(run: Run, file: Path) -> None:
    new = file.with_name("xunit.xml")
    before = time.time_ns() - 10_000_000
    run.sweep_new_files_later(file.parent)
    new.write_text("hunter2!x", encoding="utf-8")
    os.utime(new, ns=(before, before))
    run.sweep_rest()
    assert new.read_text(encoding="utf-8") == "[redacted]"


def test_the_syslog_is_swept_at_exit(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROBOT_SYSLOG_FILE", str(file))
    run.sweep_rest()
    assert file.read_text(encoding="utf-8") == "a [redacted]"


class Descriptor:
    """Remembers what was asked of it."""

    made: list["Descriptor"]

    def __init__(self, number: int, mask: Callable[[str], str]) -> None:
        self.asked = [number, mask("hunter2!x")]
        self.made.append(self)

    def restore(self) -> None:
        self.asked.append("restore")


def test_native_output_is_filtered_once_and_restored_at_exit(
    run: Run, at_exit: list[Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    Descriptor.made = []
    monkeypatch.setattr(file_descriptor, "MaskedDescriptor", Descriptor)
    monkeypatch.setattr(sys, "__stdout__", None)
    run.secrets.register("hunter2!x")
    run.filter_native_output()
    run.filter_native_output()
    for call in at_exit:
        call()
    assert [made.asked for made in Descriptor.made] == [[1, "[redacted]", "restore"], [2, "[redacted]", "restore"]]


def test_a_name_that_had_to_be_changed_is_told(run: Run, console: StringIO) -> None:
    run.secrets.register("hunter2!x")
    assert run.mask_name("A plain name") == "A plain name"
    assert run.mask_name("Login with hunter2!x") == "Login with [redacted-1]"
    assert console.getvalue().startswith('[ REDACTION ] A name shows a secret, so it reads "Login with [redacted-1]"')


def test_the_end_of_a_run_says_how_many_values_were_learnt_by_which_names(run: Run, console: StringIO) -> None:
    redactor = object()
    run.claim(redactor)
    run.release(redactor)
    assert console.getvalue() == ""
    run.secrets.learn("password", "hunter2!x")
    run.claim(redactor)
    run.release(redactor)
    assert "1 value was learnt as secrets, by name: password (1). For what is none" in console.getvalue()
    for number in range(20):
        run.secrets.learn(f"token{number % 10}", f"hunting{number}!x")
    run.claim(redactor)
    run.release(redactor)
    assert "21 values were learnt as secrets, by name: token0 (2), " in console.getvalue()
    assert "token7 (2), 3 more names. For what is none" in console.getvalue()
    assert "hunt" not in console.getvalue()


def test_a_short_credential_in_use_is_told(run: Run, console: StringIO) -> None:
    run.secrets.learn("auth", "k4711")
    assert console.getvalue().startswith(
        "[ REDACTION ] The value of auth is not masked: it has fewer than 6 characters"
    )


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Run:
    made = Run(SecretRegistry(), lambda _: None)
    monkeypatch.setattr(Redactor, "run", made)
    monkeypatch.setattr(made, "mask_streams", lambda: None)
    monkeypatch.setattr(sys, "__stderr__", StringIO())
    monkeypatch.setattr(os, "environ", {})
    return made


def said() -> str:
    console: Any = sys.__stderr__
    written: str = console.getvalue()
    return written


@pytest.mark.parametrize("entry", ["PLAN_TOKEN", "plan_token", "${PLAN_TOKEN}"])
def test_an_allowed_name_is_that_of_a_variable_and_of_the_environment(
    start: Run, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    os.environ["PLAN_TOKEN"] = "Ww81mQw72Lp9"
    monkeypatch.setattr(named_values, "suite_variables", lambda: {"PLAN_TOKEN": "Xx92nRx83Mq0"})
    redactor = Redactor(allow=entry)
    redactor.start_suite(None, results.TestSuite())
    assert start.secrets.mask("Ww81mQw72Lp9 Xx92nRx83Mq0") == "Ww81mQw72Lp9 Xx92nRx83Mq0"
    assert not said()


@pytest.mark.usefixtures("start")
def test_a_short_password_within_a_value_is_told_once() -> None:
    os.environ["SHOP_CREDENTIALS"] = "ada:k47bx"
    Redactor()
    Redactor()
    assert said().count("The value of environment variable SHOP_CREDENTIALS is not masked: it has fewer than 6") == 1


def test_a_file_that_is_not_utf_8_is_told_with_what_to_do(start: Run, tmp_path: Path) -> None:
    path = tmp_path / "secrets.txt"
    path.write_bytes(b"Kd82jfLq01mZ\nGr\xfc\xdfe-4711\n")
    Redactor(str(path))
    assert "secrets.txt is not UTF-8 throughout" in said()
    assert start.secrets.mask("Kd82jfLq01mZ") == "[redacted]"


@pytest.mark.parametrize(("native", "lines"), [("maybe", 1), (True, 0), (False, 0)])
def test_what_is_no_truth_value_is_told(start: Run, monkeypatch: pytest.MonkeyPatch, native: Any, lines: int) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(start, "filter_native_output", lambda: asked.append(True))
    Redactor(native=native)
    assert said().count("native: expected yes or no, got 'maybe', which counts as yes.") == lines
    assert asked == [True] * bool(native)


@pytest.mark.parametrize(
    ("name", "value", "is_told"),
    [
        ("${PASSWORD}", ("k47bx",), True),
        ("${PASSWORD}", ("${x}",), False),
        ("${PASSWORD}", ("wrong",), False),
        ("${PASSWORD}", ("hello",), False),
        ("&{PASSWORD}", ("qa=x7",), False),
        ("${PASSWORD}", ("Fruehling",), False),
        ("${PASSWORD}", ("a", "b"), False),
        ("${colour}", ("k47bx",), False),
    ],
)
@pytest.mark.usefixtures("start")
def test_a_variable_with_a_short_password_is_told_once(name: str, value: tuple[str, ...], is_told: bool) -> None:
    redactor = Redactor()
    for _ in range(2):
        redactor.start_body_item(None, results.Var(name=name, value=value))
    assert said().count("The value of variable ${PASSWORD} is not masked: it has fewer than 6") == is_told
    assert said().count("\n") == is_told
    assert Redactor.run.secrets.size == 0
