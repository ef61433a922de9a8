"""What redaction costs, with the package of the extra ``[fast]`` and without: ``python utest/benchmarks/redaction.py``.

CPU time; the least of several rounds, paired.
"""

import json
import os
import random
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from SteadyAPI.listener import Redactor
from SteadyAPI.redaction.artefact.sweep import sweep
from SteadyAPI.redaction.registry import SecretRegistry

# Robot Framework's runner is untyped.
robot_run: Any = import_module("robot.run")
PACKAGE = "ahocorasick_rs"
CHOICE = random.Random(4711)
ROUNDS = 5
WORDS = (
    "request sent to server and the response was received in time with status code ok user id order quantity list of "
    "items checked result number found again 200 404 /api/v1/orders?page=2 {} [] 12.5 ms key of the last token "
    "and session"
).split()
# None of these hints at a secret.
PLAIN_WORDS = [word for word in WORDS if word not in {"code", "key", "token", "session"}]
SUITE = """\
*** Test Cases ***
First
    Heavy

Second
    Heavy


*** Keywords ***
Heavy
    FOR    ${i}    IN RANGE    1500
        Log    message number ${i} of the order that was sent to the server
        ${x} =    Set Variable    value ${i}
        Should Be Equal    ${x}    value ${i}
    END
"""


def main() -> None:
    """Prints one line per measurement, each way in a process of its own."""
    if sys.argv[1:] == ["pure"]:
        # As if the package were not installed.
        sys.modules[PACKAGE] = None  # type: ignore[assignment]  # what the import system takes for "not there"
    if not sys.argv[1:]:
        for way in ("pure", "fast"):
            subprocess.run([sys.executable, __file__, way], check=True)
        show_import()
        return
    for number in (10, 100, 1_000):
        show_mask(number)
    if sys.argv[1:] == ["fast"]:
        show_mask(10_000)
    show_entries()
    show_sweep()
    show_listener()


def show_mask(number: int) -> None:
    """Prints the time of one message and the throughput of one long text; shapes are on."""
    began = time.process_time()
    registry, _ = registry_of(number)
    build = time.process_time() - began
    messages = [new_text(100) for _ in range(2_000)]
    plain = [new_text(100, PLAIN_WORDS) for _ in range(2_000)]
    longer = [new_text(2_000) for _ in range(200)]
    huge = [new_text(1_000_000)]
    each = [least(partial(mask_anew, registry, texts)) for texts in (messages, longer, huge, plain)]
    print(
        f"{sys.argv[1]}, {number} secrets: {each[3] / len(plain) * 1e6:.1f} us a message of 100 B, "
        f"{each[0] / len(messages) * 1e6:.1f} us with words such as token, "
        f"{each[1] / len(longer) * 1e6:.0f} us of 2 KB, {1 / each[2]:.0f} MB/s of 1 MB, all added in {build:.2f} s"
    )


def show_entries() -> None:
    """Prints the time of longer texts without a secret, of the kinds that a request brings; 100 secrets."""
    registry, _ = registry_of(100)
    item = {
        "id": 7,
        "name": "Product 7",
        "price": 9.5,
        "tags": ["new", "red"],
        "stock": {"left": 7, "note": "in 2 days"},
    }
    body = json.dumps({"items": [item] * 20})
    line = json.dumps(
        {"method": "GET", "url": "http://shop.test/orders?page=2&q=a+b%2Fc", "tries": [{"took": 0.01}] * 26}
    )
    page = "".join(
        f"<details><summary>GET http://shop.test/orders?page={number} &rarr; <b>200 OK</b> · 12 ms</summary>"
        f"  Accept: */*\n  Connection: keep-alive\n  <a>&quot;name&quot;</a>: &quot;Product {number}&quot;</details>"
        for number in range(14)
    )
    for name, text in (("HTML", page), ("a JSON body", body), ("a JSON line", line)):
        taken = least(partial(mask_anew, registry, [f"{number} {text}" for number in range(200)])) / 200
        print(f"{sys.argv[1]}, {name} of {len(text):,} characters: {taken * 1e6:.0f} us")


def registry_of(number: int) -> tuple[SecretRegistry, list[str]]:
    """Returns a registry, ready to search, and its secrets."""
    registry = SecretRegistry()
    secrets = [new_secret() for _ in range(number)]
    for secret in secrets:
        registry.register(secret)
    registry.mask("build the index now")
    return registry, secrets


