"""Secrets that are shown as the numbers of their bytes, or one character at a time."""

import json
from collections.abc import Callable

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.encoded_forms.byte_numbers import runs
from SteadyAPI.redaction.encoded_forms.marks import marks_of
from SteadyAPI.redaction.registry import SecretRegistry

SECRETS = ("s3cr3t-Zx9qPl!vK", "Vx9kQ2mLp7Tz4Rw8", "p\u00e4ssw\u00f6rd-9kQ2-\u017dx")


def in_lines(numbers: list[str]) -> str:
    return "[\n  " + ",\n  ".join(numbers) + "\n]"


@pytest.mark.parametrize("secret", SECRETS, ids=["signs", "letters", "umlauts"])
@pytest.mark.parametrize(
    "written",
    [
        lambda data: str(list(data)),
        lambda data: str(list(data)).replace(" ", ""),
        lambda data: in_lines([str(byte) for byte in data]),
        lambda data: str([byte - 256 if byte > 127 else byte for byte in data]),
        lambda data: "[" + " ".join(map(str, data)) + "]",
        lambda data: "Uint8Array(16) [\n  " + ", ".join(f"{byte:3}" for byte in data) + "\n]",
        lambda data: "{" + ",".join(f"0x{byte:02X}" for byte in data) + "}",
        lambda data: "{ " + ", ".join(f"(byte) 0x{byte:02X}" for byte in data) + " }",
        lambda data: " ".join(f"0x{byte:02x}" for byte in data),
        lambda data: "<Buffer " + data.hex(" ") + ">",
        lambda data: '{"type":"Buffer","data":' + str(list(data)) + "}",
        lambda data: "<" + data.hex(" ", -4) + ">",
        lambda data: str(list(data.decode())),
        lambda data: "@{characters} = [ " + " | ".join(data.decode()) + " ]",
        lambda data: "String.fromCharCode(" + ",".join(str(ord(char)) for char in data.decode("latin-1")) + ")",
        lambda data: "".join(f"\\{ord(char):x} " for char in data.decode()),
        lambda data: "".join(f"\\{ord(char):06x}" for char in data.decode()),
    ],
    ids=[
        *(
            "list",
            "tight",
            "lines",
            "signed",
            "go",
            "array",
            "c",
            "java",
            "blanks",
            "buffer",
            "json",
            "groups",
            "characters",
        ),
        *("log", "codes", "css", "css of six digits"),
    ],
)
def test_a_secret_in_numbers_is_masked(secret: str, written: Callable[[bytes], str]) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    shown = written(secret.encode())
    masked = registry.mask(f"it is {shown} here")
    assert "[redacted]" in masked
    assert len(masked) < 0.4 * len(shown) + 40


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("[97, 98, 99, 100, 101, 102]", ["abcdef"]),
        ("1, 97, 98, 99, 100, 101, 102, 300", ["\x01abcdef\u012c"]),
        ("-1, -2, -3, 0x41, 65, 66", ["\xff\xfe\xfdAAB"]),
        ("a, 97, 98, 99, 100, 101, 102", ["abcdef"]),
        ("97, 98, 99, x, 97, 98, 99, 100, 101, 102", ["abcdef"]),
        ("97, 98, 99, 100, 101", []),
        ("1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5", []),
        ("2026, 2027, 2028, 2029, 2030, 2031", []),
        ("[a, b, -, 7, e, f, g]", ["ab-7efg"]),
        ("a, b, c, d, e", []),
        ("['a', \"b\", 'c', 'd', 'e', 'f']", ["abcdef"]),
        ("[1 a", []),
        (r"\110000 \41 \41 \41 \41 \41", ["?AAAAA"]),
        ("0000000 101 102\n0000020 103", ["ABC"]),
        ("107,51,121,128273,99,74", ["k3y\U0001f511cJ"]),
        ("0x6b,0x33,0x79,0x1f511,0x63,0x4a", ["k3y\U0001f511cJ"]),
        ("1,2,3,1114112,5,6", ["\x01\x02\x03?\x05\x06"]),
        ("['a', '\xc3\xb6', '\xf0\x9f\x94\x91', '1', '2', '3']", ["a\xc3\xb6\xf0\x9f\x94\x91123"]),
    ],
)
def test_runs_are_read_as_text(text: str, read: list[str]) -> None:
    assert [run.text for run in runs(text, marks_of(text))] == read


def test_only_the_numbers_of_the_secret_are_masked() -> None:
    registry = SecretRegistry()
    registry.register("Kd82jfLq")
    shown = str([1, 2, *b"Kd82jfLq", 3])
    assert registry.mask(shown) == "[1, 2, [redacted], 3]"


def test_numbers_of_another_text_stay() -> None:
    registry = SecretRegistry()
    registry.register("Kd82jfLq")
    text = f"{list(b'Kd82jfLx')} {list('Kd82jfLx')} {', '.join('Kd82jfLx')}"
    assert registry.mask(text) == text


