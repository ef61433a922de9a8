"""An OpenAPI document as the contract of a session: every exchange is compared with the operation it calls."""

from typing import NamedTuple
from urllib.parse import urlsplit

from SteadyAPI.engine.contract.openapi.description import Description
from SteadyAPI.engine.contract.openapi.request_check import check_request
from SteadyAPI.engine.contract.openapi.response_check import check_response
from SteadyAPI.engine.contract.openapi.route import Operation
from SteadyAPI.engine.contract.violation import Verdict, Violation
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.url import origin

_FIRST_ERROR = 400


class Comparison(NamedTuple):
    """The result of comparing one exchange: the operation it called, if one is described, and the verdict."""

    operation: Operation | None
    verdict: Verdict


class OpenApiContract:
    """Compares exchanges with a description.

    Args:
        description: The document.
        base_url: The session's base URL; its path may stand in front of the document's paths.
        requests: Whether requests are compared too; one that was meant to be refused isn't.
    """

    def __init__(self, description: Description, base_url: str = "", *, requests: bool = False) -> None:
        self.description = description
        self._base = urlsplit(base_url).path.rstrip("/")
        self._requests = requests

    def compare(self, exchange: Exchange) -> Comparison:
        """Compares an exchange that got a response.

        Raises:
            SchemaError: When the document's own schema can't be used.
            ValueError: When there is no response.
        """
        if exchange.response is None:
            raise ValueError("the exchange has no response")
        method, url = _final_request(exchange)
        if origin(url) != origin(exchange.sent.url):
            # The redirect led to another host, which this document doesn't describe.
            return Comparison(None, Verdict(self.description.name))
        path = urlsplit(url).path or "/"
        operation = self.description.operation(method, path, self._base)
        if operation is None:
            return Comparison(None, Verdict(self.description.name, violations=(self._undescribed(method, path),)))
        found = check_response(self.description, operation, exchange.response)
        if self._requests and exchange.response.status < _FIRST_ERROR:
            found = (*check_request(self.description, operation, exchange.sent), *found)
        return Comparison(operation, Verdict(f"{self.description.name} ({operation.name})", violations=found))

    def _undescribed(self, method: str, path: str) -> Violation:
        methods = self.description.methods_at(path, self._base)
        hint = f"described there: {', '.join(dict.fromkeys(methods))}" if methods else "no such path is described"
        return Violation("operation", "a described one", f"{method} {path}", hint)


def _final_request(exchange: Exchange) -> tuple[str, str]:
    """Returns method and URL of the last request: redirects may have been followed."""
    requests_response = exchange.response.requests_response if exchange.response else None
    if requests_response is not None and requests_response.history:
        return requests_response.request.method, requests_response.url
    return exchange.request.method, exchange.sent.url
