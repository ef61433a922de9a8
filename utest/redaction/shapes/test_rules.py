"""The rules that recognise a secret by its format; what they find is tested in ``test_search.py``."""

from string import ascii_letters, digits

from SteadyAPI.redaction.index.sign_places import SignPlaces
from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES, JsonWebKeyRule


def secrets_in(text: str) -> list[str]:
    return [text[start:end] for start, end in JsonWebKeyRule().spans(text, SignPlaces(text.lower()))]


def test_every_sign_is_made_of_telling_characters() -> None:
    assert all(set(sign) <= set(ascii_letters + digits + "_-@.$~/") for rule in DEFAULT_RULES for sign in rule.signs)
    assert all(sign.endswith(rule.mark) for rule in DEFAULT_RULES for sign in rule.signs)


def test_each_key_of_a_set_has_its_private_members() -> None:
    keys = ("GawgguFyGrWKav7AX4VKUg", "AyM1SysPpbyDfgZld3umj1")
    text = '{"keys": [' + ", ".join(f'{{"kty": "oct", "k": "{key}"}}' for key in keys) + "]}"
    assert secrets_in(text) == list(keys)


def test_a_key_that_is_cut_has_its_private_members() -> None:
    text = '{"kty": "oct", "k": "GawgguFyGrWKav7AX4VKUg"'
    assert secrets_in(text) == ["GawgguFyGrWKav7AX4VKUg"]
