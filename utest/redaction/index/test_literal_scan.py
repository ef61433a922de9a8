"""Literals looked for at once, by the package of the extra."""

import pytest

from SteadyAPI.redaction.index import literal_scan as module
from SteadyAPI.redaction.index.literal_scan import literal_scan


def test_a_scan_names_what_a_text_may_hold() -> None:
    look = literal_scan(("token", "pass", "sess", "key"))
    assert look is not None
    assert look("no such word") == set()
    assert look("passess") == {"pass", "sess"}
    assert look("a token, a key") >= {"token", "key"}


def test_there_is_no_scan_in_pure_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PACKAGE", "no_such_package_at_all")
    assert literal_scan(("token",)) is None
