"""What a run's key makes of values and names."""

import base64

import pytest

from SteadyAPI.engine.sharing.run_key import RunKey, key_bytes, run_prefix
from SteadyAPI.errors import UsageError

BYTES = bytes(range(100, 132))
OTHER = bytes(range(32))


def test_what_is_sealed_is_opened_with_the_same_key_and_name() -> None:
    sealed = RunKey(BYTES).sealed("the token", "a")
    assert RunKey(BYTES).opened(sealed, "a") == "the token"
    assert b"token" not in sealed


def test_the_same_text_is_sealed_anew_each_time() -> None:
    key = RunKey(BYTES)
    assert key.sealed("the token", "a") != key.sealed("the token", "a")


def test_another_key_another_name_and_changed_or_cut_bytes_open_nothing() -> None:
    sealed = RunKey(BYTES).sealed("the token", "a")
    assert RunKey(OTHER).opened(sealed, "a") is None
    assert RunKey(BYTES).opened(sealed, "b") is None
    assert [RunKey(BYTES).opened(sealed[:end], "a") for end in (0, 5, 20)] == [None, None, None]
    changed = bytes([*sealed[:-1], sealed[-1] ^ 1])
    assert RunKey(BYTES).opened(changed, "a") is None


def test_a_name_is_hidden_in_the_same_way_by_the_same_key_only() -> None:
    assert RunKey(BYTES).hidden("http://shop.test") == RunKey(BYTES).hidden("http://shop.test")
    assert RunKey(BYTES).hidden("http://shop.test") != RunKey(BYTES).hidden("http://stock.test")
    assert RunKey(BYTES).hidden("http://shop.test") != RunKey(OTHER).hidden("http://shop.test")


def test_names_of_two_runs_begin_differently() -> None:
    assert run_prefix("nightly-1") != run_prefix("nightly-2")
    assert "nightly" not in run_prefix("nightly-1")


@pytest.mark.parametrize(
    "text",
    [
        base64.urlsafe_b64encode(BYTES).decode(),
        base64.urlsafe_b64encode(BYTES).decode().rstrip("="),
        f" {base64.b64encode(BYTES).decode()}\n",
        BYTES.hex(),
        BYTES.hex().upper(),
    ],
)
def test_a_key_is_written_in_base64_or_hex(text: str) -> None:
    assert key_bytes(text) == BYTES


@pytest.mark.parametrize("text", [None, "", " "])
def test_a_missing_key_is_told_with_how_to_make_one(text: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        key_bytes(text)
    assert "expected the key of the run in the environment variable STEADYAPI_SHARED_KEY, got none" in str(caught.value)
    assert "secrets.token_urlsafe(32)" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "hunter2hunter2",
        "our key for the nightly run, please keep it secret",
        "0" * 64,
        "zz" * 32,
        "A" * 43,
        base64.b64encode(BYTES[:16]).decode(),
        "päss" * 11,
    ],
)
def test_what_is_no_random_key_is_refused_and_not_shown(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        key_bytes(text)
    assert (
        f"expected 32 random bytes in base64 or hex in the environment variable STEADYAPI_SHARED_KEY, got {len(text)}"
        in (str(caught.value))
    )
    assert text not in str(caught.value)
