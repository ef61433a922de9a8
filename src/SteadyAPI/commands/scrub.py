"""``python -m SteadyAPI scrub DIR``: masks the artefacts of a finished, crashed or old run, or checks them."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from SteadyAPI.redaction.artefact.json import names_in_json
from SteadyAPI.redaction.artefact.sweep import BESIDE, Outcome, Swept, sweep
from SteadyAPI.redaction.artefact.unit import opened
from SteadyAPI.redaction.artefact.xml import names_in
from SteadyAPI.redaction.environment import environment_secrets, file_secrets
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import SecretRegistry

CLEAN, FOUND = 0, 1

# By the ending of an output file
_NAMES_IN = {".xml": names_in, ".json": names_in_json}


class Entry(NamedTuple):
    """A file or folder that is to be clean."""

    path: Path
    is_folder: bool = False
    is_outside: bool = False
    """Whether it is a link that leads out of the folders that were named: what it leads to is never changed."""


class Finding(NamedTuple):
    """A file or folder that is not clean, or was not until now."""

    path: Path
    what: str
    is_clean: bool


def scrub(argv: Sequence[str]) -> int:
    """Runs the command with its arguments.

    Returns:
        0 if everything is clean now, 1 if something shows secrets or could not be looked at.

    Raises:
        SystemExit: 2 if the arguments are wrong, 0 after ``--help``.
    """
    parser = arguments()
    options = parser.parse_args(argv)
    try:
        registry = _registry(options)
        entries = list(_entries(options.paths))
        _keep_names(entries, registry)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    findings = [finding for entry in entries for finding in _findings(entry, registry, only_check=options.check)]
    _report(findings, entries, registry, only_check=options.check)
    return CLEAN if all(finding.is_clean for finding in findings) else FOUND


def arguments() -> argparse.ArgumentParser:
    """Returns the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="python -m SteadyAPI scrub",
        description="Masks secrets in the artefacts of a run: what environment variables with telling names hold, "
        "what a file of secrets lists, and what looks like a secret.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="DIR", help="folder (searched whole) or file")
    parser.add_argument("--check", action="store_true", help="only look: exit with 1 if anything shows a secret")
    parser.add_argument(
        "--secrets", type=Path, metavar="FILE", help="more secrets: one a line, or a JSON file of strings"
    )
    return parser


def _registry(options: argparse.Namespace) -> SecretRegistry:
    registry = SecretRegistry()
    named = [(f"environment variable {name}", value) for name, value in environment_secrets(os.environ)]
    if options.secrets is not None:
        named += file_secrets(options.secrets)
    for place, value in named:
        outcome = registry.register(value)
        if outcome.is_refusal and outcome is not Registration.EMPTY:
            sys.stderr.write(f"scrub: the value of {place} is not looked for: {outcome.value}.\n")
    return registry


def _keep_names(entries: list[Entry], registry: SecretRegistry) -> None:
    """Shows names of tests, keywords and the like as a run shows them: only known values in them are masked.

    The other files of a run show the same names, so they are looked for before any file is masked.
    """
    for entry in entries:
        look = _NAMES_IN.get(entry.path.suffix.lower())
        if entry.is_folder or look is None:
            continue
        with suppress(OSError, ValueError), opened(entry.path, "utf-8") as source:
            for names in look(source):
                clean = registry.clean_among(names)
                for name in sorted(names):
                    if name not in clean:
                        registry.mask_name(name)


def _entries(paths: list[Path]) -> Iterator[Entry]:
    """Yields every file and folder once, sorted."""
    for path in paths:
        if not path.exists():
            message = f"expected a folder or a file, got {str(path)!r}, which does not exist"
            raise ValueError(message)
    roots = [Path(os.path.realpath(path)) for path in paths]
    entries: dict[Path, Entry] = {}
    for path in paths:
        for entry in _walked(path, roots) if path.is_dir() else (Entry(path),):
            # A folder that can't be read comes by twice, the second time as such.
            entries[entry.path] = entry
    yield from sorted(entries.values())


def _walked(root: Path, roots: list[Path]) -> Iterator[Entry]:
    unreadable: list[OSError] = []
    for folder, names, files in os.walk(root, onerror=unreadable.append):
        for name in (*names, *files):
            path = Path(folder, name)
            is_outside = path.is_symlink() and not _is_inside(path, roots)
            if path.is_dir():
                yield Entry(path, is_folder=True, is_outside=is_outside)
            elif path.is_file() and not name.endswith(BESIDE) and (is_outside or not path.is_symlink()):
                yield Entry(path, is_outside=is_outside)
    yield from (Entry(Path(error.filename)) for error in unreadable)


def _is_inside(link: Path, roots: list[Path]) -> bool:
    target = Path(os.path.realpath(link))
    return any(target.is_relative_to(root) for root in roots)


def _findings(entry: Entry, registry: SecretRegistry, *, only_check: bool) -> Iterator[Finding]:
    kind = "folder" if entry.is_folder else "file"
    if registry.mask(entry.path.name) is not entry.path.name:
        yield Finding(entry.path, f"the name of the {kind} shows a secret", is_clean=False)
    if entry.is_folder:
        if entry.is_outside:
            yield Finding(entry.path, "a link that leads out of the folder, so not followed", is_clean=False)
        return
    swept = sweep(
        entry.path,
        registry.mask,
        registry.clean_among,
        mask_known=registry.mask_known,
        only_check=only_check or entry.is_outside,
    )
    if swept.outcome is not Outcome.CLEAN:
        yield Finding(entry.path, _described(swept, entry), swept.is_clean)


def _described(swept: Swept, entry: Entry) -> str:
    link = "; a link that leads out of the folder, so nothing was changed" if entry.is_outside else ""
    return f"{swept.texts:6} texts  {swept.outcome.value}{link}"


def _report(findings: list[Finding], entries: list[Entry], registry: SecretRegistry, *, only_check: bool) -> None:
    for finding in findings:
        sys.stdout.write(f"{finding.what:40}  {registry.mask(str(finding.path))}\n")
    verb = "checked" if only_check else "scrubbed"
    files = sum(not entry.is_folder for entry in entries)
    showing = len({finding.path for finding in findings})
    unclean = len({finding.path for finding in findings if not finding.is_clean})
    left = f", {unclean} of them not clean" if unclean and not only_check else ""
    known = f"{registry.size} known secret{'' if registry.size == 1 else 's'}"
    sys.stdout.write(
        f"{files} file{'' if files == 1 else 's'} {verb}, {showing} showed secrets{left}. "
        f"Looked for {known}, and for what looks like one.\n"
    )
