"""What stands in a secret's place and is none."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.shapes.placeholders import is_placeholder, is_reference


@pytest.mark.parametrize(
    "value",
    [
        "${token}",
        "${MY TOKEN}",
        "${user.token}",
        "@{tokens}",
        "&{logins}[qa]",
        "${users}[${name}]",
        "%{SHOP_PASSWORD}",
        "$SHOP_PASSWORD",
        "${A}${B}",
        "$A$B",
        "${TOKEN",
        "${users}[qa",
        "{{access_token}}",
        "{{ vault.password }}",
    ],
)
def test_a_reference_names_a_variable(value: str) -> None:
    assert is_reference(value)
    assert is_placeholder(value)


@pytest.mark.parametrize(
    "value",
    [
        "hunter2",
        "$hunter2",
        "$HUNTER2x",
        "${a}hunter2",
        "%{SHOP_PASSWORD=hunter2}",
        "${2hunter}",
        "&hunter2",
        "%41%42",
        "$",
        "",
    ],
)
def test_anything_else_is_no_reference(value: str) -> None:
    assert not is_reference(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "None",
        "null\\",
        "TRUE",
        "<secret>",
        "[redacted]",
        "YOUR_API_KEY",
        "your-token",
        "<redacted>",
        "<your token>",
        "[FILTERED]",
        "(unchanged)",
        "xxx",
        "XXXX-XXXX",
        "•••",
        "####",
        "N/A",
        "~",
        "/account/forgot",
        "/me/password/",
        "RS256",
        "HMAC-SHA256",
        "EdDSA",
        "RSA-SHA256",
        "ECDSA_P256",
        "sha256WithRSAEncryption",
        "Basic/OAuth2",
        "</s>",
        "numpy==1.26.4",
        "op://Private/db/password",
        "ref+vault://secret/shop#/password",
        "vault:secret/data/shop#api_key",
        "kv/data/prod",
        "projects/42/secrets/db/versions/latest",
        "$(aws ssm get-parameter --name /shop/qa1/token)",
        "$(vault",
        "%s",
        "%(password)s",
        "%(password",
        "%-20s",
        "%s:%s",
        "$1",
        "${2}",
        "$env:API_TOKEN",
        "{password!r}",
        "{0}",
        "#{user.token}",
        "<%= token %>",
        "<<token>>",
        ":password",
        "@Password",
        "?",
        "#string",
        "##string",
        "#regex .+",
        "#(token)",
        "@string@",
        "@string@.isNotEmpty()",
        "expect.any(String)",
        "./secrets/db.txt",
        "../pw",
        "@/run/secrets/pw",
        "@token.json",
        "file:///run/secrets/token",
        "classpath:db/password.txt",
        ".*/password=***/",
        "[^&]+",
        r"(\S+)",
        r"\w{32}",
        "xxx/g",
    ],
)
def test_a_placeholder_is_innocent(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("@", "a/"),
        ("", "%s:"),
        ("#{", "a."),
        ("", "[^"),
        ("vault:", "a/"),
        ("secret", "/a"),
        ("", "basic/"),
        ("$(op read ", "echo "),
    ],
)
def test_a_long_value_is_judged_fast(head: str, unit: str) -> None:
    assert not is_placeholder(f"{head}{unit * 20_000}!")
    # The first character tells the texts apart that are measured, and would hide the head.
    assert grows_with_the_length_only(unit, action=lambda text: is_placeholder(f"{head}{text[1:]}"))


@pytest.mark.parametrize("unit", ["${a}", "$A", "${a}[x", "${a}[${a}", "${a"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, action=lambda text: is_reference(f"{text}!"))


@pytest.mark.parametrize("value", ["*", "***", " ****** "])
def test_stars_show_nothing(value: str) -> None:
    assert is_placeholder(value)


def test_stars_among_other_characters_may_be_a_secret() -> None:
    assert not is_placeholder("hunter**")


@pytest.mark.parametrize(
    "value",
    [
        "your_Kd82",
        "yours",
        "yourhunter",
        "<hunter2>",
        "/hunter2",
        "xx",
        "xxhunter",
        "RS256x",
        "$(echo hunter2)",
        "$(vault read x || echo hunter2)",
        "op:hunter2",
        "secret/hunter2",
        "hunter2==",
        "Basic/hunter2",
        "</hunter2>",
        "arn:aws:hunter2",
        "%hunter2",
        "$9hunter2",
        "#hunter2",
        "{hunter2!x}",
        ":hunter",
        "@hunter",
        "@Password1",
        "@string@hunter2",
        "./Kran7hof",
        "../xK9mLp2qR7tZ",
        "@/xK9mLp2qR7tZ",
        "file:///xK9mLp2qR7tZ",
        ".hunter2",
        "[hunter2]",
        "xxx/hunter2",
    ],
)
def test_what_only_begins_like_a_placeholder_may_be_a_secret(value: str) -> None:
    assert not is_placeholder(value)


def test_what_is_left_behind_a_mask_is_no_regular_expression() -> None:
    assert is_placeholder("[A-Za-z0-9]+/x")
    assert not is_placeholder("[redacted]+/f/PHD7")
