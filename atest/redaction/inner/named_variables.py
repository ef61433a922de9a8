"""A variable file whose names tell what they hold."""

import json
import os
import weakref
from pathlib import Path

_SECRETS: dict[str, str] = json.loads(Path(os.environ["LEAK_CHANNELS"]).read_text(encoding="utf-8"))


class _Gone:
    """What was there when a proxy for it was made, and is no more."""


class _Unbound:
    """A proxy outside of the context in which there is something behind it, as web frameworks have them."""

    @property
    def __class__(self) -> type:
        raise RuntimeError


# Looked at before the others.
A_PROXY = weakref.proxy(_Gone())
A_REQUEST = _Unbound()
BACKWARDS = {channel: value[::-1] for channel, value in _SECRETS.items() if channel.startswith("computed")}
FILE_TOKENS = {"qa": [_SECRETS["variable_file"]], "user": "annabelle"}
