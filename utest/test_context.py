from dataclasses import FrozenInstanceError

import pytest
from exchanges import lost
from fakes import FakeLog, context, furnished

from SteadyAPI.context import Context
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.redaction.registry import SecretRegistry


def test_the_engines_of_a_context_share_their_secrets() -> None:
    shared = context()
    shared.surroundings.secrets.register("shared-secret-1")
    shared.log.text("is shared-secret-1")
    assert shared.log.entries == ["INFO is [redacted]"]  # type: ignore[attr-defined]  # the fake's own


def test_engines_are_made_when_they_are_first_needed() -> None:
    made = Context(SecretRegistry(), Ledger())
    before = (made.has_sessions, made.has_tokens)
    engines = (made.sessions, made.tokens, made.log, made.policy, made.surroundings)
    assert before == (False, False)
    assert (made.has_sessions, made.has_tokens) == (True, True)
    assert engines == (made.sessions, made.tokens, made.log, made.policy, made.surroundings)


def test_nothing_in_a_context_is_replaced() -> None:
    context = Context(SecretRegistry())
    with pytest.raises(FrozenInstanceError):
        context.har = True


def test_an_interrupted_request_is_logged() -> None:
    made = Context(SecretRegistry(), Ledger())
    interrupted = made.surroundings.on_interrupt
    log = FakeLog(made.secrets)
    furnished(made, log=log)
    assert interrupted is not None
    interrupted(lost())
    assert len(log.entries) == 1
