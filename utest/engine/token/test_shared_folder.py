import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from fake_time import FakeTime

from SteadyAPI.engine.token.shared_folder import SharedFolder, shared_folder
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "tokens"


def opened(place: Path) -> SharedFolder:
    return SharedFolder(FakeTime().clock(), place)


def put(folder: SharedFolder, token: Token | None = Token("abc")) -> None:  # noqa: B008  frozen
    with folder.shared_store("a").opened() as slot:
        slot.write(token)


def got(folder: SharedFolder) -> Token | None:
    with folder.shared_store("a").opened() as slot:
        return slot.read()


def test_a_token_written_by_one_is_read_by_another(place: Path) -> None:
    first, second = opened(place), opened(place)
    assert got(second) is None
    put(first)
    assert got(second) == Token("abc")


def test_nobody_else_can_read_what_is_kept(place: Path) -> None:
    put(opened(place))
    assert place.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in place.iterdir()} == {0o600}


def test_a_process_that_was_stopped_is_waited_for_until_its_lease_ends(place: Path) -> None:
    time = FakeTime()
    stopped = SharedFolder(time.clock(), place).shared_store("a")
    with stopped.opened() as slot:
        slot.write(Token("abc"))
        others = SharedFolder(time.clock(), place)
        assert got(others) == Token("abc")
        assert 60.0 < time.seconds < 60.2
        # Who came after it has a lease of its own.
        with others.shared_store("a").opened():
            assert got(others) == Token("abc")
        assert time.seconds < 120.5
    assert sorted(file.name for file in place.glob("a*")) == ["a.json", "a.lock"]


def test_a_lock_that_is_given_back_is_taken_at_once(place: Path) -> None:
    time = FakeTime()
    folder = SharedFolder(time.clock(), place)
    put(folder)
    assert got(folder) == Token("abc")
    assert time.seconds == 0.0


def test_who_is_interrupted_while_it_waits_leaves_no_lock(place: Path) -> None:
    time = FakeTime()
    folder = SharedFolder(time.clock(), place)

    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    waiting = SharedFolder(replace(time.clock(), sleep=interrupted), place)
    with folder.shared_store("a").opened(), pytest.raises(KeyboardInterrupt):
        got(waiting)
    assert got(folder) is None
    assert time.seconds == 0.0


def test_who_is_interrupted_while_it_takes_the_lock_gives_it_back(place: Path) -> None:
    time = FakeTime()
    folder = SharedFolder(time.clock(), place)

    def interrupted() -> NoReturn:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        got(SharedFolder(replace(time.clock(), now=interrupted), place))
    assert got(folder) is None
    assert time.seconds == 0.0


def test_a_token_can_be_taken_away(place: Path) -> None:
    folder = opened(place)
    put(folder)
    put(folder, None)
    put(folder, None)
    assert got(folder) is None


def test_the_last_one_out_deletes_the_tokens(place: Path) -> None:
    first, second = opened(place), opened(place)
    put(first)
    first.close()
    assert got(second) == Token("abc")
    second.close()
    assert list(place.glob("*.json*")) == []


def test_what_a_crash_left_behind_is_deleted_by_the_next_one_in(place: Path) -> None:
    crashed = opened(place)
    put(crashed)
    (place / "a.json.new").write_text("half")
    os.close(crashed._presence)
    opened(place)
    assert list(place.glob("*.json*")) == []


def test_a_half_written_file_of_a_crash_is_in_nobodys_way(place: Path) -> None:
    folder = opened(place)
    (place / "a.json.new").write_text("half")
    put(folder)
    assert got(folder) == Token("abc")


def test_a_folder_that_others_can_read_is_refused(place: Path) -> None:
    place.mkdir()
    place.chmod(0o755)
    with pytest.raises(UsageError, match="others may read or change it"):
        opened(place)


def test_a_link_in_the_place_of_the_folder_is_refused(place: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="expected the folder"):
        opened(place)


def test_a_system_without_such_locks_is_pointed_to_pabotlib(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with pytest.raises(UsageError, match="run the suites with pabot and its PabotLib"):
        opened(place)


def test_tokens_are_shared_in_memory_where_the_system_offers_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    assert shared_folder() == Path(f"/run/user/7/steadyapi-tokens-{os.getuid()}")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert shared_folder().name == f"steadyapi-tokens-{os.getuid()}"
