"""Secrets by their shape alone."""

import json
import time
from base64 import b64encode
from urllib.parse import quote

import pytest

from SteadyAPI.redaction.finder import SecretFinder
from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.matcher import Matcher

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
HEAD = JWT.partition(".")[0]
ENCRYPTED = f"{HEAD}.Kd82jfLq01mZ.Kd82jfLq.Kd82jfLq01mZ.Kd82jfLq"
KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow12+/=\nabc\n-----END RSA PRIVATE KEY-----"


find = SecretFinder(None)


def masked(text: str) -> str:
    return mask(text, find)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sent Bearer abc.def123", "sent Bearer [redacted]"),
        (f"sent Basic {b64encode(b'ann:x').decode()}", "sent Basic [redacted]="),
        ("https://ann:hunter2@host/x", "https://ann:[redacted]@host/x"),
        ("https://0123456789abcdef0123@host/x", "https://[redacted]@host/x"),
        (f"got {JWT} back", "got [redacted] back"),
        ("key AKIAIOSFODNN7EXAMPLE used", "key [redacted] used"),
        ("ghp_0123456789abcdefghij0123456789abcdef", "[redacted]"),
        (KEY, "-----BEGIN RSA PRIVATE KEY-----[redacted]-----END RSA PRIVATE KEY-----"),
        ("-----BEGIN PRIVATE KEY-----\nMIIEow", "-----BEGIN PRIVATE KEY-----[redacted]"),
        (quote("https://ann:hunter2@host"), quote("https://ann:") + "[redacted]" + "%40host"),
        (json.dumps({"key": KEY}), None),
        ("@{passwords} = [ a | b ]", "@{passwords} = [ [redacted] | [redacted] ]"),
        ("&amp;{tokens} = { x=a | y=b }", "&amp;{tokens} = { x=[redacted] | y=[redacted] }"),
        (quote('{"password": "x"}'), None),
        ("ｉİ password=hunter2", "ｉİ password=[redacted]"),
        (f"got {ENCRYPTED} back", "got [redacted] back"),
        (f"got {HEAD}..{ENCRYPTED.split('.', 2)[2]} back", "got [redacted] back"),
        ("sshpass -p 'Kd82' ssh h", "sshpass -p '[redacted]' ssh h"),
        ("docker login -u ann -p Kd82 h", "docker login -u ann -p [redacted] h"),
        ("mysql -u root -pKd82 db", "mysql -u root -p[redacted] db"),
        ("create user a IDENTIFIED BY 'Kd82'", "create user a IDENTIFIED BY '[redacted]'"),
        ("identified with sha2 by 'Kd82'", "identified with sha2 by '[redacted]'"),
        ("/back?code=Kd82jfLq01mZKd82jf&state=1", "/back?code=[redacted]&state=1"),
        (f'{{"auth": "{b64encode(b"ann:Kd8").decode()}"}}', '{"auth": "[redacted]"}'),
        (f"_auth={b64encode(b'ann:Kd8xx').decode()}", "_auth=[redacted]"),
        ("https://hooks.slack.com/services/T012345/B012345/Kd82jfLq", "https://hooks.slack.com/services/[redacted]"),
        ("/api/webhooks/12345678/Kd82jfLq01mZKd82jf01", "/api/webhooks/12345678/[redacted]"),
        (
            "https://a.webhook.office.com/webhookb2/Kd82jfLq01mZKd82jf01/x",
            "https://a.webhook.office.com/webhookb2/[redacted]",
        ),
        (
            "https://api.telegram.org/bot12345678:AAKd82jfLq01mZKd82jf01mZKd82jf01/a",
            "https://api.telegram.org/bot[redacted]/a",
        ),
        ("ATATT3xFfGF0Kd82jfLq01mZKd82", "[redacted]"),
    ],
)
def test_a_secret_is_masked_by_its_shape(text: str, expected: str | None) -> None:
    assert "[redacted]" in masked(text)
    assert masked(text) == (expected or masked(text))


@pytest.mark.parametrize(
    "text",
    [
        "Bearer authentication is needed",
        "Basic authentication is needed",
        "Basic functionality works",
        "https://example.com:8080/path@home",
        "write to ann@example.com",
        "asian akita",
        "the eyjafjallajokull.volcano",
        "https://ann:${PASSWORD}@host/x",
        "https://ann:%{SHOP_PASSWORD}@host/x",
        "an innocent text",
        "mysql -u root -p db",
        "docker login is needed; docker run -p 80:80 x",
        "identified by 3 people",
        "/back?code=ORDER-NOT-FOUND-4711&x=1",
        "response_type=code&code_challenge_method=S256",
        '{"auth": "required", "auth": "disabled"}',
        "auth=showroom",
        "hooks/12/after each test, hooks.slack.com/services/",
        "https://telegram.org/bots",
    ],
)
def test_innocent_text_stays(text: str) -> None:
    assert masked(text) is text


