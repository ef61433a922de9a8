"""``python -m SteadyAPI scrub DIR``: masks the artefacts of a finished, crashed or old run, or checks them."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from SteadyAPI.redaction.artefact.sweep import BESIDE, Outcome, Swept, sweep
from SteadyAPI.redaction.environment import environment_secrets, file_secrets
from SteadyAPI.redaction.registry import Registration, SecretRegistry

CLEAN, FOUND = 0, 1


class Finding(NamedTuple):
    """A file that showed something."""

    path: Path
    swept: Swept
    is_named_after_a_secret: bool


def scrub(argv: Sequence[str]) -> int:
    """Runs the command with its arguments.

    Returns:
        0 if everything is clean now, 1 if something shows secrets.

    Raises:
        SystemExit: 2 if the arguments are wrong, 0 after ``--help``.
    """
    parser = _parser()
    options = parser.parse_args(argv)
    try:
        registry = _registry(options)
        files = sorted(set(_files(options.paths)))
    except (OSError, ValueError) as error:
        parser.error(str(error))
    findings = [finding for path in files if (finding := _finding(path, registry, only_check=options.check))]
    _report(findings, len(files), registry, only_check=options.check)
    is_clean = all(finding.swept.is_clean and not finding.is_named_after_a_secret for finding in findings)
    return CLEAN if is_clean else FOUND


def _parser() -> argparse.ArgumentParser:
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


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (file for file in path.rglob("*") if file.is_file() and not file.name.endswith(BESIDE))
        elif path.is_file():
            yield path
        else:
            message = f"expected a folder or a file, got {str(path)!r}, which does not exist"
            raise ValueError(message)


def _finding(path: Path, registry: SecretRegistry, *, only_check: bool) -> Finding | None:
    swept = sweep(path, registry.mask, registry.clean_among, only_check=only_check)
    is_named = registry.mask(path.name) is not path.name
    return Finding(path, swept, is_named) if swept.texts or is_named or swept.outcome is Outcome.MISSING else None


def _report(findings: list[Finding], files: int, registry: SecretRegistry, *, only_check: bool) -> None:
    for finding in findings:
        what = f"{finding.swept.texts:6} texts  {finding.swept.outcome.value}"
        name = ", and the name of the file shows one" if finding.is_named_after_a_secret else ""
        sys.stdout.write(f"{what:40}  {registry.mask(str(finding.path))}{name}\n")
    verb = "checked" if only_check else "scrubbed"
    sys.stdout.write(f"{files} files {verb}, {len(findings)} showed secrets. Used: {registry!r} and the shape rules.\n")
