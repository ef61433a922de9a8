"""The sessions that are open, by alias, and the one that calls without a session share."""

from collections.abc import Callable

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.url import is_absolute, origin
from SteadyAPI.engine.session.session import Session
from SteadyAPI.errors import SessionError

_OPEN_ONE = "  open one first: Create Session    shop    https://..."


class SessionPool:
    """Sessions by alias, which of them is current, and one without an alias for absolute URLs."""

    def __init__(self, sessionless: Callable[[], Session]) -> None:
        self._sessions: dict[str, Session] = {}
        self._scopes: dict[str, str] = {}
        self._current: Session | None = None
        self._make_sessionless = sessionless
        self._sessionless: Session | None = None
        self._last_used: Session | None = None

    def add(self, session: Session, scope: str = "run") -> None:
        """Adds a session and makes it current; one of the same alias is closed.

        ``scope`` says at the end of what it is closed by itself: ``run``, ``suite`` or ``test``.
        """
        key = _key(session.alias)
        if key in self._sessions:
            self._sessions[key].close()
            # Taken out first, so that the order of opening stays true.
            del self._sessions[key]
        self._sessions[key] = self._current = session
        self._scopes[key] = scope

    def get(self, alias: str) -> Session:
        """Returns the session of that alias; case and spaces don't matter.

        Raises:
            SessionError: When there is none.
        """
        session = self._sessions.get(_key(alias))
        if session is None:
            open_now = ", ".join(f'"{known.alias}"' for known in self._sessions.values()) or "none"
            raise SessionError(
                f'no session has the alias "{alias}"; open sessions: {open_now}.\n'
                f"  open it first: Create Session    {alias}    https://..."
            )
        return session

    def chosen(self, alias: str | None, purpose: str = "") -> Session:
        """Returns the session of that alias, or the current one where there is no alias.

        Args:
            alias: The alias, if one was given.
            purpose: What the session is for, as the message says it: `` that ...``.

        Raises:
            SessionError: When no session has that alias, or none is open.
        """
        if alias is not None:
            return self.get(alias)
        if self._current is None:
            raise SessionError(f"no session is open{purpose}.\n{_OPEN_ONE}")
        return self._current

    def for_url(self, url: str) -> Session:
        """Returns the session that a call without an alias uses.

        That is the current one for a relative URL, and for an absolute URL on its own origin (links and ``Location``
        headers); any other absolute URL goes without a session.

        Raises:
            SessionError: When the URL is relative and no session is open.
            UsageError: When its host or port make no sense.
        """
        if is_absolute(url):
            place = origin(url)
            if self._current is not None and place == origin(self._current.settings.base_url):
                return self._current
            if self._sessionless is None:
                self._sessionless = self._make_sessionless()
            return self._sessionless
        if self._current is None:
            raise SessionError(
                f'"{url}" is a relative URL, and no session is open.\n'
                f"{_OPEN_ONE}\n"
                "  or write the whole URL, with http:// or https://"
            )
        return self._current

    def send(self, session: Session, call: Call) -> Exchange:
        """Sends a call over a session and remembers it as the last one used."""
        self._last_used = session
        return session.send(call)

    def adopt(self, session: Session, exchange: Exchange) -> None:
        """Remembers an exchange that another thread made as the last one."""
        session.last, self._last_used = exchange, session

    def switch(self, alias: str) -> str | None:
        """Makes a session current and returns the alias of the one that was."""
        before = self._current
        self._current = self.get(alias)
        return before.alias if before else None

    @property
    def current(self) -> Session | None:
        """The session that relative URLs go to."""
        return self._current

    @property
    def last_exchange(self) -> Exchange | None:
        """The last exchange of the run, whichever session made it."""
        return self._last_used.last if self._last_used else None

    def __contains__(self, alias: str) -> bool:
        return _key(alias) in self._sessions

    def close(self, alias: str) -> None:
        """Closes a session and forgets its alias."""
        session = self.get(alias)
        del self._sessions[_key(alias)]
        session.close()
        if self._current is session:
            self._current = next(reversed(self._sessions.values()), None)

    def end(self, scope: str) -> None:
        """Closes the sessions that live as long as what has just ended."""
        for key in [key for key in self._sessions if self._scopes[key] == scope]:
            self.close(key)

    def close_all(self) -> None:
        """Closes every session, and the connections of calls without one."""
        for session in (*self._sessions.values(), self._sessionless):
            if session is not None:
                session.close()
        self._sessions.clear()
        self._current = self._sessionless = None


def _key(alias: str) -> str:
    return "".join(alias.lower().split())
