"""The drop-in for robotframework-requests: documentation and wiring, nothing else."""

from typing import Any

from SteadyAPI import __version__
from SteadyAPI.context import Context
from SteadyAPI.dropin.deprecated_keywords import DeprecatedKeywords
from SteadyAPI.dropin.group import LazySending
from SteadyAPI.dropin.request_keywords import RequestKeywords
from SteadyAPI.dropin.session_keywords import SessionKeywords
from SteadyAPI.keyword_core import KeywordCore
from SteadyAPI.listener import Redactor
from SteadyAPI.listener.lifetimes import LifetimesListener
from SteadyAPI.redaction.registry import RUN_SECRETS


class RequestsLibrary(KeywordCore):
    """Runs the suites of robotframework-requests unchanged, on the engine of SteadyAPI.

    ```robotframework
    *** Settings ***
    Library    SteadyAPI.RequestsLibrary    AS    RequestsLibrary
    ```

    All keywords of robotframework-requests 0.9 and 1.0 are here, with their arguments, defaults, return values and
    errors. What suites gain by the change of one line: connections are kept for calls without a session too, secrets
    are masked, a request is one folded log entry, and settings stay with their session.

    New suites are better off with `Library    SteadyAPI`: certificates are verified, options are typed, and a URL
    with `=` is just a URL. The guide `docs/guides/migration.md` leads over, keyword by keyword.
    """

    ROBOT_LIBRARY_SCOPE = "GLOBAL"
    ROBOT_LIBRARY_VERSION = __version__
    ROBOT_LIBRARY_DOC_FORMAT = "ROBOT"

    def __init__(self, allow: str | list[str] = "") -> None:
        """Imports the library.

        Args:
            allow: Texts and names of fields that are never masked, as a list or with commas between them:
                `allow=next_token,approved`.

        """
        RUN_SECRETS.allow(allow)
        context = Context(RUN_SECRETS)
        sending = LazySending(context)
        self.ROBOT_LIBRARY_LISTENER = [Redactor(), LifetimesListener(context)]
        super().__init__([SessionKeywords(sending), RequestKeywords(sending), DeprecatedKeywords(sending)])

    def get_keyword_types(self, name: str) -> dict[str, Any]:  # noqa: ARG002  the dynamic API's signature
        """Returns no types: like its model, the library has Robot Framework convert by the defaults alone."""
        return {}
