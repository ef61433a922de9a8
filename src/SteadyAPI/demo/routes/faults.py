"""Paths that misbehave on purpose, each in the same way every time."""

from SteadyAPI.demo.server.fault_script import FaultScript, Plan, parse_plan, parse_status
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import HttpError, Response
from SteadyAPI.demo.server.router import ANY_METHOD, Route


class FaultRoutes:
    """Scripted faults; each path and each ``X-Caller`` has its own progress."""

    def __init__(self, script: FaultScript) -> None:
        self._script = script
        self._plans: dict[str, Plan] = {
            "flaky": parse_plan("503,200"),
            "limited": parse_plan("429:1,200"),
            "broken": parse_plan("reset,200"),
            "slow": parse_plan("slow:0.3"),
        }

    def routes(self) -> list[Route]:
        """Returns the routes of this family."""
        kinds = [Route(ANY_METHOD, f"/{kind}/{{rest}}", self.misbehave) for kind in self._plans]
        return [
            *kinds,
            Route(ANY_METHOD, "/faults/{name}", self.follow_plan),
            Route(ANY_METHOD, "/status/{code}", self.status),
        ]

    def misbehave(self, request: Request, **_rest: str) -> Response:
        """Fails at the first request to a path as its first segment says, then responds with 200."""
        kind = request.path.split("/")[1]
        return self._script.follow(request.path, request.caller, self._plans[kind])

    def follow_plan(self, request: Request, name: str) -> Response:
        """Follows the plan given in ``?plan=``; the last step repeats."""
        if not request.parameter("plan"):
            raise HttpError(400, "expected a plan; write ?plan=503,503,200")
        return self._script.follow(f"/faults/{name}", request.caller, parse_plan(request.parameter("plan")))

    def status(self, _request: Request, code: str) -> Response:
        """Responds with the status in the path."""
        return self._script.follow(f"/status/{code}", "", parse_plan(str(parse_status(code))))
