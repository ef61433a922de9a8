"""Asks the library for the exact paths of what does not match."""

from typing import Any

from robot.api.deco import keyword, library
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI import ContractError


@library(scope="GLOBAL")
class Mismatches:
    """Compares the paths of mismatches with those that a case names."""

    @keyword
    def mismatches_should_be_at(self, schema: Any, body: str, *paths: str, **options: Any) -> None:
        """Fails unless the JSON text mismatches the schema at exactly these paths; without a path it must match."""
        found = [violation.path for violation in self.violations(schema, body, options)]
        if sorted(found) != sorted(paths):
            raise AssertionError(f"{schema} {body}: expected mismatches at {sorted(paths)}, got {sorted(found)}")

    @keyword
    def mismatch_should_read(self, schema: Any, body: str, *lines: str) -> None:
        """Fails unless the mismatches read exactly like this; versions of Pydantic differ in the order."""
        found = [violation.line for violation in self.violations(schema, body, {})]
        if sorted(found) != sorted(lines):
            raise AssertionError(f"{schema} {body}: expected {list(lines)}, got {found}")

    def violations(self, schema: Any, body: str, options: dict[str, Any]) -> tuple[Any, ...]:
        """Returns every mismatch between a JSON text and a schema."""
        instance: Any = BuiltIn().get_library_instance("SteadyAPI")
        try:
            instance.run_keyword("value_should_match_schema", [body.encode(), schema], options)
        except ContractError as error:
            if not error.violations:
                raise
            return error.violations
        return ()
