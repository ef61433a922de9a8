"""Hosts that are reached without a proxy, in every form that ``NO_PROXY`` has in the tools that read it.

There is no standard. An entry is a host (``example.com``, which means its subdomains too, as ``.example.com`` and
``*.example.com`` do), an address, a network (``10.0.0.0/8``, ``fd00::/8``), a pattern (``127.*``), each with a port or
without, or ``*`` for everything.
"""

import os
import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

_ENTRY = re.compile(r"(?P<host>\[[^\]]*\]|[^:]*)(?::(?P<port>\d+))?")
_URL = re.compile(r"https?://([^/]*).*")
_PORTS = {"http": 80, "https": 443}
_SEPARATOR = re.compile(r"[\s,;|]+")
_NAMES_OF_EXCEPTIONS = frozenset({"no", "no_proxy"})


def proxies_for(url: str, merged: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the proxies that a request may take.

    Args:
        url: Its URL.
        merged: The proxies that the suite gave, and those of the environment.
        own: Those that the suite gave; its ``no_proxy`` holds for all, that of the environment for the environment's.
    """
    written = own.get("no_proxy")
    if written and bypasses(url, written):
        return {}
    environment = "" if written else os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or ""
    allowed = own if environment and bypasses(url, environment) else merged
    return {name: merged[name] for name in allowed if name in merged and name not in _NAMES_OF_EXCEPTIONS}


@lru_cache(maxsize=256)
def bypasses(url: str, no_proxy: str) -> bool:
    """Returns whether a URL's host is one of a list that is reached without a proxy."""
    parts = urlsplit(url)
    host, port = (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme)
    return any(_is_meant(entry, host, port) for entry in _SEPARATOR.split(no_proxy.lower()) if entry)


def _is_meant(entry: str, host: str, port: int | None) -> bool:
    if _is_in_network(host, entry):
        return True
    found = _ENTRY.fullmatch(_URL.sub(r"\1", entry))
    if found is None or (found["port"] and int(found["port"]) != port):
        return False
    wanted = found["host"].strip("[]").rstrip(".")
    if wanted == "*" or _is_in_network(host, wanted):
        return True
    name = wanted.removeprefix("*").lstrip(".")
    if "*" in name:
        return fnmatchcase(host, wanted)
    return bool(name) and (host == name or host.endswith(f".{name}"))


def _is_in_network(host: str, network: str) -> bool:
    """Returns whether both are addresses, and the first is the second or in it."""
    try:
        return ip_address(host) in ip_network(network, strict=False)
    except ValueError:
        return False
