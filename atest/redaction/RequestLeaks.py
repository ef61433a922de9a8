"""Runs a suite whose requests and answers are full of secrets, with the library's own reports and archives."""

import re

from chance import new_word
from LeakMatrix import INNER, Inner, LeakMatrix


class RequestLeaks(LeakMatrix):
    """Keywords of the matrix of requests."""

    def prepare_requests(self) -> Inner:
        """Makes a folder with the suite of requests and secrets of its own, which nothing but the suite knows."""
        template = (INNER / "requests.txt").read_text(encoding="utf-8")
        answers = (INNER / "Oracle.py").read_text(encoding="utf-8")
        channels = set(re.findall(r"@@(\w+)@@", template)) | {"basic_header", "multipart_field"}
        channels |= set(re.findall(r'^ {8}"(\w+)": lambda', answers, re.MULTILINE))
        known = {channel: f"Q{new_word(20)}z" for channel in sorted(channels)}
        inner = self._prepared("requests", known, {"requests.robot": template})
        inner.environment = {
            name: value for name, value in inner.environment.items() if not name.lower().endswith("_proxy")
        }
        return inner

    def run_requests(self, inner: Inner, *options: str) -> None:
        """Runs the suite of requests at TRACE with every artefact that there is."""
        artefacts = ("--loglevel", "TRACE", "--debugfile", "debug.txt", "--xunit", "xunit.xml")
        self.run_suite(inner, *artefacts, *options)

    def artefacts_should_exist(self, inner: Inner, *names: str) -> None:
        """Fails if the run didn't leave a file: nothing would have been looked at."""
        missing = [name for name in names if not any(inner.results.glob(name))]
        if missing:
            message = f"expected {', '.join(missing)} in {inner.results}"
            raise AssertionError(message)
