"""How the older request keywords encode ``data``, by the content type of the merged headers."""

import io
import json
from collections.abc import Mapping
from types import GeneratorType
from typing import Any
from urllib.parse import urlencode

from requests.structures import CaseInsensitiveDict


def encoded(data: Any, session_headers: Mapping[str, Any], headers: Mapping[str, Any] | None) -> Any:
    """Returns data as the content type wants it: JSON text, a form, or as it is.

    Data that is JSON text already stays; so do open files, generators and empty data.
    """
    if isinstance(data, io.IOBase):
        return data
    merged = CaseInsensitiveDict({**CaseInsensitiveDict(session_headers), **CaseInsensitiveDict(headers or {})})
    media_type = str(merged.get("Content-Type") or "")
    if data is None or "Content-Type" not in merged or _is_json(data):
        return _form(data)
    if "application/json" in media_type:
        return json.dumps(data) if not isinstance(data, GeneratorType) and str(data).strip() else data
    return _form(data) if "application/x-www-form-urlencoded" in media_type else data


def _is_json(data: Any) -> bool:
    try:
        json.loads(data)
    except (TypeError, ValueError):
        return False
    return True


def _form(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode()
    return urlencode(data) if isinstance(data, dict) else data
