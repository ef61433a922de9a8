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
    ],
)
def test_the_described_type_is_found(described: list[str], came: str, found: str | None) -> None:
    assert described_type(described, came) == found


def test_json_has_two_spellings() -> None:
    named = [is_json(each) for each in ("application/json", "application/hal+json", "text/json", "text/html", "json")]
    assert named == [True, True, True, False, False]
