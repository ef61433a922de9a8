"""What the suites of this folder share with those of ``atest/real``: server processes and a test authority."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
# The tests may run from a copy somewhere below the project's folder.
CACHE = next((folder / ".cache" for folder in HERE.parents if (folder / ".cache").is_dir()), Path(".cache"))
sys.path.insert(0, str(HERE.parent / "real"))

from authority import Authority  # noqa: E402  the path is needed first
from child import LOOPBACK, Child, free_ports, running  # noqa: E402  see above
from until_the_end import UntilTheEnd  # noqa: E402  see above

__all__ = ["CACHE", "HERE", "LOOPBACK", "Authority", "Child", "UntilTheEnd", "free_ports", "running"]
