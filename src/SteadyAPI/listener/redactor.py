"""Robot Framework's hooks, each led to the masker. No logic of its own."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ClassVar

from SteadyAPI.listener import variables as named_values
from SteadyAPI.listener.imports import arguments_of_file
from SteadyAPI.listener.redactor_state import RUN, Run
from SteadyAPI.listener.result_text import mask_body_item, mask_message, mask_suite, mask_test
from SteadyAPI.redaction.environment import environment_names_a_secret, environment_secrets, file_secrets
from SteadyAPI.redaction.masking import LEAST
from SteadyAPI.redaction.registration import VARIABLE
from SteadyAPI.redaction.shapes.named_values import variable_names_secrets
from SteadyAPI.redaction.shapes.ordinary import is_word
from SteadyAPI.robot_compat import encodable, watch_secrets

_ARTEFACTS = ("OUTPUT_FILE", "LOG_FILE", "REPORT_FILE", "DEBUG_FILE")


def _never_raises(hook: Callable[..., None]) -> Callable[..., None]:
    """Keeps what goes wrong within a hook from Robot Framework, which would show the error and its texts."""

    @wraps(hook)
    def guarded(self: "Redactor", *args: Any, **kwargs: Any) -> None:
        try:
            hook(self, *args, **kwargs)
        except Exception as error:  # noqa: BLE001 - whatever a variable or a result of somebody else's raises
            self.run.warn(
                f"{hook.__name__} met {type(error).__name__}: what it missed is masked when the files are written."
            )

    return guarded


class Redactor:
    """Keeps secrets out of every artefact of a run: ``--listener SteadyAPI.Redactor``.

    Known from the start: the values of environment variables with telling names, of the file named by ``secrets``
    (one a line, or a JSON file of strings), of every ``Secret`` and of every variable with a telling name.
    Texts and names in ``allow``, with commas between them, are never masked; ``native`` also masks what child processes
    write.
    """

    ROBOT_LISTENER_API_VERSION = 3
    ROBOT_LISTENER_PRIORITY = 1_000_000
    run: ClassVar[Run] = RUN

    def __init__(self, secrets: str = "", *, native: bool = False, allow: str = "") -> None:
        self._run = self.run
        self._mask_name = self._run.mask_name
        self._begun: list[object] = []
        self._named = named_values.NamedValues(self._run.secrets, self._run.warn)
        self._run.secrets.allow(allow)
        watch_secrets(self._run.register_secret)
        for name, value in environment_secrets(os.environ):
            self._run.register(f"The value of environment variable {name}", value, name)
        if secrets:
            self._register_file(Path(secrets))
        self._run.mask_streams()
        if native:
            self._check_native(native)
            self._run.filter_native_output()

    def _check_native(self, native: object) -> None:
        # Robot Framework leaves what is no truth value as it is typed.
        if not isinstance(native, bool):
            got = self._run.secrets.mask(str(native))
            self._run.warn(
                f"native: expected yes or no, got '{got}', which counts as yes. "
                "Write --listener SteadyAPI.Redactor:native=yes, or leave it out."
            )

    def _register_file(self, path: Path) -> None:
        try:
            for place, value in file_secrets(path):
                self._run.register(f"The value at {place}", value)
        except UnicodeDecodeError:
            self._run.warn(f"{path} is not UTF-8 throughout, and what is not is not masked: save it as UTF-8.")
        except (OSError, ValueError) as error:
            # A listener that fails is left out, and the run goes on without any redaction.
            self._run.warn(f"The secrets of {path} are not known, so they are not masked: {type(error).__name__}.")

    @_never_raises
    def library_import(self, library: Any, importer: Any) -> None:
        """Learns the arguments of an import that the library's names for them give away."""
        if importer.args:
            spec = library.init.args
            self._named.in_import(importer.args, (*spec.positional_only, *spec.positional_or_named))

    @_never_raises
    def variables_import(self, attrs: dict[str, Any], importer: Any) -> None:  # noqa: ARG002
        """Learns those of a variable file."""
        if attrs["args"]:
            self._named.in_import(attrs["args"], arguments_of_file(Path(attrs["source"])))

    @_never_raises
    def start_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002 - Robot Framework's signature
        """Learns secrets from variables, then masks the suite's texts."""
        variables = named_values.suite_variables()
        for name, value in variables.items():
            plain = name.replace(" ", "_")
            # Not isinstance, which asks the value for its class: a proxy of an object that is gone raises then.
            if issubclass(type(value), str) and environment_names_a_secret(plain):
                self._run.secrets.learn(f"{VARIABLE}${{{name}}}", value)
            elif plain in _ARTEFACTS and str(value) != "NONE":
                self._run.sweep_later(Path(str(value)))
            elif plain == "OUTPUT_DIR":
                self._run.sweep_new_files_later(Path(str(value)))
                self._mask_name(str(value))
        self._named.in_variables(variables)
        if self._run.claim(self):
            mask_suite(result, self._mask, self._mask_name)
            self._mask_name(str(result.source or ""))

    @_never_raises
    def end_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Learns secrets from the variables that were set meanwhile, then masks the suite's texts."""
        if self._run.claim(self):
            self._named.in_variables(named_values.suite_variables())
            mask_suite(result, self._mask, self._mask_name)

    @_never_raises
    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Masks the test's texts."""
        if self._run.claim(self):
            mask_test(result, self._mask, self._mask_name)

    end_test = start_test

    @_never_raises
    def start_user_keyword(self, data: Any, implementation: Any, result: Any) -> None:  # noqa: ARG002
        """Learns the arguments that the keyword's names for them give away, then masks the keyword's texts."""
        if self._run.claim(self):
            self._begin(implementation, result)

    @_never_raises
    def start_library_keyword(self, data: Any, implementation: Any, result: Any) -> None:  # noqa: ARG002
        """Does the same, and remembers what was known then."""
        if self._run.claim(self):
            self._begin(implementation, result)
            self._begun.append(self._run.secrets.state)

    @_never_raises
    def end_library_keyword(self, data: Any, implementation: Any, result: Any) -> None:  # noqa: ARG002
        """Masks like at the start, if a secret was learned since; else the message alone is new."""
        if self._run.claim(self):
            self._named.in_results(result)
            # Where one is missing, an older one stands in for it: nothing was learned since that either.
            state = self._begun.pop() if self._begun else None
            if state is self._run.secrets.state:
                mask_message(result, self._mask)
            else:
                mask_body_item(result, self._mask, self._run.secrets.mask_name)

    def _mask(self, text: str) -> str:
        return encodable(self._run.secrets.mask(text))

    def _begin(self, implementation: Any, result: Any) -> None:
        self._named.in_data(result)
        self._named.in_arguments(result, implementation)
        mask_body_item(result, self._mask, self._run.secrets.mask_name)

    def _tell_of_short(self, name: str, values: Any) -> None:
        """Says that a password is too short to be masked, as for one of the Variables section."""
        if name.startswith("$") and variable_names_secrets(name.strip("${}")) and len(values) == 1:
            value = values[0]
            if len(value) < LEAST and not is_word(value):
                self._run.secrets.learn(f"{VARIABLE}{name}", value)

    @_never_raises
    def start_body_item(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Learns what is typed under a telling name, then masks the texts of a keyword or control structure."""
        if self._run.claim(self):
            self._named.in_data(result)
            if result.type == "VAR":
                self._tell_of_short(result.name, result.value)
            mask_body_item(result, self._mask, self._run.secrets.mask_name)

    @_never_raises
    def end_body_item(self, data: Any, result: Any) -> None:  # noqa: ARG002
        """Learns what was given to variables with telling names, then masks like at the start."""
        if self._run.claim(self):
            self._named.in_results(result)
            mask_body_item(result, self._mask, self._run.secrets.mask_name)

    @_never_raises
    def log_message(self, message: Any) -> None:
        """Masks a log message."""
        if self._run.claim(self):
            masked = self._mask(message.message)
            if masked is not message.message:
                message.message = masked

    message = log_message

    @_never_raises
    def debug_file(self, path: Path) -> None:
        """Remembers the debug file, which is still open."""
        self._run.sweep_later(Path(path))

    @_never_raises
    def output_file(self, path: Path | None) -> None:
        """Sweeps the output file before log and report are made from it."""
        if path is not None:
            self._run.sweep_now(Path(path))

    @_never_raises
    def log_file(self, path: Path) -> None:
        """Sweeps the log and the parts it may be split into."""
        for part in (Path(path), *Path(path).parent.glob(f"{Path(path).stem}-*.js")):
            self._run.sweep_now(part)

    @_never_raises
    def report_file(self, path: Path) -> None:
        """Sweeps the report."""
        self._run.sweep_now(Path(path))

    xunit_file = report_file

    @_never_raises
    def close(self) -> None:
        """Sweeps what is left and lets another redactor take over."""
        self._run.release(self)
