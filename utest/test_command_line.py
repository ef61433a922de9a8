import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from SteadyAPI.command_line import accept_any_character, command_parser, say


def test_help_names_the_command_and_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        command_parser("demo", "\n    Does this.\n\n    And that.\n").parse_args(["--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("usage: python -m SteadyAPI demo [-h]\n\nDoes this.\n\nAnd that.\n")


def test_a_wrong_argument_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        command_parser("demo", "Does this.").parse_args(["--nope"])
    assert end.value.code == 2
    assert "unrecognized arguments: --nope" in capsys.readouterr().err


def test_what_is_said_comes_as_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("hello")
    assert capsys.readouterr().out == "hello\n"


def test_a_character_that_the_console_lacks_is_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(shown, encoding="cp1252"))
    monkeypatch.setattr(sys, "stderr", StringIO())
    accept_any_character()
    say("prüλ")
    assert shown.getvalue().decode("cp1252").splitlines() == ["prü?"]
