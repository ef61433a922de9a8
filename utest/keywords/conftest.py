"""Fixtures that tests of keywords share."""

import pytest
from robot.libraries.BuiltIn import BuiltIn


@pytest.fixture
def evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Evaluates expressions outside a run of Robot Framework."""
    monkeypatch.setattr(BuiltIn, "evaluate", lambda _self, text, namespace: eval(text, namespace))
