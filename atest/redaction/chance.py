"""What the suites of leaks take from chance: the same in every run, unless a seed asks for others."""

import os
import random
import string

CHANCE = random.Random(os.environ.get("STEADYAPI_SEED", "leaks"))
# Apart, so that the other suites don't change the matrix's secrets.
_WORDS = random.Random(os.environ.get("STEADYAPI_SEED", "words"))


def new_word(length: int) -> str:
    """Returns a digit, and digits and letters, for a secret.

    Letters alone may be a word, which isn't masked everywhere. Eight digits of hex may stand anywhere by chance.
    """
    return _WORDS.choice(string.digits) + "".join(_WORDS.choices(string.ascii_letters + string.digits, k=length - 1))
