"""Columns of HTML tables whose header names a secret."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

TABLE = """<table class="w">
  <thead><tr><th scope="col">User</th><th>API&nbsp;key</th><th>Password</th></tr></thead>
  <tbody>
    <tr><td>ann</td><td>x</td><td><code>Vx9kQ2mL</code></td></tr>
    <tr><td>bob<td>y<td>Wy8lR3nM
  </tbody>
</table>"""


def test_cells_below_a_telling_header_are_masked() -> None:
    shown = SecretRegistry().mask(TABLE)
    assert shown == TABLE.replace("<code>Vx9kQ2mL</code>", "[redacted]").replace("Wy8lR3nM", "[redacted]")


@pytest.mark.parametrize("written", ["TH", "Th"])
def test_elements_are_written_in_any_case(written: str) -> None:
    table = TABLE.replace("<th", f"<{written}").replace("</th", f"</{written}").replace("td>", "TD>")
    assert SecretRegistry().mask(table).count("[redacted]") == 2


def test_what_is_allowed_stays() -> None:
    registry = SecretRegistry()
    registry.allow("password")
    assert registry.mask(TABLE) == TABLE


@pytest.mark.parametrize(
    "text",
    [
        TABLE.replace("Vx9kQ2mL", "optional").replace("Wy8lR3nM", "yes"),
        TABLE.replace("Password", "Comment"),
        "the password is in <th> or <td>",
        "<table><tr><th>User</th><th>Password</th></tr></table><table><tr><td>ann</td><td>Vx9kQ2mL</td></tr></table>",
        "<table><tr><th>User</th><th>Password</th></tr><tr><td>ann</td></tr></table>",
    ],
)
def test_other_cells_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_many_open_cells_take_no_time() -> None:
    registry = SecretRegistry()
    assert grows_with_the_length_only("<td><th", action=lambda text: registry.mask(f"<tr><th>password</th>{text}"))
