"""A variable file whose names tell what they hold."""

import json
import os
from pathlib import Path

_SECRETS: dict[str, str] = json.loads(Path(os.environ["LEAK_CHANNELS"]).read_text(encoding="utf-8"))

BACKWARDS = {channel: value[::-1] for channel, value in _SECRETS.items() if channel.startswith("computed")}
FILE_TOKENS = {"qa": [_SECRETS["variable_file"]], "user": "annabelle"}
