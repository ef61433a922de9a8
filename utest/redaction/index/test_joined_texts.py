"""Which of several joined texts a place belongs to."""

from hypothesis import given
from hypothesis import strategies as st

from SteadyAPI.redaction.index.joined_texts import JoinedTexts


@given(st.lists(st.text("ab", max_size=4), min_size=1, max_size=5), st.sampled_from(["", "-", "--"]))
def test_each_character_belongs_to_its_text(texts: list[str], between: str) -> None:
    joined = JoinedTexts(texts, between)
    assert joined.text == between.join(texts)
    for number, text in enumerate(texts):
        start = joined.start_of(number)
        assert joined.text.startswith(text, start)
        assert all(joined.number_at(start + offset) == number for offset in range(len(text)))
        assert all(joined.located(start + offset) == (number, offset) for offset in range(len(text)))


def test_a_stretch_touches_the_texts_that_it_ends_at() -> None:
    joined = JoinedTexts(["one", "two", "three"], "--")
    assert joined.text == "one--two--three"
    assert joined.touched(0, 2) == range(1)
    assert joined.touched(5, 8) == range(1, 2)
    assert joined.touched(1, 5) == range(2)
    assert joined.touched(7, 13) == range(1, 3)
    assert joined.touched(12, 15) == range(2, 3)
