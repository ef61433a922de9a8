"""What retries cost a host."""

from SteadyAPI.engine.retry.budget import RetryBudget


def test_a_fresh_budget_pays_for_twenty_retries() -> None:
    budget = RetryBudget()
    assert [budget.take(5.0) for _ in range(21)] == [True] * 20 + [False]


def test_a_refused_retry_costs_nothing() -> None:
    budget = RetryBudget()
    budget.left = 3.0
    assert not budget.take(5.0)
    assert budget.take(2.0)


def test_a_response_gives_one_token_back_until_it_is_full() -> None:
    budget = RetryBudget()
    budget.take(1.5)
    budget.reward()
    assert budget.left == 99.5
    assert not budget.full
    budget.reward()
    assert budget.left == 100.0
    assert budget.full
