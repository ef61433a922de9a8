"""Keywords over a fake transport, as a suite with one session uses them."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from fakes import FakeTransport, context

from SteadyAPI.context import Context
from SteadyAPI.keywords.concurrency.batch import BatchKeywords

Keywords = TypeVar("Keywords")


class KeywordSuite(Generic[Keywords]):
    """What the keywords of one group do with what a transport delivers."""

    group: Callable[[Context], Keywords]

    def __init__(self, *deliveries: Any, transport: FakeTransport | None = None) -> None:
        self.transport = transport or FakeTransport(*deliveries)
        self.context = context(self.transport)
        self.keywords = type(self).group(self.context)
        self.session = self.context.sessions.get("shop")

    @property
    def entries(self) -> list[str]:
        entries: list[str] = self.context.log.entries  # type: ignore[attr-defined]  # the fake's own
        return entries


class BatchSuite(KeywordSuite[BatchKeywords]):
    """The keywords that send many requests."""

    group = BatchKeywords

    def send(self, times: int = 3, url: str = "/orders", **options: Any) -> Any:
        return self.keywords.send_concurrently("post", url, times=times, **options)

    def send_each(self, items: Any, url: str = "/orders/{id}", **options: Any) -> Any:
        return self.keywords.send_each_concurrently("GET", url, items, **options)
