import json
import subprocess
import sys
from pathlib import Path

import pytest

from SteadyAPI.engine.contract.drift.baseline import Baseline
from SteadyAPI.errors import SchemaError, UsageError


def recorded(path: Path, times: int = 20) -> None:
    baseline = Baseline(path, update=True)
    for _ in range(times):
        baseline.take("GET /orders/{id}", 200, {"id": 7, "note": "plain-secret"})
    baseline.save(lambda text: text.replace("plain-secret", "[redacted]"))


def test_without_a_file_nothing_can_be_compared(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no baseline .*shop.json(.|\n)*Track Contract    shop.json    update=True"):
        Baseline(tmp_path / "shop.json", update=False)


def test_what_was_learnt_is_compared_with(tmp_path: Path) -> None:
    recorded(tmp_path / "new" / "shop.json")
    found = Baseline(tmp_path / "new" / "shop.json", update=False).take("GET /orders/{id}", 200, {"x": 1, "note": "a"})
    assert [(each.path, each.breaking) for each in found] == [("$.id", True), ("$.note", False), ("$.x", False)]


def test_secrets_are_masked_in_the_file(tmp_path: Path) -> None:
    recorded(tmp_path / "shop.json")
    assert "plain-secret" not in (tmp_path / "shop.json").read_text()


def test_an_operation_that_is_not_in_the_file_breaks_nothing(tmp_path: Path) -> None:
    recorded(tmp_path / "shop.json")
    found = Baseline(tmp_path / "shop.json", update=False).take("GET /orders/{id}", 404, {})
    assert [(each.violation.line, each.breaking) for each in found] == [
        ("status: expected nothing, got GET /orders/{id} → 404 (first seen, not in the baseline)", False)
    ]


def test_updating_adds_samples(tmp_path: Path) -> None:
    recorded(tmp_path / "shop.json", times=3)
    recorded(tmp_path / "shop.json", times=4)
    assert '"seen": 7' in (tmp_path / "shop.json").read_text()


def test_a_file_is_written_only_when_something_was_learnt(tmp_path: Path) -> None:
    Baseline(tmp_path / "shop.json", update=True).save(str)
    assert not (tmp_path / "shop.json").exists()


def test_comparing_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    recorded(tmp_path / "shop.json")
    before = (tmp_path / "shop.json").read_text()
    baseline = Baseline(tmp_path / "shop.json", update=False)
    baseline.take("GET /new", 200, {})
    baseline.save(str)
    assert (tmp_path / "shop.json").read_text() == before


@pytest.mark.parametrize("text", ["{", "[]", '{"operations": {"a": {"200": {}}}}', '{"operations": []}'])
def test_a_file_of_another_kind_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "shop.json").write_text(text)
    with pytest.raises(SchemaError, match=r"is not a baseline(.|\n)*delete it to record it anew"):
        Baseline(tmp_path / "shop.json", update=False)


def test_only_the_first_warning_about_an_operation_is_the_first(tmp_path: Path) -> None:
    baseline = Baseline(tmp_path / "shop.json", update=True)
    assert [baseline.first_warning(name) for name in ("a", "a", "b")] == [True, False, True]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    recorded(tmp_path / "shop.json")
    monkeypatch.setattr(Path, "read_text", forbidden)
    with pytest.raises(SchemaError, match=r"can't read .*shop.json\": Permission denied"):
        Baseline(tmp_path / "shop.json", update=False)


def test_processes_that_record_one_file_both_count(tmp_path: Path) -> None:
    one, other = (Baseline(tmp_path / "shop.json", update=True) for _ in range(2))
    one.take("GET /a", 200, {"a": 1})
    other.take("GET /b", 200, {})
    other.take("GET /a", 200, {"a": None})
    one.save(str)
    other.save(str)
    one.take("GET /a", 200, {})
    one.save(str)
    operations = json.loads((tmp_path / "shop.json").read_text())["operations"]
    assert {name: shape["200"]["seen"] for name, shape in operations.items()} == {"GET /a": 3, "GET /b": 1}
    assert operations["GET /a"]["200"]["fields"]["a"]["types"] == {"integer": 1, "null": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["shop.json"]


def test_many_processes_lose_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from SteadyAPI.engine.contract.drift.baseline import Baseline\n"
        "for number in range(5):\n"
        "    one = Baseline(Path(sys.argv[1]), update=True); one.take('GET /a', 200, {}); one.save(str)\n"
    )
    path = tmp_path / "shop.json"
    running = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert json.loads(path.read_text())["operations"]["GET /a"]["200"]["seen"] == 15
