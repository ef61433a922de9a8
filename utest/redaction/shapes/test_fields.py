"""Values behind telling names, and what only looks like them."""

import pytest

from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.shapes.fields import field_spans


def masked(text: str) -> str:
    return mask(text, lambda text: field_spans(text, text.lower()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"password": "hunter2"}', '{"password": "[redacted]"}'),
        ('{"password":"hunter2","a":1}', '{"password":"[redacted]","a":1}'),
        ("{'apiKey': 'x y', 'a': 1}", "{'apiKey': '[redacted]', 'a': 1}"),
        (r'"{\"token\": \"a\\\"b\"}"', r'"{\"token\": \"[redacted]\"}"'),
        ("{'secret' => 'x'}", "{'secret' => '[redacted]'}"),
        ("user=ann&password=x%20y&z=1", "user=ann&password=[redacted]&z=1"),
        ("https://h/?access_token=abc&x=1", "https://h/?access_token=[redacted]&x=1"),
        ("AccountKey=abc==;Endpoint=x", "AccountKey=[redacted];Endpoint=x"),
        ("${api_token} = abc", "${api_token} = [redacted]"),
        ("Password: hunter2\nUser: ann", "Password: [redacted]\nUser: ann"),
        ('"otp": 123456, "a": 1', '"otp": [redacted], "a": 1'),
        ('"password":12345,"a":1', '"password":[redacted],"a":1'),
        ("<password>x y</password>", "<password>[redacted]</password>"),
        ('<a:clientSecret type="s">x</a:clientSecret>', '<a:clientSecret type="s">[redacted]</a:clientSecret>'),
        ('<login password="x"/>', '<login password="[redacted]"/>'),
        ("[('password', 'x')]", "[('password', '[redacted]')]"),
        ('{"name": "x-api-key", "value": "x"}', '{"name": "x-api-key", "value": "[redacted]"}'),
        (
            'form-data; name="password"\r\nContent-Type: text/plain\r\n\r\nx y\r\n--b',
            'form-data; name="password"\r\nContent-Type: text/plain\r\n\r\n[redacted]\r\n--b',
        ),
        ("curl --password hunter2 -v", "curl --password [redacted] -v"),
        ("run --db-password hunter2", "run --db-password [redacted]"),
        ("run --token=hunter2 -v", "run --token=[redacted] -v"),
        ("Authorization: Bearer abc", "Authorization: Bearer [redacted]"),
        ("Authorization: Digest a=b, c=d\r\nA: b", "Authorization: Digest [redacted]\r\nA: b"),
        ("{'Authorization': 'Basic YTpi'}", "{'Authorization': 'Basic [redacted]'}"),
        ("Cookie: a=b; c=d", "Cookie: [redacted]"),
        ("Set-Cookie: sid=abc; Path=/; HttpOnly", "Set-Cookie: sid=[redacted]; Path=/; HttpOnly"),
        ("{'Set-Cookie': 'sid=abc; Path=/'}", "{'Set-Cookie': 'sid=[redacted]; Path=/'}"),
        ("pwd=hunter2;uid=sa", "pwd=[redacted];uid=sa"),
        ("GET https://x/y?_token=abcdefgh123: TLS failed", "GET https://x/y?_token=[redacted]: TLS failed"),
        ("the URL has token=abc.", "the URL has token=[redacted]."),
        ("token=abc.def:g. Next", "token=[redacted]. Next"),
        ("token=abc:&x=1", "token=[redacted]&x=1"),
        ("password=%{SHOP_PASSWORD=hunter2}", "password=[redacted]"),
        ("password=$hunter2", "password=[redacted]"),
        ("password=${a}hunter2", "password=[redacted]"),
    ],
)
def test_the_value_behind_a_telling_name_is_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the password field",
        "password must be long",
        "Password: must be at least 8 characters",
        '"token": null, "secret": true',
        '"token_type": "bearer", "tokens": 12, "max_tokens=5"',
        "keyword=1 monkey=2",
        "PWD=/home/ann",
        '"password": "<secret>"',
        "Expected token, got EOF",
        '{"password": {"type": "string"}}',
        "see -- the token of trust",
        "password=%{SHOP_PASSWORD}",
        "password=${SHOP PASSWORD} user=ann",
        "tokens=@{tokens} token=@{token}",
        "password: &{logins}[qa]",
        "curl --header 'Authorization: Bearer $SHOP_TOKEN'",
        "password=${logins}[qa]",
        "token=: no value",
        "design: sig nature",
    ],
)
def test_what_only_sounds_secret_stays(text: str) -> None:
    assert masked(text) is text
