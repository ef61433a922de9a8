"""Choosing and closing sessions that are open."""

from typing import Any

from robot.api.deco import keyword

from SteadyAPI.keywords.support.group import KeywordGroup


class SessionPoolKeywords(KeywordGroup):
    """The open sessions, and which of them is current."""

    @keyword(tags=["Session"])
    def session_exists(self, alias: str) -> bool:
        """Returns whether a session is open under that alias.

        Args:
            alias: The alias; case and spaces don't matter.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Session Is Open Until It Is Closed
            Create Session    shop    ${BASE_URL}
            ${open} =    Session Exists    shop
            Should Be True    ${open}
        ```
        """
        return alias in self._context.sessions

    @keyword(tags=["Session"])
    def get_session(self, alias: str = "") -> Any:
        """Returns the `requests.Session` behind a session, for its cookies, hooks and adapters.

        Args:
            alias: The alias given to `Create Session`; by default the current session.

        Raises:
            SessionError: When there is no such session.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Session Starts Without Cookies
            Create Session    shop    ${BASE_URL}
            ${session} =    Get Session
            Length Should Be    ${session.cookies}    0
        ```
        """
        return self._context.sessions.chosen(alias or None).transport.requests_session

    @keyword(tags=["Session"])
    def switch_session(self, alias: str) -> str | None:
        """Makes an open session the current one and returns the alias of the one that was.

        Args:
            alias: The alias given to `Create Session`.

        Raises:
            SessionError: When no open session has that alias.

        Examples:
        ```robotframework
        *** Test Cases ***
        Two Services Take Turns
            Create Session    shop    ${BASE_URL}
            Create Session    stock    ${BASE_URL}
            Switch Session    shop
            GET    /products
        ```
        """
        return self._context.sessions.switch(alias)

    @keyword(tags=["Session"])
    def close_session(self, alias: str) -> None:
        """Closes a session and its connections; the one opened before it becomes current.

        Args:
            alias: The alias given to `Create Session`.

        Raises:
            SessionError: When no open session has that alias.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Session Ends
            Create Session    shop    ${BASE_URL}
            Close Session    shop
        ```
        """
        self._context.sessions.close(alias)

    @keyword(tags=["Session"])
    def close_all_sessions(self) -> None:
        """Closes every session and every kept connection.

        Examples:
        ```robotframework
        *** Test Cases ***
        All Sessions End
            Create Session    shop    ${BASE_URL}
            Close All Sessions
        ```
        """
        self._context.sessions.close_all()
