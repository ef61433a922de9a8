"""What a request carries: its body, and the headers that describe it."""

from collections.abc import Mapping
from typing import Any

from SteadyAPI.engine.request.body import JSON, data_body, json_bytes
from SteadyAPI.engine.request.headers import charset_of, chunked, header_value, is_of_kind, without_header
from SteadyAPI.engine.request.multipart import multipart_body
from SteadyAPI.errors import UsageError


def content_of(
    headers: Mapping[str, Any], defaults: Mapping[str, Any], *, json: Any, data: Any, files: Any
) -> tuple[Mapping[str, Any], Any]:
    """Returns the request's own headers, with what its body adds to them, and the body.

    The request's own Content-Type always counts; the session's only where it suits the body.

    Args:
        headers: The request's own headers.
        defaults: The session's headers.
        json: A value, or JSON text.
        data: Text, bytes, form fields, an open file or an iterator.
        files: Parts of a multipart body.

    Raises:
        UsageError: When they contradict each other, or can't be sent.
    """
    if json is not None and (data is not None or files is not None):
        raise UsageError("expected json= or data= (with files= or not), got both: a request has one body.")
    own, inherited = header_value("content-type", headers), header_value("content-type", defaults)
    if files:
        wanted = own or (inherited if (inherited or "").lower().startswith("multipart/") else None)
        body, content_type = multipart_body(files, data, wanted)
        headers = {**without_header("content-type", headers), "Content-Type": content_type}
    else:
        body, implied = data_body(data, charset_of(own or inherited)) if json is None else (json_bytes(json), JSON)
        if implied and own is None and not is_of_kind(inherited or "", implied):
            headers = {**without_header("content-type", headers), "Content-Type": implied}
    transfer_encoding = header_value("transfer-encoding", headers, defaults)
    if transfer_encoding is None:
        return headers, body
    return without_header("content-length", without_header("transfer-encoding", headers)), chunked(
        body, transfer_encoding
    )
