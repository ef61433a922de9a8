"""What a library of the acceptance suites starts and makes, until the end of the run."""

import atexit
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path


class UntilTheEnd(ExitStack):
    """Undoes what was done, the last first, when the library is closed; and when the run is stopped by force."""

    def __init__(self) -> None:
        super().__init__()
        # A run that is stopped by force closes no library.
        atexit.register(self.close)

    def folder(self) -> Path:
        """Returns a new folder, which is removed at the end."""
        folder = Path(tempfile.mkdtemp(prefix="steadyapi-atest-"))
        self.callback(shutil.rmtree, folder)
        return folder
