"""From the options of a token keyword to a token source."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from SteadyAPI.engine.request.url import is_absolute, join
from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.credentials_file import credentials_at, key_text
from SteadyAPI.engine.token.oauth.token_endpoint import TokenEndpoint
from SteadyAPI.engine.token.oauth.token_request import SECRET_FIELDS, TokenRequest
from SteadyAPI.engine.token.source import TokenSource
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.token_http import SessionTokenHttp
from SteadyAPI.keywords.support.token_options import TokenOptions
from SteadyAPI.secret import reveal

if TYPE_CHECKING:
    from SteadyAPI.context import Context
    from SteadyAPI.engine.session.session import Session
    from SteadyAPI.engine.token.shared_store import SharedTokenStore

_PLAIN = ("issuer", "username", "client_id", "key_id", "algorithm", "token_path", "redirect_uri")
_NO_TEXTS: dict[type, str] = {
    dict: "a dictionary",
    list: "a list",
    tuple: "a tuple",
    bytes: "bytes",
    type(None): "None",
}


def token_request(context: "Context", url: str | None, options: TokenOptions) -> TokenRequest:
    """Opens what the suite wrote; every credential is registered here, before it goes anywhere.

    Raises:
        UsageError: When a secret was lost in a text, or credentials can't be read.
    """
    secrets = context.surroundings.secrets
    kept = credentials_at(options.credentials) if options.credentials else {}
    given: dict[str, Any] = {}
    for name in (*_PLAIN, *SECRET_FIELDS):
        value = reveal(getattr(options, name), secrets, name)
        value = kept.get(name) if value is None else value
        if value is not None:
            given[name] = _text(name, value)
            if name in SECRET_FIELDS:
                secrets.learn(name, given[name])
    if "private_key" in given:
        given["private_key"] = key_text(given["private_key"])
        secrets.learn("private_key", given["private_key"])
    texts = {
        name: _texts(name, kept.get(name) if value is None else value)
        for name in ("scope", "audience", "resource")
        for value in [reveal(getattr(options, name), secrets, name)]
    }
    scope = texts["scope"]
    return TokenRequest(
        url=reveal(url or "", secrets, "url"),
        grant=options.grant,
        client_auth=options.client_auth,
        scope=" ".join(scope) if isinstance(scope, tuple) else scope,
        audience=texts["audience"],
        resource=texts["resource"],
        extra=reveal(dict(options.fields or {}), secrets, "fields"),
        body=options.body,
        certificate=options.cert is not None,
        **given,
    )


def _texts(name: str, value: Any) -> str | tuple[str, ...] | None:
    """Returns one text or several, as the suite wrote it."""
    if isinstance(value, list | tuple):
        return tuple(_text(name, part) for part in value)
    return None if value is None else _text(name, value)


def _text(name: str, value: Any) -> str:
    """Returns a text; how Python spells what holds other values, or none, is nothing that a service reads."""
    for kind, word in _NO_TEXTS.items():
        if isinstance(value, kind):
            raise UsageError(f"{name}: expected text, got {word}.")
    return str(value)


def at_session(request: TokenRequest, session: "Session | None") -> TokenRequest:
    """Returns the request with a whole URL, when it is relative and its session is known."""
    if not request.url or is_absolute(request.url) or session is None:
        return request
    return replace(request, url=join(session.settings.base_url, request.url, session.alias))


def attached(context: "Context", name: str, session: "Session") -> None:
    """Makes a session send the token of a source; a source with a relative URL belongs to its first session.

    Raises:
        UsageError: When no source has that name.
    """
    source = context.tokens.named(name)
    if source.endpoint is not None:
        source.endpoint.http.bind(session)
    session.use_token(source)


def token_source(
    context: "Context", request: TokenRequest, options: TokenOptions, session: "Session | None"
) -> TokenSource:
    """Makes the source of a request's tokens.

    Args:
        context: The engines.
        request: What is asked for.
        options: Connection, cache and sharing.
        session: The session that a relative URL belongs to.
    """
    surroundings = context.surroundings
    http = SessionTokenHttp(context, verify=options.verify, cert=options.cert, on_code=options.on_code)
    http.bind(session)
    endpoint = TokenEndpoint(request, http, context.tokens.discovery, surroundings.secrets, surroundings.clock)
    shared_store = None
    in_run = options.cache is TokenCache.run
    if options.shared or (options.shared is None and in_run and context.sharing is not None):
        if not in_run:
            raise UsageError(
                f"shared: a token that processes share is kept for the run, got cache={options.cache.name}.\n"
                "  write: cache=run    shared=True"
            )
        shared_store = _shared_store(context, request.fingerprint[:32], request.url or request.issuer or "")
    return TokenSource(endpoint, options.cache, surroundings.clock, shared_store)


def _shared_store(context: "Context", name: str, url: str) -> "SharedTokenStore":
    if context.sharing is not None:
        return context.sharing.token_store(name, url)
    from SteadyAPI.keywords.support.pabot_token_store import pabot_token_store

    clock = context.surroundings.clock
    return pabot_token_store(name, clock) or context.tokens.shared_folder(clock).shared_store(name)
