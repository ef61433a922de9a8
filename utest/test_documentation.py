"""Keyword documentation in Robot Framework's format."""

import pytest

from SteadyAPI.documentation import robot_format

WRITTEN = """Does **something** to [a page](http://shop.test/x).

## Chapter

- one
  and more

Args:
    url: Where to,
        in two lines.
    **others: The rest.

Returns:
    A thing.

Examples:
```robotframework
*** Test Cases ***
One

    GET    [x](y)
```
"""
PLAIN = """Does *something* to [http://shop.test/x|a page].

= Chapter =

- one
  and more
"""
EXAMPLE = """
*Examples:*

| ***** Test Cases *****
| One
|
|     GET    [x](y)"""


def test_sections_stay_where_libdoc_reads_them() -> None:
    assert robot_format(WRITTEN, sections=False) == (
        f"{PLAIN}\nArgs:\n    url: Where to,\n        in two lines.\n    **others: The rest.\n"
        f"\nReturns:\n    A thing.\n{EXAMPLE}"
    )


def test_sections_are_lists_where_libdoc_does_not() -> None:
    assert robot_format(WRITTEN, sections=True) == (
        f"{PLAIN}\n*Arguments:*\n\n- ``url``: Where to,\n  in two lines.\n- ``**others``: The rest.\n"
        f"\n*Returns:*\n\n  A thing.\n{EXAMPLE}"
    )


@pytest.mark.parametrize("text", ["", "Does something.", "Takes `**options` and `a[0](b)`."])
def test_what_needs_no_change_stays(text: str) -> None:
    assert robot_format(text, sections=True) == text
