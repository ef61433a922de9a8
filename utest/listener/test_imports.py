"""The names for arguments of a variable file."""

from pathlib import Path

import pytest

from SteadyAPI.listener.imports import arguments_of_file


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("a.py", "def get_variables(user, /, password):\n    return {}\n", ("user", "password")),
        ("a.py", "class a:\n    def getVariables(self, token): ...\n", ("token",)),
        ("a.py", "TOKEN = 1\ndef other(password): ...\n", ()),
        ("a.yaml", "password: x", ()),
    ],
)
def test_the_names_for_arguments_of_a_variable_file_are_read(
    tmp_path: Path, name: str, text: str, names: tuple[str, ...]
) -> None:
    (tmp_path / name).write_text(text)
    assert arguments_of_file(tmp_path / name) == names
