r"""Texts that tools, people and services write with a secret in them, and texts that sound alike.

One text a line; ``§`` stands for the secret, ``\n``, ``\r``, ``\t`` and ``\\`` for what they are in Python.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from SteadyAPI.redaction.registry import SecretRegistry


def texts(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    unescaped = {"\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\t": "\t"}
    return ["".join(unescaped.get(part, part) for part in _parts(line)) for line in lines]


def _parts(line: str) -> list[str]:
    parts, place = [], 0
    while place < len(line):
        size = 2 if line[place] == "\\" else 1
        parts.append(line[place : place + size])
        place += size
    return parts


@pytest.mark.parametrize("secret", ["Vx9kQ2mLp7Tz", "qH83nLw0Zp"])
def test_no_secret_of_a_text_is_shown(secret: str) -> None:
    shown = [
        text for text in texts("texts_with_secrets.txt") if secret in SecretRegistry().mask(text.replace("§", secret))
    ]
    assert shown == []


def test_many_texts_are_tried() -> None:
    assert len(texts("texts_with_secrets.txt")) > 250
    assert len(texts("look_alikes.txt")) > 400


def test_look_alikes_stay() -> None:
    changed = {text: masked for text in texts("look_alikes.txt") if (masked := SecretRegistry().mask(text)) != text}
    assert changed == {}


GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "redaction.md"


def examples(title: str, column: int) -> list[str]:
    """Returns the texts in code spans of a column of the table below a title of the guide."""
    section = GUIDE.read_text(encoding="utf-8").partition(f"### {title}\n")[2].partition("\n### ")[0]
    rows = [re.split(r"(?<!\\)\|", line) for line in section.splitlines() if line.startswith("| ")]
    return [span.replace("\\|", "|") for row in rows[1:] for span in re.findall(r"`([^`]+)`", row[column])]


@pytest.mark.skipif(not GUIDE.exists(), reason="the tests of a wheel have no guides beside them")
def test_the_guide_says_what_is_masked() -> None:
    shown = [text for text in examples("What is masked by its look", 2) if "[redacted]" in text and text[3:4] != ","]
    assert len(shown) > 20
    for text in shown:
        assert SecretRegistry().mask(text.replace("[redacted]", "Vx9kQ2mLp7Tz")) == text


@pytest.mark.skipif(not GUIDE.exists(), reason="the tests of a wheel have no guides beside them")
def test_the_guide_says_what_stays() -> None:
    shown = examples("What isn't", 1)
    assert len(shown) > 20
    for text in shown:
        assert SecretRegistry().mask(text) == text


@pytest.mark.skipif(not GUIDE.exists(), reason="the tests of a wheel have no guides beside them")
def test_the_guide_says_how_to_correct_the_library(tmp_path: Path) -> None:
    section = GUIDE.read_text(encoding="utf-8").partition("### How to correct it\n")[2]
    (tmp_path / "guide.robot").write_text(section.partition("```robotframework\n")[2].partition("```")[0])
    line = [sys.executable, "-m", "robot", "--listener", "SteadyAPI.Redactor", "--outputdir", str(tmp_path)]
    run = subprocess.run([*line, str(tmp_path / "guide.robot")], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    output = (tmp_path / "output.xml").read_text(encoding="utf-8")
    assert "plan_token=premium-2026, the voucher is" in output
    assert "SUMMER-4711-SALE is over" in output
