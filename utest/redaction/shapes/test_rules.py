"""The rules that recognise a secret by its format; what they find is tested in ``test_search.py``."""

from string import ascii_letters, digits

from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES


def test_every_sign_is_made_of_telling_characters() -> None:
    assert all(set(sign) <= set(ascii_letters + digits + "_-@.$~/") for rule in DEFAULT_RULES for sign in rule.signs)
    assert all(sign.endswith(rule.mark) for rule in DEFAULT_RULES for sign in rule.signs)
