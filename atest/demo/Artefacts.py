"""Looks into what a run left behind: every file, and the packed texts of log.html and report.html."""

import base64
import html
import json
import re
import zlib
from pathlib import Path
from urllib.parse import quote, quote_plus

from robot.api.deco import keyword, library

from SteadyAPI.robot_compat import Secret

PACKED = re.compile(r'"(eN[A-Za-z0-9+/=]+)"')
"""Robot Framework packs long texts of log.html with zlib and base64; such texts begin like this."""


@library(scope="GLOBAL")
class Artefacts:
    """Assertions about the files of a folder."""

    @keyword
    def artefacts_should_contain(self, folder: Path, text: str) -> None:
        """Fails unless log.html and output.xml tell a text: the proof that looking works."""
        texts = _texts(folder)
        blind = [name for name in ("log.html", "output.xml") if text not in texts[name]]
        if blind:
            raise AssertionError(f"expected {text!r} in {', '.join(blind)}")

    @keyword
    def artefacts_should_not_contain(self, folder: Path, *secrets: Secret | str) -> None:
        """Fails when any file holds a secret, plain or encoded; the message names the form, not the secret."""
        if not secrets:
            raise AssertionError("expected secrets to look for, got none")
        found = [
            f"{name} holds secret {number} as {form}"
            for name, text in _texts(folder).items()
            for number, secret in enumerate(secrets, start=1)
            for form, spelling in _spellings(secret.value if isinstance(secret, Secret) else secret).items()
            if spelling in text
        ]
        if found:
            raise AssertionError("\n".join(found))


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: _text(path) for path in sorted(folder.rglob("*")) if path.suffix in {".html", ".xml", ".json"}}


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    packed = PACKED.findall(text) if path.suffix == ".html" else []
    return "\n".join([text, *(zlib.decompress(base64.b64decode(one)).decode() for one in packed)])


def _spellings(secret: str) -> dict[str, str]:
    encoded = base64.b64encode(secret.encode()).decode()
    return {
        "plain text": secret,
        "URL text": quote(secret, safe=""),
        "form text": quote_plus(secret),
        "base64": encoded.rstrip("="),
        "JSON": json.dumps(secret)[1:-1],
        "HTML": html.escape(secret),
        "its middle": secret[3:-3],
    }
