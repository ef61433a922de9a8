"""From a method and a path to the function that answers."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from SteadyAPI.demo.server.request import Call
from SteadyAPI.demo.server.response import Answer, Refusal

Endpoint = Callable[..., Answer]
"""Takes the call, then the placeholders of its path as named arguments."""
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
        """Tells whether the route answers this method; HEAD goes wherever GET goes."""
        return self.method in {method, ANY_METHOD} or (self.method == "GET" and method == "HEAD")


class Router:
    """Finds the route of a call; knows 404, 405 and OPTIONS by itself."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._routes = tuple(routes)

    def answer(self, call: Call) -> Answer:
        """Returns the answer of the first route that fits, or of a refusal."""
        try:
            return self._dispatch(call)
        except Refusal as refusal:
            return refusal.answer

    def _dispatch(self, call: Call) -> Answer:
        fitting = [(route, found) for route in self._routes if (found := route.match(call.path)) is not None]
        if not fitting:
            raise Refusal(404, f"nothing here: {call.path}")
        for route, placeholders in fitting:
            if route.allows(call.method):
                return route.endpoint(call, **placeholders)
        allowed = (
            (
                "Allow",
                ", ".join(sorted({"OPTIONS"} | {route.method for route, _ in fitting})),
            ),
        )
        if call.method == "OPTIONS":
            return Answer(204, headers=allowed)
        raise Refusal(405, f"{call.method} is not possible here", allowed)


def _group(placeholder: re.Match[str]) -> str:
    name = placeholder[1]
    shape = r"\d{1,15}" if name.endswith("_id") else {"rest": r".+"}.get(name, r"[^/]+")
    return f"(?P<{name}>{shape})"
