"""How long tokens are kept; apart from the store, because keyword signatures name it."""

from enum import Enum


class TokenCache(Enum):
    """How long a token is kept before the next `Get Token` fetches another.

    - `run`: One token for the whole run.
    - `suite`: A fresh token in every suite.
    - `test`: A fresh token in every test.
    - `none`: A fresh token each time.
    """

    run = "run"
    suite = "suite"
    test = "test"
    none = "none"
