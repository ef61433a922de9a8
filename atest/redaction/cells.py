"""Looks for secrets in artefacts: a cell is a channel, an artefact and an encoding."""

from base64 import b64encode
from pathlib import Path

from ahocorasick_rs import AhoCorasick
from artefacts import texts_of
from encoders import ENCODERS

SHORTEST_TRACE = 8
"""Characters from which a piece of a secret tells something."""


def files_of(results: Path) -> list[Path]:
    """Returns every file under a folder."""
    return sorted(path for path in results.rglob("*") if path.is_file())


def cells_of(secrets: dict[str, str], results: Path, files: list[Path]) -> list[tuple[str, str, str]]:
    """Returns channel, artefact and encoding of everything that ``files`` show of ``secrets``."""
    patterns: dict[str, tuple[str, str]] = {}
    for channel, secret in secrets.items():
        for name, text in _traces(secret):
            patterns.setdefault(text, (channel, name))
    words = list(patterns)
    automaton = AhoCorasick(words)
    cells = set()
    for path in files:
        artefact = str(path.relative_to(results))
        for text in texts_of(path):
            for number, _, _ in automaton.find_matches_as_indexes(text, overlapping=True):
                cells.add((patterns[words[number]][0], artefact, patterns[words[number]][1]))
    return sorted(cells)


def _traces(secret: str) -> list[tuple[str, str]]:
    """Returns what would give the secret away: its encodings, the stable part of base64, eight characters of it."""
    traces = [(name, encode(secret).strip("\"'")) for name, encode in ENCODERS.items() if "base" not in name]
    for before, first in ((0, 0), (1, 2), (2, 3)):
        last = (before + len(secret.encode())) * 8 // 6
        text = b64encode(b"\0" * before + secret.encode()).decode()[first:last]
        traces += [("base64", text), ("base64url", text.translate(str.maketrans("+/", "-_")))]
    traces += [("partial", secret[start : start + 8]) for start in range(0, len(secret) - 7, 4)]
    return [(name, text) for name, text in traces if len(text) >= SHORTEST_TRACE]
