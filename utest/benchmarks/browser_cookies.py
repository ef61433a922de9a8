"""What a headless Chromium sends back of the cookies of ``cookie_cases.py``, over loopback.

Writes the verdicts that the unit tests compare with, and the table of docs/cookies.md.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

UTEST = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(UTEST))

from cookie_cases import CASES, hosted, table  # noqa: E402  it stands with the tests that use it

VERDICTS = UTEST / "engine" / "transport" / "browser_cookies.json"
TABLE = UTEST.parent / "docs" / "cookies.md"
LONGEST = 180.0
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-ipc-flooding-protection",
    "--disable-features=HttpsUpgrades",
    "--host-resolver-rules=MAP * 127.0.0.1",
)


class Walk(BaseHTTPRequestHandler):
    """Leads a browser through the cases: the page that sets a case's cookies, the one that gets them, and on."""

    verdicts: ClassVar[dict[int, str]] = {}
    done: ClassVar[Event] = Event()

    def do_GET(self) -> None:
        """Sets the cookies of a case, or notes those that came."""
        query = parse_qs(urlsplit(self.path).query)
        if "case" not in query:
            self.send_error(404)
            return
        number, step = int(query["case"][0]), query["step"][0]
        case, headers = CASES[number], list[str]()
        if step == "set":
            headers = [hosted(header, number) for header in case.headers]
            target = self.address(number, case.to_host, case.to, "seen")
        else:
            cookie = self.headers.get("Cookie") or ""
            self.verdicts[number] = cookie.encode("latin-1").decode("utf-8", "backslashreplace")
            last = number + 1 == len(CASES)
            target = "about:blank" if last else self.address(number + 1, CASES[number + 1].host, CASES[number + 1].at)
            if last:
                self.done.set()
        body = f"<!doctype html><script>location.replace({json.dumps(target)})</script>".encode()
        lines = [
            "HTTP/1.0 200 OK",
            "Content-Type: text/html",
            "Cache-Control: no-store",
            f"Content-Length: {len(body)}",
        ]
        lines += [f"Set-Cookie: {header}" for header in headers]
        self.wfile.write("\r\n".join([*lines, "", ""]).encode() + body)

    def address(self, number: int, host: str, path: str, step: str = "set") -> str:
        """Returns the URL of a step of a case."""
        port = self.connection.getsockname()[1]
        return f"http://{hosted(host, number)}:{port}{path}?case={number}&step={step}"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name that the parent class gives it
        """Keeps quiet."""


def version_of(browser: str) -> str:
    """Returns name and version of a browser."""
    words = subprocess.run([browser, "--version"], capture_output=True, text=True, check=True).stdout.split()
    return " ".join(words[:2])


def judged(browser: str) -> dict[int, str]:
    """Lets a browser walk through the cases, and returns the Cookie header of each."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Walk)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    first = f"http://{hosted(CASES[0].host, 0)}:{server.server_port}{CASES[0].at}?case=0&step=set"
    with tempfile.TemporaryDirectory() as profile:
        process = subprocess.Popen(
            [browser, *OPTIONS, f"--user-data-dir={profile}", "--remote-debugging-port=0", first],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            if not Walk.done.wait(LONGEST):
                raise SystemExit(f"the browser stopped after {len(Walk.verdicts)} of {len(CASES)} cases")
        finally:
            process.terminate()
            process.wait(30)
            server.shutdown()
    return Walk.verdicts


def main() -> None:
    """Asks the browser, and writes its verdicts."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("this needs Chromium on the path: the Debian package chromium")
    verdicts = judged(browser)
    data: dict[str, Any] = {"browser": version_of(browser), "sent": [verdicts[number] for number in range(len(CASES))]}
    VERDICTS.write_text(json.dumps(data, indent=1, ensure_ascii=True) + "\n", encoding="utf-8")
    TABLE.write_text(table(data["browser"], data["sent"]), encoding="utf-8")
    print(f"{len(verdicts)} verdicts of {data['browser']}: {TABLE}")


if __name__ == "__main__":
    main()
