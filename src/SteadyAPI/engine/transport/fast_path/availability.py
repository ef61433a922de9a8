"""Whether the fast path may be taken: not when it is switched off, nor when what it passes by has been replaced.

``responses`` replaces ``HTTPAdapter.send``, ``vcrpy`` the connections and pools of urllib3, and instruments of tracing
wrap one or the other: they would miss what isn't sent through them.
"""

import http.client
import os
from functools import lru_cache
from types import FunctionType
from typing import Any

from requests import Session
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

_Connection = http.client.HTTPConnection
_PACKAGES = frozenset({"requests.sessions", "requests.adapters", "urllib3.connectionpool", "urllib3.connection"}) | {
    http.client.__name__
}


def is_switched_on(choice: bool | None = None) -> bool:
    """Returns whether the fast path is wanted; without a choice it is, unless ``STEADYAPI_FAST_PATH`` is 0."""
    return os.environ.get("STEADYAPI_FAST_PATH") != "0" if choice is None else choice


def bypassed_code_is_patched() -> bool:
    """Returns whether one of the methods that the fast path passes by is no longer the one of its own package."""
    return not _are_original(
        HTTPConnectionPool.ConnectionCls is HTTPConnection and HTTPSConnectionPool.ConnectionCls is HTTPSConnection,
        (
            Session.send,
            Session.prepare_request,
            HTTPAdapter.send,
            HTTPConnectionPool.urlopen,
            HTTPConnectionPool._get_conn,  # noqa: SLF001  vcrpy replaces it
            HTTPConnection.request,
            HTTPConnection.getresponse,
            _Connection.request,
            _Connection.putrequest,
            _Connection.endheaders,
            _Connection.send,
            _Connection.getresponse,
        ),
    )


@lru_cache(maxsize=8)
def _are_original(classes: bool, functions: tuple[Any, ...]) -> bool:
    # A wrapper may carry the name and module of what it wraps; its globals are those of its own module.
    return classes and all(
        type(function) is FunctionType and function.__globals__["__name__"] in _PACKAGES for function in functions
    )
