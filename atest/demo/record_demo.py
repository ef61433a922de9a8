"""Runs the demo command and writes down every secret that it made: ``python record_demo.py FILE [demo arguments]``."""

import secrets
import sys
from pathlib import Path

made: list[str] = []
_original = secrets.token_urlsafe


def _recorded(size: int | None = None) -> str:
    made.append(_original(size))
    return made[-1]


# Before the demo is imported: it takes the function as a default of its own.
secrets.token_urlsafe = _recorded

from SteadyAPI.commands.demo import demo  # noqa: E402  see above

code = demo(sys.argv[2:])
Path(sys.argv[1]).write_text("\n".join(made), encoding="utf-8")
sys.exit(code)
