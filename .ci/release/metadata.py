"""What the packages say of themselves, as PyPI and pip read it."""

import re
import subprocess
import sys
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

from packaging.specifiers import SpecifierSet
from refusal import RefusalError

URLS = {"Source", "Documentation", "Changelog", "Issues", "Security"}
CLASSIFIERS = {"Framework :: Robot Framework :: Library", "Typing :: Typed"}
_PYTHON = "Programming Language :: Python :: "
_RELATIVE = re.compile(r"\]\((?!https?://|#)([^)]+)\)")


def check(packages: Path, version: str) -> None:
    """Checks the packages of a folder.

    Raises:
        RefusalError: When what they say is wrong, missing, or not shown by PyPI.
    """
    files = sorted(packages.iterdir())
    names = [file.name for file in files]
    expected = [f"robotframework_steadyapi-{version}{end}" for end in ("-py3-none-any.whl", ".tar.gz")]
    if names != expected:
        raise RefusalError(f"expected the packages {', '.join(expected)}, got {', '.join(names)}.")
    run = subprocess.run([sys.executable, "-m", "twine", "check", "--strict", *map(str, files)], check=False)  # noqa: S603  our own files
    if run.returncode:
        raise RefusalError("expected twine check --strict to pass; it says above what PyPI would refuse.")
    for name, expectation, got in _facts(_metadata(files[0]), version):
        if expectation != got:
            raise RefusalError(f"expected {name} of the wheel to be {expectation}, got {got}.")


def _metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        place = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(place))


def _facts(metadata: Message, version: str) -> list[tuple[str, object, object]]:
    """Returns what is to be so: its name, what is expected, and what is there."""
    classifiers = set(metadata.get_all("Classifier", []))
    pythons = [name.removeprefix(_PYTHON) for name in classifiers if re.fullmatch(rf"{_PYTHON}3\.\d+", name)]
    allowed = SpecifierSet(metadata["Requires-Python"])
    return [
        ("Version", version, metadata["Version"]),
        ("License-Expression", "Apache-2.0", metadata["License-Expression"]),
        ("Description-Content-Type", "text/markdown", metadata["Description-Content-Type"]),
        ("Project-URL", URLS, {url.partition(",")[0] for url in metadata.get_all("Project-URL", [])}),
        ("Classifier", set(), CLASSIFIERS - classifiers),
        ("Requires-Python", f">={min(pythons, key=lambda name: int(name.partition('.')[2]))}", str(allowed)),
        ("relative links of the description", [], _RELATIVE.findall(str(metadata.get_payload()))),
    ]
