"""Arguments with telling names that are not typed where the keyword is called: defaults, lists, what is computed."""

import re
from collections.abc import Iterator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

from SteadyAPI.listener import variables as named_values
from SteadyAPI.listener.variables import NamedValues
from SteadyAPI.redaction.registry import SecretRegistry

# Robot Framework's classes are untyped.
running: Any = import_module("robot.running.arguments")
VALUE = "Kran7hof-blau9"
FIRST = SimpleNamespace(type="FOR", assign=(), values=())


class Told:
    """What is known, and what was said meanwhile; ``values`` are those that Robot Framework gives to variables."""

    def __init__(self) -> None:
        self.secrets = SecretRegistry()
        self.warnings: list[str] = []
        self.values: dict[str, Any] = {}
        self.named = NamedValues(self.secrets, self.warnings.append)

    def knows(self, value: str) -> bool:
        return value not in self.secrets.mask(f"it is {value}")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    told = Told()
    monkeypatch.setattr(named_values, "variable_value", told.values.get)
    yield told
    assert told.warnings == []


def of_user(**signature: Any) -> Any:
    return SimpleNamespace(args=running.ArgumentSpec(**signature), body=[])


def test_an_argument_that_is_not_given_has_its_default(told: Told) -> None:
    implementation = of_user(positional_or_named=("user", "password"), defaults={"password": VALUE})
    told.named.in_arguments(SimpleNamespace(name="Log In", args=("ann",)), implementation)
    assert told.knows(VALUE)


def test_an_argument_that_is_given_leaves_its_default_unknown(told: Told) -> None:
    implementation = of_user(positional_or_named=("password",), defaults={"password": "Turm5grau-hof2"})
    told.named.in_arguments(SimpleNamespace(name="Log In", args=(VALUE,)), implementation)
    assert told.knows(VALUE)
    assert not told.knows("Turm5grau-hof2")


def test_all_that_a_list_of_arguments_takes_is_known(told: Told) -> None:
    implementation = of_user(positional_or_named=("user",), var_positional="passwords")
    told.named.in_arguments(SimpleNamespace(name="Try", args=("annabelle7", VALUE, "Turm5grau-hof2")), implementation)
    assert [told.knows(value) for value in ("annabelle7", VALUE, "Turm5grau-hof2")] == [False, True, True]


def test_what_is_computed_for_a_user_keyword_is_known_when_its_first_step_begins(told: Told) -> None:
    told.named.in_arguments(
        SimpleNamespace(name="Log In", args=("ann", "${{make()}}")), of_user(positional_or_named=("user", "password"))
    )
    told.values["${password}"] = VALUE
    assert not told.knows(VALUE)
    told.named.in_data(FIRST)
    assert told.knows(VALUE)
    told.values["${password}"] = "Turm5grau-hof2"
    told.named.in_data(FIRST)
    assert not told.knows("Turm5grau-hof2")


def test_what_is_computed_within_the_name_of_a_keyword_is_known_when_its_first_step_begins(told: Told) -> None:
    embedded = SimpleNamespace(name=re.compile("log in as (.*) with (.*)", re.IGNORECASE), args=("user", "password"))
    implementation = SimpleNamespace(args=running.ArgumentSpec(), embedded=embedded, body=[])
    told.named.in_arguments(SimpleNamespace(name="Log in as ann with ${{make()}}", args=()), implementation)
    told.values["${password}"] = VALUE
    told.named.in_data(FIRST)
    assert told.knows(VALUE)


def test_what_is_computed_for_a_library_keyword_is_in_no_variable(told: Told) -> None:
    implementation = SimpleNamespace(args=running.ArgumentSpec(positional_or_named=("password",)))
    told.named.in_arguments(SimpleNamespace(name="Log In", args=("${{make()}}",)), implementation)
    told.values["${password}"] = VALUE
    told.named.in_data(FIRST)
    assert not told.knows(VALUE)


class Unbound:
    """A proxy outside of the context in which there is something behind it."""

    @property  # type: ignore[misc]  # it can't be read
    def __class__(self) -> type:
        raise RuntimeError


class Ending:
    """Named like a record, and its values end the process."""

    __dataclass_fields__ = ()

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]  # it can't be read
        raise SystemExit(1)


def test_variables_that_raise_when_they_are_looked_at_are_told_and_the_others_are_known() -> None:
    told = Told()
    told.named.in_variables({"APP": Unbound(), "SETTINGS": Ending(), "PASSWORD": VALUE})
    assert told.knows(VALUE)
    assert told.warnings == [
        "The variable APP can't be looked at (RuntimeError): secrets in it are not known.",
        "The variable SETTINGS can't be looked at (SystemExit): secrets in it are not known.",
    ]
