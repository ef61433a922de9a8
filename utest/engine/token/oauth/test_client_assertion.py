import json
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc import jwk, jwt

from SteadyAPI.engine.token.oauth.client_assertion import signed, signed_with_secret
from SteadyAPI.errors import UsageError


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


RSA = pem(rsa.generate_private_key(65537, 2048))
P256 = pem(ec.generate_private_key(ec.SECP256R1()))
P384 = pem(ec.generate_private_key(ec.SECP384R1()))
ED = pem(ed25519.Ed25519PrivateKey.generate())


@pytest.mark.parametrize(
    ("text", "kind", "algorithm"),
    [
        (RSA, jwk.RSAKey, "RS256"),
        (P256, jwk.ECKey, "ES256"),
        (P384, jwk.ECKey, "ES384"),
        (ED, jwk.OKPKey, "Ed25519"),
    ],
)
def test_the_algorithm_fits_the_key_and_the_signature_holds(text: str, kind: type, algorithm: str) -> None:
    token = signed({"iss": "qa"}, text, 1000, algorithm=None, key_id=None)
    decoded = jwt.decode(token, kind.import_key(text), algorithms=[algorithm])  # type: ignore[attr-defined]
    assert decoded.header["alg"] == algorithm
    assert decoded.claims["iss"] == "qa"
    assert (decoded.claims["iat"], decoded.claims["exp"]) == (1000, 1060)


def test_every_assertion_has_an_id_of_its_own() -> None:
    assert signed_with_secret({}, "s", 0) != signed_with_secret({}, "s", 0)


def test_a_named_algorithm_and_key_are_used() -> None:
    token = signed({}, RSA, 0, algorithm="PS256", key_id="key-1")
    header = jwt.decode(token, jwk.RSAKey.import_key(RSA), algorithms=["PS256"]).header
    assert (header["alg"], header["kid"]) == ("PS256", "key-1")


def test_a_jwk_brings_its_own_name() -> None:
    key = jwk.ECKey.generate_key("P-256", {"kid": "mine"})
    token = signed({}, json.dumps(key.as_dict(private=True)), 0, algorithm=None, key_id=None)
    assert jwt.decode(token, key, algorithms=["ES256"]).header["kid"] == "mine"


def test_a_signature_by_shared_secret_holds() -> None:
    token = signed_with_secret({"iss": "qa"}, "a-shared-secret", 1000)
    assert jwt.decode(token, jwk.OctKey.import_key("a-shared-secret"), algorithms=["HS256"]).claims["exp"] == 1060


@pytest.mark.parametrize("text", ["no key", '{"kty": "none"}', '{"kty": ', P256.replace("A", "B")])
def test_a_text_that_is_no_key_is_refused_without_being_shown(text: str) -> None:
    with pytest.raises(UsageError, match=r"expected an unencrypted private key .* isn't one \(\w+Error\)") as caught:
        signed({}, text, 0, algorithm=None, key_id=None)
    assert text not in str(caught.value)
    assert caught.value.__cause__ is None


def test_an_algorithm_that_does_not_fit_the_key_is_refused() -> None:
    with pytest.raises(UsageError, match="private key is of type RSA, and ES256 can't sign with it") as caught:
        signed({}, RSA, 0, algorithm="ES256", key_id=None)
    assert str(caught.value).endswith("\n  write for example: algorithm=RS256 (RSA), ES256 (EC) or Ed25519")


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "joserfc", None)
    with pytest.raises(UsageError, match=r'pip install "robotframework-steadyapi\[jwt\]"'):
        signed({}, RSA, 0, algorithm=None, key_id=None)
