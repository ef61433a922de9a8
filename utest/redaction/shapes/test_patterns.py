"""What a pattern means by letters and digits."""

import pytest

from SteadyAPI.redaction.shapes.patterns import compiled, compiled_for_unicode


@pytest.mark.parametrize(("pattern", "text"), [(r"\w+", "L\u00f6sung"), (r"\d+", "\u0663"), (r"\s", "\u2003")])
def test_other_scripts_count_where_they_may(pattern: str, text: str) -> None:
    assert compiled(pattern).fullmatch(text) is None
    assert compiled_for_unicode(pattern).fullmatch(text)


def test_a_pattern_is_compiled_once() -> None:
    assert compiled("a+b") is compiled("a+b")
    assert compiled_for_unicode("a+b") is compiled_for_unicode("a+b")
