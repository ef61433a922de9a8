"""The public interface is what utest/public_api.txt says; docs/versions.md says what a change of it means."""

from collections.abc import Iterable

import pytest
from public_api import FILE, public_api
from robot.version import get_version  # type: ignore[import-untyped]  # Robot Framework types its API only

ROBOT = tuple(int(number) for number in get_version(naked=True).split("."))
MESSAGE = """the public interface isn't that of utest/public_api.txt.
{changes}
By docs/versions.md this needs a new {part} version. If it is meant: `uv run poe api`, and a line in the changelog."""


def facts(lines: Iterable[str]) -> dict[str, str]:
    """Returns what holds, by what it is about."""
    return {about: what for about, _, what in (line.partition("  ") for line in lines)}


def difference(frozen: Iterable[str], present: Iterable[str]) -> str:
    """Returns what changed and what that means for the version; nothing when nothing did."""
    old, new = facts(frozen), facts(present)
    broken = [f"gone:     {about}" for about in old if about not in new]
    broken += [
        f"changed:  {about}: {old[about]} -> {new[about]}" for about in old if new.get(about, old[about]) != old[about]
    ]
    added = [about for about in new if about not in old]
    broken += [f"required: {about}" for about in added if is_required(about, new, old)]
    changes = broken + [f"new:      {about}" for about in added]
    if not changes:
        return ""
    return MESSAGE.format(changes="\n".join(changes), part="major" if broken else "minor")


def is_required(about: str, new: dict[str, str], old: dict[str, str]) -> bool:
    """Returns whether suites that call a keyword now must give it an argument that it didn't have."""
    keyword = about.partition(",")[0]
    return new[about].endswith("= required") and f"{keyword}, tags" in old


@pytest.mark.skipif(ROBOT < (7, 3), reason="its libdoc doesn't tell a keyword that returns nothing from any other")
def test_the_interface_is_the_frozen_one() -> None:
    frozen = FILE.read_text(encoding="utf-8").splitlines()
    changed = difference(frozen, public_api())
    if changed:
        pytest.fail(changed, pytrace=False)


def test_each_line_is_about_something_else() -> None:
    lines = public_api()
    assert len(facts(lines)) == len(lines)


FROZEN = ["L: GET, tags  Request", "L: GET, argument 1, url  str = required", "L: GET, timeout=  float = 1"]


@pytest.mark.parametrize(
    ("present", "part", "change"),
    [
        (FROZEN[:2], "major", "gone:     L: GET, timeout="),
        ([*FROZEN[:2], "L: GET, timeout=  float = 2"], "major", "changed:  L: GET, timeout=: float = 1 -> float = 2"),
        ([*FROZEN, "L: GET, model=  str = required"], "major", "required: L: GET, model="),
        ([*FROZEN, "L: GET, model=  str = x"], "minor", "new:      L: GET, model="),
        ([*FROZEN, "L: PUT, tags  Request", "L: PUT, model=  str = required"], "minor", "new:      L: PUT, tags"),
    ],
)
def test_a_change_names_the_version_that_it_needs(present: list[str], part: str, change: str) -> None:
    message = difference(FROZEN, present)
    assert f"this needs a new {part} version" in message
    assert change in message.splitlines()


def test_the_order_of_the_lines_says_nothing() -> None:
    assert difference(FROZEN, reversed(FROZEN)) == ""
