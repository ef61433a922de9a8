"""The JSONPath Compliance Test Suite (RFC 9535), as the source package of ``jsonpath-rfc9535`` carries it."""

import json
from pathlib import Path
from typing import Any

from robot.api.deco import keyword, library

from SteadyAPI.engine.value.json_path import find
from SteadyAPI.errors import UsageError

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "json-path-suite" / "tests" / "cts" / "tests"


@library(scope="GLOBAL", auto_keywords=False)
class JsonPathSuite:
    """Judges the cases of the suite."""

    @keyword
    def judge_paths(self) -> tuple[int, list[str]]:
        """Returns how many cases there are, and the names of those that come out otherwise."""
        texts = [file.read_text(encoding="utf-8") for file in sorted(FOLDER.rglob("*.json"))]
        cases = [case for text in texts for case in json.loads(text)["tests"]]
        return len(cases), [case["name"] for case in cases if not _holds(case)]


def _holds(case: dict[str, Any]) -> bool:
    try:
        found = find(case.get("document"), case["selector"])
    except UsageError:
        return bool(case.get("invalid_selector"))
    if case.get("invalid_selector"):
        return False
    # A path to one value gives that value; any other gives the list of its matches, and none is a reason.
    possible = [[]] if found.reason else [found.value, [found.value]]
    # As text, in which true is not 1.
    texts = {json.dumps(values, sort_keys=True) for values in possible}
    return any(json.dumps(result, sort_keys=True) in texts for result in case.get("results", [case.get("result")]))
