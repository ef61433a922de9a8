"""Lists and dictionaries as Robot Framework shows them."""

import pytest

from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.shapes.collections import collection_spans


def masked(text: str) -> str:
    return mask(text, lambda text: collection_spans(text, text.lower()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@{passwords} = [ hunter2-first | hunter2-second ]", "@{passwords} = [ [redacted] | [redacted] ]"),
        ("@{credentials} = [ ann:hunter2 ]", "@{credentials} = [ [redacted] ]"),
        ("@{API TOKENS} = [ a1 | b2 | c3 ]", "@{API TOKENS} = [ [redacted] | [redacted] | [redacted] ]"),
        ("@{secret} = [ a1 | None ]", "@{secret} = [ [redacted] | None ]"),
        ("@{tokens} = [ a1 | ${other} ]", "@{tokens} = [ [redacted] | ${other} ]"),
        ("@{tokens} = [ abc | de...", "@{tokens} = [ [redacted] | [redacted]..."),
        ("@{tokens} = [ abc | de", "@{tokens} = [ [redacted] | [redacted]"),
        ("@{tokens} = [ a\nb | c ] ]\nnext", "@{tokens} = [ [redacted] | [redacted] ]\nnext"),
        ("&{passwords} = { qa=hunter2 | prod=a=b ]c }", "&{passwords} = { qa=[redacted] | prod=[redacted] }"),
        (
            "INFO - @{tokens} = [ a ]\nINFO - @{names} = [ b ]",
            "INFO - @{tokens} = [ [redacted] ]\nINFO - @{names} = [ b ]",
        ),
        ('{"passwords": ["a", "b c"], "x": ["d"]}', '{"passwords": ["[redacted]", "[redacted]"], "x": ["d"]}'),
        ('"x": ["d"], "passwords": ["a1"]', '"x": ["d"], "passwords": ["[redacted]"]'),
        ("{'api_keys': ['a']}", "{'api_keys': ['[redacted]']}"),
        (r'"{\"tokens\": [\"a\", null]}"', r'"{\"tokens\": [\"[redacted]\", null]}"'),
        ('"secrets": [\n  "a",\n  "true"\n]', '"secrets": [\n  "[redacted]",\n  "true"\n]'),
    ],
)
def test_items_behind_a_telling_name_are_masked(text: str, expected: str) -> None:
    assert masked(text) == expected
    assert masked(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "@{auth} = [ qa | hunter2 ]",
        "@{names} = [ ann | bob ]",
        "@{password rules} = [ long | mixed ]",
        "&{users} = { ann=1 | bob=2 }",
        "@{passwords} = [ ]",
        "@{passwords} = [  ]",
        "@{tokens} = [ ",
        "&{tokens} = { qa= | prod }",
        "the @{passwords} = [] are empty",
        "@{passwords}",
        '"tokens": [1, 2], "names": ["ann"]',
        '"tokens": [], "token_types": ["bearer"]',
        "the passwords: [a, b]",
        '"names": ["ann"]',
    ],
)
def test_other_collections_stay(text: str) -> None:
    assert masked(text) is text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"tokens": {"qa": "Kd82jfLq01mZ"}}', '{"tokens": {"qa": "[redacted]"}}'),
        ('{"password": {"value": "x", "type": "pw"}}', '{"password": {"value": "[redacted]", "type": "pw"}}'),
        (
            '{"credentials": [{"type": "pw", "user": "ann-of-17x9q", "value": "x"}]}',
            '{"credentials": [{"type": "pw", "user": "ann-of-17x9q", "value": "[redacted]"}]}',
        ),
        ('{"secrets": [["a", "b"], "c"]}', '{"secrets": [["[redacted]", "[redacted]"], "[redacted]"]}'),
    ],
)
def test_secrets_in_objects_with_a_telling_name_are_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '{"password": {"type": "string", "minLength": 8, "description": "What the user types to sign in."}}',
        '{"tokens": ["The", "quick", "brown"]}',
        '{"token": {"state": "expired"}}',
        '{"tokens": {"qa": "north-west"}}',
        '{"tokens": {"qa": ',
        '{"tokens": {}}',
        '{"name": {"qa": "Kd82jfLq01mZ"}}, token',
    ],
)
def test_what_objects_say_about_secrets_stays(text: str) -> None:
    assert masked(text) == text


def test_in_collections_with_an_allowed_name_nothing_is_found() -> None:
    text = '@{tokens} = [ a | b ] {"tokens": ["x1"]}'
    assert list(collection_spans(text, text.lower(), allowed=frozenset({"tokens"}))) == []


def test_most_that_may_stand_between_a_name_and_its_list_is_looked_at() -> None:
    between = "\\" * 9 + '"   :   '
    assert masked(f'old_tokens{between}["a1"]') == f'old_tokens{between}["[redacted]"]'
    assert masked(f'old_tokens\\{between}["a1"]') == f'old_tokens\\{between}["a1"]'
    # A name of more than a hundred characters is read from its end.
    assert masked(f'{"x" * 200}_tokens: ["a1"]') == f'{"x" * 200}_tokens: ["[redacted]"]'


def test_a_list_without_end_is_looked_at_once() -> None:
    text = '"tokens": ["Ab1cD2eF3g", ' * 3
    assert masked(text) == '"tokens": ["[redacted]", ' * 3
