"""From a method and a path to the function that makes the response."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import HttpError, Response

Endpoint = Callable[..., Response]
"""Takes the request, then the placeholders of its path as named arguments."""
ANY_METHOD = "*"


@dataclass(frozen=True, slots=True)
class Route:
    """One method on one path; ``{..._id}`` takes a whole number, ``{name}`` a segment, ``{rest}`` all that follows."""

    method: str
    path: str
    endpoint: Endpoint

    def match(self, path: str) -> dict[str, Any] | None:
        """Returns the placeholder values when the path fits, else nothing."""
        found = re.fullmatch(re.sub(r"\{(\w+)\}", _group, self.path), path, re.ASCII)
        if found is None:
            return None
        return {key: int(text) if key.endswith("_id") else unquote(text) for key, text in found.groupdict().items()}

    def allows(self, method: str) -> bool:
        """Returns whether the route serves this method; HEAD goes wherever GET goes."""
        return self.method in {method, ANY_METHOD} or (self.method == "GET" and method == "HEAD")


class Router:
    """Finds the route of a request; responds by itself with 404, 405, and to OPTIONS."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._routes = tuple(routes)

    def respond(self, request: Request) -> Response:
        """Returns the response of the first route that fits, or that of an error."""
        try:
            return self._dispatch(request)
        except HttpError as error:
            return error.response

    def _dispatch(self, request: Request) -> Response:
        fitting = [(route, found) for route in self._routes if (found := route.match(request.path)) is not None]
        if not fitting:
            raise HttpError(404, f"nothing here: {request.path}")
        for route, placeholders in fitting:
            if route.allows(request.method):
                return route.endpoint(request, **placeholders)
        allowed = (
            (
                "Allow",
                ", ".join(sorted({"OPTIONS"} | {route.method for route, _ in fitting})),
            ),
        )
        if request.method == "OPTIONS":
            return Response(204, headers=allowed)
        raise HttpError(405, f"{request.method} is not possible here", allowed)


def _group(placeholder: re.Match[str]) -> str:
    name = placeholder[1]
    shape = r"\d{1,15}" if name.endswith("_id") else {"rest": r".+"}.get(name, r"[^/]+")
    return f"(?P<{name}>{shape})"
