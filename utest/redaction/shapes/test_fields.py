"""Values behind telling names, and what only looks like them."""

import pytest

from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.fields import field_spans, value_names


def masked(text: str) -> str:
    return mask(text, lambda text: field_spans(text, text.lower(), value_names(text.lower())))


@pytest.mark.parametrize("name", ["password", "Credentials", "access_token"])
@pytest.mark.parametrize("brackets", ["[]", "()", "{}"])
@pytest.mark.parametrize("behind", ["", "&a=b", ", a=b"])
def test_brackets_around_a_value_stay(name: str, brackets: str, behind: str) -> None:
    first, last = brackets[0], brackets[1]
    text = f"{name}={first}\0{last}{behind}"
    expected = text.replace("\0", "[redacted]")
    assert SecretRegistry().mask(text.replace("\0", "Kran7hof-blau9")) == expected
    assert SecretRegistry().mask(expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("password=[[Kran7hof-blau9]]", "password=[[[redacted]]]"),
        ("f(password=(Kran7hof-blau9))", "f(password=([redacted]))"),
        ("password=[Kran7hof-blau9", "password=[redacted]"),
        ("PWD={Kran7hof-blau9};x=y", "PWD={[redacted]};x=y"),
    ],
)
def test_brackets_stay_balanced(text: str, expected: str) -> None:
    assert SecretRegistry().mask(text) == expected


