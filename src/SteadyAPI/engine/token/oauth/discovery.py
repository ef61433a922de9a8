"""Where a provider's endpoints are, asked of the provider itself (OpenID Connect Discovery 1.0; RFC 8414)."""

from typing import Any
from urllib.parse import urlsplit

from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.token.oauth.error_response import is_refusal
from SteadyAPI.engine.token.oauth.http import TokenHttp
from SteadyAPI.engine.token.oauth.token_response import json_object
from SteadyAPI.errors import TokenError, UsageError

_OPENID = "/.well-known/openid-configuration"
_OAUTH = "/.well-known/oauth-authorization-server"


class Discovery:
    """The providers' own descriptions, each asked for once in a run."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Any]] = {}

    def document(self, issuer: str, http: TokenHttp, *, any_name: bool = False) -> dict[str, Any]:
        """Returns the provider's description; empty when no issuer is named.

        Args:
            issuer: The provider's address.
            http: Asks the provider.
            any_name: Whether the description may carry another name: credentials go where the suite says anyway.

        Raises:
            TokenError: When the provider doesn't describe itself, or as another issuer.
        """
        if not issuer:
            return {}
        name = issuer.rstrip("/")
        if name not in self._known:
            self._known[name] = _described(name, http)
        document = self._known[name]
        named = str(document.get("issuer", "")).rstrip("/")
        if named != name and not any_name:
            raise TokenError(
                f'The provider at {name} describes itself as "{named}"\n'
                "  a provider's description must carry its own name (OpenID Connect Discovery 1.0, section 4.3)\n"
                "  if it is the right one, write the token endpoint's URL"
            )
        return document


def endpoint_in(document: dict[str, Any], name: str, *, mtls: bool = False) -> str:
    """Returns an endpoint of a provider; the one for certificates, if there is one and it is wanted (RFC 8705).

    Raises:
        UsageError: When no issuer was named, or the provider doesn't name the endpoint.
    """
    aliases = document.get("mtls_endpoint_aliases")
    if mtls and isinstance(aliases, dict) and aliases.get(name):
        return str(aliases[name])
    found = document.get(name)
    if not found:
        who = document.get("issuer")
        missing = (
            f"the provider {who} names no {name}" if who else f"no {name} is known: neither a URL nor issuer= is given"
        )
        raise UsageError(f"{missing}.\n  write its URL, or let the provider name it: issuer=https://...")
    return str(found)


def _described(issuer: str, http: TokenHttp) -> dict[str, Any]:
    parts = urlsplit(http.url(issuer))
    in_front = parts._replace(path=f"{_OAUTH}{parts.path}").geturl()
    for url in (f"{issuer}{_OPENID}", in_front):
        exchange = http.send(Call(method="GET", url=url, sign_in=True))
        http.log(exchange)
        if not is_refusal(exchange):
            break
        if exchange.response is None:
            failure = exchange.failure.kind.value if exchange.failure else "no answer"
            raise TokenError(f"The provider {issuer} can't be asked for its endpoints: {failure}", exchange)
    else:
        status = exchange.response.status if exchange.response else ""
        raise TokenError(
            f"The provider {issuer} doesn't describe itself: {status} at {_OPENID}\n"
            "  write the token endpoint's URL instead of issuer=",
            exchange,
        )
    return json_object(exchange.response)
