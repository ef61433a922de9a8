"""Folders that processes of one user share, and nobody else may read or change."""

import os
import stat
from pathlib import Path

from SteadyAPI.errors import UsageError

_OWNER_ONLY = 0o700


def private_folder(folder: Path, option: str) -> Path:
    """Makes a folder of this user's own, or checks the one that is there.

    In a folder for temporary files everybody can make one of any name first. Systems without numbers for users, such as
    Windows, keep those folders apart themselves.

    Args:
        folder: The folder.
        option: The option that asked for it, as the message names it.

    Raises:
        UsageError: When others could read or change what is in it.
    """
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    if not hasattr(os, "getuid"):
        return folder
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) != _OWNER_ONLY:
        raise UsageError(
            f"{option}: expected the folder {folder} to be yours alone, and others may read or change it.\n"
            f"  delete it: rm -r {folder}"
        )
    return folder
