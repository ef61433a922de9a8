import os

import pytest

from SteadyAPI.demo.environment import environment


def test_variables_are_set_for_a_while_and_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_OLD", "before")
    monkeypatch.delenv("SHOP_NEW", raising=False)
    with environment(SHOP_OLD="during", SHOP_NEW="during"):
        assert (os.environ["SHOP_OLD"], os.environ["SHOP_NEW"]) == ("during", "during")
    assert (os.environ["SHOP_OLD"], "SHOP_NEW" in os.environ) == ("before", False)


def test_variables_are_put_back_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHOP_NEW", raising=False)
    with pytest.raises(KeyError), environment(SHOP_NEW="during"):
        raise KeyError("x")
    assert "SHOP_NEW" not in os.environ
