"""What users meet in completion and in the keyword documentation: the options of a request."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from SteadyAPI.engine.detail import Detail


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOptions:
    """The options that every request keyword takes, by name."""

    params: Any = None
    headers: Mapping[str, Any] | None = None
    json: Any = None
    data: Any = None
    expected_status: Any = None
    timeout: timedelta | None = None
    allow_redirects: bool | None = None
    message: str | None = None
    log: Detail | None = None


REQUEST_OPTION_DOCS = """\
    params: Query parameters: a dictionary, a list of pairs, or text.
    headers: Headers of this request; they replace the session's of the same name.
    json: Body to send as JSON: a dictionary, a list, a number, or JSON text.
    data: Body to send as it is (text, bytes, an open file), or form fields as a dictionary.
    expected_status: A number, a name (`not found`), a class (`4xx`), a range (`200-299`), a list of these, or `any`.
        By default every status below 400 passes.
    timeout: Limit for connecting, and for each wait for data, of one attempt, such as `10s`.
    allow_redirects: Whether redirects are followed; by default as the session says.
    message: Text to put before the failure message when the status is not the expected one.
    log: How much of this request stands in the log: `full`, `compact` (one line) or `failures` (nothing while all is
        well); by default as the session says."""


def signature(*positional: str) -> tuple[inspect.Signature, dict[str, Any]]:
    """Makes the signature and annotations of a request keyword: text arguments first, then every option by name."""
    annotations: dict[str, Any] = dict.fromkeys(positional, str)
    parameters = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=str) for name in positional
    ]
    for option in fields(RequestOptions):
        annotations[option.name] = option.type
        parameters.append(
            inspect.Parameter(
                option.name, inspect.Parameter.KEYWORD_ONLY, default=option.default, annotation=option.type
            )
        )
    return inspect.Signature(parameters), annotations
