"""How many retries a host may cost the run: a token bucket, so that a broken service does not get triple load."""

CAPACITY = 100.0
RETRY_COST = 5.0
RATE_LIMITED_COST = 2.0
"""A 429 says when to come back, so that retrying it is cheaper for both."""
_REWARD = 1.0


class RetryBudget:
    """The tokens left for one host's retries; every response that came without trouble gives one back."""

    def __init__(self) -> None:
        self.left = CAPACITY

    def take(self, cost: float) -> bool:
        """Takes the cost of a retry and tells whether there was enough."""
        if self.left < cost:
            return False
        self.left -= cost
        return True

    def reward(self) -> None:
        """Gives a token back for a request that succeeded."""
        self.left = min(CAPACITY, self.left + _REWARD)

    @property
    def full(self) -> bool:
        """Returns whether nothing is missing."""
        return self.left >= CAPACITY
