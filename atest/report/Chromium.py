"""A headless Chromium, driven over its DevTools protocol through a pipe: no port, no driver, no package."""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

from robot.api.deco import keyword, library

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
# Against a browser that hangs only: accessibility checks of a long page take minutes where many programs run beside.
_LONGEST_WAIT = 600.0
# Chromium reads from descriptor 3 and writes to 4, whatever numbers the ends of our pipes have.
_LAUNCHER = """
import fcntl, os, sys
commands, replies = (fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3])
os.dup2(commands, 3)
os.dup2(replies, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


@library(scope="SUITE", listener="SELF")
class Chromium:
    """Opens local files, and tells what the browser saw: console errors, requests, the DOM."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._profile = ""
        self._to = self._from = -1
        self._rest = b""
        self._number = 0
        self._session = self._target = ""
        self._events: list[dict[str, Any]] = []

    @keyword
    def open_file(
        self, path: Path, fragment: str = "", theme: str = "light", width: int = 1280, query: str = ""
    ) -> None:
        """Opens a file in a new page, with a light or dark colour scheme, and waits until it is loaded."""
        if self._process is None:
            self._start()
        if self._target:
            self._call("Target.closeTarget", targetId=self._target)
        self._target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=self._target, flatten=True)["sessionId"]
        self._events.clear()
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._call(f"{domain}.enable")
        self._call("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": theme}])
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        url = Path(path).resolve().as_uri() + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
        self._call("Page.navigate", url=url)
        self._await("Page.loadEventFired")

    @keyword
    def run_script(self, script: str) -> Any:
        """Runs a script in the page, and returns its value; promises are waited for."""
        reply = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in reply:
            raise AssertionError(f"The page's script failed: {reply['exceptionDetails']}")
        return reply["result"].get("value")

    @keyword
    def take_screenshot(self, path: Path, height: int = 900, width: int = 1280, below: str = "") -> None:
        """Saves the page from its top, or from the element that a CSS selector names, as PNG."""
        find = f"document.querySelector({json.dumps(below)})"
        top = self.run_script(f"{find}.getBoundingClientRect().top + scrollY") if below else 0
        clip = {"x": 0, "y": top, "width": width, "height": height, "scale": 1}
        picture = self._call("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(base64.b64decode(picture["data"]))

    @keyword
    def get_console_errors(self) -> list[str]:
        """Returns errors and warnings on the console, and exceptions nobody caught."""
        self.run_script("1")
        found = []
        for event in self._events:
            kind, facts = event.get("method"), event.get("params", {})
            if kind == "Runtime.exceptionThrown":
                found.append(str(facts["exceptionDetails"]))
            elif kind == "Log.entryAdded" and facts["entry"]["level"] in {"error", "warning"}:
                found.append(facts["entry"]["text"])
            elif kind == "Runtime.consoleAPICalled" and facts["type"] in {"error", "warning"}:
                found.append(str(facts["args"]))
        return found

    @keyword
    def get_requested_addresses(self) -> list[str]:
        """Returns every address the page asked for, embedded data and itself left out."""
        urls = [e["params"]["request"]["url"] for e in self._events if e.get("method") == "Network.requestWillBeSent"]
        return [url for url in urls[1:] if not url.startswith("data:")]

    @keyword
    def close_browser(self) -> None:
        """Closes the browser and removes its profile."""
        process, self._process = self._process, None
        self._session = self._target = ""
        if process is None:
            return
        for end in (self._to, self._from):
            with suppress(OSError):
                os.close(end)
        process.terminate()
        process.wait(10)
        shutil.rmtree(self._profile, ignore_errors=True)

    close = close_browser

    def _start(self) -> None:
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if program is None:
            raise AssertionError("expected Chromium on the path, got none; install the Debian package chromium")
        self._profile = tempfile.mkdtemp(prefix="chromium-")
        commands, self._to = os.pipe()
        self._from, replies = os.pipe()
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                _LAUNCHER,
                str(commands),
                str(replies),
                program,
                *_FLAGS,
                f"--user-data-dir={self._profile}",
            ],
            pass_fds=(commands, replies),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(replies)

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        number = self._number
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session and not method.startswith("Target."):
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        until = monotonic() + _LONGEST_WAIT
        while monotonic() < until:
            reply = self._read()
            if reply.get("id") == number:
                if "error" in reply:
                    raise AssertionError(f"{method}: {reply['error']}")
                result: dict[str, Any] = reply["result"]
                return result
        raise AssertionError(f"{method} got no reply in {_LONGEST_WAIT:g} s")

    def _await(self, event: str) -> None:
        until = monotonic() + _LONGEST_WAIT
        while monotonic() < until:
            if any(seen.get("method") == event for seen in self._events):
                return
            self._read()
        raise AssertionError(f"{event} did not come in {_LONGEST_WAIT:g} s")

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._from], [], [], _LONGEST_WAIT)[0]:
                raise AssertionError(f"Chromium said nothing for {_LONGEST_WAIT:g} s")
            piece = os.read(self._from, 1 << 16)
            if not piece:
                raise AssertionError("Chromium ended unexpectedly")
            self._rest += piece
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if "method" in message:
            self._events.append(message)
        return message
