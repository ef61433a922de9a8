"""The drop-in over a scripted network."""

from typing import Any

from fake_time import FakeTime
from fakes import FakeLog, furnished

from SteadyAPI.context import Context
from SteadyAPI.dropin.deprecated_keywords import DeprecatedKeywords
from SteadyAPI.dropin.group import LazySending
from SteadyAPI.dropin.request_keywords import RequestKeywords
from SteadyAPI.dropin.session_keywords import SessionKeywords
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.session.session import Surroundings
from SteadyAPI.redaction.registry import SecretRegistry

SHOP = "http://shop.test"


class DropIn:
    """All keywords of the drop-in by their method names."""

    def __init__(self) -> None:
        secrets = SecretRegistry()
        context = Context(secrets, Ledger())
        around = Surroundings(secrets, context.ledger, FakeTime().clock())
        self.log = FakeLog(secrets)
        furnished(context, surroundings=around, log=self.log)
        sending = LazySending(context)
        self._groups = (SessionKeywords(sending), RequestKeywords(sending), DeprecatedKeywords(sending))
        self.secrets, self.ledger = secrets, context.ledger
        self.sending = sending.sending

    def __getattr__(self, name: str) -> Any:
        return next(getattr(group, name) for group in self._groups if hasattr(group, name))
