"""Bodies that can be read only once, such as generators: never sent a second time, because they would be empty."""

from collections.abc import Iterator
from io import UnsupportedOperation
from typing import Any, NoReturn

_BLOCK = 65536


class ReadOnce:
    """A stream that refuses to be read again, whoever asks: a redirect, or authentication that was challenged.

    Authentication objects wind a body back before they send it again, if it has ``seek``.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._spent = False
        if hasattr(stream, "len"):
            # How encoders of multipart bodies tell requests their length.
            self.len = stream.len

    def __iter__(self) -> Iterator[Any]:
        if self._spent:
            self.seek()
        self._spent = True
        return iter(lambda: self._stream.read(_BLOCK), b"") if hasattr(self._stream, "read") else iter(self._stream)

    def tell(self) -> int:
        """Returns 0: a stream that can be wound back has a position, and requests asks for it."""
        return 0

    def seek(self, *_: int) -> NoReturn:
        """Refuses to wind the stream back.

        Raises:
            UnsupportedOperation: Always.
        """
        raise UnsupportedOperation("its body was sent already, and it can be read only once")
