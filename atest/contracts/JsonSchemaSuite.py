"""The JSON Schema Test Suite, as the source package of ``jsonschema`` carries it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from robot.api.deco import keyword, library

from SteadyAPI.engine.contract.json_schema.validator import check_text, schema_validator

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "json-schema-suite" / "json" / "tests"
REMOTE = "localhost:1234"
ANNOTATION = "only an annotation"
"""Where a format is a mere note; we assert formats, as the standard's other vocabulary does."""
DRAFTS = {
    "draft4": "http://json-schema.org/draft-04/schema#",
    "draft6": "http://json-schema.org/draft-06/schema#",
    "draft7": "http://json-schema.org/draft-07/schema#",
}


class Case(NamedTuple):
    """A schema, a value, and whether it is valid."""

    name: str
    schema: Any
    value: Any
    valid: bool


@library(scope="GLOBAL", auto_keywords=False)
class JsonSchemaSuite:
    """Judges the cases of a draft."""

    @keyword
    def judge_draft(self, draft: str) -> tuple[int, list[str]]:
        """Returns how many cases a draft has, and the names of those that are judged otherwise."""
        cases = list(_cases(draft))
        return len(cases), [case.name for case in cases if _holds(case) is not case.valid]


def _holds(case: Case) -> bool:
    validator = schema_validator(case.schema, case.name, file=None, close=False)
    return check_text(validator, case.name, json.dumps(case.value).encode()).holds


def _cases(draft: str) -> Iterator[Case]:
    for file in sorted((FOLDER / draft).glob("*.json")):
        text = file.read_text(encoding="utf-8")
        for group in json.loads(text):
            if REMOTE in json.dumps(group["schema"]):
                continue
            schema = group["schema"]
            if isinstance(schema, dict) and "$schema" not in schema and draft in DRAFTS:
                schema = {"$schema": DRAFTS[draft]} | schema
            for test in group["tests"]:
                name = f"{draft}/{file.name}: {group['description']}: {test['description']}"
                if ANNOTATION not in name:
                    yield Case(name, schema, test["data"], test["valid"])
