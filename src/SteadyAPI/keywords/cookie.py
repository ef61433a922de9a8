"""Getting cookies: those that a response set, and those that its session keeps."""

from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.keywords.support.assertions import Assertion, ComparingGroup, getter

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange


class CookieKeywords(ComparingGroup):
    """The cookies of the last response, or of the one given."""

    @getter("`==` or `matches`")
    def get_response_cookie(self, name: str, **options: Any) -> Any:
        """Returns the value of a cookie, compared first when an operator is given.

        It is the one that the response set, or a redirect on the way to it; else the one that its session keeps and
        would send to the same URL again.

        Args:
            name: The cookie's name.
            **options: Assertion.

        Raises:
            ExpectationError: When neither has such a cookie, or the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Visitor Gets A Cookie
            GET    ${BASE_URL}/login
            ${visit} =    Get Response Cookie    visit
        ```
        """
        assertion = Assertion(**options)
        exchange = self._exchange_of(assertion.response)
        newly_set, kept = self._newly_set(exchange), self._kept(exchange)
        cookies = kept | newly_set
        if name not in cookies:
            there = f"cookies in the response: {_listed(newly_set)}"
            if exchange.alias:
                there = f'{there}; kept by session "{exchange.alias}" for this URL: {_listed(kept)}'
            raise self._failure(exchange, f"no cookie {name}; {there}", assertion.message)
        return self._checked(exchange, f"cookie {name}", cookies[name], assertion)

    @keyword(tags=["Response"])
    def response_cookie_should_not_exist(self, name: str, message: str | None = None, *, response: Any = None) -> None:
        """Fails when the response set a cookie of that name, or its session keeps one for the same URL.

        Args:
            name: The cookie's name.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When there is such a cookie, whatever its value.

        Examples:
        ```robotframework
        *** Test Cases ***
        Signing Out Takes The Cookie Away
            Create Session    shop    ${BASE_URL}
            POST    /logout
            Response Cookie Should Not Exist    sid
        ```
        """
        exchange = self._exchange_of(response)
        if name in self._newly_set(exchange):
            raise self._failure(exchange, f"expected no cookie {name}, but the response set it", message)
        if name in self._kept(exchange):
            raise self._failure(
                exchange, f'expected no cookie {name}, but session "{exchange.alias}" keeps it', message
            )

    def _newly_set(self, exchange: "Exchange") -> dict[str, str | None]:
        requests_response = self._response_of(exchange).requests_response
        responses = (*requests_response.history, requests_response)
        from SteadyAPI.engine.header_text import reread

        return {cookie.name: reread(cookie.value or "") for each in responses for cookie in each.cookies}

    def _kept(self, exchange: "Exchange") -> dict[str, str | None]:
        """Returns the cookies that the session would send with the next request to the same URL."""
        sessions = self._context.sessions
        if not exchange.alias or exchange.alias not in sessions:
            return {}
        from requests import Request
        from requests.cookies import RequestsCookieJar, get_cookie_header

        from SteadyAPI.engine.header_text import reread

        jar: RequestsCookieJar = sessions.get(exchange.alias).transport.requests_session.cookies
        request = Request("GET", self._response_of(exchange).url).prepare()
        header: str | None = get_cookie_header(jar, request)  # type: ignore[no-untyped-call]  # its stub has no types
        # Of two cookies with one name, the one with the longer path comes first and counts (RFC 6265, section 5.4).
        pairs = [pair.partition("=") for pair in reversed((header or "").split("; ")) if pair]
        return {name: reread(value) for name, _, value in pairs}


def _listed(names: dict[str, str | None]) -> str:
    return ", ".join(names) or "none"
