"""Every hook of Robot Framework leads to the masker."""

import sys
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from robot.libraries.BuiltIn import BuiltIn

import SteadyAPI
from SteadyAPI.listener import Redactor
from SteadyAPI.listener import variables as named_values
from SteadyAPI.listener.redactor_state import Run
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.robot_compat import Secret

# Robot Framework's classes are untyped, and pytest would take TestCase for one of its own.
results: Any = import_module("robot.result")
running: Any = import_module("robot.running.arguments")
SECRET = "hunter2!x"


def arguments(*names: str) -> SimpleNamespace:
    return SimpleNamespace(args=running.ArgumentSpec(positional_or_named=names))


NO_ARGUMENTS = arguments()


class FakeRun(Run):
    """A run of a test's own that remembers what it was asked to do with files."""

    def __init__(self) -> None:
        super().__init__(SecretRegistry(), lambda _: None)
        self.asked: list[tuple[str, str]] = []

    def sweep_later(self, path: Path) -> None:
        self.asked.append(("expect", path.name))

    def sweep_new_files_later(self, folder: Path) -> None:
        self.asked.append(("neighbours", folder.name))

    def sweep_now(self, path: Path) -> None:
        self.asked.append(("sweep", path.name))

    def filter_native_output(self) -> None:
        self.asked.append(("native", ""))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> FakeRun:
    made = FakeRun()
    monkeypatch.setattr(Redactor, "run", made)
    monkeypatch.setattr(sys, "__stdout__", StringIO())
    monkeypatch.setattr(sys, "__stderr__", StringIO())
    monkeypatch.setattr(named_values, "suite_variables", dict)
    monkeypatch.setenv("MY_TOKEN", SECRET)
    return made


@pytest.mark.usefixtures("run")
def test_the_environment_is_known_from_the_start() -> None:
    message = results.Message(f"a {SECRET}")
    Redactor().log_message(message)
    assert message.message == "a [redacted]"


@pytest.mark.usefixtures("run")
def test_a_clean_message_is_left_alone() -> None:
    message = results.Message("plain")
    Redactor().message(message)
    assert message.message == "plain"


@pytest.mark.usefixtures("run")
def test_every_secret_object_is_known() -> None:
    message = results.Message("a secret-of-object-1")
    listener = Redactor()
    Secret("secret-of-object-1")
    listener.log_message(message)
    assert message.message == "a [redacted]"


def test_a_file_of_secrets_is_known(run: FakeRun, tmp_path: Path) -> None:
    path = tmp_path / "secrets.txt"
    path.write_text("secret-of-file-1\n", encoding="utf-8")
    Redactor(str(path))
    assert run.secrets.mask("secret-of-file-1") == "[redacted]"


def test_a_missing_file_of_secrets_is_told_and_the_rest_is_masked(run: FakeRun, tmp_path: Path) -> None:
    Redactor(str(tmp_path / "missing.txt"))
    console: Any = sys.__stderr__
    assert "missing.txt are not known, so they are not masked: FileNotFoundError" in console.getvalue()
    assert run.secrets.mask(SECRET) == "[redacted]"


def test_native_output_is_filtered_on_request(run: FakeRun) -> None:
    Redactor(native=True)
    assert run.asked == [("native", "")]


