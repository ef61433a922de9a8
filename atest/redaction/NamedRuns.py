"""Runs suites that give secrets telling names and then use them bare: secrets that nobody registered."""

import json
import re
import secrets
import tempfile
from pathlib import Path

from LeakMatrix import INNER, Inner, LeakMatrix

TEMPLATES = {"named.txt": "named.robot", "named_resource.txt": "named.resource", "named_later.txt": "later.resource"}


class NamedRuns(LeakMatrix):
    """Keywords of the suite about named values."""

    ROBOT_LIBRARY_SCOPE = "GLOBAL"

    def prepare_named(self, *, alone: bool = False) -> Inner:
        """Makes a folder with the suite and new random values; ``alone`` imports the library in it."""
        texts = {name: (INNER / name).read_text(encoding="utf-8") for name in TEMPLATES}
        channels = {channel for text in texts.values() for channel in re.findall(r"@@(\w+)@@", text)}
        channels |= {"command_line", "variable_file", "later_variable_file"}
        known = {channel: f"Q{secrets.token_hex(4)}-{secrets.token_hex(6)}z" for channel in sorted(channels)}
        folder = Path(tempfile.mkdtemp(prefix="named-"))
        (folder / "suites").mkdir()
        for name, text in texts.items():
            for channel, secret in known.items():
                text = text.replace(f"@@{channel}@@", secret)  # noqa: PLW2901 - one replacement after the other
            library = "Library             SteadyAPI" if alone else ""
            text = text.replace("<<library>>", library)  # noqa: PLW2901
            (folder / "suites" / TEMPLATES[name]).write_text(text, encoding="utf-8")
        (folder / "secrets.json").write_text(json.dumps(known), encoding="utf-8")
        inner = Inner(folder, "off", known)
        inner.environment = self._environment(inner)
        return inner

    def prepare_innocent(self) -> Inner:
        """Makes a folder with a suite that gives telling names to what is no secret."""
        folder = Path(tempfile.mkdtemp(prefix="innocent-"))
        (folder / "suites").mkdir()
        suite = (INNER / "named_innocent.txt").read_text(encoding="utf-8")
        (folder / "suites" / "innocent.robot").write_text(suite, encoding="utf-8")
        (folder / "secrets.json").write_text("{}", encoding="utf-8")
        inner = Inner(folder, "off", {"known": "Qnothing-is-known-z"})
        inner.environment = self._environment(inner)
        return inner

    def run_named(self, inner: Inner, *options: str) -> None:
        """Runs the suite, with one secret on the command line and every file that Robot Framework can write."""
        given = ["--variable", f"SHOP_PASSWORD:{inner.secrets['command_line']}"]
        files = ["--loglevel", "TRACE", "--debugfile", "debug.txt", "--xunit", "xunit.xml"]
        self.run_suite(inner, *given, *files, *options)
