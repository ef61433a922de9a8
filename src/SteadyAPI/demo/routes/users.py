"""``/users`` and ``/account``."""

from SteadyAPI.demo.server.request import Call
from SteadyAPI.demo.server.response import Answer, json_answer
from SteadyAPI.demo.server.router import Route
from SteadyAPI.demo.shop.payload import json_fields
from SteadyAPI.demo.shop.state import Shop
from SteadyAPI.demo.shop.token_endpoint import TokenEndpoint


class UserRoutes:
    """Answers for users, and for the one who is signed in."""

    def __init__(self, shop: Shop, token_endpoint: TokenEndpoint) -> None:
        self._shop = shop
        self._token_endpoint = token_endpoint

    def routes(self) -> list[Route]:
        """Returns the routes of this family."""
        return [
            Route("GET", "/users", self.list_all),
            Route("POST", "/users", self.create),
            Route("GET", "/users/{user_id}", self.read),
            Route("DELETE", "/users/{user_id}", self.delete),
            Route("GET", "/account", self.account),
        ]

    def list_all(self, _call: Call) -> Answer:
        """Lists all users."""
        return json_answer(200, [user.shown() for user in self._shop.users()])

    def create(self, call: Call) -> Answer:
        """Adds a user from ``name`` and ``email``."""
        fields = json_fields(call)
        name, email = fields.text("name"), fields.text("email")
        fields.check()
        user = self._shop.add_user(name, email)
        return json_answer(201, user.shown(), (("Location", f"/users/{user.id}"),))

    def read(self, _call: Call, user_id: int) -> Answer:
        """Shows one user."""
        return json_answer(200, self._shop.user(user_id).shown())

    def delete(self, _call: Call, user_id: int) -> Answer:
        """Removes a user; the answer has no body."""
        self._shop.remove_user(user_id)
        return Answer(204)

    def account(self, call: Call) -> Answer:
        """Shows who is signed in; a call without a token is sent to the login page, as web front ends like to do."""
        if not call.bearer:
            return Answer(302, headers=(("Location", "/login"),))
        return json_answer(200, self._shop.user_named(self._token_endpoint.owner(call)).shown())
