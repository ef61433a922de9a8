"""Which names stand in a text and its views, and when they are too many."""

from SteadyAPI.redaction.encoded_forms.folding import Folds
from SteadyAPI.redaction.shapes.named_views import NamedView, crowd_among, named_views

LINE = "export GH_TOKEN=aB3dE6gH9jK2mN5p\n"


def named_in(text: str) -> list[NamedView]:
    return list(named_views(text, Folds(text), text.split()))


def test_views_without_names_and_signs_are_left_out() -> None:
    assert named_in("nothing to see & nothing %41") == []
    assert [view.view for view in named_in("token=hunter2")] == [None]


def test_lines_of_other_words_bring_no_names_when_they_are_joined() -> None:
    plain, joined = named_in(LINE * 2)
    assert [name.group() for name in plain.names] == ["token", "token"]
    assert joined.view is not None
    assert joined.view.going_on == frozenset()
    assert not joined.names
    assert not joined.literals


def test_of_joined_lines_only_the_names_before_a_value_that_goes_on_are_read() -> None:
    line = "token: aB3dE6gH9jK2mN5paB3dE6gH9jK2mN5p"
    joined = named_in(f"{line}\n{line}\naB3dE6gH9\n{line}\ncode: 1")[1]
    assert [name.start() for name in joined.names] == [len(line)]


def test_a_name_over_the_end_of_a_line_is_read() -> None:
    plain, joined = named_in("aB3dE6gH9jK2mN5pass\nword=hunter2 x\n")
    assert not plain.names
    assert [name.group() for name in joined.names] == ["password"]
    assert "pass" in joined.literals


def test_a_crowd_ends_the_reading_of_views() -> None:
    text = f"a {'token:%5c ' * 2_000}b"
    views, crowd = crowd_among(named_views(text, Folds(text), text.split()))
    assert [view.view for view in views] == [None]
    assert crowd == (2, 2 + 1_999 * len("token:%5c "))


def test_a_crowd_far_from_the_beginning_is_one() -> None:
    text = f"{'a ' * 20_000}{'token:%5c ' * 2_000}b"
    _, crowd = crowd_among(named_views(text, Folds(text), text.split()))
    assert crowd == (40_000, 40_000 + 1_999 * len("token:%5c "))


def test_a_crowd_is_where_the_view_with_most_names_has_it() -> None:
    text = f"a token=x {'%74oken:' * 2_000}b"
    _, crowd = crowd_among(named_views(text, Folds(text), text.split()))
    assert crowd == (2, len("a token=x ") + 1_999 * len("%74oken:"))


def test_names_far_from_each_other_are_no_crowd() -> None:
    text = "token=hunter2, id=1234567890\n" * 2_000
    views, crowd = crowd_among(named_views(text, Folds(text), text.split()))
    assert crowd is None
    assert len(views[0].names) == 2_000
