"""``/users``, ``/account``, and signing in for it."""

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response, json_response
from SteadyAPI.demo.server.router import Route
from SteadyAPI.demo.shop.payload import form_fields, json_fields
from SteadyAPI.demo.shop.state import Shop
from SteadyAPI.demo.shop.token_endpoint import SESSION_COOKIE, TokenEndpoint


class UserRoutes:
    """The endpoints of users, and of the one who is signed in."""

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
            Route("POST", "/login", self.sign_in),
        ]

    def list_all(self, _request: Request) -> Response:
        """Lists all users."""
        return json_response(200, [user.shown() for user in self._shop.users()])

    def create(self, request: Request) -> Response:
        """Adds a user from ``name`` and ``email``."""
        fields = json_fields(request)
        name, email = fields.text("name"), fields.text("email")
        fields.check()
        user = self._shop.add_user(name, email)
        return json_response(201, user.shown(), (("Location", f"/users/{user.id}"),))

    def read(self, _request: Request, user_id: int) -> Response:
        """Shows one user."""
        return json_response(200, self._shop.user(user_id).shown())

    def delete(self, _request: Request, user_id: int) -> Response:
        """Removes a user; the response has no body."""
        self._shop.remove_user(user_id)
        return Response(204)

    def account(self, request: Request) -> Response:
        """Shows who is signed in; a visitor is redirected to the login page, as web sites do."""
        if not (request.bearer or request.cookie(SESSION_COOKIE)):
            return Response(302, headers=(("Location", "/login"),))
        return json_response(200, self._shop.user_named(self._token_endpoint.owner(request)).shown())

    def sign_in(self, request: Request) -> Response:
        """Signs in who has filled in the login form: a cookie that no script can read holds the session."""
        token = self._token_endpoint.sign_in(form_fields(request))
        cookie = f"{SESSION_COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax"
        return Response(303, headers=(("Location", "/account"), ("Set-Cookie", cookie)))
