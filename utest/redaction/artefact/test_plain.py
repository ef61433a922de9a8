"""Plain text."""

import re
from io import StringIO

import pytest

from SteadyAPI.redaction.artefact import plain, unit
from SteadyAPI.redaction.artefact.plain import masked_plain
from SteadyAPI.redaction.masking import MASK


def hide(text: str) -> str:
    shown = re.sub(r"<[^>]*(?:>|\Z)", MASK, text)
    return text if shown == text else shown


def masked(text: str) -> str:
    return "".join(masked_plain(StringIO(text), hide))


def test_text_is_masked() -> None:
    assert masked("a <secret>\nb") == "a [redacted]\nb"


def test_an_empty_text_stays() -> None:
    assert masked("") == ""


@pytest.mark.parametrize("lines", range(1, 40))
@pytest.mark.parametrize("line_end", ["\n", ""])
def test_a_secret_of_many_lines_is_masked_wherever_a_block_ends(
    monkeypatch: pytest.MonkeyPatch, lines: int, line_end: str
) -> None:
    monkeypatch.setattr(unit, "BLOCK", 64)
    monkeypatch.setattr(plain, "OVERLAP", 8)
    before, after = f"before{line_end}" * lines, f"after{line_end}" * 40
    assert masked(f"{before}<{f'secret{line_end}' * 30}>{after}") == f"{before}[redacted]{after}"


def test_a_secret_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", 64)
    monkeypatch.setattr(unit, "LONGEST_UNIT", 256)
    assert masked(f"a <{'secret ' * 200}").startswith("a [redacted]")
    assert len(list(masked_plain(StringIO(f"a <{'secret ' * 200}"), hide))) > 2
