"""``curl.sh``: the requests that ended unexpectedly, as commands to run again."""

from collections.abc import Sequence

from SteadyAPI.report.log_entry.curl import variables_of
from SteadyAPI.report.plain_text import visible
from SteadyAPI.report.run_report.summary import Record

NAME = "curl.sh"


def curl_file(records: Sequence[Record]) -> str:
    """Returns a script for a POSIX shell; secrets are variables that must be set before it runs."""
    commands = [(record, record["curl"]) for record in records if "curl" in record]
    names = dict.fromkeys(name for _, command in commands for name in variables_of(command))
    lines = ["#!/bin/sh", "# The requests of the run that ended unexpectedly."]
    if names:
        lines += [
            "# Its secrets are variables: set them first.",
            f"for name in {' '.join(names)}; do",
            '    if eval "[ -z \\"\\${$name}\\" ]"; then echo "Set $name first." >&2; exit 2; fi',
            "done",
        ]
    for record, command in commands:
        outcomes = ", ".join(attempt["outcome"] for attempt in record["tries"])
        lines += ["", f"# {_comment(record.get('test', ''))}", f"# wanted {_comment(record['wanted'])}, got {outcomes}"]
        lines.append(command)
    return "\n".join([*lines, ""])


def _comment(text: str) -> str:
    return visible(text).replace("\n", " ")
