from typing import Any

import pytest
import trustme
from cryptography.hazmat.primitives import serialization

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.certificate import checked_ca, checked_cert
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.robot_compat import Secret


@pytest.mark.parametrize(("verify", "means"), [(True, True), ("False", False), ("true", True)])
def test_a_truth_value_may_be_written_as_text(verify: Any, means: bool) -> None:
    assert checked_ca(verify) is means


def test_a_ca_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match=r"there is no nowhere\.pem"):
        checked_ca("nowhere.pem")


@pytest.mark.parametrize("cert", ["nowhere.pem", ["nowhere.pem", "nowhere.pem"]])
def test_a_certificate_that_is_not_there_is_refused(cert: Any) -> None:
    with pytest.raises(UsageError, match=r"cert: expected the path of a file; there is no nowhere\.pem"):
        checked_cert(cert, SecretRegistry())


@pytest.mark.parametrize(
    ("cert", "got"),
    [
        (["a", "b", "hunter2"], "list of 3 values"),
        ([Secret("hunter2")], "list of 0 values and a Secret"),
        ([], "0"),
    ],
)
def test_a_certificate_is_one_or_two_files(cert: Any, got: str) -> None:
    with pytest.raises(UsageError, match="cert: expected the path of a certificate, or those of certificate") as caught:
        checked_cert(cert, SecretRegistry())
    assert got in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_no_certificate_is_none() -> None:
    assert checked_cert(None, SecretRegistry()) is None


@pytest.fixture(name="files", scope="module")
def _files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Paths of a certificate, its key in several forms, and the key of another one."""
    folder = tmp_path_factory.mktemp("certificates")
    authority = trustme.CA()
    issued, other = authority.issue_cert("ada@example.com"), authority.issue_cert("eve@example.com")
    key = serialization.load_pem_private_key(issued.private_key_pem.bytes(), None)
    encrypted = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"opensesame"),
    )
    contents = {
        "cert": issued.cert_chain_pems[0].bytes(),
        "both": issued.private_key_and_cert_chain_pem.bytes(),
        "key": issued.private_key_pem.bytes(),
        "other": other.private_key_pem.bytes(),
        "locked": encrypted,
        "both locked": encrypted + issued.cert_chain_pems[0].bytes(),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: str(folder / name) for name in contents}


def test_a_certificate_is_returned_as_the_transport_takes_it(files: dict[str, str]) -> None:
    cert, both, key, locked = files["cert"], files["both"], files["key"], files["locked"]
    password, secrets = Secret("opensesame"), SecretRegistry()
    assert checked_cert(both, secrets) == both
    assert checked_cert([cert, key], secrets) == (cert, key)
    assert checked_cert([cert, locked, password], secrets) == (cert, locked, "opensesame")
    assert checked_cert([files["both locked"], password], secrets) == (
        files["both locked"],
        files["both locked"],
        "opensesame",
    )
    assert "opensesame" not in secrets.mask("the password is opensesame")


@pytest.mark.parametrize(
    ("names", "password", "message"),
    [
        (["cert", "locked"], None, "is encrypted, and there is no password for it"),
        (["both locked"], None, "is encrypted, and there is no password for it"),
        (["cert", "locked"], "wrong", "can't be read, or the password is wrong"),
        (["cert", "other"], None, "is not the one of the certificate"),
        (["cert"], None, "can't be read, or there is none"),
    ],
)
def test_a_key_that_does_not_open_is_named(
    files: dict[str, str], names: list[str], password: str | None, message: str
) -> None:
    cert = [*(files[name] for name in names), *([Secret(password)] if password else [])]
    with pytest.raises(UsageError) as caught:
        checked_cert(cert, SecretRegistry())
    assert str(caught.value).startswith(f"cert: the key in {files[names[-1]]} {message}")


def test_an_empty_text_is_no_ca_file() -> None:
    with pytest.raises(UsageError, match="verify: expected the path of a CA file, True or False"):
        checked_ca("")
