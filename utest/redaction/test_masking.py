"""Laws of the pure function."""

from collections.abc import Callable, Iterable

from SteadyAPI.redaction.masking import mask, replace


def finder_of(*wanted: str) -> Callable[[str], Iterable[tuple[int, int]]]:
    return lambda text: [(text.index(word), text.index(word) + len(word)) for word in wanted if word in text]


def test_nothing_found_gives_the_same_object() -> None:
    text = "plain text"
    assert mask(text, finder_of("secret")) is text


def test_overlapping_stretches_become_one_mask() -> None:
    assert mask("xabcdx", finder_of("abc", "bcd")) == "x[redacted]x"


def test_touching_stretches_become_one_mask() -> None:
    assert mask("xabcdx", finder_of("ab", "cd")) == "x[redacted]x"


def test_what_a_mask_brings_forth_is_masked_too() -> None:
    assert mask("abc]tail", finder_of("abc", "]]tail")) == "[redacted]"


def test_a_mask_that_is_found_again_changes_nothing() -> None:
    text = "a [redacted] b"
    assert mask(text, finder_of("[redacted]")) is text


def test_stretches_may_come_in_any_order() -> None:
    assert replace("one two", [(4, 7), (0, 3)]) == "[redacted] [redacted]"


def test_masking_ends_with_a_finder_that_never_does() -> None:
    def first_letter(text: str) -> list[tuple[int, int]]:
        place = next(place for place, char in enumerate(text) if char.isupper())
        return [(place, place + 1)]

    assert mask("A-B-C-D-E-F-G-H-I-J", first_letter).endswith("-I-J")


def test_a_long_text_is_searched_again_around_its_masks_alone() -> None:
    text = f"secret{'.' * 5_000} a secret ]after{'.' * 5_000}]tail ]after"
    searched: list[str] = []

    def find(text: str) -> list[tuple[int, int]]:
        searched.append(text)
        return [span for word in ("secret", "] ]after") for span in finder_of(word)(text)]

    assert mask(text, find) == text.replace("secret", "[redacted]", 1)
    assert [len(part) for part in searched] == [len(text), len("[redacted]") + 1_024]


def test_what_goes_up_to_where_a_long_text_is_cut_is_left() -> None:
    def rest(text: str) -> list[tuple[int, int]]:
        return [(text.index("secret"), text.index("secret") + 6)] if "secret" in text else [(0, 8), (20, len(text))]

    text = f"{'a' * 5_000}secret{'b' * 5_000}"
    assert mask(text, rest) == text.replace("secret", "[redacted]")


def test_a_long_text_is_searched_twice_at_most() -> None:
    searched: list[int] = []

    def peel(text: str) -> list[tuple[int, int]]:
        searched.append(len(text))
        return [(0, text.index("x") + 1)] if "x" in text else []

    assert mask("x" * 40_000, peel).startswith("[redacted]x")
    assert len(searched) == 2
    assert mask("x" * 6, peel) == "[redacted]"


def test_what_stands_at_the_ends_of_a_long_text_is_masked_though_it_is_cut_nowhere() -> None:
    def beside(text: str) -> Iterable[tuple[int, int]]:
        return finder_of("secret")(text) if "secret" in text else finder_of("head", "tail")(text)

    dots = "." * 5_000
    assert mask(f"head secret{dots}", beside) == f"[redacted] [redacted]{dots}"
    assert mask(f"{dots}secret tail", beside) == f"{dots}[redacted] [redacted]"
