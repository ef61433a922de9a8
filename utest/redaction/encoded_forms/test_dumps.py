"""Secrets in dumps of bytes, whatever the base and the order of the bytes."""

from collections.abc import Callable

import pytest

from SteadyAPI.redaction.encoded_forms.dumps import dumps
from SteadyAPI.redaction.registry import SecretRegistry

SECRETS = ("s3cr3t-Zx9qPl!vK", "Vx9kQ2mLp7Tz4Rw8", "p\u00e4ssw\u00f6rd-9kQ2-\u017dx")
SHOWN = {0: "\\0", 7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r"}
Writer = Callable[[bytes], str]


def dump(data: bytes, offset: str, write: Writer) -> str:
    return "\n".join(f"{offset.format(start)}{write(data[start : start + 16])}" for start in range(0, len(data), 16))


def printable(row: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)


def hex_groups(size: int, *, swapped: bool = False) -> Writer:
    def write(row: bytes) -> str:
        row += b"\0" * (-len(row) % size)
        groups = [row[start : start + size] for start in range(0, len(row), size)]
        return "".join(f" {(group[::-1] if swapped else group).hex()}" for group in groups)

    return write


def openssl(row: bytes) -> str:
    """Returns a row as ``openssl s_client -msg`` writes it: a dash behind the eighth byte, blanks for missing ones."""
    cells = [f"{byte:02x}{'-' if number == 7 else ' '}" for number, byte in enumerate(row)]
    return f"{''.join(cells):<48}  {printable(row)}"


def octal_words(row: bytes) -> str:
    row += b"\0" * (len(row) % 2)
    return "".join(f" {int.from_bytes(row[start : start + 2], 'little'):06o}" for start in range(0, len(row), 2))


def characters(row: bytes) -> str:
    return "".join(f"{SHOWN.get(byte) or (chr(byte) if 32 <= byte < 127 else f'{byte:03o}'):>4}" for byte in row)


def signed(row: bytes) -> str:
    return "".join(f"{byte - 256 if byte > 127 else byte:>5}" for byte in row)


DUMPS: dict[str, Writer] = {
    "xxd": lambda data: dump(data, "{:08x}:", lambda row: f"{hex_groups(2)(row):<40}  {printable(row)}"),
    "xxd -e": lambda data: dump(
        data, "{:08x}:", lambda row: f"{hex_groups(4, swapped=True)(row):<40}  {printable(row)}"
    ),
    "hexdump": lambda data: dump(data, "{:07x}", hex_groups(2, swapped=True)),
    "hexdump -C": lambda data: dump(
        data, "{:08x}  ", lambda row: f"{row[:8].hex(' '):<23}  {row[8:].hex(' '):<23}  |{printable(row)}|"
    ),
    "od": lambda data: dump(data, "{:07o}", octal_words),
    "od -b": lambda data: dump(data, "{:07o}", lambda row: "".join(f" {byte:03o}" for byte in row)),
    "od -c": lambda data: dump(data, "{:07o}", characters),
    "od -x": lambda data: dump(data, "{:07o}", hex_groups(2, swapped=True)),
    "od -A x -t x4": lambda data: dump(data, "{:06x}", hex_groups(4, swapped=True)),
    "od -t u1": lambda data: dump(data, "{:07o}", lambda row: "".join(f"{byte:>4}" for byte in row)),
    "od -t d1": lambda data: dump(data, "{:07o}", signed),
    "curl --trace": lambda data: dump(data, "{:04x}: ", lambda row: f"{row.hex(' '):<47} {printable(row)}"),
    "openssl s_client -msg": lambda data: dump(data, "{:04x} - ", openssl),
    "tcpdump -X": lambda data: dump(data, "\t0x{:04x}:  ", lambda row: f"{row.hex(' ', -2):<39}  {printable(row)}"),
    "Wireshark": lambda data: dump(
        data, "{:04x}   ", lambda row: f"{row[:8].hex(' '):<23}  {row[8:].hex(' '):<23}   {printable(row)}"
    ),
    "Wireshark, one group": lambda data: dump(data, "{:04x}  ", lambda row: f"{row.hex(' '):<47}   {printable(row)}"),
    "Netty": lambda data: dump(data, "|{:08x}| ", lambda row: f"{row.hex(' '):<47} |{printable(row):<16}|"),
}


@pytest.mark.parametrize("secret", SECRETS, ids=["signs", "letters", "umlauts"])
@pytest.mark.parametrize("name", DUMPS)
@pytest.mark.parametrize("before", ["", "user: ann,\r\n\ttoken: "], ids=["whole", "within"])
def test_a_secret_in_a_dump_is_masked(secret: str, name: str, before: str) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    text = DUMPS[name](f"{before}{secret}, and then some more of the text".encode())
    lines = text.splitlines()
    first, last = len(before.encode()) // 16, (len(f"{before}{secret}".encode()) - 1) // 16
    masked = registry.mask(text)
    assert "[redacted]" in masked
    for line in lines[first : last + 1]:
        assert line[8 : 8 + (len(line) - 8) // 2] not in masked
        assert line[-(len(line) - 8) // 2 :] not in masked


@pytest.mark.parametrize("name", DUMPS)
def test_a_secret_that_two_lines_share_is_masked_wherever_it_is_broken(name: str) -> None:
    secret = "pX9-rT4_wL2~kQ8.sN6"
    registry = SecretRegistry()
    registry.register(secret)
    for start in range(16):
        text = DUMPS[name](f"{'q' * (16 + start)}{secret} and then some more of the text".encode())
        lines, masked = text.splitlines(), registry.mask(text)
        shown = range(1, 1 + (start + len(secret) - 1) // 16 + 1)
        for number, line in enumerate(lines):
            # Without a text beside the bytes, all lines are one run of hex.
            assert (line not in masked) == (number in shown) or (name == "od -A x -t x4" and number not in shown)
        assert secret[-4:] not in masked


@pytest.mark.parametrize("name", ["curl --trace", "openssl s_client -msg", "tcpdump -X", "Wireshark", "Netty"])
def test_a_dump_of_one_line_shows_nothing(name: str) -> None:
    registry = SecretRegistry()
    registry.register("pX9-rT4_wL2")
    masked = registry.mask(DUMPS[name](b"a pX9-rT4_wL2 b"))
    assert "72" not in masked.lower()
    assert "rT4" not in masked


def test_text_behind_a_single_blank_is_no_byte() -> None:
    text = DUMPS["curl --trace"](b"41 42 43 44 45 46")
    assert [run.text for run in dumps(text)] == ["41 42 43 44 45 46"]


@pytest.mark.parametrize("name", DUMPS)
def test_another_text_in_a_dump_stays(name: str) -> None:
    registry = SecretRegistry()
    registry.register("Kd82jfLq")
    text = DUMPS[name](b"Kd82jfLx and more of the same")
    assert registry.mask(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("00000000: 4142 43  ABC\n00000010: 44 D", ["ABCD", "BACD"]),
        ("00000000 no dump", []),
        ("0000000 101 102\n0000020 103", ["ABC"]),
        ("0000000   a  \\n 303   7", ["a\n\xc37"]),
        ("0000000  65  66 101   7\n0000020 101 102", ["ABe\x07ef"]),
        ("0000000   65  -61  101", ["A\xc3e"]),
        ("0000000 041101 000103", ["BA\0C", "ABC\0"]),
        ("order 0000000 is one of 2000000", []),
        ("0000: 41 42 43    ABC\n00010: 44   D", ["ABCD"]),
        ("0000 - 41 42 43 44 45 46 47 48-   ABCDEFGH", ["ABCDEFGH"]),
        ("0x0000:  4142 43  ABC", ["ABC", "BAC"]),
        ("|00000000| 41 42 |AB|", ["AB"]),
        ("id-0000: 41 42, 10000 or 0000", []),
    ],
)
def test_lines_are_read_as_text(text: str, read: list[str]) -> None:
    assert [run.text for run in dumps(text)] == read