def test_variables_with_telling_names_are_known_when_a_suite_starts(
    run: FakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables = {"API TOKEN": "secret-of-variable-1", "user": "ann-of-variables", "PASSWORD": 4711}
    monkeypatch.setattr(named_values, "suite_variables", lambda: variables)
    Redactor().start_suite(None, results.TestSuite())
    assert run.secrets.mask("secret-of-variable-1 ann-of-variables") == "[redacted] ann-of-variables"


def test_artefacts_are_expected_when_a_suite_starts(run: FakeRun, monkeypatch: pytest.MonkeyPatch) -> None:
    variables: dict[str, Any] = {"OUTPUT_FILE": "/r/output.xml", "LOG FILE": "NONE", "OUTPUT_DIR": "/r"}
    monkeypatch.setattr(named_values, "suite_variables", lambda: variables)
    Redactor().start_suite(None, results.TestSuite())
    assert run.asked == [("expect", "output.xml"), ("neighbours", "r")]


def test_lists_with_telling_names_are_known_when_a_suite_starts_and_ends(
    run: FakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables = {"PASSWORDS": ["secret-of-list-1"]}
    monkeypatch.setattr(named_values, "suite_variables", lambda: variables)
    listener = Redactor()
    listener.start_suite(None, results.TestSuite())
    variables["PASSWORDS"] = ["secret-of-list-2"]
    listener.end_suite(None, results.TestSuite())
    assert run.secrets.mask("secret-of-list-1 secret-of-list-2") == "[redacted] [redacted]"


def test_a_short_value_of_a_list_is_left_without_a_word(run: FakeRun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(named_values, "suite_variables", lambda: {"PASSWORDS": ["x1"]})
    Redactor().start_suite(None, results.TestSuite())
    console: Any = sys.__stderr__
    assert console.getvalue() == ""
    assert run.secrets.mask("x1") == "x1"


def test_passwords_in_variables_for_logins_are_known(run: FakeRun, monkeypatch: pytest.MonkeyPatch) -> None:
    variables = {
        "LOGINS": ["ann:Vx9kQ2mLp7Tz", "b:sundaylunch", 1],
        "Auth": "ann:Wx9kQ2mLp7Tz",
        "login": {},
        "H": "a:b",
    }
    monkeypatch.setattr(named_values, "suite_variables", lambda: variables)
    Redactor().start_suite(None, results.TestSuite())
    assert run.secrets.mask("Vx9kQ2mLp7Tz Wx9kQ2mLp7Tz sundaylunch") == "[redacted] [redacted] sundaylunch"


def test_arguments_of_imports_are_known(run: FakeRun, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def get_variables(user, password):\n    return {}\n")
    listener, library = Redactor(), SimpleNamespace(init=arguments("user", "api_token"))
    for args in (("ann-of-import", "api_token=secret-of-import-1"), ()):
        listener.library_import(library, SimpleNamespace(args=args))
    for args in (("ann-of-import", "secret-of-import-2"), ()):
        listener.variables_import({"args": args, "source": str(tmp_path / "a.py")}, None)
    assert run.secrets.mask("secret-of-import-1 secret-of-import-2 ann") == "[redacted] [redacted] ann"


@pytest.mark.usefixtures("run")
def test_what_is_typed_and_passed_under_a_telling_name_is_masked_at_once() -> None:
    listener = Redactor()
    item = results.Keyword(name="Log In", args=["ann", "typed-secret-1"])
    implementation = arguments("user", "password")
    listener.start_user_keyword(None, implementation, item)
    assert item.args == ("ann", "[redacted]")
    variable = results.Var(name="${token}", value=["typed-secret-2"])
    listener.start_body_item(None, variable)
    assert variable.value == ("[redacted]",)


@pytest.mark.usefixtures("run")
def test_what_a_keyword_gave_is_masked_when_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(named_values, "variable_value", {"${token}": "given-secret-1"}.get)
    listener = Redactor()
    item = results.Keyword(name="Log In", assign=["${token}"], doc="given-secret-1")
    listener.end_body_item(None, item)
    assert item.doc == "[redacted]"


def test_what_became_known_while_a_library_keyword_ran_is_masked_at_its_end(run: FakeRun) -> None:
    redactor, keyword = Redactor(), results.Keyword(name="K", args=("learned-later-1",))
    redactor.start_library_keyword(None, NO_ARGUMENTS, keyword)
    run.secrets.register("learned-later-1")
    redactor.end_library_keyword(None, NO_ARGUMENTS, keyword)
    assert tuple(keyword.args) == ("[redacted]",)


def test_of_a_library_keyword_that_taught_nothing_the_message_is_masked_at_the_end(run: FakeRun) -> None:
    run.secrets.register("known-before-1")
    redactor, keyword = Redactor(), results.Keyword(name="K")
    redactor.start_library_keyword(None, NO_ARGUMENTS, keyword)
    keyword.message = "got known-before-1"
    redactor.end_library_keyword(None, NO_ARGUMENTS, keyword)
    assert keyword.message == "got [redacted]"


def test_a_library_keyword_of_which_only_the_end_was_seen_is_masked_whole(run: FakeRun) -> None:
    run.secrets.register("known-before-1")
    keyword = results.Keyword(name="K", args=("known-before-1",))
    Redactor().end_library_keyword(None, NO_ARGUMENTS, keyword)
    assert tuple(keyword.args) == ("[redacted]",)


@pytest.mark.usefixtures("run")
def test_a_redactor_that_is_not_at_work_learns_no_arguments() -> None:
    Redactor().start_test(None, results.TestCase())
    other = Redactor()
    item = results.Keyword(name="Log In", args=["typed-secret-1"], assign=["${token}"])
    other.start_library_keyword(None, None, item)
    other.end_library_keyword(None, None, item)
    other.start_user_keyword(None, None, item)
    other.end_body_item(None, item)
    assert item.args == ("typed-secret-1",)


@pytest.mark.usefixtures("run")
def test_suites_tests_and_keywords_are_masked_at_start_and_end() -> None:
    listener = Redactor()
    suite, test, keyword = results.TestSuite(name=SECRET), results.TestCase(name=SECRET), results.Keyword(name=SECRET)
    listener.start_suite(None, suite)
    listener.start_test(None, test)
    listener.start_body_item(None, keyword)
    assert (suite.name, test.name, keyword.name) == ("[redacted-1]",) * 3
    suite.doc, test.message, keyword.doc = SECRET, SECRET, SECRET
    listener.end_body_item(None, keyword)
    listener.end_test(None, test)
    listener.end_suite(None, suite)
    assert (suite.doc, test.message, keyword.doc) == ("[redacted-1]",) * 3


@pytest.mark.usefixtures("run")
def test_a_second_redactor_does_no_work_until_the_first_is_closed() -> None:
    first, second = Redactor(), Redactor()
    first.start_suite(None, results.TestSuite())
    suite, test, keyword, message = (
        results.TestSuite(name=SECRET),
        results.TestCase(name=SECRET),
        results.Keyword(name=SECRET),
        results.Message(SECRET),
    )
    second.start_suite(None, suite)
    second.start_test(None, test)
    second.start_body_item(None, keyword)
    second.log_message(message)
    second.end_suite(None, suite)
    assert (suite.name, test.name, keyword.name, message.message) == (SECRET,) * 4
    first.close()
    second.end_suite(None, suite)
    assert suite.name == "[redacted-1]"


def test_files_are_swept_when_they_are_finished(run: FakeRun, tmp_path: Path) -> None:
    (tmp_path / "log-1.js").touch()
    listener = Redactor()
    listener.debug_file(tmp_path / "debug.txt")
    listener.output_file(None)
    listener.output_file(tmp_path / "output.xml")
    listener.log_file(tmp_path / "log.html")
    listener.report_file(tmp_path / "report.html")
    listener.xunit_file(tmp_path / "xunit.xml")
    swept = [("sweep", name) for name in ("output.xml", "log.html", "log-1.js", "report.html", "xunit.xml")]
    assert run.asked == [("expect", "debug.txt"), *swept]


def test_variables_come_from_the_running_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BuiltIn, "get_variables", lambda _, no_decoration: {"x": no_decoration})
    assert named_values.suite_variables() == {"x": True}


def test_the_package_exports_the_listener() -> None:
    assert SteadyAPI.Redactor is Redactor


def test_the_package_has_no_other_lazy_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        SteadyAPI.Nothing  # noqa: B018


def test_robot_framework_asks_it_first() -> None:
    assert SimpleNamespace(ROBOT_LISTENER_PRIORITY=0).ROBOT_LISTENER_PRIORITY < Redactor.ROBOT_LISTENER_PRIORITY


@pytest.mark.usefixtures("run")
def test_texts_and_names_may_be_allowed() -> None:
    message = results.Message("next_token=abc, and hunter9!x")
    Redactor(allow="next_token").log_message(message)
    assert message.message == "next_token=abc, and hunter9!x"


@pytest.mark.usefixtures("run")
def test_no_hook_lets_an_error_out() -> None:
    console: Any = sys.__stderr__
    Redactor().log_message(None)
    assert console.getvalue().startswith("[ REDACTION ] log_message met AttributeError")
