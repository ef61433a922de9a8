"""What servers set, and where a request goes next: the kinds of cases of RFC 6265 that browsers are tested with.

``{home}`` is a host of the case's own, so that cases don't meet.
"""

from typing import NamedTuple

HOME = "{home}"
AT = "/shop/orders"


class CookieCase(NamedTuple):
    """Set-Cookie headers of a response, and the host and path of the next request."""

    kind: str
    headers: tuple[str, ...]
    to: str = AT
    at: str = AT
    host: str = HOME
    to_host: str = HOME


def _each(kind: str, *headers: str) -> list[CookieCase]:
    return [CookieCase(kind, (header,)) for header in headers]


_PAIRS = _each(
    "name and value",
    "a=1",
    "  a  =  1  ; x",
    "a",
    "=a",
    "=",
    "a=",
    "",
    ";",
    "; Path=/",
    "a=b=c",
    "=a=b",
    "==a",
    'a="quoted"',
    'a="x y"',
    'a="x; y"',
    'a=x"y',
    "a=x,y",
    'a={"json":1}',
    "a=x y",
    "a=\tx\t",
    "a\tb=1",
    "a b=1",
    "a=%20+/",
    "a=<b>&'c'",
    "$a=1",
    "a$=1",
    "Set-Cookie: a=1",
    "a=x\\y",
    "a=\u00fc\u20ac",
    "\u00fc=1",
    "a=x\x01y",
    "a=x\x7fy",
    "a=1; a=2",
    "a:b=1",
    "a@b=1",
    "a=1 ;secure-not",
)
_ATTRIBUTES = _each(
    "attributes",
    "a=1; HttpOnly",
    "a=1; httponly=no",
    "a=1; Secure",
    "a=1; SECURE=no",
    "a=1; Port=80",
    'a=1; Port="1"',
    "a=1; Version=1",
    "a=1; Comment=x; CommentURL=http://x; Discard",
    "a=1; SameSite=Lax",
    "a=1; SameSite=Strict",
    "a=1; SameSite=None",
    "a=1; SameSite=Nonsense",
    "a=1; Unknown; =; ;;",
    "a=1;Path=/;HttpOnly",
    "a=1; Path=/; Path=/other",
    "a=1; Path=/other; Path=/",
)
_PATHS = [
    CookieCase("paths", (header,), to, at)
    for header, at, to in (
        ("a=1", "/shop/orders", "/shop/orders"),
        ("a=1", "/shop/orders", "/shop/"),
        ("a=1", "/shop/orders", "/shop"),
        ("a=1", "/shop/orders", "/shopping"),
        ("a=1", "/shop/orders", "/"),
        ("a=1", "/shop/", "/shop/x/y"),
        ("a=1", "/shop", "/other"),
        ("a=1; Path=/", "/shop/orders", "/"),
        ("a=1; Path=/shop", "/", "/shop"),
        ("a=1; Path=/shop", "/", "/shop/x"),
        ("a=1; Path=/shop", "/", "/shopping"),
        ("a=1; Path=/shop/", "/", "/shop"),
        ("a=1; Path=/shop/", "/", "/shop/x"),
        ("a=1; Path=/other", "/shop/orders", "/other"),
        ("a=1; Path=other", "/shop/orders", "/shop/x"),
        ("a=1; Path=", "/shop/orders", "/shop/x"),
        ("a=1; Path", "/shop/orders", "/shop/x"),
        ('a=1; Path="/"', "/shop/orders", "/shop/x"),
        ("a=1; path=/SHOP", "/", "/shop"),
        ("a=1; Path=/a%20b", "/", "/a%20b"),
        ("a=1; Path=/%73hop", "/", "/shop"),
        ("a=1; Path =  /shop  ", "/", "/shop"),
    )
]
_LIVES = _each(
    "lifetimes",
    "a=1; Max-Age=100",
    "a=1; Max-Age=0",
    "a=1; Max-Age=-1",
    "a=1; Max-Age=",
    "a=1; Max-Age=x",
    "a=1; Max-Age=+1",
    "a=1; Max-Age=1.5",
    'a=1; Max-Age="100"',
    "a=1; Max-Age=0; Max-Age=100",
    "a=1; Max-Age=100; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    "a=1; Max-Age=0; Expires=Wed, 21 Oct 2037 07:28:00 GMT",
    "a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT",
    "a=1; Expires=Wed, 21-Oct-2037 07:28:00 GMT",
    "a=1; Expires=Wed, 21-Oct-37 07:28:00 GMT",
    "a=1; Expires=Wed, 21-Oct-99 07:28:00 GMT",
    "a=1; Expires=21 Oct 2037 07:28:00",
    "a=1; Expires=Oct 21 2037 7:28:0",
    "a=1; Expires=Wednesday, 21 October 2037 07:28:00 UTC",
    "a=1; Expires=Wed, 21 Oct 1999 07:28:00 GMT",
    "a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    "a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT",
    "a=1; Expires=0",
    "a=1; Expires=-1",
    "a=1; Expires=",
    "a=1; Expires",
    "a=1; Expires=yesterday",
    "a=1; Expires=Sat, 32 Oct 1999 07:28:00 GMT",
    "a=1; Expires=Sat, 30 Oct 1999 25:28:00 GMT",
    'a=1; Expires="Sat, 30 Oct 1999 07:28:00 GMT"',
    "a=1; Expires=Sat, 30 Oct 1600 07:28:00 GMT",
    "a=1; Expires=1999-10-30T07:28:00Z",
)
_PREFIXES = _each(
    "prefixes and schemes",
    "__Host-a=1; Secure; Path=/",
    "__Host-a=1; Path=/",
    "__Host-a=1; Secure",
    "__Host-a=1; Secure; Path=/; Domain={home}",
    "__Secure-a=1; Secure",
    "__Secure-a=1",
    "__SECURE-a=1",
) + [
    CookieCase("localhost", (header,), host=LOCAL, to_host=LOCAL)
    for LOCAL in ("{case}.localhost",)
    for header in (
        "a=1",
        "a=1; Secure",
        "a=1; Domain=localhost",
        "a=1; Domain={case}.localhost",
        "__Host-a=1; Secure; Path=/",
        "__Secure-a=1; Secure",
    )
]
_DOMAINS = [
    CookieCase("domains", (header,), host=host, to_host=to)
    for header, host, to in (
        ("a=1", HOME, "api.{home}"),
        ("a=1", "api.{home}", HOME),
        ("a=1; Domain={home}", HOME, HOME),
        ("a=1; Domain={home}", HOME, "api.{home}"),
        ("a=1; Domain=.{home}", HOME, "api.{home}"),
        ("a=1; Domain=..{home}", HOME, "api.{home}"),
        ("a=1; Domain={home}", "api.{home}", "www.{home}"),
        ("a=1; Domain={home}", "api.{home}", HOME),
        ("a=1; Domain=api.{home}", HOME, "api.{home}"),
        ("a=1; Domain=www.{home}", "api.{home}", "www.{home}"),
        ("a=1; Domain=api.{home}", "api.{home}", "v2.api.{home}"),
        ("a=1; Domain=api.{home}", "api.{home}", "xapi.{home}"),
        ("a=1; Domain=test", HOME, HOME),
        ("a=1; Domain=.test", HOME, HOME),
        ("a=1; Domain=com", HOME, HOME),
        ("a=1; Domain=example.com", HOME, HOME),
        ("a=1; Domain=", "api.{home}", "api.{home}"),
        ("a=1; Domain=", HOME, "api.{home}"),
        ("a=1; Domain", HOME, HOME),
        ("a=1; Domain=.", HOME, HOME),
        ("a=1; Domain={home}.", HOME, HOME),
        ("a=1; domain={HOME}", HOME, "api.{home}"),
        ("a=1; Domain={home}; Domain=example.com", HOME, HOME),
        ("a=1; Domain=example.com; Domain={home}", HOME, "api.{home}"),
        ('a=1; Domain="{home}"', HOME, HOME),
        ("a=1; Domain={home}:80", HOME, HOME),
        ("a=1; Domain=http://{home}", HOME, HOME),
        ("a=1; Domain=127.0.0.1", HOME, HOME),
    )
]
_SEVERAL = [
    CookieCase("several cookies", headers, to)
    for headers, to in (
        (("a=1", "b=2"), AT),
        (("a=1", "a=2"), AT),
        (("a=1", "A=2"), AT),
        (("a=1, b=2",), AT),
        (("a=1", "b=2", "a=3"), AT),
        (("a=1; Path=/", "a=2; Path=/shop"), AT),
        (("a=1; Path=/shop", "a=2; Path=/"), AT),
        (("b=1; Path=/", "a=2; Path=/shop", "c=3; Path=/shop/orders"), AT),
        (("a=1", "a=; Max-Age=0"), AT),
        (("a=1; Path=/", "a=; Path=/shop; Max-Age=0"), AT),
        (("a=1; Path=/", "a=gone; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"), AT),
        (("a=1; Domain={home}", "a=2"), AT),
        (("a=1", "a=2; Domain={home}"), AT),
        (("a=1; HttpOnly", "a=2"), AT),
        (("a=1", "=2"), AT),
        (("=1", "=2"), AT),
        (("=1", "b"), AT),
        (tuple(f"n{number}={number}" for number in range(20)), AT),
    )
]
CASES = (*_PAIRS, *_ATTRIBUTES, *_PATHS, *_LIVES, *_PREFIXES, *_DOMAINS, *_SEVERAL)