@pytest.mark.parametrize(
    "text", ["password=[filtered]", "token=(omitted)", "password={token}&a=b", "api_key=[SENSITIVE]"]
)
def test_a_note_in_brackets_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"password": "hunter2"}', '{"password": "[redacted]"}'),
        ('{"password":"hunter2","a":1}', '{"password":"[redacted]","a":1}'),
        ("{'apiKey': 'x y', 'a': 1}", "{'apiKey': '[redacted]', 'a': 1}"),
        (r'"{\"token\": \"a\\\"b\"}"', r'"{\"token\": \"[redacted]\"}"'),
        ("{'secret' => 'x1'}", "{'secret' => '[redacted]'}"),
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
        ("curl --password hunter2 -v", "curl --password [redacted] -v"),
        ("run --db-password hunter2", "run --db-password [redacted]"),
        ("run --token=hunter2 -v", "run --token=[redacted] -v"),
        ("Authorization: Bearer abc", "Authorization: Bearer [redacted]"),
        ("Authorization: Digest a=b, c=d\r\nA: b", "Authorization: Digest [redacted]\r\nA: b"),
        ("{'Authorization': 'Basic YTpi'}", "{'Authorization': 'Basic [redacted]'}"),
        ("Cookie: a=b; c=d", "Cookie: [redacted]"),
        ("Set-Cookie: sid=abc; Path=/; HttpOnly", "Set-Cookie: sid=[redacted]; Path=/; HttpOnly"),
        ("{'Set-Cookie': 'sid=abc; Path=/'}", "{'Set-Cookie': 'sid=[redacted]; Path=/'}"),
        ("mysql --password secret db", "mysql --password [redacted] db"),
        ("tool --password Password1", "tool --password [redacted]"),
        ("tool --client-secret mysecret", "tool --client-secret [redacted]"),
        ("export TOKEN=`echo x`", "export TOKEN=[redacted]"),
        ("export TOKEN=$(cat <<< letmein)", "export TOKEN=[redacted]"),
        ("password=`letmein`", "password=[redacted]"),
        ("('password', 'secret')", "('password', '[redacted]')"),
        ("pwd=hunter2;uid=sa", "pwd=[redacted];uid=sa"),
        ("GET https://x/y?_token=abcdefgh123: TLS failed", "GET https://x/y?_token=[redacted]: TLS failed"),
        ("the URL has token=abc1.", "the URL has token=[redacted]."),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<password><![CDATA[x<y]]></password>", "<password><![CDATA[[redacted]]]></password>"),
        ("<password><value>x</value></password>", "<password><value>[redacted]</value></password>"),
        ('<input name="password" value="x">', '<input name="password" value="[redacted]">'),
        ('<input value="x" type="text" name="password">', '<input value="[redacted]" type="text" name="password">'),
        ("curl --password 'x y' -v", "curl --password '[redacted]' -v"),
        ("password: |\n  one\n  two\nuser: ann", "password: |\n[redacted]user: ann"),
        ("password: >-\n  one\n", "password: >-\n[redacted]"),
        (
            'Authorization: Digest username="ada", nonce="d1", response="e2"\r\nA: b',
            "Authorization: Digest [redacted]\r\nA: b",
        ),
        ("Authorization: Custom abc123def456", "Authorization: [redacted]"),
        (
            '{"value": "x", "type": "str", "name": "API_TOKEN"}',
            '{"value": "[redacted]", "type": "str", "name": "API_TOKEN"}',
        ),
        (
            '{"name": "API_TOKEN", "type": "str", "value": "x"}',
            '{"name": "API_TOKEN", "type": "str", "value": "[redacted]"}',
        ),
        ("pin=4711&x=1", "pin=[redacted]&x=1"),
        ('{"sid": "Kd82jfLq01mZ"}', '{"sid": "[redacted]"}'),
        ("token=abc1,def token=ghi2", "token=[redacted],def token=[redacted]"),
        ('"token": 12345, "b": 1', '"token": [redacted], "b": 1'),
        ("password = one, two", "password = [redacted], two"),
        ('"password": "the cat is on my mat"', '"password": "[redacted]"'),
        ("curl -H 'X-Api-Key: Zx81Lmq0' x", "curl -H 'X-Api-Key: [redacted]' x"),
        ('["X-Api-Key: Zx81Lmq0", "a"]', '["X-Api-Key: [redacted]", "a"]'),
        ('{"Key": "API_TOKEN", "Value": "x"}', '{"Key": "API_TOKEN", "Value": "[redacted]"}'),
        ('<meta name="csrf-token" content="Zx81Lmq0">', '<meta name="csrf-token" content="[redacted]">'),
        ('- name: DB_PASSWORD\n  value: "x"', '- name: DB_PASSWORD\n  value: "[redacted]"'),
        ("- name: DB_PASSWORD\n  value: x\n", "- name: DB_PASSWORD\n  value: [redacted]\n"),
        ('password := "x"', 'password := "[redacted]"'),
        ("Set-Cookie: lang=Zx81Lmq0", "Set-Cookie: lang=[redacted]"),
        ("Set-Cookie: session=morning", "Set-Cookie: session=[redacted]"),
        ("Cookie: lang=de; sid=abc", "Cookie: [redacted]"),
    ],
)
def test_values_in_other_notations_are_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reset your password\n\nHello Ada, your order was shipped.",
        "Expected a valid cookie\n\nbut got status 500",
        "Send it as `Authorization: Bearer`, never in the URL",
        "Secret: patience\nand time",
        "Cookie: we asked after three tries",
        '{"pin": "north-west", "sid": 17, "code": "E4711"}',
        '{"next_token": "eyJvZmZzZXQiOjQw"}',
        '{"token": 12, "b": 1}',
        'fetch(url, {credentials: "include"})',
        '{"name": "API_TOKEN", "value": "required"}',
        '"token": "token" is absent',
        "a file: private_key=${CURDIR}/client.pem",
        'name="password"\nis a field',
        "Set-Cookie: lang=english; Path=/",
        "Set-Cookie: theme=dark",
        "Cookie: lang=en-US; cookie_consent=true",
        "Test 'Secret: patience' passed",
        "Unexpected token: '}' at line 3",
        "Authorization: Bearer {{access_token}}",
        "curl -H 'X-Api-Key: YOUR_API_KEY' x",
        "def check(password: str, salt: bytes)",
    ],
)
def test_what_is_said_about_secrets_stays(text: str) -> None:
    assert masked(text) is text


def test_behind_an_allowed_name_nothing_is_found() -> None:
    text = '{"plan_token": "abc", "other_token": "abc"}'
    found = mask(
        text, lambda text: field_spans(text, text.lower(), value_names(text.lower()), allowed=frozenset({"plan_token"}))
    )
    assert found == '{"plan_token": "abc", "other_token": "[redacted]"}'


def test_a_word_longer_than_any_value_is_none() -> None:
    text = "token: " + "ab1" * 4_000
    assert masked(text) is text
    names = "authorization_token:" * 900
    assert masked(names) is names


def test_what_is_no_header_is_judged_once() -> None:
    line = "the Authorization: header, the Authorization: header and the Authorization: header"
    assert masked(line) is line


def test_the_end_of_a_word_is_looked_for_once() -> None:
    assert masked("pin:password:hunter") == "pin:password:[redacted]"


def test_a_value_before_its_name_may_hold_the_word_itself() -> None:
    assert masked('{"value": "my value 1x", "name": "password"}') == '{"value": "[redacted]", "name": "password"}'
    text = '{"value": "value value value value", "name": "password"}'
    assert masked(text) is text
    assert masked('{"a": "values", "name": "password"}') == '{"a": "values", "name": "password"}'
