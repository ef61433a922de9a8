"""Numbers of up to four digits, with what may stand around them: ``17``, ``'399'``, ``(2026),``."""

from SteadyAPI.redaction.index.ngram import WORD_LEAST

_AROUND = "'\",.;:()[]"


def is_short_number(word: str) -> bool:
    """Returns whether ``word`` is such a number."""
    number = word.strip(_AROUND)
    return len(number) < WORD_LEAST and number.isdigit()
