"""Strings of JSON, never its schema."""

import json
import re
from io import StringIO

import pytest

from SteadyAPI.redaction.artefact import unit
from SteadyAPI.redaction.artefact.json import masked_json, masked_string, names_in_json
from SteadyAPI.redaction.registry import SecretRegistry


def hide(text: str) -> str:
    return text.replace('se"ret', "[redacted]") if 'se"ret' in text else text


def masked(text: str) -> str:
    return "".join(masked_json(StringIO(text), hide))


def test_strings_are_masked_decoded() -> None:
    assert masked(r'{"name": "a se\"ret", "n": 1}') == '{"name": "a [redacted]", "n": 1}'


def test_free_keys_are_masked_and_schema_keys_are_not() -> None:
    assert masked(r'{"metadata": {"se\"ret": "x"}, "name": "y"}') == '{"metadata": {"[redacted]": "x"}, "name": "y"}'


def test_values_of_the_schema_are_never_masked() -> None:
    text = json.dumps({"status": 'se"ret', "id": 'se"ret'})
    assert masked(text) == text


def by_name(text: str) -> str:
    return re.sub(r"(?<=\"password\": ).+|(?<=\"passwords\": ).+|12345678|(?<=\"sig\": ).{3,}", "#", text)


def hide_named(text: str) -> str:
    shown = by_name(text)
    return text if shown == text else shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"password": "hunter2"}', '{"password": "[redacted]"}'),
        ('{"password": 123456, "password": 1}', '{"password": "[redacted]", "password": 1}'),
        (
            '{"id": 123456, "n": 12345678, "list": [12345678]}',
            '{"id": 123456, "n": "[redacted]", "list": ["[redacted]"]}',
        ),
        ('{"status": 12345678, "sig": 1.5}', '{"status": 12345678, "sig": 1.5}'),
        ('{"name": "password", "value": "x"}', '{"name": "password", "value": "[redacted]"}'),
        ('{"name": "size", "value": "x"}', '{"name": "size", "value": "x"}'),
        ('{"passwords": ["a", "b"]}', '{"passwords": ["[redacted]", "[redacted]"]}'),
        ('[{"password": {"type": "x"}}, "a"]', '[{"password": {"type": "x"}}, "a"]'),
        ('[{"password": true}, "a"]', '[{"password": true}, "a"]'),
        ('{"a": 1}\n{"password": "x"}\n', '{"a": 1}\n{"password": "[redacted]"}\n'),
    ],
)
def test_values_are_masked_by_the_name_they_stand_under(before: str, after: str) -> None:
    assert "".join(masked_json(StringIO(before), hide_named)) == after


def test_what_is_no_json_is_masked_as_a_text() -> None:
    def hide_word(text: str) -> str:
        return text.replace("word", "[redacted]") if "word" in text else text

    for text in ('{"a": a-word, "b": 1', '{"a": "b"} # a word', '{"a": "an open word', '"word'):
        assert "".join(masked_json(StringIO(text), hide_word)) == text.replace("word", "[redacted]")
    assert masked('{"') == '{"'


def test_a_number_cut_by_a_block_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = '{"password": -123456, "b": 1}'
    for size in range(1, 20):
        monkeypatch.setattr(unit, "BLOCK", size)
        assert "".join(masked_json(StringIO(text), hide_named)) == '{"password": "[redacted]", "b": 1}'


def test_empty_strings_stay() -> None:
    assert masked_string('""', lambda _: "x") == '""'


