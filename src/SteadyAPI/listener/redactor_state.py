"""What all redactors of a process share: who is at work, and which files are still to be swept."""

import atexit
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, Any

from SteadyAPI.redaction.output.stream import MaskedStream
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import RUN_SECRETS, SecretRegistry

if TYPE_CHECKING:
    from SteadyAPI.redaction.output.file_descriptor import MaskedDescriptor


_NAMES_MOST = 8
_CLOCK_LAG = 2_000_000_000
"""Nanoseconds that the time of a file may lie behind the clock: FAT counts in two seconds, Linux in milliseconds."""


class Run:
    """State of a run: the redactor at work, the streams, the files known and those swept already."""

    def __init__(self, secrets: SecretRegistry, at_exit: Callable[[Callable[[], None]], Any] = atexit.register) -> None:
        self.secrets = secrets
        secrets.on_refusal = self.warn_refused
        self._at_exit = at_exit
        self._owner: object = None
        self._files: dict[Path, int] = {}
        self._folders: dict[Path, int] = {}
        self._streams: list[MaskedStream] = []
        self._descriptors: list[MaskedDescriptor] = []
        self._masks_streams = False
        self._warned: set[str] = set()

    def claim(self, redactor: object) -> bool:
        """Makes ``redactor`` the one at work if nobody is, and tells whether it is."""
        if self._owner is None:
            self._owner = redactor
        return self._owner is redactor

    def release(self, redactor: object) -> None:
        """Lets another redactor take over, and says what was learnt; the one at work calls it at the end of the run."""
        if self._owner is redactor:
            self._owner = None
            self._summarise()

    def _summarise(self) -> None:
        learnt = self.secrets.learnt
        if learnt:
            names = [f"{name} ({count})" for name, count in learnt.items()]
            shown = ", ".join(
                [*names[:_NAMES_MOST], *([f"{len(names) - _NAMES_MOST} more names"] * (len(names) > _NAMES_MOST))]
            )
            total = sum(learnt.values())
            self.warn(
                f"{total} {'value was' if total == 1 else 'values were'} learnt as secrets, by name: {shown}. "
                "For what is none, write allow=NAME or Unregister Secret."
            )

    def mask_streams(self) -> None:
        """Masks the standard streams and sweeps what is left at exit; once a process."""
        if self._masks_streams:
            return
        self._masks_streams = True
        for stream in {id(stream): stream for stream in (sys.__stdout__, sys.__stderr__) if stream}.values():
            self._streams.append(MaskedStream(stream, self.secrets.mask))
        self._at_exit(self.sweep_rest)

    def filter_native_output(self) -> None:
        """Masks what native code and child processes write to standard output and error; once a process."""
        from SteadyAPI.redaction.output.file_descriptor import MaskedDescriptor  # noqa: PLC0415 - only on request

        if not self._descriptors:
            self._descriptors = [MaskedDescriptor(number, self.secrets.mask) for number in (1, 2)]
            self._at_exit(self._restore_descriptors)

    def _restore_descriptors(self) -> None:
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                stream.flush()
        for descriptor in self._descriptors:
            descriptor.restore()

    def register(self, origin: str, value: str, name: str = "") -> None:
        """Registers a value; says on the console where a refused one came from, never what it is.

        An environment variable whose ``name`` is allowed is shown as the user wishes.
        """
        outcome = self.secrets.register(value, name=name)
        is_wanted = outcome is Registration.EMPTY or (name and outcome is Registration.ALLOWED)
        if outcome.is_refusal and not is_wanted:
            self.warn(f"{origin} is not masked: {outcome.value}.")

    def mask_name(self, name: str) -> str:
        """Returns a name as files show it; says on the console when it isn't the one in the data any more."""
        shown = self.secrets.mask_name(name)
        if shown != name:
            self.warn(
                f'A name shows a secret, so it reads "{shown}" in all files: --rerunfailed finds no test by it. '
                "Don't name things after secrets."
            )
        return shown

    def warn_refused(self, name: str, outcome: Registration) -> None:
        """Says on the console that a value in use is shown, by the name that it goes by."""
        self.warn(f"The value of {name} is not masked: {outcome.value}.")

    def register_secret(self, value: str) -> None:
        """Registers the value of a ``Secret``."""
        self.register("A Secret", value)

    def warn(self, text: str) -> None:
        """Writes a line to the console, once."""
        if sys.__stderr__ is not None and text not in self._warned:
            self._warned.add(text)
            sys.__stderr__.write(f"[ REDACTION ] {text}\n")

    def sweep_later(self, path: Path) -> None:
        """Remembers a file that is to be swept at the latest at exit."""
        self._files.setdefault(path, 0)

    def sweep_new_files_later(self, folder: Path) -> None:
        """Remembers a folder in which files of names unknown may appear: xunit, parts of a split log."""
        self._folders.setdefault(folder, time_ns() - _CLOCK_LAG)

    def sweep_now(self, path: Path) -> None:
        """Masks a finished file now."""
        from SteadyAPI.redaction.artefact.sweep import sweep  # noqa: PLC0415 - not wanted before a file is finished

        self.secrets.settle_names()
        if not sweep(path, self.secrets.mask, self.secrets.clean_among).is_clean and path.exists():
            self.warn(f"{path} could not be masked and may show secrets: don't publish it.")
            return
        self._files[path] = path.stat().st_mtime_ns if path.exists() else 0

    def sweep_rest(self) -> None:
        """Masks every known file that was never swept or has changed since, and the syslog."""
        syslog = os.environ.get("ROBOT_SYSLOG_FILE", "NONE")
        if syslog.upper() != "NONE":
            self.sweep_later(Path(syslog))
        for folder, since in self._folders.items():
            for path in _made_since(folder, since):
                self.sweep_later(path)
        for path, swept in tuple(self._files.items()):
            if path.exists() and path.stat().st_mtime_ns != swept:
                self.sweep_now(path)


def _made_since(folder: Path, since: int) -> list[Path]:
    if not folder.is_dir():
        return []
    # Not by globs: compiling their patterns takes longer than looking, and every run ends with it.
    return [path for path in folder.iterdir() if _may_be_late(path) and path.stat().st_mtime_ns >= since]


def _may_be_late(path: Path) -> bool:
    return path.suffix == ".xml" or (path.suffix == ".js" and "-" in path.name)


RUN = Run(RUN_SECRETS)
