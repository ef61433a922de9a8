import pytest

from SteadyAPI.engine.contract.openapi.media import described_type, is_json


@pytest.mark.parametrize(
    ("described", "came", "found"),
    [
        (["application/json"], "application/json", "application/json"),
        (["application/json; charset=utf-8"], "application/json", "application/json; charset=utf-8"),
        (["*/*", "image/*"], "image/png", "image/*"),
        (["*/*"], "image/png", "*/*"),
        (["application/json"], "application/problem+json", None),
        (["application/json"], "", None),
        (["Application/JSON"], "application/json; charset=utf-8", "Application/JSON"),
        (["text/plain; charset=utf-8"], "text/plain; charset=latin-1", "text/plain; charset=utf-8"),
        (["a/b; v=1", "a/b; v=2"], 'a/b; V="1"', "a/b; v=1"),
        (["a/b", "a/b; v=2"], "a/b; v=2; x=1", "a/b; v=2"),
        (["a/b; v=2", "a/b"], "a/b", "a/b"),
        (["a/b; v=2"], "a/b", "a/b; v=2"),
        (["a/b; v=1", "a/*"], "a/b; v=2", "a/*"),
        (["a/b; v=1"], "a/b; v=2", None),
    ],
)
def test_the_described_type_is_found(described: list[str], came: str, found: str | None) -> None:
    assert described_type(described, came) == found


def test_json_has_two_spellings() -> None:
    named = [is_json(each) for each in ("application/json", "application/hal+json", "text/json", "text/html", "json")]
    assert named == [True, True, True, False, False]
    assert is_json("application/json; charset=utf-8")
