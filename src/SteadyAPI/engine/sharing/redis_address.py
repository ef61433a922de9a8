"""The address of the Redis server that the machines of a run share, as a suite writes it."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from SteadyAPI.errors import UsageError

_SCHEMES = {"redis": 6379, "rediss": 6379, "unix": None}
_OPTIONS = ("run", "ca")
_CREDENTIALS = re.compile(r"//.*@", re.DOTALL)
_HOW = "\n  write for example: Library    SteadyAPI    shared=redis://redis.test:6379/0?run=%{BUILD_NUMBER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedisAddress:
    """Where the Redis server is: over TCP, with TLS, or at a socket of this machine (``path``).

    ``run`` names the run: processes with another name meet other values. ``ca`` is the file of the authority that has
    signed the server's certificate. ``shown`` is what messages call the server: it has no password.
    """

    shown: str
    host: str = ""
    port: int = 0
    path: str = ""
    database: int = 0
    tls: bool = False
    ca: str | None = None
    run: str = ""
    username: str | None = None
    password: str | None = field(default=None, repr=False)


def redis_address(text: str) -> RedisAddress:
    """Reads an address such as ``redis://user:password@host:6379/0?run=nightly``, ``rediss://`` or ``unix:///path``.

    Raises:
        UsageError: When it is none.
    """
    shown = _CREDENTIALS.sub("//", text)
    scheme = text.partition("://")[0].lower()
    _check_characters(text, scheme, shown)
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise UsageError(f'shared: "{shown}" is no address: {_reason(error)}.{_HOW}') from None
    if parts.fragment:
        raise UsageError(f'shared: expected an address without #, got "{shown}".{_HOW}')
    options = _options(parts.query, shown, tls=scheme == "rediss")
    is_socket = scheme == "unix"
    if is_socket and (host or not parts.path):
        raise UsageError(
            f'shared: expected the whole path of a socket, such as unix:///run/redis.sock; got "{shown}".{_HOW}'
        )
    if not is_socket and (not host or port == 0):
        raise UsageError(f'shared: expected an address with {"a port" if host else "a host"}, got "{shown}".{_HOW}')
    return RedisAddress(
        shown=shown.partition("?")[0],
        host=host,
        port=port or _SCHEMES[scheme] or 0,
        path=unquote(parts.path) if is_socket else "",
        database=0 if is_socket else _database(parts.path, shown),
        tls=scheme == "rediss",
        username=None if not parts.username else unquote(parts.username),
        password=None if not parts.password else unquote(parts.password),
        **options,
    )


def _check_characters(text: str, scheme: str, shown: str) -> None:
    """Refuses what a parser of URLs would take for something else than is meant."""
    if scheme not in _SCHEMES or "://" not in text:
        raise UsageError(
            "shared: expected the address of a Redis server, with redis://, rediss:// (TLS) or unix:// in front; "
            f'got "{shown}".{_HOW}'
        )
    if re.search(r"\s", text):
        raise UsageError(f'shared: expected an address without blanks, got "{shown}".{_HOW}')
    authority, *behind = re.split(r"[/?#]", text.partition("://")[2], maxsplit=1)
    if "@" not in authority and "@" in "".join(behind):
        raise UsageError(
            f'shared: the address of "{shown}" has a character in its user name or password that ends them.\n'
            "  write / ? # and % there as %2F %3F %23 and %25"
        )


def _reason(error: ValueError) -> str:
    """Says why an address can't be read; the error itself quotes it."""
    return "its port is no number from 0 to 65535" if "ort" in str(error) else "its host can't be read"


def _options(query: str, shown: str, *, tls: bool) -> dict[str, str]:
    options = dict(parse_qsl(query, keep_blank_values=True))
    for name, value in options.items():
        if name not in _OPTIONS:
            raise UsageError(
                f'shared: expected the options run= and ca= behind the ?, got "{name}" in "{shown}".{_HOW}'
            )
        if not value.strip():
            raise UsageError(f'shared: expected a value of {name}=, got none in "{shown}".{_HOW}')
    if "ca" in options and not tls:
        raise UsageError(
            f'shared: expected rediss:// with ca=, because only TLS has certificates; got "{shown}".{_HOW}'
        )
    if "ca" in options and not Path(options["ca"]).is_file():
        raise UsageError(f"shared: expected the path of a file behind ca=; there is no {options['ca']}.")
    return options


def _database(path: str, shown: str) -> int:
    number = path.strip("/")
    if not number:
        return 0
    if not re.fullmatch(r"\d{1,6}", number, re.ASCII):
        raise UsageError(
            f'shared: expected the number of a database behind the host, got "{number}" in "{shown}".{_HOW}'
        )
    return int(number)


def password_in(text: str) -> str:
    """Returns the password in an address, whether or not the address can be read; it may be empty."""
    credentials = text.partition("://")[2].rpartition("@")[0]
    return unquote(credentials.partition(":")[2])
