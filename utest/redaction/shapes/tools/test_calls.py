"""User and password side by side, and calls that take something else."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.calls import CALLS, TYPED

VALUE = "vQ7!kTz29m"


@pytest.mark.parametrize(
    "text",
    [
        "HTTPBasicAuth('ann', '\0')",
        'requests.get(url, auth=HTTPDigestAuth("ann", "\0"))',
        "HttpNtlmAuth('SHOP\\\\ann', '\0')".replace("\\\\", "/"),
        "HTTPBasicAuth(user, '\0')",
        'req.SetBasicAuth("ann", "\0")',
        'request.basic_auth("ann", Some("\0"))',
        'new NetworkCredential("ann", "\0")',
        'new PasswordAuthentication("ann", "\0".toCharArray())',
        'new UsernamePasswordCredentials("ann", "\0")',
        "request.auth('ann', '\0')",
        'given().auth().preemptive().basic("ann", "\0").get("/x")',
        "server.login('ann@example.com', '\0')",
        'DriverManager.getConnection("jdbc:mysql://db/shop", "ann", "\0");',
        "ssh.connect('h', 22, 'ann', '\0')",
        "PDO->__construct('mysql:host=db;dbname=shop', 'ann', '\0', Array)",
        "new PDO('mysql:host=db;dbname=shop', 'ann', '\0')",
        "mysqli_connect('db', 'ann', '\0', 'shop')",
        "mysqli::__construct('db', 'ann', '\0', 'shop')",
        "mysqli->__construct('db', 'ann', '\0', 'shop')",
        "pymysql.connect('db','ann','\0')",
        "ftplib.FTP('h','ann','\0')",
        'login("ann", "\0") failed',
        "Auth->login('ann', '\0')",
        "SELECT pgp_sym_encrypt('x', '\0')",
        "INSERT INTO t VALUES (AES_ENCRYPT(lower(name), '\0'))",
        "PRAGMA key = '\0'",
        "auth=('ann', '\0')",
        "auth=['ann', '\0']",
        "Create Session    api    https://x    auth=${{('ann', '\0')}}",
        '"auth": ["ann", "\0"]',
    ],
)
def test_a_password_beside_a_user_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


def test_a_weak_password_beside_a_user_is_masked() -> None:
    assert SecretRegistry().mask("HTTPBasicAuth('ann', 'hunter2')") == "HTTPBasicAuth('ann', '[redacted]')"


@pytest.mark.parametrize("verb", ["Fills", "Types"])
def test_a_random_text_that_is_typed_is_masked(verb: str) -> None:
    text = f"{verb} the text '\0' in the given field."
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "HTTPBasicAuth('user', 'password')",
        "HTTPBasicAuth('user', '${PASSWORD}')",
        "HTTPBasicAuth('user', PASSWORD)",
        "SetBasicAuth(user, password)",
        "client.auth('login', '/api/v2/login')",
        "page.login('ann', 'admin')",
        "mqtt.connect('h', 1883)",
        "DriverManager.getConnection(url, user, password)",
        "auth=['read', 'write']",
        "auth=['orders:read', 'orders:write']",
        '"auth": ["basic", "bearer"]',
        "Fills the text 'ann@example.com' in the given field.",
        "Fills the text 'TestUser123' in the given field.",
        "Types the text 'Hello World 2026' in the given field.",
        "Fills the text '4111111111111111' in the given field.",
    ],
)
def test_calls_without_a_password_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "unit", [*(f"{needs}'ann'," for _, _, needs, _ in CALLS), *(f"{verb} the text '" for _, verb, _, _ in TYPED)]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    registry = SecretRegistry()
    assert grows_with_the_length_only(unit, action=lambda text: registry.mask(f"{text} in the given field"))
