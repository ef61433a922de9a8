"""A response whose body is still on its connection: most bodies are read in one call, without urllib3's response."""

from http.client import HTTPException
from typing import Any

import urllib3
from urllib3._collections import HTTPHeaderDict

from SteadyAPI.engine.transport.headers import Headers
from SteadyAPI.engine.transport.http1.strict_response import StrictResponse


class UnreadResponse:
    """The response to a request that was sent over a kept connection."""

    def __init__(self, source: StrictResponse, connection: Any, pool: Any, request: Any) -> None:
        """Takes the response whose head has been read, where it comes from, and the prepared request."""
        self.source = source
        self._connection = connection
        self._pool = pool
        self._request = request
        self._raw: urllib3.HTTPResponse | None = None
        self._count: int | None = None

    @property
    def headers(self) -> Headers:
        """The headers; those of one name, whatever its case, are joined as urllib3 does."""
        pairs = self.source.headers.items()
        headers = Headers(pairs)
        return headers if len(headers) == len(pairs) else Headers(HTTPHeaderDict(pairs).itermerged())

    @property
    def length(self) -> int | None:
        """How many bytes the body has, as far as the head says."""
        return self.source.length

    def read(self) -> bytes:
        """Reads the whole body, and gives the connection back.

        Raises:
            urllib3.exceptions.HTTPError: When the body breaks off or doesn't come in time, as urllib3 says it.
        """
        try:
            content = self.source.read()
        except (HTTPException, OSError) as error:
            self._raw = self._raw_over(_Broken(error))
            return self._raw.read()
        except BaseException:
            # Such as a time limit of the test: what still comes must not be taken for another response.
            self.source.close()
            self._pool.drop(self._connection)
            raise
        self._pool.give_back(self._connection)
        self._count = len(content)
        return content

    def raw(self) -> urllib3.HTTPResponse:
        """Returns the response of urllib3, as it would be by now."""
        raw = self._raw or self._raw_over(self.source)
        if self._count is not None:
            raw.length_remaining = 0
            raw._fp_bytes_read = self._count  # noqa: SLF001  what tell() gives
        return raw

    def _raw_over(self, body: Any) -> urllib3.HTTPResponse:
        source, connection = self.source, self._connection if self._count is None else None
        raw = urllib3.HTTPResponse(
            body=body,
            headers=HTTPHeaderDict(source.headers.items()),
            status=source.status,
            version=source.version,
            version_string="HTTP/1.1",
            reason=source.reason,
            preload_content=False,
            decode_content=False,
            original_response=source,
            pool=self._pool,
            connection=connection,
            retries=urllib3.Retry(0, read=False),
            request_method=self._request.method,
            request_url=self._request.path_url,
            sock_shutdown=getattr(getattr(connection, "sock", None), "shutdown", None),
        )
        raw.chunked = source.chunked
        return raw


class _Broken:
    """A body whose reading raises the given error, so that urllib3 handles it as its own."""

    closed = False

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, *_: Any) -> bytes:
        raise self._error

    def close(self) -> None:
        pass
