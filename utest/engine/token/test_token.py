from SteadyAPI.engine.token.token import Token


def test_a_token_shows_neither_itself_nor_its_refresh_token() -> None:
    assert repr(Token("abc-secret", refresh_secret="next-secret")).count("secret") == 0


def test_a_fixed_token_is_its_own_value() -> None:
    assert Token("abc").value() == "abc"


def test_a_fixed_token_can_not_be_renewed() -> None:
    assert Token("abc").renew("abc") is None


def test_a_token_without_an_end_stays_fresh() -> None:
    assert Token("abc").is_fresh(1e9)


def test_a_long_lived_token_is_spent_ten_seconds_before_its_end() -> None:
    token = Token("abc", lifetime=3600, expires=3600)
    assert [token.is_fresh(3589.9), token.is_fresh(3590)] == [True, False]


def test_a_shorter_lived_token_is_spent_a_tenth_of_its_life_before_its_end() -> None:
    token = Token("abc", lifetime=20, expires=20)
    assert [token.is_fresh(17.9), token.is_fresh(18.1)] == [True, False]


def test_a_token_of_a_few_seconds_is_spent_a_second_before_its_end() -> None:
    token = Token("abc", lifetime=3, expires=3)
    assert [token.is_fresh(1.9), token.is_fresh(2.1)] == [True, False]


def test_a_token_of_a_second_is_spent_half_its_life_before_its_end() -> None:
    token = Token("abc", lifetime=1, expires=1)
    assert [token.is_fresh(0.4), token.is_fresh(0.6)] == [True, False]
