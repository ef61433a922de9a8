"""What tests give telling names to, as Robot Framework's result objects tell."""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.listener import variables as named_values
from SteadyAPI.listener.variables import NamedValues, suite_variables, variable_value
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import SecretRegistry

# Robot Framework's classes are untyped.
results: Any = import_module("robot.result")
errors: Any = import_module("robot.errors")
running: Any = import_module("robot.running.arguments")


class Remembering(SecretRegistry):
    """A registry that remembers what it was given, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.learned: list[str] = []
        self.registered: list[str] = []

    def register(self, value: str, *, force: bool = False, name: str = "") -> Registration:
        self.registered.append(value)
        return super().register(value, force=force, name=name)

    def learn(self, name: str, value: str, *, received: bool = False, warn: bool = True) -> Registration:
        assert not received
        assert not warn
        self.learned.append(value)
        return super().learn(name, value, received=received, warn=warn)


class Learned:
    """What was learned, in order, and what was said meanwhile."""

    def __init__(self) -> None:
        self.secrets = Remembering()
        self.warnings: list[str] = []
        self.named = NamedValues(self.secrets, self.warnings.append)

    def __eq__(self, other: object) -> bool:
        return self.secrets.learned == other

    __hash__ = None  # type: ignore[assignment]  # it changes


@pytest.fixture
def learned() -> Learned:
    return Learned()


def keyword(name: str, *args: Any, assign: tuple[str, ...] = ()) -> Any:
    return results.Keyword(name=name, args=args, assign=assign)


def signature(*names: str, **more: Any) -> Any:
    kinds = {"positional_only": names[:1], "positional_or_named": names[1:]}
    return SimpleNamespace(args=running.ArgumentSpec(**(kinds | more)))


@pytest.mark.parametrize(
    ("item", "secrets"),
    [
        (results.Var(name="${password}", value=["typed-1"]), ["typed-1"]),
        (results.Var(name="@{passwords}", value=["typed-1", "typed-2"]), ["typed-1", "typed-2"]),
        (results.Var(name="&{credentials}", value=["user=annabelle7", "qa=typed-1"]), ["typed-1"]),
        (results.Var(name="${password}", value=["typed-1", "two"]), ["typed-1", "typed-1 two"]),
        (results.Var(name="${password}", value=["a-1", "b-2"], separator="-"), ["a-1", "b-2", "a-1-b-2"]),
        (results.Var(name="${password: str}", value=["typed-1"]), ["typed-1"]),
        (results.Var(name="${user}", value=["typed-1"]), []),
        (results.Var(name="&{login}", value=["user=annabelle7", "password=typed-1"]), ["typed-1"]),
        (results.Var(name="${password}", value=["${other}"]), []),
        (results.Var(name="${password}", value=["before-${other}"]), []),
        (results.For(assign=["${password}"], values=["typed-1", "${x}"]), ["typed-1"]),
        (results.If(), []),
        (keyword("Set Test Variable", "${password}", "typed-1"), ["typed-1"]),
        (keyword("Set Suite Variable", "$password", "typed-1", "children=true"), ["typed-1"]),
        (keyword("Set Suite Variable", "\\${password}", "typed-1"), ["typed-1"]),
        (keyword("Set Global Variable", "@{tokens}", "typed-1", "typed-2"), ["typed-1", "typed-2"]),
        (keyword("Set Local Variable", "\\&{tokens}", "qa=typed-1"), ["typed-1"]),
        (keyword("Set Environment Variable", "SHOP_PASSWORD", "typed-1"), ["typed-1"]),
        # Before 7.1, Robot Framework's own class makes texts of arguments that code gave.
        (SimpleNamespace(type="KEYWORD", name="Set Test Variable", args=("${password}", 12345678), assign=()), []),
        (keyword("Set Test Variable"), []),
        (keyword("Set Test Variable", "${{1}}", "typed-1"), []),
        (keyword("Set Variable", "typed-1", assign=("${token} =",)), ["typed-1"]),
        (keyword("Set Variable", "typed-1", assign=("${login}[password] =",)), ["typed-1"]),
        (keyword("Set Variable", "typed-1", assign=("${tokens}[qa]",)), ["typed-1"]),
        (keyword("Create List", "typed-1", assign=("@{tokens}",)), ["typed-1"]),
        (keyword("Create Dictionary", "name=annabelle7", "password=typed-1", assign=("${login} =",)), ["typed-1"]),
        (keyword("Log", "typed-1", assign=("${token}",)), []),
    ],
)
def test_what_is_typed_is_learned_at_the_start(learned: Learned, item: Any, secrets: list[str]) -> None:
    learned.named.in_data(item)
    assert learned == secrets


@pytest.mark.parametrize(
    ("item", "expression"),
    [
        (results.Var(name="${password}", value=["${x}"]), "${password}"),
        (results.Var(name="@{passwords}", value=["${x}"]), "${passwords}"),
        (keyword("Log In", assign=("${status}", "${token} =")), "${token}"),
        (keyword("Log In", assign=("${login}[password] =",)), "${login}[password]"),
        (keyword("Set Test Variable", "$password", "${x}"), "${password}"),
    ],
)
def test_what_was_assigned_is_learned_at_the_end(
    learned: Learned, monkeypatch: pytest.MonkeyPatch, item: Any, expression: str
) -> None:
    monkeypatch.setattr(named_values, "variable_value", {expression: "value-1"}.get)
    learned.named.in_results(item)
    assert learned == ["value-1"]


@pytest.mark.parametrize("item", [keyword("Log", "x", assign=("${text}",)), results.If(), keyword("Set Test Variable")])
def test_nothing_else_is_learned_at_the_end(learned: Learned, monkeypatch: pytest.MonkeyPatch, item: Any) -> None:
    monkeypatch.setattr(named_values, "variable_value", lambda _: "value-1")
    learned.named.in_results(item)
    assert learned == []


def test_all_variables_are_looked_at_after_an_import(learned: Learned, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(named_values, "suite_variables", lambda: {"API TOKEN": "value-1", "x": 1})
    learned.named.in_results(keyword("Import Resource", "tokens.resource"))
    assert learned == ["value-1"]


def test_a_variable_that_is_not_made_out_yet_is_asked_for(learned: Learned, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(named_values, "variable_value", {"${API TOKEN}": "value-1"}.get)
    learned.named.in_variables({"API TOKEN": object(), "other": object()})
    assert learned == ["value-1"]


@pytest.mark.parametrize(
    ("arguments", "secrets"),
    [
        (("ann", "typed-1"), ["typed-1"]),
        (("ann", "password=typed-1"), ["typed-1"]),
        (("user=x", "password=typed-1"), ["typed-1"]),
        (("ann", "typed=1"), ["typed=1"]),
        (("ann", "${x}"), ["value-1"]),
        (("ann", "%{SHOP_LOGIN}"), ["value-2"]),
        (("ann", "%{NO_SUCH_LOGIN}"), []),
        (("ann", "${x}${y}"), []),
        (("user=x", "typed-1"), ["typed-1"]),
        (("ann", ["typed-1"]), ["typed-1"]),
        (("ann",), []),
    ],
)
def test_arguments_are_learned_by_the_keywords_names_for_them(
    learned: Learned, monkeypatch: pytest.MonkeyPatch, arguments: tuple[Any, ...], secrets: list[str]
) -> None:
    monkeypatch.setattr(named_values, "variable_value", {"${x}": "value-1"}.get)
    monkeypatch.setenv("SHOP_LOGIN", "value-2")
    item = SimpleNamespace(name="Log In", args=arguments)
    learned.named.in_arguments(item, signature("user", "password"))
    assert learned == secrets


def test_the_name_of_a_cookie_is_no_secret(learned: Learned) -> None:
    learned.named.in_arguments(keyword("Get Cookie", "shop-cookie"), signature("cookie"))
    assert learned == []


def test_the_values_of_variables_come_from_robot_framework(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _, name: name * 2)
    monkeypatch.setattr(BuiltIn, "get_variables", lambda _, *, no_decoration: {"all": no_decoration})
    assert variable_value("x") == "xx"
    assert suite_variables() == {"all": True}


def test_a_variable_that_robot_framework_cannot_read_has_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        message = "no such variable"
        raise errors.DataError(message)

    monkeypatch.setattr(BuiltIn, "get_variable_value", fail)
    assert variable_value("x") is None


class Argument:
    """What code makes of a named argument; Robot Framework's own from 7.1 on looks the same."""

    def __init__(self, name: str | None, value: Any) -> None:
        self.name = name
        self.value = value


