"""Real OpenAPI documents: routed, asked about their own examples, and compared with what another tool thinks."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from corpus import FOLDER, HOME, Case, documents, examples, recordings
from robot.api.deco import keyword, library

from SteadyAPI.engine.contract.openapi.description import Description, load_description
from SteadyAPI.engine.contract.openapi.response_check import check_response
from SteadyAPI.engine.contract.openapi.route import Operation
from SteadyAPI.engine.contract.openapi.server import server_paths
from SteadyAPI.engine.exchange import Response

GITHUB = "api.github.com.json"


@library(scope="SUITE")
class Documents:
    """Asks the library about documents that nobody here wrote."""

    def __init__(self) -> None:
        self._descriptions: dict[str, Description] = {}

    @keyword
    def load_documents(self) -> int:
        """Loads the documents, and returns how many there are."""
        self._descriptions = {path.name: load_description(path) for path in documents()}
        return len(self._descriptions)

    @keyword
    def get_operations(self) -> dict[str, int]:
        """Returns how many operations every document describes."""
        return {name: len(description.operations) for name, description in self._descriptions.items()}

    @keyword
    def get_operations_that_are_not_found(self) -> list[str]:
        """Returns the operations that a request to their own path, with something for the variables, does not find."""
        return [
            f"{name} {operation.name}"
            for name, description in self._descriptions.items()
            for operation in description.operations
            if not self._is_found(description, operation)
        ]

    @keyword
    def get_verdicts_on_examples(self) -> dict[str, int]:
        """Returns how many examples are good and bad, and fails where another tool thinks otherwise."""
        cases = list(examples())
        return self._agreed([(case, self._operation(case)) for case in cases])

    @keyword
    def get_verdicts_on_recordings(self) -> dict[str, int]:
        """Returns how many recorded responses of GitHub are good and bad by its document of today.

        What is ``unknown`` is described no more. Fails where another tool thinks otherwise.
        """
        github, found, unknown = self._descriptions[GITHUB], [], 0
        for method, path, status, body in recordings():
            operation = github.operation(method, path.partition("?")[0])
            if operation is None:
                unknown += 1
                continue
            case = Case(GITHUB, method, operation.path, status, "application/json", "recorded", body)
            found.append((case, operation))
        return self._agreed(found) | {"unknown": unknown}

    def _is_found(self, description: Description, operation: Operation) -> bool:
        base = server_paths(description.document.get("servers") or ())[0].replace("\\", "")
        path = base + re.sub(r"\{[^}]*\}", "some-thing", operation.path)
        found = description.operation(operation.method, path)
        # Another template may fit the same path as well as this one; then either is right.
        return found is not None and _anonymous(found.path) == _anonymous(operation.path)

    def _operation(self, case: Case) -> Operation:
        return self._descriptions[case.document].operations_at(case.path)[case.method.lower()]

    def _agreed(self, cases: list[tuple[Case, Operation]]) -> dict[str, int]:
        ours = [self._verdict(case, operation) for case, operation in cases]
        theirs = _second_opinion([case for case, _ in cases])
        differ = [case[:6] for (case, _), own, other in zip(cases, ours, theirs, strict=True) if own != other]
        if differ:
            raise AssertionError(f"{len(differ)} of {len(cases)} verdicts differ: {differ[:5]}")
        return dict(Counter(ours))

    def _verdict(self, case: Case, operation: Operation) -> str:
        content = json.dumps(case.body).encode()
        response = Response(case.status, "", "https://x.example", {"Content-Type": case.media_type}, content)
        found = check_response(self._descriptions[case.document], operation, response)
        # Examples have no headers: only what is said of the body can be compared.
        return "bad" if any(violation.path.startswith("$") for violation in found) else "good"


def _anonymous(template: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", template)


def _second_opinion(cases: list[Case]) -> list[str]:
    places = {path.name: str(path) for path in documents()}
    rows: list[list[Any]] = [
        [places[case.document], case.method, case.path, case.status, case.media_type, case.body] for case in cases
    ]
    script = Path(__file__).with_name("second_opinion.py")
    done = subprocess.run(
        [str(HOME / ".cache" / "schemathesis" / "bin" / "python"), str(script)],
        input=json.dumps(rows),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        cwd=FOLDER,
    )
    if done.returncode:
        raise AssertionError(f"the other tool failed:\n{done.stderr[-2000:]}")
    verdicts: list[str] = json.loads(done.stdout)
    return verdicts
