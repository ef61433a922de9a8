from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from robot.api.deco import keyword
from robot.libraries.BuiltIn import BuiltIn
from robotlibcore import DynamicCore

from SteadyAPI.keyword_core import KeywordCore


class Group:
    """Keywords of every shape."""

    @keyword
    def plain(self, url: str, limit: timedelta | None = None) -> None:
        """Does something.

        And more.
        """

    @keyword(name="By Name", tags=["Mine"])
    def by_name(self, *parts: str, flag: bool = False, **options: Any) -> "str":
        """Says something."""
        return f"{parts} {flag} {options}"

    @keyword(types={"url": "int"})
    def typed(self, url: Any, *, only: Any, also: int = 1) -> None:
        """Takes types from elsewhere."""

    def no_keyword(self) -> None:
        """Stands beside the keywords."""


class Ours(KeywordCore):
    """A library."""

    def __init__(self, *, option: int = 1) -> None:
        self.option = option
        super().__init__([Group()])


class Theirs(DynamicCore):
    """The same library on the core alone."""

    def __init__(self, *, option: int = 1) -> None:
        self.option = option
        super().__init__([Group()])


def test_while_tests_run_it_tells_the_first_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = Ours()
    assert ours.get_keyword_documentation("plain") == "Does something.\n\nAnd more."
    monkeypatch.setattr(BuiltIn, "robot_running", True)
    assert ours.get_keyword_documentation("plain") == "Does something."
    assert ours.get_keyword_documentation("__intro__") == "A library."
    assert ours.get_keyword_documentation("__init__").startswith("Initialize self.")


def test_it_tells_what_the_core_tells() -> None:
    ours: Any = Ours()
    theirs: Any = Theirs()
    assert ours.get_keyword_names() == theirs.get_keyword_names() == ["By Name", "plain", "typed"]
    for name in [*theirs.get_keyword_names(), "__init__"]:
        assert ours.get_keyword_arguments(name) == theirs.get_keyword_arguments(name)
        assert ours.get_keyword_documentation(name) == theirs.get_keyword_documentation(name)
    for name in theirs.get_keyword_names():
        assert ours.get_keyword_tags(name) == theirs.get_keyword_tags(name)
        assert ours.get_keyword_source(name) == theirs.get_keyword_source(name)


def test_it_knows_where_the_library_takes_its_arguments() -> None:
    path, _, line = str(Ours().get_keyword_source("__init__")).rpartition(":")
    assert path == __file__
    assert "option: int = 1" in Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_a_keyword_runs_by_its_name_and_its_methods() -> None:
    library: Any = Ours()
    assert library.run_keyword("By Name", ["a"], {"flag": True, "more": 1}) == "('a',) True {'more': 1}"
    assert library.by_name == library.keywords["By Name"]
    assert getattr(library, "By Name") == library.by_name
    assert {"by_name", "By Name", "plain", "option"} < set(dir(library))
    with pytest.raises(AttributeError, match="'Ours' object has no attribute 'no_keyword'"):
        _ = library.no_keyword


def test_types_are_what_robot_framework_reads() -> None:
    library = Ours()
    assert str(library.get_keyword_types("plain")["limit"]).removeprefix("datetime.") == "timedelta | None"
    assert str(library.get_keyword_types("typed")["url"]) == "int"


def test_libdoc_gets_its_own_format(monkeypatch: pytest.MonkeyPatch) -> None:
    class Documented(Ours):
        """A library.

        ## Chapter

        Raises:
            Error: Never.
        """

    library = Documented()
    monkeypatch.setattr("SteadyAPI.keyword_core.READS_SECTIONS", True)
    assert library.get_keyword_documentation("__intro__") == ("A library.\n\n= Chapter =\n\nRaises:\n    Error: Never.")
    monkeypatch.setattr("SteadyAPI.keyword_core.READS_SECTIONS", False)
    assert library.get_keyword_documentation("__intro__") == (
        "A library.\n\n= Chapter =\n\n*Fails:*\n\n- ``Error``: Never."
    )
    assert library.get_keyword_documentation("plain") == "Does something.\n\nAnd more."