@pytest.mark.parametrize(
    ("argument", "secrets"),
    [(Argument("password", "typed-1"), ["typed-1"]), (Argument("user", "typed-1"), []), (("password", "typed-1"), [])],
)
def test_arguments_made_by_code_are_learned_like_typed_ones(
    learned: Learned, argument: Any, secrets: list[str]
) -> None:
    learned.named.in_arguments(SimpleNamespace(name="Log In", args=(argument,)), signature("user", "password"))
    assert learned == secrets


def test_arguments_made_by_code_without_a_name_are_learned_by_their_places(learned: Learned) -> None:
    arguments = (Argument(None, "ann"), Argument(None, "typed-1"))
    learned.named.in_arguments(SimpleNamespace(name="Log In", args=arguments), signature("user", "password"))
    assert learned == ["typed-1"]


@pytest.mark.parametrize("more", [{"var_named": "options"}, {"named_only": ("api_key",)}])
def test_arguments_by_name_are_learned_by_that_name(learned: Learned, more: dict[str, Any]) -> None:
    arguments = ("user=ann", "api_key=typed-1", "env:SHOP_TOKEN=typed-2", "color=typed-3", "typed-4")
    learned.named.in_arguments(SimpleNamespace(name="Run", args=arguments), signature("user", **more))
    assert learned == ["typed-1", "typed-2"]