def mask_anew(registry: SecretRegistry, texts: list[str]) -> None:
    """Masks texts that the registry has not seen: what it has seen costs next to nothing."""
    suffix = f" {time.perf_counter_ns()}"
    for text in texts:
        registry.mask(text + suffix)


def show_sweep() -> None:
    """Prints the throughput of a sweep of an output file in which every 50th message shows a secret."""
    known, secrets = registry_of(100)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output.xml"
        write_output(output, secrets)
        content = output.read_bytes()
        by_secret: list[float] = []
        by_shape: list[float] = []
        for _ in range(ROUNDS):
            for registry, taken in ((known, by_secret), (SecretRegistry(), by_shape)):
                output.write_bytes(content)
                began = time.process_time()
                sweep(output, registry.mask, registry.clean_among)
                taken.append(time.process_time() - began)
        size = len(content) / 1e6
        print(
            f"{sys.argv[1]}, sweep of {size:.0f} MB: {size / min(by_secret):.0f} MB/s; "
            f"shapes only: {size / min(by_shape):.0f} MB/s"
        )


def show_import() -> None:
    """Prints what importing the listener costs a process that has loaded Robot Framework."""
    code = (
        "import time, robot.run, robot.libraries.BuiltIn; began = time.process_time(); "
        "import SteadyAPI.listener; print((time.process_time() - began) * 1000)"
    )
    command = [sys.executable, "-c", code]
    shown = [subprocess.run(command, capture_output=True, check=True).stdout for _ in range(ROUNDS)]
    print(f"import: {min(map(float, shown)):.1f} ms")


def show_listener() -> None:
    """Prints the CPU time of a keyword-heavy run with the listener (sweep included) next to a bare run's."""
    with tempfile.TemporaryDirectory() as folder, Path(os.devnull).open("w", encoding="utf-8") as console:
        suite = Path(folder) / "heavy.robot"
        suite.write_text(SUITE, encoding="utf-8")
        listed = Path(folder) / "secrets.txt"
        listed.write_text("\n".join(new_secret() for _ in range(100)), encoding="utf-8")
        redactor = Redactor(str(listed))
        bare, redacted = [], []
        for _ in range(ROUNDS):
            bare.append(time_of_run(suite, [], console))
            redacted.append(time_of_run(suite, [redactor], console))
        more = min(redacted) / min(bare) - 1
        print(f"{sys.argv[1]}, listener: bare {min(bare):.2f} s, redacted {min(redacted):.2f} s, {more:+.1%}")


def time_of_run(suite: Path, listeners: list[Redactor], console: TextIO) -> float:
    """Returns the CPU seconds of a run."""
    began = time.process_time()
    robot_run.run(str(suite), outputdir=str(suite.parent), listener=listeners, stdout=console, stderr=console)
    return time.process_time() - began


def least(action: Callable[[], object]) -> float:
    """Returns the least CPU seconds of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        action()
        taken.append(time.process_time() - began)
    return min(taken)


def new_secret() -> str:
    return "".join(CHOICE.choices(string.ascii_letters + string.digits + '-_!$"', k=CHOICE.randint(10, 32)))


def new_text(length: int, words: list[str] = WORDS) -> str:
    return " ".join(CHOICE.choices(words, k=length // 4))[:length]


def write_output(path: Path, secrets: list[str]) -> None:
    """Writes about 20 MB in the shape of an output file."""
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<robot generator="Robot 7.5">\n')
        for number in range(40_000):
            shown = CHOICE.choice(secrets) if number % 50 == 0 else new_text(100)
            shown = shown.replace("&", "&amp;").replace("<", "&lt;")
            file.write(
                f'<kw name="Log" owner="BuiltIn">\n<msg time="2026-01-01T10:{number:06}" level="INFO">{shown}</msg>\n'
                f"<arg>{new_text(40)}</arg>\n<doc>Logs the given message with the given level.</doc>\n"
                f'<status status="PASS" start="2026-01-01T10:{number:06}" elapsed="0.000{number % 1000}"/>\n</kw>\n'
            )
        file.write("</robot>\n")


if __name__ == "__main__":
    main()