@pytest.mark.parametrize(
    "unit", ["eyJ", "-eyJ", "token ", "password=", "://a", "\\\\u", "%25", "&amp;", 'name="', "--a", "@{tokens} = [ "]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        began = time.process_time()
        masked(text)
        return time.process_time() - began

    cost(1_000)
    # Quadratic time would make it 64 times as long. The least of several runs leaves the garbage collector out.
    assert min(cost(80_000) for _ in range(5)) < 30 * cost(10_000) + 0.05


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "export GH_TOKEN=aB3dE6gH9jK2mN5p\nexport PATH=/usr/bin\n",
            "export GH_TOKEN=[redacted]\nexport PATH=/usr/bin\n",
        ),
        (
            "2026-11-28 05:18:59 INFO the new access token: aB3dE6gH9jK2mN5p\n2026-11-28 05:19:00 INFO done\n",
            "2026-11-28 05:18:59 INFO the new access token: [redacted]\n2026-11-28 05:19:00 INFO done\n",
        ),
        (
            "user=ann pass=aB3dE6gH9jK2mN5p\nuser=bob pass=qR8tU1wX4zA7cD0f\n",
            "user=ann pass=[redacted]\nuser=bob pass=[redacted]\n",
        ),
        ("token: aB3dE6gH9jK2mN5p\nE6gH9jK2\n", "token: [redacted]\n"),
        ("a%41 token: aB3dE6gH9jK2mN5p\nthree plain words\n", "a%41 token: [redacted]\nthree plain words\n"),
    ],
)
def test_a_value_takes_no_words_of_the_next_line(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "token=[redacted]&name=ann",
        'password = "[redacted]"',
        "Password: [redacted]\nname: ann",
        "<password>[redacted]</password>",
    ],
)
def test_beside_a_mask_nothing_is_looked_for(text: str) -> None:
    assert not find(text)


def test_what_follows_a_mask_is_looked_at() -> None:
    assert masked("Cookie: [redacted]; sid=aB3dE6gH9jK2mN5p") == "Cookie: [redacted]"


def test_a_crowd_of_names_is_masked_as_a_whole() -> None:
    assert masked(f"a {'token:' * 3_000}hunter22 b") == "a [redacted]token:hunter22 b"
    assert masked(f"a {'token: x, ' * 3_000}token=hunter22 b") == "a [redacted]token=[redacted] b"
    assert masked("token_type, " * 10 + "token=hunter22") == "token_type, " * 10 + "token=[redacted]"


def test_a_crowd_is_counted_over_all_views() -> None:
    text = '{\\"token\\":1},' * 600
    assert len(text) == 600 * 14
    assert masked(f"a {text}b") == 'a {\\"[redacted]token\\":1},b'
    apart = '{\\"token\\": 1, \\"name\\": 2},' * 600
    assert masked(apart) is apart


@pytest.mark.parametrize("secret", ["aB3dE6gH9jK2mN5pQ8", "token:aB3dE6gH9jK2"])
def test_what_is_known_is_masked_around_a_crowd(secret: str) -> None:
    matcher = Matcher()
    matcher.add(secret)
    crowd = "token:" * 3_000
    shown = mask(f"first {secret}{crowd}token {secret} last", SecretFinder(matcher))
    assert shown.startswith("first [redacted]")
    assert shown.endswith("[redacted] last")
    assert secret not in shown


def test_a_mixture_with_many_views_is_a_crowd() -> None:
    signs = ("%25", "<wbr>", "\\\\n", "&amp;", "+", "\x1b[1m", "=\n")
    text = "".join(f"token={sign}{number} and more: " for number in range(500) for sign in signs)
    assert masked(f"a {text} b").startswith("a [redacted]token=")


@pytest.mark.parametrize(
    "text",
    [
        "secret: my-tls-secret\nssh-keygen -t ed25519 -f id\n",
        "Password is case-sensitive\nvSHBN6XY3keyLVCsWYHE wget\n",
        "some tools know the --token flag\ncqlsh -u ann host\n",
    ],
)
def test_a_word_at_the_end_of_a_line_is_not_joined_with_the_next(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    "text", ['{"password": "x!§\nr@s!t (x)"}', "setPassword('§\nr@s!t')", '"api_key": "§/\nabc def"']
)
def test_a_value_in_quotes_may_go_on_in_the_next_line(text: str) -> None:
    assert "Abcdefg7hijklm8nopq" not in masked(text.replace("§", "Abcdefg7hijklm8nopq"))


def test_a_crowd_goes_over_the_ends_of_lines() -> None:
    line = f"{'token:x,' * 300}{'aB3d' * 4}\n"
    shown = masked(f"{line * 4}token:hunter22\n")
    assert shown == "[redacted]token:[redacted]\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("line", ["MODE=fast", "# Settings", "2026-01-01 INFO next", "export DB_HOST=db.qa"])
def test_base64_that_ends_in_an_equals_sign_takes_no_words_of_the_next_line(end: str, line: str) -> None:
    text = f"SECRET=Hs7dK2mPqX9vLt4RzB6nS3w={end}{line}{end}"
    assert masked(text) == f"SECRET=[redacted]{end}{line}{end}"


def test_a_line_of_quoted_printable_goes_on() -> None:
    long = "aB3dE6gH9jK2mN5p" * 4
    assert masked(f"token={long}=\nqR7s & more") == "token=[redacted] & more"


def test_headers_of_go_are_masked_one_by_one() -> None:
    text = "map[Authorization:[Bearer zQ7.kLm-2vT] Accept:[*/*]]"
    assert masked(text) == "map[Authorization:[Bearer [redacted]] Accept:[*/*]]"
