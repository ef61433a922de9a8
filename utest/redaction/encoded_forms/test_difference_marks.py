"""Secrets with the marks of what differs in them: of JUnit, ``git diff --word-diff``, pages, colours."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.encoded_forms.difference_marks import difference_views
from SteadyAPI.redaction.registry import SecretRegistry


def views_of(text: str) -> list[str]:
    return [view.text for view in difference_views(text) if view]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("expected:<a[b]c> but was:<a[]c>", "expected:<abc> but was:<ac>"),
        ("expected:<...a[b]c...> but was:<...a[]c...>", "expected:<\n...abc...\n> but was:<\n...ac...\n>"),
        ("a-[-b c-]{+d+}", "a-d"),
        ("a-[-b c-]{+d+}", "a-b c"),
        ('a<del style="x">b</del><ins>c</ins>', "ac"),
        ('a<del style="x">b</del><ins>c</ins>', "ab"),
        ("a[31mb[0m", "ab"),
        ("a^[[1;31mb\u2190[mc\\e[0md", "abcd"),
    ],
)
def test_marks_are_left_out(text: str, read: str) -> None:
    assert read in views_of(text)


@pytest.mark.parametrize(
    "text",
    ["expected:<a> but was:<b>", "a[0] <b>", "[-x] and {+y}", "<ins>a", "a[0x]"],
)
def test_innocent_texts_have_no_view(text: str) -> None:
    assert views_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "org.junit.ComparisonFailure: expected:<Kran7hof-[blau9]> but was:<Kran7hof-[rot5]>",
        "expected:<Lran7hof-[rot5]> but was:<Kran7hof-[blau9]>",
        "expected:<...an7hof-[blau9]> but was:<...an7hof-[rot5]>",
        "expected:<[K]ran7hof-bl...> but was:<[Mist]>",
        "expected:<Kran[7]hof-blau9> but was:<Mist[8]e>",
        "password: Kran7hof-[-rot5-]{+blau9+}",
        "password: Kran7hof-[-blau9-]{+rot5+}",
        '<span>Kran7hof-</span><del style="x">rot5</del><ins style="y">blau9</ins>',
        "Kran7hof-<del>blau9</del><ins>rot5</ins>",
        "Kran7hof-[31mblau9[0m",
        "Kran7hof-\u2190[31mblau9\u2190[0m",
    ],
)
def test_a_known_secret_is_masked(text: str) -> None:
    registry = SecretRegistry()
    registry.register("Kran7hof-blau9")
    masked = registry.mask(text)
    assert "[redacted]" in masked
    assert not any(part in masked for part in ("blau9", "7hof-bl", "hof-blau"))


@pytest.mark.parametrize(
    "unit",
    ["was:<[a", "was:<[a]", "was:<]", "...>was:<[]", "[-{+-]", "{+", "</ins><ins ", "<del>a</del>", "[0m[", "\\e["],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, "Kran7hof-blau9")
