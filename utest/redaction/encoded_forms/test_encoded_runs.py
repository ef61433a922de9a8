"""Long runs of base64 and of hex, as what they stand for."""

from base64 import b64encode, urlsafe_b64encode

import pytest

from SteadyAPI.redaction.encoded_forms.encoded_runs import RUN_LEAST, encoded_runs

SHOWN = "Kd82?jf>Lq01-Xyz/77"


@pytest.mark.parametrize("before", ["", "a", "ab", "abc", "abcd", "/a/b-"])
@pytest.mark.parametrize("encode", [b64encode, urlsafe_b64encode])
def test_base64_is_decoded_wherever_it_begins(before: str, encode: type) -> None:
    run = f"{before}{encode(SHOWN.encode()).decode()}"
    ((decoded, start, end),) = encoded_runs(f"x: {run} y")
    assert SHOWN in decoded
    assert (start, end) == (3, 3 + len(run))


def test_a_run_ends_with_its_equals_signs() -> None:
    data = b64encode(f"{SHOWN}!".encode()).decode()
    assert [(start, end) for _, start, end in encoded_runs(f"{data} y")] == [(0, len(data))]
    assert [(start, end) for _, start, end in encoded_runs(f"{data.rstrip('=')} y =")] == [(0, len(data) - 1)]


def test_base64_behind_a_path_is_decoded() -> None:
    path, run = "/api/v1/customers/12345/orders/of-the-day", b64encode(SHOWN.encode()).decode()
    assert [(start, end) for _, start, end in encoded_runs(f"{path} {run}")] == [(42, 42 + len(run))]


def test_utf_16_in_base64_reads_like_ascii() -> None:
    ((decoded, _, _),) = encoded_runs(b64encode(SHOWN.encode("utf-16-le")).decode())
    assert SHOWN in decoded


def test_base64_outside_ascii_is_decoded_beside_other_letters() -> None:
    ((decoded, start, _),) = encoded_runs(f"中é {b64encode(SHOWN.encode()).decode()}")
    assert SHOWN in decoded
    assert start == 3


@pytest.mark.parametrize(
    "text",
    [
        "Ab1" * 7 + "Cd",
        "/api/v1/customers/12345/orders/of-the-day",
        "550e8400-e29b-41d4-a716-446655440000",
        "A_CONSTANT_WITH_A_VERY_LONG_NAME",
        "2026-11-27 10:00:00.123",
    ],
)
def test_long_words_paths_ids_and_times_are_no_runs(text: str) -> None:
    assert encoded_runs(text) == []


def test_the_shortest_run_is_decoded() -> None:
    assert len(encoded_runs("Ab1c" * (RUN_LEAST // 4))) == 1


@pytest.mark.parametrize("between", [":", " ", "-", ","])
def test_hex_with_something_between_is_joined(between: str) -> None:
    run = SHOWN.encode().hex(between).upper()
    assert encoded_runs(f"of {run} now") == [(SHOWN.encode().hex().upper(), 3, 3 + len(run))]


@pytest.mark.parametrize("size", [2, 4, 8])
def test_hex_in_groups_is_joined_in_both_orders(size: int) -> None:
    data = SHOWN.encode() + b"x"
    swapped = b"".join(data[start : start + size][::-1] for start in range(0, len(data), size))
    (shown, *_), (backwards, *_) = encoded_runs(data.hex(" ", -size))
    assert (shown, backwards) == (data.hex(), swapped.hex())


def test_hex_in_longer_groups_is_of_hashes() -> None:
    assert encoded_runs((SHOWN.encode() * 2)[:36].hex(" ", -9)) == []


def test_hex_goes_on_in_the_next_line() -> None:
    first, second = SHOWN.encode()[:10].hex(":"), SHOWN.encode()[10:].hex(":")
    assert encoded_runs(f"{first}:\n{second}")[0][0] == SHOWN.encode().hex()


def test_few_pairs_beside_a_run_are_no_run() -> None:
    assert [shown for shown, _, _ in encoded_runs("at 10:20 of 61:62:63:64:65:66")] == ["616263646566"]
