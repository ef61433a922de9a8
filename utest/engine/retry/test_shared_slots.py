"""Slots that several processes of one machine keep to together."""

import os
import sqlite3
import stat
import tempfile
from pathlib import Path

import pytest

from SteadyAPI.engine.retry.shared_slots import SharedSlots
from SteadyAPI.errors import UsageError

SHOP = "http://shop.test"


def test_two_processes_take_turns(tmp_path: Path) -> None:
    one, two = SharedSlots(SHOP, tmp_path), SharedSlots(SHOP, tmp_path)
    assert [one.book(100.0, 0.5), two.book(100.0, 0.5), one.book(100.0, 0.5)] == [100.0, 100.5, 101.0]
    assert two.next_free() == 101.5


def test_a_handshake_puts_everybodys_next_request_off(tmp_path: Path) -> None:
    SharedSlots(SHOP, tmp_path).book(100.0, 0.5)
    SharedSlots(SHOP, tmp_path).postpone(0.25)
    assert SharedSlots(SHOP, tmp_path).next_free() == 100.75


def test_services_do_not_hold_each_other_back(tmp_path: Path) -> None:
    SharedSlots(SHOP, tmp_path).book(100.0, 0.5)
    assert SharedSlots("http://stock.test", tmp_path).book(100.0, 0.5) == 100.0


def test_idle_time_is_not_saved_up(tmp_path: Path) -> None:
    slots = SharedSlots(SHOP, tmp_path)
    slots.book(100.0, 0.5)
    assert [slots.book(200.0, 0.5), slots.book(200.0, 0.5)] == [200.0, 200.5]


def test_a_slot_of_a_clock_that_was_set_back_is_forgotten(tmp_path: Path) -> None:
    SharedSlots(SHOP, tmp_path).book(1_000_000.0, 0.5)
    assert SharedSlots(SHOP, tmp_path).book(100.0, 0.5) == 100.0


def test_nobody_booked_means_free_since_ever(tmp_path: Path) -> None:
    assert SharedSlots(SHOP, tmp_path).next_free() == 0.0


def test_the_file_lies_where_only_this_user_can_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    SharedSlots(SHOP).book(100.0, 0.5)
    (folder,) = tmp_path.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [file.name for file in folder.iterdir()] == ["rate_limits.sqlite"]


def test_a_user_without_a_name_has_a_folder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.delattr("SteadyAPI.engine.retry.shared_slots.getuser")
    SharedSlots(SHOP).book(100.0, 0.5)
    assert [folder.name for folder in tmp_path.iterdir()] == [f"steadyapi-{os.getuid()}"]


def test_where_users_have_no_number_their_name_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.delattr("os.getuid")
    monkeypatch.setattr("SteadyAPI.engine.retry.shared_slots.getuser", lambda: "ada")
    SharedSlots(SHOP).book(100.0, 0.5)
    assert [folder.name for folder in tmp_path.iterdir()] == ["steadyapi-ada"]


def test_a_file_that_is_no_database_is_closed_again(tmp_path: Path) -> None:
    (tmp_path / "rate_limits.sqlite").write_text("something else, and long enough to be looked at" * 9)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        SharedSlots(SHOP, tmp_path).next_free()


def test_a_folder_that_somebody_else_has_made_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"steadyapi-{os.getuid()}").symlink_to(tmp_path)
    with pytest.raises(UsageError, match=r"share_rate_limit: expected the folder .* to be yours alone"):
        SharedSlots(SHOP).book(100.0, 0.5)
