from typing import Any

import pytest
from browser_fakes import COOKIE, FLAGS, Browser, SeleniumLibrary
from fakes import context
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.engine.transport.cookie_jar import CookieJar
from SteadyAPI.errors import SessionError, UsageError
from SteadyAPI.keywords.browser.cookies import BrowserCookie
from SteadyAPI.keywords.browser.session import BrowserSessionKeywords

TOKEN = "eyJrIjoiMSJ9-Zx81kQ-77f0c2aa91"


class Run:
    """A session, the libraries that the suite has imported, and the keywords."""

    def __init__(self, *cookies: BrowserCookie) -> None:
        self.browser = Browser()
        self.imported: dict[str, Any] = {"Browser": self.browser}
        self.context = context()
        self.session = self.context.sessions.get("shop")
        self.jar = CookieJar()
        self.session.transport.requests_session.cookies = self.jar
        for cookie in cookies:
            self.jar.set_cookie(cookie.in_jar())
        self.keywords = BrowserSessionKeywords(self.context)

    @property
    def log(self) -> list[str]:
        entries: list[str] = vars(self.context)["log"].entries
        return entries

    def give(self, **options: Any) -> str:
        """Returns what the keyword that gives has said when it failed."""
        with pytest.raises(UsageError) as failure:
            self.keywords.give_session_to_browser("shop", **options)
        return str(failure.value)

    def take(self, **options: Any) -> str:
        """Returns what the keyword that takes has said when it failed."""
        with pytest.raises(UsageError) as failure:
            self.keywords.take_session_from_browser("shop", **options)
        return str(failure.value)


SID = BrowserCookie(**COOKIE, http_only=True, same_site="Lax")
LANG = BrowserCookie(name="lang", value="en", domain=".shop.test")
FOREIGN = BrowserCookie(name="id", value="1", domain=".other.test")
THIRD = BrowserCookie(name="ad", value="1", domain=".third.test")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    made = Run(SID, LANG)
    monkeypatch.setattr(BuiltIn, "get_library_instance", lambda _self, **_: made.imported)
    monkeypatch.setattr(BuiltIn, "set_log_level", lambda _self, level: "INFO")
    return made


def test_the_cookies_of_a_session_go_to_the_browser(run: Run) -> None:
    run.keywords.give_session_to_browser("shop")
    assert {(name, value) for name, value, _ in run.browser.given} == {("sid", SID.value), ("lang", "en")}
    assert run.log[0].startswith("INFO Cookies given to Browser: ")
    assert SID.value not in run.log[0]


def test_without_an_alias_it_is_the_current_session(run: Run) -> None:
    run.keywords.give_session_to_browser()
    assert len(run.browser.given) == 2


def test_cookies_may_be_left_out(run: Run) -> None:
    run.keywords.give_session_to_browser("shop", exclude="sid")
    run.keywords.give_session_to_browser("shop", exclude=["sid"])
    assert [name for name, _, _ in run.browser.given] == ["lang", "lang"]
    assert run.give(exclude="sid, lang").startswith('session "shop" has no cookies to give.\n')


def test_a_cookie_that_is_not_there_cant_be_left_out(run: Run) -> None:
    assert run.give(exclude="sidd") == 'exclude: the session has no cookie "sidd".\n  did you mean sid?'
    assert run.give(exclude="x") == 'exclude: the session has no cookie "x".\n  cookies of the session: lang, sid'


def test_a_session_without_cookies_has_nothing_to_give(run: Run) -> None:
    run.jar.clear()
    assert run.give() == (
        'session "shop" has no cookies to give.\n  sign in first, for example: POST    /login    data=${form}'
    )


def test_a_cookie_of_another_host_is_not_given_and_named(run: Run) -> None:
    run.jar.set_cookie(FOREIGN.in_jar())
    assert run.give() == (
        '2 of 3 cookies given; "id" not: domain .other.test isn\'t that of http://shop.test\n'
        "  to leave it out, write: exclude=id"
    )
    assert {name for name, _, _ in run.browser.given} == {"sid", "lang"}
    run.jar.set_cookie(THIRD.in_jar())
    said = run.give()
    assert said.startswith("2 of 4 cookies given; ")
    assert said.endswith("\n  to leave them out, write: exclude=id,ad")
    assert len(said.splitlines()) == 3


def test_what_a_library_says_of_a_cookie_is_told_without_its_value(run: Run) -> None:
    run.context.secrets.register(SID.value)
    run.browser.refuses = f"no good: {SID.value}"
    said = run.give(exclude="lang")
    assert said == '0 of 1 cookies given; "sid" not: no good: [redacted]\n  to leave it out, write: exclude=sid'


def test_an_open_session_is_needed(run: Run) -> None:
    run.context.sessions.close_all()
    with pytest.raises(SessionError, match="no session is open that the browser could share"):
        run.keywords.give_session_to_browser()