@pytest.mark.parametrize(
    ("call", "names", "secrets"),
    [
        (keyword("Set To Dictionary", "${x}", "api_key", "typed-1", "color", "typed-2"), ("dictionary",), ["typed-1"]),
        (keyword("Set To Dictionary", "${x}", "${api_key}", "typed-1"), ("dictionary",), []),
        (keyword("Add Header", "X-Api-Key", "typed-1"), ("name", "value"), ["typed-1"]),
        (keyword("Add", "s", "X-Api-Key", "typed-1", "no"), ("to", "header", "value", "more"), ["typed-1"]),
        (keyword("Add", "X-Api-Key", "typed-1"), ("name", "status"), []),
    ],
)
def test_a_value_is_learned_by_the_name_in_the_argument_before(
    learned: Learned, call: Any, names: tuple[str, ...], secrets: list[str]
) -> None:
    learned.named.in_arguments(call, signature(*names))
    assert learned == secrets


@pytest.mark.parametrize(
    ("call", "secrets"),
    [
        ("Given login as ann with typed-1", ["typed-1"]),
        ("Etant donne que login as ann with typed-1", ["typed-1"]),
        ("Login as ann with typed-1", ["typed-1"]),
        ("Login as typed-1 with ${x}", ["value-1"]),
        ("Login as typed-1 with ${x}${y}", []),
        ("Login as ann with invalid_password", []),
        ("Another call", []),
    ],
)
def test_what_stands_in_a_keywords_name_is_registered(
    learned: Learned, monkeypatch: pytest.MonkeyPatch, call: str, secrets: list[str]
) -> None:
    monkeypatch.setattr(named_values, "variable_value", {"${x}": "value-1"}.get)
    embedded = SimpleNamespace(name=re.compile("login as (.*) with (.*)", re.IGNORECASE), args=("user", "password"))
    implementation = SimpleNamespace(args=signature().args, embedded=embedded)
    learned.named.in_arguments(SimpleNamespace(args=(), name=call), implementation)
    assert learned.secrets.registered == secrets


class Lazy(Mapping[str, Any]):
    """Settings that fail when they are asked for."""

    def __getitem__(self, key: str) -> Any:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(["password"])

    def __len__(self) -> int:
        return 1


def test_a_variable_that_is_a_record_is_looked_at(learned: Learned) -> None:
    learned.named.in_variables({"CONFIGURATION": SimpleNamespace(user="ann", password="value-1")})
    assert learned == ["value-1"]


def test_a_variable_that_can_not_be_looked_at_is_told_and_the_others_are_learned(learned: Learned) -> None:
    learned.named.in_variables({"CFG": Lazy(), "LOGIN": {"more": Lazy(), "password": "value-1"}, "TOKEN": "value-2"})
    assert learned == ["value-1", "value-2"]
    assert learned.warnings == [
        "The variable CFG can't be looked at (KeyError): secrets in it are not known.",
        "The variable LOGIN can't be looked at (KeyError): secrets in it are not known.",
    ]


def test_a_variable_that_fails_when_it_is_made_out_is_told(learned: Learned, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(named_values, "variable_value", fail)
    learned.named.in_results(keyword("Log In", assign=("${token}",)))
    assert learned.warnings == ["The variable ${token} can't be looked at (RuntimeError): secrets in it are not known."]
