"""Strings of JSON, never its schema."""

import json
from io import StringIO

import pytest

from SteadyAPI.redaction.artefact import unit
from SteadyAPI.redaction.artefact.json import masked_json, masked_string


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


def test_empty_strings_stay() -> None:
    assert masked_string('""', lambda _: "x") == '""'


def test_small_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps({"suite": {"name": 'a se"ret', "tags": ['se"ret', "b"], "meta data": {"k": "v"}}}, indent=1)
    whole = masked(text)
    monkeypatch.setattr(unit, "BLOCK", 3)
    assert masked(text) == whole
    assert json.loads(whole)["suite"]["tags"] == ["[redacted]", "b"]
