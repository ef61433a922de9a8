"""Where a word may begin or end, asked for stretches that go on through a text."""

from SteadyAPI.redaction.index.places import Places


def test_stretches_that_overlap_or_leave_something_out_give_each_place_once_and_in_order() -> None:
    places = Places("ab" * 1_000, {"aba"})
    assert places.between(0, 100) == list(range(0, 100, 2))
    assert places.between(51, 300) == list(range(52, 300, 2))
    assert places.between(60, 300) == list(range(60, 300, 2))
    assert places.between(1_500, 1_600) == list(range(1_500, 1_600, 2))
    assert places.between(1_900, 2_500) == list(range(1_900, 1_998, 2))
    assert places.between(1_998, 2_500) == []


def test_where_nothing_is_known_there_are_no_places() -> None:
    assert Places("abcdef", {"bcx"}).between(0, 6) == []
