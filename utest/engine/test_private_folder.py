import os
import stat
from pathlib import Path

import pytest

from SteadyAPI.engine.private_folder import private_folder
from SteadyAPI.errors import UsageError


def test_a_new_folder_is_this_users_alone(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "a" / "b", "shared")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert private_folder(folder, "shared") == folder


def test_a_folder_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = private_folder(tmp_path / "a", "shared")
    monkeypatch.setattr("os.getuid", lambda: 12345)
    with pytest.raises(UsageError, match=r"shared: expected the folder .*/a to be yours alone.*\n  delete it: rm -r"):
        private_folder(folder, "shared")


def test_a_folder_that_others_can_enter_is_refused(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "a", "shared")
    folder.chmod(0o755)
    with pytest.raises(UsageError, match="yours alone"):
        private_folder(folder, "shared")


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(private_folder(tmp_path / "a", "shared"))
    with pytest.raises(UsageError, match="yours alone"):
        private_folder(tmp_path / "link", "shared")


def test_where_users_have_no_number_the_system_keeps_them_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a"
    folder.mkdir(mode=0o755)
    monkeypatch.delattr(os, "getuid")
    assert private_folder(folder, "shared") == folder
