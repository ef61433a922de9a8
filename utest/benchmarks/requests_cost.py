"""What one request costs in CPU time and in output.xml, beside the floor and the peer.

Run it with ``uv run python utest/benchmarks/requests_cost.py [requests] [rounds]``. Each variant runs in a process of
its own against one server; the variants take turns, and the figure is the median over the rounds. The stopwatch runs
around the loop alone, so start-up doesn't count. All responses of a variant are equal, but for those that say so.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme

HERE = Path(__file__).parent
NATIVE = "Library    SteadyAPI\n"
DROP_IN = "Library    SteadyAPI.RequestsLibrary    AS    RequestsLibrary\n"
PEER = "Library    RequestsLibrary\n"
SESSION = "Create Session    shop    ${URL}    verify=${CA}"
VARIANTS = {
    "No Operation": ("", "", "No Operation"),
    "trivial keyword": ("", "", "Trivial Get    ${URL}/orders/7    ${CA}"),
    "SteadyAPI": (NATIVE, SESSION, "GET On Session    shop    /orders/7"),
    "SteadyAPI, all differ": (NATIVE, SESSION, "GET On Session    shop    /orders/${i}"),
    "SteadyAPI, no session": (NATIVE, "", "GET    ${URL}/orders/7"),
    "drop-in": (DROP_IN, SESSION, "GET On Session    shop    /orders/7"),
    "drop-in, no session": (DROP_IN, "", "GET    ${URL}/orders/7    verify=${CA}"),
    "peer": (PEER, SESSION, "GET On Session    shop    /orders/7"),
    "peer, all differ": (PEER, SESSION, "GET On Session    shop    /orders/${i}"),
    "peer, no session": (PEER, "", "GET    ${URL}/orders/7    verify=${CA}"),
}
SUITE = """\
*** Settings ***
Library    {here}/trivial.py
{library}

*** Variables ***
${{i}}    1

*** Test Cases ***
Many Requests
    {session}
    {call}
    Start Stopwatch
    FOR    ${{i}}    IN RANGE    {count}
        {call}
    END
    Stop Stopwatch    {figure}
"""


def main() -> None:
    """Measures over HTTP, then over TLS."""
    count, rounds = (int(text) for text in (sys.argv[1:] + ["2000", "5"][len(sys.argv) - 1 :])[:2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(folder / "ca.pem"))
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(folder / "server.pem"))
        for scheme, certificate in (("http", ""), ("https", str(folder / "server.pem"))):
            with origin(certificate) as port:
                figures = [
                    {name: measure(folder, name, f"{scheme}://127.0.0.1:{port}", count) for name in VARIANTS}
                    for _ in range(rounds)
                ]
            show(scheme, figures)


def show(scheme: str, figures: list[dict[str, tuple[float, float]]]) -> None:
    """Prints the medians, and each variant beside the trivial keyword of the same round."""
    print(f"{scheme:<24}{'CPU ms':>8}{'x trivial':>11}{'output.xml B':>14}")
    for name in VARIANTS:
        cpu = statistics.median(each[name][0] for each in figures)
        ratio = statistics.median(each[name][0] / each["trivial keyword"][0] for each in figures)
        size = statistics.median(each[name][1] for each in figures)
        print(f"{name:<24}{cpu:>8.3f}{ratio:>11.2f}{size:>14.0f}")


@contextmanager
def origin(certificate: str) -> Iterator[int]:
    """Runs the server in a process of its own and gives its port."""
    command = [sys.executable, str(HERE / "origin_server.py"), certificate]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield int(server.stdout.readline()) if server.stdout else 0
        finally:
            server.terminate()


def measure(folder: Path, name: str, url: str, count: int) -> tuple[float, float]:
    """Returns CPU milliseconds and bytes of output.xml for one request."""
    library, session, call = VARIANTS[name]
    suite, figure, output = folder / "cost.robot", folder / "figure", folder / "output.xml"
    opening = session or "No Operation"
    suite.write_text(SUITE.format(here=HERE, library=library, session=opening, call=call, count=count, figure=figure))
    options = ["--outputdir", str(folder), "--log", "NONE", "--report", "NONE", "--variable", f"URL:{url}"]
    options += ["--variable", f"CA:{folder / 'ca.pem'}"]
    # Calls without a session have no verify= natively: they trust what the environment names.
    environment = {**os.environ, "REQUESTS_CA_BUNDLE": str(folder / "ca.pem")}
    subprocess.run(
        [sys.executable, "-m", "robot", *options, str(suite)], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return float(figure.read_text()) * 1000 / count, output.stat().st_size / count


if __name__ == "__main__":
    main()
