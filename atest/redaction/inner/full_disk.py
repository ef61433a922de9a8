"""Runs a command on a disk of its own that has no room left, or where no file can grow beyond a size.

    full_disk.py disk FOLDER BYTES COMMAND ...     mounts a disk on FOLDER/disk; to be run in a mount namespace
    full_disk.py limit FOLDER BYTES COMMAND ...    limits the size of each file instead

FOLDER/results is moved to FOLDER/disk/results and back. BYTES is the room left for the command.
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

_PAGE = 4096


def main() -> int:
    """Returns the command's exit code."""
    kind, folder, room, command = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    results, disk = folder / "results", folder / "disk"
    on_disk = disk / "results"
    disk.mkdir(exist_ok=True)
    if kind == "disk":
        _mount(disk, _pages_of(results) + room // _PAGE + 1)
    shutil.copytree(results, on_disk)
    if kind == "disk":
        _fill(disk / "ballast", room)
    limit = None if kind == "disk" else max((path.stat().st_size for path in _files(on_disk)), default=0) + room
    done = subprocess.run(command, check=False, preexec_fn=None if limit is None else lambda: _limit(limit))
    shutil.copytree(on_disk, results, dirs_exist_ok=True)
    return done.returncode


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _pages_of(folder: Path) -> int:
    return sum(-(-path.stat().st_size // _PAGE) for path in _files(folder)) + 16


def _mount(disk: Path, pages: int) -> None:
    options = f"size={pages * _PAGE}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "full-disk", str(disk)], check=True)


def _fill(ballast: Path, room: int) -> None:
    """Takes all the room of the disk, then gives ``room`` bytes back."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(_PAGE)):
                pass
        except OSError:
            file.truncate(max(0, file.tell() // _PAGE * _PAGE - -(-room // _PAGE) * _PAGE))
    if room == 0 and _has_room(ballast.with_name("probe")):
        sys.exit("the disk is not full")


def _has_room(probe: Path) -> bool:
    try:
        probe.write_bytes(b"x")
    except OSError:
        return False
    return True


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


if __name__ == "__main__":
    sys.exit(main())
