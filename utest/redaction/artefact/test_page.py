"""Pages in HTML: texts and attributes are masked, code is only where it shows what is known."""

from io import StringIO
from pathlib import Path

import pytest

from SteadyAPI.redaction.artefact.page import masked_page
from SteadyAPI.redaction.artefact.sweep import Outcome, Swept, sweep
from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Vx9kQ2mLp7Tz"
KNOWN = "Known9value7x"


@pytest.fixture
def secrets() -> SecretRegistry:
    registry = SecretRegistry()
    registry.register(KNOWN)
    return registry


def masked(page: str, secrets: SecretRegistry) -> str:
    return "".join(masked_page(StringIO(page), secrets.mask, mask_known=secrets.mask_known))


@pytest.mark.parametrize(
    "page",
    [
        '<!DOCTYPE html><meta name="csrf-token" content="§"><h1>Token</h1>',
        '<form><input type="hidden" name="SAMLResponse" value="§"/><input name="RelayState" value="x"></form>',
        '<input name="__RequestVerificationToken" type="hidden" value="§" />',
        "<table><tr><th>user</th><th>password</th></tr><tr><td>ann</td><td>§</td></tr></table>",
        '<a href="/reset?token=§">Reset</a><p>Bearer §</p><!-- api_key=§ -->',
        '<script>window.CONFIG = {"apiUrl": "/api", "authToken":"§"};</script>',
        '<script type="application/json">{"props": {"token": "§"}, "text": "<\\/b>"}</script>',
        '<SCRIPT TYPE=application/ld+json>{"password": "§"}</SCRIPT ><p>end</p>',
    ],
)
def test_what_looks_like_a_secret_in_texts_attributes_and_data_is_masked(page: str, secrets: SecretRegistry) -> None:
    assert masked(page.replace("§", VALUE), secrets) == page.replace("§", "[redacted]")


@pytest.mark.parametrize(
    "page",
    [
        "<script>if (a.password=== b.password) { next(); } const token = lexer.read(1, 2);</script>",
        f"<style>.token{{color:red;token:{VALUE}}}</style>",
        f"<script>let token = '{VALUE}'; setToken('{VALUE}')",
        f"<button onclick=\"login('ann', token='{VALUE}')\">Log in</button>",
        '<script>x = {"xsrfCookieName":"XSRF-TOKEN","cookie":"lang_english","token":"authorization"}</script>',
        '<script type="application/json">{"token_type": "bearer", "max": 3}</script><p>Forgot password?</p>',
        '<label for="password">Password</label><input type="password" placeholder="Your password" required>',
    ],
)
def test_code_and_words_stay(page: str, secrets: SecretRegistry, tmp_path: Path) -> None:
    assert masked(page, secrets) == page
    (tmp_path / "page.html").write_text(page)
    swept = sweep(tmp_path / "page.html", secrets.mask, mask_known=secrets.mask_known, only_check=True)
    assert swept == Swept(Outcome.CLEAN)


def test_known_values_are_masked_in_code_and_counted(secrets: SecretRegistry, tmp_path: Path) -> None:
    page = f"<p>a</p><script>let a = '{KNOWN}', token = '{VALUE}'</script><p onclick='{KNOWN}'>b</p>"
    (tmp_path / "saved").write_text(f"<html>{page}")
    swept = sweep(tmp_path / "saved", secrets.mask, mask_known=secrets.mask_known)
    assert swept == Swept(Outcome.MASKED, 2)
    assert (tmp_path / "saved").read_text() == f"<html>{page}".replace(KNOWN, "[redacted]")


def test_without_a_masker_of_known_values_all_is_masked() -> None:
    page = f"<script>let token = '{VALUE}'</script>"
    assert "".join(masked_page(StringIO(page), SecretRegistry().mask)) == page.replace(VALUE, "[redacted]")


def test_a_masked_text_can_not_end_the_script_it_stands_in(secrets: SecretRegistry) -> None:
    page = f'<script type="application/json">{{"note": "{KNOWN}<\\/script>"}}</script>'
    assert masked(page, secrets) == page.replace(KNOWN, "[redacted]")


def test_a_page_with_the_mark_that_stands_for_code_is_masked(secrets: SecretRegistry) -> None:
    page = f"<p><!--\0-->{KNOWN}<script>let a = 1</script>{KNOWN}</p>"
    assert masked(page, secrets) == page.replace(KNOWN, "[redacted]")
