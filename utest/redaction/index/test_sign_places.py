"""Where signs stand: overlapping places too, each looked for once."""

from SteadyAPI.redaction.index.sign_places import SignPlaces


def test_all_places_of_a_sign_are_found() -> None:
    places = SignPlaces("a token, a tokentoken")
    assert places("token") == [2, 11, 16]
    assert places("aa") == []
    assert SignPlaces("aaa")("aa") == [0, 1]


def test_what_was_looked_for_is_remembered() -> None:
    places = SignPlaces("a token")
    assert places("token") is places("token")
