"""A variable file that a keyword imports while the test runs."""

import json
import os
from pathlib import Path

_SECRETS: dict[str, str] = json.loads(Path(os.environ["LEAK_CHANNELS"]).read_text(encoding="utf-8"))

LATER_FILE_PASSWORD = _SECRETS["later_variable_file"]
