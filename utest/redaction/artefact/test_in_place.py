"""A file rewritten where it stands. What doesn't fit is really refused, by the system's limit on the size of files."""

import errno
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from SteadyAPI.redaction.artefact import unit
from SteadyAPI.redaction.artefact.in_place import FittingMask, InPlace
from SteadyAPI.redaction.artefact.json import masked_json
from SteadyAPI.redaction.artefact.plain import masked_plain
from SteadyAPI.redaction.artefact.sweep import BESIDE, Outcome, Swept, sweep
from SteadyAPI.redaction.masking import MASK


def hide(text: str) -> str:
    return text.replace("secret", MASK) if "secret" in text else text


@contextmanager
def limited(size: int) -> Iterator[None]:
    """Lets no file grow beyond a size; not for longer than needed, because the test's own output is a file as well."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "debug.txt"
    made.write_text("a secret\n" * 1_000, encoding="utf-8")
    return made


def test_with_room_a_file_grows(path: Path) -> None:
    place = InPlace(path, "utf-8", masked_plain)
    assert place.mask_that_fits(hide) is hide
    place.overwrite(hide)
    assert path.read_text(encoding="utf-8") == "a [redacted]\n" * 1_000


def test_room_that_was_taken_is_not_read(path: Path) -> None:
    place = InPlace(path, "utf-8", masked_plain)
    place.mask_that_fits(hide)
    assert path.stat().st_size == len("a [redacted]\n") * 1_000
    place.overwrite(hide)
    assert "\0" not in path.read_text(encoding="utf-8")


def test_without_room_the_marks_are_short(path: Path) -> None:
    with limited(path.stat().st_size):
        swept = sweep(path, hide)
    assert swept == Swept(Outcome.MASKED, 1)
    assert path.read_text(encoding="utf-8") == "a ***\n" * 1_000
    assert list(path.parent.iterdir()) == [path]


def test_without_room_for_short_marks_the_file_stays_and_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "output.json"
    path.write_text('{"a": "secret éééééééééééé"}', encoding="utf-8")
    before = path.read_bytes()
    with limited(len(before)):
        swept = sweep(path, hide)
    assert swept == Swept(Outcome.FAILED, 1)
    assert path.read_bytes() == before
    assert not path.with_name(path.name + BESIDE).exists()


def test_a_file_that_can_not_be_written_to_its_end_is_not_begun(path: Path) -> None:
    before = path.read_bytes()
    with limited(len(before) // 2):
        swept = sweep(path, hide)
    assert swept.outcome is Outcome.FAILED
    assert path.read_bytes() == before


def test_the_refusal_names_the_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "output.json"
    path.write_text('{"a": "secret éééééééééééé"}', encoding="utf-8")
    with limited(path.stat().st_size), pytest.raises(OSError, match="No space left") as caught:
        InPlace(path, "utf-8", masked_json).mask_that_fits(hide)
    assert caught.value.errno == errno.ENOSPC


def test_an_empty_file_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "debug.txt"
    path.touch()
    place = InPlace(path, "utf-8", masked_plain)
    place.overwrite(place.mask_that_fits(hide))
    assert path.read_bytes() == b""


def test_small_blocks_change_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", 10)
    with limited(path.stat().st_size):
        sweep(path, hide)
    assert path.read_text(encoding="utf-8") == "a ***\n" * 1_000


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("nothing", "nothing"),
        ("a secret", "a ***"),
        ("a secretsecret", "a ******"),
        ("a secret and a text that the masker makes longer", "a *** and a text that the masker makes longer"),
    ],
)
def test_a_mark_is_as_long_as_it_may_be(text: str, masked: str) -> None:
    assert FittingMask(hide, "utf-8")(text) == masked


def test_a_mask_that_is_not_longer_stays() -> None:
    assert (
        FittingMask(lambda text: text.replace("very-long-secret", MASK), "utf-8")("a very-long-secret")
        == "a [redacted]"
    )


def test_the_shortest_mark_stands_for_one_character() -> None:
    assert FittingMask(lambda text: text.replace("x", MASK), "utf-8")("p=x") == "p=*"


def test_what_no_mark_makes_fit_gets_the_shortest() -> None:
    assert FittingMask(lambda text: text.replace("x", MASK + "y"), "utf-8")("p=x") == "p=*y"
