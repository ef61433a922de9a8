"""The paths of an OpenAPI document's servers (OAS 3.1.1, section 4.8.5, Server Object)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Any
from urllib.parse import urlsplit

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_ANY_SEGMENT = "\x00"
_MOST_VARIANTS = 256


def server_paths(servers: Sequence[Any]) -> list[str]:
    """Returns regular expressions for the paths of servers, without the trailing slash.

    A variable stands for each value of its enumeration; one without stands for its default or any segment of a path.
    """
    found: dict[str, None] = {}
    for server in [each for each in servers if isinstance(each, Mapping)] or [{"url": "/"}]:
        for url in _variants(server):
            path = urlsplit(url).path.rstrip("/")
            path = path if path.startswith("/") or not path else f"/{path.removeprefix('./')}"
            found[re.escape(path).replace(re.escape(_ANY_SEGMENT), "[^/]+")] = None
    return list(found)


def _variants(server: Mapping[str, Any]) -> Iterator[str]:
    url = str(server.get("url"))
    names = list(dict.fromkeys(_VARIABLE.findall(url)))
    for values in islice(product(*(_values(server, name) for name in names)), _MOST_VARIANTS):
        variant = url
        for name, value in zip(names, values, strict=True):
            variant = variant.replace(f"{{{name}}}", value)
        yield variant


def _values(server: Mapping[str, Any], name: str) -> list[str]:
    variables = server.get("variables")
    variable = variables.get(name) if isinstance(variables, Mapping) else None
    variable = variable if isinstance(variable, Mapping) else {}
    default = str(variable.get("default", ""))
    listed = variable.get("enum")
    others = [str(value) for value in listed] if isinstance(listed, list) and listed else [_ANY_SEGMENT]
    return list(dict.fromkeys([default, *others]))
