"""What the suite asks for in one request, before the session's defaults are merged in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from SteadyAPI.engine.detail import Detail
from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.expectation import SUCCESS, StatusExpectation


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request as the suite wrote it; ``None`` means that the session decides.

    ``url`` is absolute or relative to the session's base URL. ``body`` is bytes, form fields (a mapping or pairs) or a
    stream; ``media_type`` is its content type when the headers name none.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    params: Any = field(default=None, repr=False)
    body: Any = field(default=None, repr=False)
    media_type: str | None = None
    timeout: Timeout | None = None
    allow_redirects: bool | None = None
    retries: bool = True
    repeatable: bool = False
    expected: StatusExpectation = SUCCESS
    detail: Detail | None = None
