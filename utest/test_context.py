from fakes import context


def test_the_engines_of_a_context_share_their_secrets() -> None:
    shared = context()
    shared.surroundings.secrets.register("shared-secret-1")
    shared.log.text("is shared-secret-1")
    assert shared.log.entries == ["INFO is [redacted]"]  # type: ignore[attr-defined]  # the fake's own