DIFFERENT = {
    ("a\tb=1",): ("a\tb=1", "rfc6265bis, section 5.6, refuses other control characters only"),
    ("a=1; SameSite=None",): ("a=1", "a client of APIs has no sites that cookies could cross: SameSite isn't judged"),
    ("a=1; Expires=Sat, 30 Oct 1600 07:28:00 GMT",): ("a=1", "no date by RFC 6265, section 5.1.1, before 1601"),
    ("a=1; Domain=.",): ("a=1", "an empty domain is ignored by RFC 6265, section 5.2.3"),
    ("a=1", "b=2", "a=3"): ("a=3; b=2", "a changed cookie keeps its place by RFC 6265, section 5.3, step 11"),
}
"""What the library sends where that isn't what the browser does, and why, by the headers."""


def hosted(text: str, number: int) -> str:
    """Returns a text of a case with the host of its own in it."""
    case = f"case{number}"
    home = f"{case}.test"
    return text.replace("{home}", home).replace("{HOME}", home.upper()).replace("{case}", case)


def table(browser: str, verdicts: list[str]) -> str:
    """Returns the page of the verdicts, as Markdown."""
    alike = len(CASES) - len(DIFFERENT)
    lines = [
        f"# Cookies beside {browser.split('.', maxsplit=1)[0]}",
        "",
        "What a session sends of the cookies that a server sets, beside a headless browser over loopback:",
        f"{len(CASES)} cases of the kinds that browsers are tested with, {alike} alike. `H` is the host that",
        f"sets them. Made by `poe browser-cookies` with {browser}; the unit tests hold the library to it.",
        "",
        "| Set-Cookie | from | next request | the browser sends | SteadyAPI sends |",
        "|---|---|---|---|---|",
    ]
    for case, sent in zip(CASES, verdicts, strict=True):
        headers, ours = " and ".join(map(_code, case.headers)), DIFFERENT.get(case.headers)
        sent_by_us = f"{_code(ours[0])}: {ours[1]}" if ours else "the same"
        places = f"{_place(case.host, case.at)} | {_place(case.to_host, case.to)}"
        lines.append(f"| {headers} | {places} | {_code(sent)} | {sent_by_us} |")
    return "\n".join(lines) + "\n"


def _code(text: str) -> str:
    shown = text.encode("unicode_escape").decode() if not text.isprintable() else text
    shown = shown.replace("{home}", "H").replace("{HOME}", "H in capitals").replace("{case}", "H").replace("|", "\\|")
    return f"`{shown}`" if shown.strip() else "nothing"


def _place(host: str, path: str) -> str:
    return f"`{host.replace('{home}', 'H').replace('{case}', 'H')}{path}`"
