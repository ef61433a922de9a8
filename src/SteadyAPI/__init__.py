"""API testing for Robot Framework that doesn't lie: a red test is a real bug, and the log can be published."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from SteadyAPI.errors import (
    ContractError,
    ExpectationError,
    NoResponseError,
    SchemaError,
    SessionError,
    StatusError,
    SteadyAPIError,
    TokenError,
    UsageError,
)

if TYPE_CHECKING:
    from SteadyAPI.library import SteadyAPI
    from SteadyAPI.listener import Redactor
    from SteadyAPI.requestslibrary import RequestsLibrary

__version__ = "1.0.0.dev0"
__all__ = [
    "ContractError",
    "ExpectationError",
    "NoResponseError",
    "Redactor",
    "RequestsLibrary",
    "SchemaError",
    "SessionError",
    "StatusError",
    "SteadyAPI",
    "SteadyAPIError",
    "TokenError",
    "UsageError",
    "__version__",
]

_HOMES = {
    "SteadyAPI": "SteadyAPI.library",
    "Redactor": "SteadyAPI.listener",
    "RequestsLibrary": "SteadyAPI.requestslibrary",
}


def __getattr__(name: str) -> Any:
    """Imports the library or the listener when it is asked for: the one doesn't pay for the other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
