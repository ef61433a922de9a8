"""The keywords that send many requests, over a fake transport."""

from typing import Any

from fakes import FakeTransport, context

from SteadyAPI.keywords.concurrency.batch import BatchKeywords


class Suite:
    """The keywords over a fake transport."""

    def __init__(self, *deliveries: Any) -> None:
        self.transport = FakeTransport(*deliveries)
        self.context = context(self.transport)
        self.keywords = BatchKeywords(self.context)
        self.session = self.context.sessions.get("shop")

    @property
    def entries(self) -> list[str]:
        entries: list[str] = self.context.log.entries  # type: ignore[attr-defined]  # the fake's own
        return entries

    def send(self, times: int = 3, **options: Any) -> Any:
        return self.keywords.send_concurrently("post", "/orders", times=times, **options)

    def send_each(self, items: Any, url: str = "/orders/{id}", **options: Any) -> Any:
        return self.keywords.send_each_concurrently("GET", url, items, **options)
