"""Patterns that are compiled when they are first needed: most runs meet few kinds of secrets."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    r"""Returns the pattern, in which ``\w``, ``\d``, ``\s`` and their like mean ASCII only."""
    return re.compile(pattern, re.ASCII)


@cache
def compiled_for_unicode(pattern: str) -> re.Pattern[str]:
    r"""Returns the pattern, in which ``\w``, ``\d``, ``\s`` and their like mean the characters of all scripts."""
    return re.compile(pattern)
