"""The token sources of a library import: by name, and by who asked for what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError

if TYPE_CHECKING:  # a dry run pays nothing for the machinery of token requests
    from SteadyAPI.engine.clock import Clock
    from SteadyAPI.engine.token.oauth.discovery import Discovery
    from SteadyAPI.engine.token.shared_folder import SharedFolder
    from SteadyAPI.engine.token.source import TokenSource


__all__ = ["TokenCache", "TokenStore"]


class TokenStore:
    """Token sources, and which of them gave which token."""

    def __init__(self) -> None:
        self._named: dict[str, TokenSource] = {}
        self._unnamed: dict[str, TokenSource] = {}
        self._given: dict[str, tuple[TokenSource, Token]] = {}
        self._discovery: Discovery | None = None
        self._folder: SharedFolder | None = None

    @property
    def discovery(self) -> "Discovery":
        """What the providers publish about themselves, asked for once in a run."""
        if self._discovery is None:
            from SteadyAPI.engine.token.oauth.discovery import Discovery  # noqa: PLC0415  made when a token is asked for

            self._discovery = Discovery()
        return self._discovery

    def shared_folder(self, clock: "Clock") -> "SharedFolder":
        """The files that processes share tokens in; opened once, and left at the end of the run."""
        if self._folder is None:
            from SteadyAPI.engine.token.shared_folder import SharedFolder  # noqa: PLC0415  rarely needed

            self._folder = SharedFolder(clock)
        return self._folder

    def add(self, name: str, source: "TokenSource") -> None:
        """Keeps a source under a name; case and spaces don't matter, and it replaces one of the same name."""
        self._named[_key(name)] = source

    def named(self, name: str) -> "TokenSource":
        """Returns the source of that name.

        Raises:
            UsageError: When there is none.
        """
        source = self._named.get(_key(name))
        if source is None:
            known = ", ".join(f'"{one}"' for one in self._named) or "none"
            raise UsageError(
                f'no token source has the name "{name}"; known: {known}.\n'
                f"  create it first: Create Token Source    {name}    https://.../token    client_id=qa    ..."
            )
        return source

    def has(self, name: str) -> bool:
        """Returns whether a source has that name."""
        return _key(name) in self._named

    def unnamed(self, fingerprint: str, make: Callable[[], "TokenSource"]) -> "TokenSource":
        """Returns the source that was made for the same options, or makes one."""
        if fingerprint not in self._unnamed:
            self._unnamed[fingerprint] = make()
        return self._unnamed[fingerprint]

    def note(self, source: "TokenSource", token: Token) -> Token:
        """Remembers which source gave a token, and returns the token."""
        self._given[token.secret] = (source, token)
        return token

    def source_of(self, secret: str) -> "tuple[TokenSource, Token] | None":
        """Returns the source that gave this token, and the token's record."""
        return self._given.get(secret)

    def end(self, cache: TokenCache) -> None:
        """Forgets the tokens that were kept for the test or suite that ended."""
        for source in self._sources():
            if source.cache is cache:
                source.forget()

    def forget(self) -> None:
        """Forgets every token."""
        for source in self._sources():
            source.forget()

    def close(self) -> None:
        """Leaves the files that processes share; called at the end of the run."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.close()

    def _sources(self) -> "list[TokenSource]":
        return [*self._named.values(), *self._unnamed.values()]


def _key(name: str) -> str:
    return "".join(name.lower().split())