@pytest.mark.parametrize(
    "unit",
    [
        "1, ",
        "[1 ",
        "'a', ",
        " 0x41 ",
        " | x | ",
        "\\41 ",
        "0000000 41",
        "0000000 101 ",
        ",",
        '"1":1,',
        '"1"',
        "[1] => a\n",
        "[1]=>\n",
        "\n81\n",
        "\n- 81",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, action=lambda text: runs(text, marks_of(text)))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("['0x61', '0x62', '0x63', '0x64', '0x65', '0x66']", ["abcdef"]),
        ("['61', '62', '63', '64', '65', '66', 'g']", ["abcdefg"]),
        ("[ 97  98  99 100 101 102]", ["abcdef"]),
        ("[ 97  98  99 100\n 101 102]", ["abcdef"]),
    ],
)
def test_numbers_in_quotes_and_columns_are_read(text: str, read: list[str]) -> None:
    assert [run.text for run in runs(text, marks_of(text))] == read


@pytest.mark.parametrize("secret", SECRETS, ids=["signs", "letters", "umlauts"])
@pytest.mark.parametrize(
    "written",
    [
        lambda data: json.dumps({str(number): byte for number, byte in enumerate(data)}),
        lambda data: json.dumps({str(number): byte for number, byte in enumerate(data)}, indent=2),
        lambda data: json.dumps(json.dumps({str(number): byte for number, byte in enumerate(data)})),
        lambda data: json.dumps(dict(enumerate(data.decode()))),
        lambda data: str({str(number): byte for number, byte in enumerate(data)}),
        lambda data: "".join(f"    [{number}] => {char}\n" for number, char in enumerate(data.decode())),
        lambda data: "".join(f"    [{number}] => {byte}\n" for number, byte in enumerate(data)),
        lambda data: "".join(f"  [{number}]=>\n  int({byte})\n" for number, byte in enumerate(data)),
        lambda data: "".join(f'  [{number}]=>\n  string(1) "{chr(byte)}"\n' for number, byte in enumerate(data)),
        lambda data: "\n".join(map(str, data)),
        lambda data: "it is\r\n" + "\r\n".join(map(str, data)),
        lambda data: "bytes:\n" + "".join(f"    - {byte}\n" for byte in data),
    ],
)
def test_a_secret_with_its_indices_or_in_lines_is_masked(secret: str, written: Callable[[bytes], str]) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    masked = registry.mask(written(secret.encode()))
    assert "[redacted]" in masked
    assert len(masked) < 40


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('{"0":97,"1":98,"2":"c","3":100,"4":101,"5":102}', ["abcdef"]),
        ('{"0":97,"1":98,"2":99}', []),
        ("[0] => a\n[1] => 98\n[2] => c\n[3] => 7\n[4] => e\n[5] => f\n", ["abc7ef"]),
        ("97\n98\n99\n100\n101\n102", ["abcdef"]),
        ("97\n98\n99\n100\n101\n102\n2026\n", ["abcdef"]),
        ("a:\n  - 97\n  - 98\n  - 99\n  - 100\n  - 101\n  - 102\n", ["abcdef"]),
        ("2026\n2027\n2028\n2029\n2030\n2031\n", []),
    ],
)
def test_indices_and_lines_are_read(text: str, read: list[str]) -> None:
    assert [run.text for run in runs(text, marks_of(text))] == read


def test_indices_and_lines_of_another_text_stay() -> None:
    registry = SecretRegistry()
    registry.register("Kd82jfLq")
    data = b"Kd82jfLx"
    text = json.dumps(dict(enumerate(data))) + "\n" + "\n".join(map(str, data))
    assert registry.mask(text) == text


def of_webdriver(char: str) -> str:
    return f'{{"type": "keyDown", "value": "{char}"}}, {{"type": "keyUp", "value": "{char}"}}, '


def of_cdp(char: str) -> str:
    event = f'{{"method":"Input.dispatchKeyEvent","params":{{"type":"keyDown","key":"{char}","text":"{char}"}}}}\n'
    return event + f'{{"method":"Input.dispatchKeyEvent","params":{{"type":"keyUp","key":"{char}"}}}}\n'


@pytest.mark.parametrize(
    "written",
    [
        of_webdriver,
        lambda char: of_webdriver(char).replace(" ", ""),
        lambda char: of_webdriver(char).replace('"', "'").replace(", {", "\n{"),
        lambda char: json.dumps(of_webdriver(char))[1:-1],
        of_cdp,
        lambda char: f"keyboard.press('{char}')\n",
        lambda char: f'await page.keyboard.press("{char}");\n',
        lambda char: f"KEYWORD Browser . Keyboard Key    press    {char}\n",
        lambda char: f"12:00:01 Pressing key {char}\n",
        lambda char: f"Pressed '{char}'\n",
        lambda char: f"{char},",
    ],
)
def test_keys_that_are_pressed_one_by_one_are_masked(written: Callable[[str], str]) -> None:
    registry = SecretRegistry()
    registry.register("hunter2!x")
    masked = registry.mask("keys " + "".join(map(written, "hunter2!x")))
    assert masked.count("[redacted]") == 1
    assert "unter" not in "".join(masked.split("'"))
    assert len(masked) < 260
    other = "keys " + "".join(map(written, "hunter3!y"))
    assert registry.mask(other) == other


@pytest.mark.parametrize(
    "unit", ["keyDown", "press ", "press('h')", ",a", 'dispatchKeyEvent"text":"h"', 'keyDown","value":"h"', "text"]
)
def test_time_of_keys_grows_with_the_length_only(unit: str) -> None:
    def read(text: str) -> None:
        shown = f"dispatchKeyEvent {text}"
        runs(shown, marks_of(shown))

    assert grows_with_the_length_only(unit, action=read)
