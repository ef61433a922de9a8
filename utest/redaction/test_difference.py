import pytest

from SteadyAPI.redaction.difference import masked_difference


def hide(text: str) -> str:
    return "[redacted]" if text.startswith("secret") else text


@pytest.mark.parametrize(
    ("expected", "got", "said"),
    [
        ("secret-a", "secret-a", ""),
        ("plain-a", "plain-b", ""),
        ("secret-a", "plain-b", ""),
        (
            "secret-a",
            "secret-bc",
            "the masked values differ: 8 characters expected, 9 came; the first difference is at character 8",
        ),
        (
            "secret",
            "secret-b",
            "the masked values differ: 6 characters expected, 8 came; the first difference is at character 7",
        ),
    ],
)
def test_texts_that_read_alike_are_told_apart(expected: str, got: str, said: str) -> None:
    assert masked_difference(expected, got, hide) == said