def test_without_a_browser_nothing_is_given_or_taken(run: Run) -> None:
    run.imported.clear()
    assert run.give() == run.take()
    assert run.give().startswith("no browser is open: open one with Browser or SeleniumLibrary first.\n")


def test_selenium_can_be_named(run: Run) -> None:
    run.imported["SeleniumLibrary"] = selenium = SeleniumLibrary()
    assert selenium.opened is not None
    run.keywords.give_session_to_browser("shop", library="SeleniumLibrary")
    assert len(selenium.opened.given) == 2


def test_the_cookies_of_the_browser_replace_those_of_the_session_and_are_secret(run: Run) -> None:
    run.browser.jar = [COOKIE | FLAGS | {"value": "n3w-0ne-4f5g6h7j8k9l", "expires": None}]
    assert run.keywords.take_session_from_browser("shop") is None
    assert [(cookie.name, cookie.value) for cookie in run.jar] == [("sid", "n3w-0ne-4f5g6h7j8k9l")]
    assert run.context.secrets.mask("sent n3w-0ne-4f5g6h7j8k9l") == "sent [redacted]"
    assert run.log == ["INFO Cookies taken from Browser: sid"]


def test_an_ordinary_cookie_is_no_secret(run: Run) -> None:
    run.browser.jar = [COOKIE | FLAGS | {"name": "lang", "value": "english", "expires": None}]
    run.keywords.take_session_from_browser("shop")
    assert run.context.secrets.mask("english") == "english"


def test_cookies_of_other_hosts_stay_in_the_browser(run: Run) -> None:
    foreign = COOKIE | FLAGS | {"domain": ".other.test", "expires": None}
    run.browser.jar = [foreign]
    assert run.take() == (
        'Browser has no cookie for http://shop.test; cookies there: "sid" of .other.test.\n'
        "  sign in on a page of that host first; where pages keep a token instead, write: local_storage=token"
    )
    run.browser.jar = []
    said = run.take()
    assert said.startswith("Browser has no cookie for http://shop.test; cookies there: none.\n")
    assert run.context.secrets.mask(said) == said


@pytest.mark.parametrize("item", [TOKEN, f'"{TOKEN}"', f"Bearer {TOKEN}", f'{{"access_token": "{TOKEN}"}}'])
def test_a_token_in_the_local_storage_is_sent_and_secret(run: Run, item: str) -> None:
    run.browser.storage["token"] = item
    run.browser.jar = []
    token = run.keywords.take_session_from_browser("shop", local_storage="token")
    assert token is not None
    assert token.value == TOKEN
    assert run.session.authentication.token is not None
    assert run.session.authentication.token.value() == TOKEN
    assert run.context.secrets.mask(f"sent {TOKEN}") == "sent [redacted]"


def test_a_number_is_a_token_as_it_is_written(run: Run) -> None:
    run.browser.storage["token"] = "4711471147114711"
    token = run.keywords.take_session_from_browser("shop", local_storage="token")
    assert token is not None
    assert token.value == "4711471147114711"


def test_a_path_says_where_the_token_stands(run: Run) -> None:
    run.browser.storage["auth"] = f'{{"user": "ada", "tokens": {{"access": "{TOKEN}"}}}}'
    token = run.keywords.take_session_from_browser("shop", local_storage="auth", token_path="tokens.access")
    assert token is not None
    assert token.value == TOKEN


@pytest.mark.parametrize(
    ("item", "path", "said"),
    [
        ('{"user": 1, "tokens": 2}', None, '"auth", got an object with user, tokens.'),
        ('{"user": 1}', "tokens.access", '"auth" at tokens.access, got an object with user.'),
        ("[1, 2]", None, '"auth", got a list of 2.'),
    ],
)
def test_a_token_that_is_not_there_is_asked_for(run: Run, item: str, path: str | None, said: str) -> None:
    run.browser.storage["auth"] = item
    assert run.take(local_storage="auth", token_path=path) == (
        f"local_storage: expected a token in {said}\n  write where it stands, for example: token_path=tokens.access"
    )


def test_an_item_that_is_not_there_is_answered_with_those_that_are(run: Run) -> None:
    start = 'local_storage: the page of http://shop.test has no item "tokn".\n  '
    assert run.take(local_storage="tokn") == f"{start}items there: none"
    run.browser.storage["token"] = TOKEN
    assert run.take(local_storage="tokn") == f"{start}did you mean token?"


@pytest.mark.parametrize(("url", "shown"), [("about:blank", "about:blank"), ("", "no page")])
def test_a_page_is_needed_for_its_storage(run: Run, url: str, shown: str) -> None:
    run.imported["Browser"] = Browser(url)
    assert run.take(local_storage="token") == (
        f"local_storage: Browser shows {shown}, which has no local storage.\n"
        "  write before it: New Page    http://shop.test"
    )


def test_a_path_without_an_item_leads_nowhere(run: Run) -> None:
    assert run.take(token_path="access") == (
        "token_path: expected local_storage= beside it, which names the item that holds the token.\n"
        "  write for example: local_storage=auth    token_path=access"
    )
