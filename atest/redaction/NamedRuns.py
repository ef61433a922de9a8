"""Runs suites that give secrets telling names and then use them bare: secrets that nobody registered."""

import re

from chance import new_word
from LeakMatrix import INNER, Inner, LeakMatrix

TEMPLATES = {"named.txt": "named.robot", "named_resource.txt": "named.resource", "named_later.txt": "later.resource"}


class NamedRuns(LeakMatrix):
    """Keywords of the suite about named values."""

    ROBOT_LIBRARY_SCOPE = "GLOBAL"

    def prepare_named(self, *, alone: bool = False) -> Inner:
        """Makes a folder with the suite and values of its own; ``alone`` imports the library in it."""
        texts = {name: (INNER / name).read_text(encoding="utf-8") for name in TEMPLATES}
        channels = {channel for text in texts.values() for channel in re.findall(r"@@(\w+)@@", text)}
        channels |= {"command_line", "variable_file", "later_variable_file"}
        channels |= {"computed_argument", "computed_default", "computed_in_name"}
        known = {channel: f"Q{new_word(8)}-{new_word(12)}z" for channel in sorted(channels)}
        library = "Library             SteadyAPI" if alone else ""
        suites = {TEMPLATES[name]: text.replace("<<library>>", library) for name, text in texts.items()}
        return self._prepared("off", known, suites)

    def prepare_innocent(self) -> Inner:
        """Makes a folder with a suite that gives telling names to what is no secret."""
        suite = (INNER / "named_innocent.txt").read_text(encoding="utf-8")
        return self._prepared("off", {"known": "Qnothing-is-known-z"}, {"innocent.robot": suite})

    def prepare_imports(self) -> Inner:
        """Makes a folder with a suite that gives secrets to a library and variable files, and has a login."""
        suite = (INNER / "named_imports.txt").read_text(encoding="utf-8")
        known = {channel: f"Q{new_word(8)}-{new_word(12)}z" for channel in re.findall(r"@@(\w+)@@", suite)}
        return self._prepared("off", known, {"imports.robot": suite})

    def run_named(self, inner: Inner, *options: str) -> None:
        """Runs the suite, with one secret on the command line and every file that Robot Framework can write."""
        given = ["--variable", f"SHOP_PASSWORD:{inner.secrets['command_line']}"]
        files = ["--loglevel", "TRACE", "--debugfile", "debug.txt", "--xunit", "xunit.xml"]
        self.run_suite(inner, *given, *files, *options)
