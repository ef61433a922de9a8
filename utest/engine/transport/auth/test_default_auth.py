from base64 import b64encode
from pathlib import Path

import pytest
import requests

from SteadyAPI.engine.transport.auth.default_auth import DefaultAuth


def signed(url: str, **headers: str) -> str | None:
    request = requests.Request("GET", "http://shop.test/", headers=headers).prepare()
    request.url = url
    sent: str | None = DefaultAuth(requests.Session(), netrc=True)(request).headers.get("Authorization")
    return sent


def basic(pair: str) -> str:
    return f"Basic {b64encode(pair.encode()).decode()}"


@pytest.fixture(autouse=True)
def netrc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Lets requests find no .netrc file of whoever runs the tests."""
    (tmp_path / "netrc").write_text("machine known.test login ada password word")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


@pytest.mark.parametrize(
    ("url", "pair"),
    [
        ("http://ada:word@shop.test/", "ada:word"),
        ("http://%C3%A4d%C3%A4:p%E2%82%AC@shop.test/", "\u00e4d\u00e4:p\u20ac"),
        ("http://ada:@shop.test/", "ada:"),
        ("http://ada@shop.test/", "ada:"),
        ("http://:word@shop.test/", ":word"),
        ("http://ada:a:b@shop.test/", "ada:a:b"),
        ("http://ada:a@b@shop.test/", "ada:a@b"),
        ("http://known.test/", "ada:word"),
    ],
)
def test_user_info_is_sent_in_utf_8(url: str, pair: str) -> None:
    assert signed(url) == basic(pair)


@pytest.mark.parametrize("url", ["http://shop.test/", "http://@shop.test/", "http://:@shop.test/"])
def test_without_credentials_nothing_is_sent(url: str) -> None:
    assert signed(url) is None


def test_a_header_of_the_suite_stays() -> None:
    assert signed("http://ada:word@known.test/", Authorization="Custom x") == "Custom x"