def test_small_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps({"suite": {"name": 'a se"ret', "tags": ['se"ret', "b"], "meta data": {"k": "v"}}}, indent=1)
    whole = masked(text)
    monkeypatch.setattr(unit, "BLOCK", 3)
    assert masked(text) == whole
    assert json.loads(whole)["suite"]["tags"] == ["[redacted]", "b"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"credentials": {"qa": {"key": "Vx9kQ2mLp7Tz"}}}', '{"credentials": {"qa": {"key": "[redacted]"}}}'),
        ('{"type": "password", "value": "Vx9kQ2mLp7Tz"}', '{"type": "password", "value": "[redacted]"}'),
        ('{"pin": 1234, "n": 1234}', '{"pin": "[redacted]", "n": 1234}'),
        ('{"tokens": ["The", "fox"], "cookies": "strict"}', '{"tokens": ["The", "fox"], "cookies": "strict"}'),
        ('{"api_key": ["create", "list"], "pin": [482915]}', '{"api_key": ["create", "list"], "pin": ["[redacted]"]}'),
        ('{"api_key": ["Vx9kQ2mLp7Tz"], "token": "x"}', '{"api_key": ["[redacted]"], "token": "x"}'),
        (
            '{"secret": [["read"], "list"], "api_key": "create"}',
            '{"secret": [["read"], "list"], "api_key": "[redacted]"}',
        ),
        ('{"generator": "Robot 7", "pin": 1234}', '{"generator": "Robot 7", "pin": 1234}'),
    ],
)
def test_names_beside_values_tell_of_secrets(before: str, after: str) -> None:
    assert "".join(masked_json(StringIO(before), SecretRegistry().mask)) == after


@pytest.mark.parametrize("size", [unit.BLOCK, 40])
def test_names_in_an_output_file_are_those_of_its_parts_and_tags(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", size)
    keyword = {"name": "Log", "owner": "BuiltIn", "args": ["none"], "elapsed_time": 1}
    test = {"name": 'T "1"', "lineno": 3, "tags": ["smoke", "ä\t1"], "body": [keyword]}
    metadata = {"name": "none", "source": "none"}
    suite = {"name": "A", "metadata": metadata, "source": "/w/a.robot", "doc": "none", "tests": [test]}
    text = json.dumps({"generator": "Robot 7.5 (Python)", "suite": suite})
    assert set().union(*names_in_json(StringIO(text))) == {
        *("A", "/w/a.robot", 'T "1"', "smoke", "ä\t1", "Log", "BuiltIn"),
    }


@pytest.mark.parametrize("text", ['{"name": "a"}', '{"generator": "Rust", "name": "a"}'])
def test_names_in_other_files_are_no_names_of_tests(text: str) -> None:
    assert list(names_in_json(StringIO(text))) == []


def test_a_secret_over_two_strings_leaves_no_other_one() -> None:
    secrets = SecretRegistry()
    secrets.register('one", "b": "two')
    secrets.register("Vx9kQ2mLp7Tz")
    text = '{"a": "one", "b": "two", "c": "Vx9kQ2mLp7Tz"}'
    assert "".join(masked_json(StringIO(text), secrets.mask)) == text.replace("Vx9kQ2mLp7Tz", "[redacted]")


@pytest.mark.parametrize(
    "value",
    [
        {"tokens": {"qa": "Kran7hof-blau9"}},
        {"password": {"new": "Kran7hof-blau9"}},
        {"value": "Kran7hof-blau9", "name": "password"},
        {"credentials": [{"type": "pw", "value": "Kran7hof-blau9"}]},
        {"kind": "Secret", "data": {"pw": "Kran7hof-blau9"}},
        {"sensitive": True, "value": "Kran7hof-blau9"},
        {"headers": {"Authorization": ["Splunk Kran7hof-blau9"]}},
    ],
)
@pytest.mark.parametrize("indent", [None, 2, 4])
def test_the_last_value_of_a_text_is_masked_by_the_names_around_it(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    mask = SecretRegistry().mask
    shown = "".join(masked_json(StringIO(text), mask))
    assert "Kran7hof-blau9" not in shown
    assert json.loads(shown)
    assert "".join(masked_json(StringIO(shown), mask)) == shown


def test_numbers_in_lines_of_json_become_strings() -> None:
    text = '{"level":30,"token":123456789012,"ok":true}\n' * 2
    shown = "".join(masked_json(StringIO(text), SecretRegistry().mask))
    assert shown == '{"level":30,"token":"[redacted]","ok":true}\n' * 2
