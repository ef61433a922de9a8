"""Robot Framework's hooks, each led to the masker. No logic of its own."""

import os
from pathlib import Path
from typing import Any, ClassVar

from SteadyAPI.listener import named_values
from SteadyAPI.listener.result_text import mask_body_item, mask_message, mask_suite, mask_test
from SteadyAPI.listener.run import RUN, Run
from SteadyAPI.redaction.environment import environment_names_a_secret, environment_secrets, file_secrets
from SteadyAPI.robot_compat import watch_secrets

_ARTEFACTS = ("OUTPUT_FILE", "LOG_FILE", "REPORT_FILE", "DEBUG_FILE")


class Redactor:
    """Keeps secrets out of every artefact of a run: ``--listener SteadyAPI.Redactor``.

    Known from the start: the values of environment variables with telling names, of the file named by ``secrets``
    (one a line, or a JSON file of strings), of every ``Secret`` and of every variable with a telling name.
    """

    ROBOT_LISTENER_API_VERSION = 3
    ROBOT_LISTENER_PRIORITY = 1_000_000
    run: ClassVar[Run] = RUN

    def __init__(self, secrets: str = "", *, native: bool = False) -> None:
        self._run = self.run
        self._mask = self._run.secrets.mask
        self._begun: list[object] = []
        self._named = named_values.NamedValues(self._run.secrets.register)
        watch_secrets(self._run.register_secret)
        for name, value in environment_secrets(os.environ):
            self._run.register(f"The value of environment variable {name}", value)
        if secrets:
            self._register_file(Path(secrets))
        self._run.mask_streams()
        if native:
            self._run.filter_native_output()

    def _register_file(self, path: Path) -> None:
        try:
            for place, value in file_secrets(path):
                self._run.register(f"The value at {place}", value)
        except (OSError, ValueError) as error:
            # A listener that fails is left out, and the run goes on without any redaction.
            self._run.warn(f"The secrets of {path} are not known, so they are not masked: {type(error).__name__}.")

    def start_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002 - Robot Framework's signature
        """Learns secrets from variables, then masks the suite's texts."""
        variables = named_values.suite_variables()
        for name, value in variables.items():
            plain = name.replace(" ", "_")
            if isinstance(value, str) and environment_names_a_secret(plain):
                self._run.register(f"The value of variable ${{{name}}}", value)
            elif plain in _ARTEFACTS and str(value) != "NONE":
                self._run.sweep_later(Path(str(value)))
            elif plain == "OUTPUT_DIR":
                self._run.sweep_new_files_later(Path(str(value)))
        self._named.in_variables(variables)
        if self._run.claim(self):
            mask_suite(result, self._mask)

    def end_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Learns secrets from the variables that were set meanwhile, then masks the suite's texts."""
        if self._run.claim(self):
            self._named.in_variables(named_values.suite_variables())
            mask_suite(result, self._mask)

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Masks the test's texts."""
        if self._run.claim(self):
            mask_test(result, self._mask)

    end_test = start_test

    def start_user_keyword(self, data: Any, implementation: Any, result: Any) -> None:  # noqa: ARG002
        """Learns the arguments that the keyword's names for them give away, then masks the keyword's texts."""
        if self._run.claim(self):
            self._begin(implementation, result)

    def start_library_keyword(self, data: Any, implementation: Any, result: Any) -> None:  # noqa: ARG002
        """Does the same, and remembers what was known then."""
        if self._run.claim(self):
            self._begin(implementation, result)
            self._begun.append(self._run.secrets.state)

    def end_library_keyword(self, data: Any, implementation: Any, result: Any) -> None:  # noqa: ARG002
        """Masks like at the start, if a secret was learned since; else the message alone is new."""
        if self._run.claim(self):
            self._named.in_results(result)
            # Where one is missing, an older one stands in for it: nothing was learned since that either.
            state = self._begun.pop() if self._begun else None
            if state is self._run.secrets.state:
                mask_message(result, self._mask)
            else:
                mask_body_item(result, self._mask)

    def _begin(self, implementation: Any, result: Any) -> None:
        self._named.in_arguments(result, implementation)
        self._named.in_data(result)
        mask_body_item(result, self._mask)

    def start_body_item(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Learns what is typed under a telling name, then masks the texts of a keyword or control structure."""
        if self._run.claim(self):
            self._named.in_data(result)
            mask_body_item(result, self._mask)

    def end_body_item(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Learns what was given to variables with telling names, then masks like at the start."""
        if self._run.claim(self):
            self._named.in_results(result)
            mask_body_item(result, self._mask)

    def log_message(self, message: Any) -> None:
        """Masks a log message."""
        if self._run.claim(self):
            masked = self._mask(message.message)
            if masked is not message.message:
                message.message = masked

    message = log_message

    def debug_file(self, path: Path) -> None:
        """Remembers the debug file, which is still open."""
        self._run.sweep_later(Path(path))

    def output_file(self, path: Path | None) -> None:
        """Sweeps the output file before log and report are made from it."""
        if path is not None:
            self._run.sweep_now(Path(path))

    def log_file(self, path: Path) -> None:
        """Sweeps the log and the parts it may be split into."""
        for part in (Path(path), *Path(path).parent.glob(f"{Path(path).stem}-*.js")):
            self._run.sweep_now(part)

    def report_file(self, path: Path) -> None:
        """Sweeps the report."""
        self._run.sweep_now(Path(path))

    xunit_file = report_file

    def close(self) -> None:
        """Sweeps what is left and lets another redactor take over."""
        self._run.release(self)
