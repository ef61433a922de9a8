"""The provider of the token suites as a Robot Framework library."""

import json
import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

import requests
import trustme
from joserfc import jwk
from neighbours import CACHE, HERE, LOOPBACK, Authority, Child, UntilTheEnd, free_ports, running
from robot.api.deco import keyword, library
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.engine.token.oauth.sign_in_form import login_form
from SteadyAPI.robot_compat import Secret

PACKAGES = CACHE / "npm"
REDIRECT = "http://127.0.0.1/callback"
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
STEPS = 12


class Keys(NamedTuple):
    """A client's signing keys: the path of the private one, and the public one as the provider knows it."""

    private: Path
    public: dict[str, Any]


@library(scope="GLOBAL", listener="SELF")
class OpenIdProvider:
    """oidc-provider, started when the first suite asks for it and stopped at the end of the run.

    It knows the user ``ada`` and a client for every way of proving who it is. All secrets are random. When the
    environment variable ATEST_WITNESS names a file, the provider writes into it every credential it gets and every
    token it gives, one a line.
    """

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._until_the_end = UntilTheEnd()
        self._known: dict[str, Any] = {}

    @keyword
    def start_open_id_provider(self) -> dict[str, Any]:
        """Starts the provider unless it runs already, and returns what a suite needs to know of it.

        ``issuer`` and ``secure`` are its addresses, without and with TLS; ``secrets`` holds the clients' secrets by
        their ids, ``password`` the user's; ``key`` is the path of a client's private key, ``authority``, ``cert`` and
        ``stranger`` those of the test authority, a client's certificate and one that another authority signed.
        """
        if not self._known:
            self._known = self._started()
        return self._known

    @keyword
    def approve_device(self, uri: str, code: str, complete: str = "") -> None:
        """Signs in as the user on the provider's own pages, as on another device, and approves the code."""
        with requests.Session() as browser:
            browser.trust_env = False
            page = browser.get(complete or uri, timeout=60)
            for _ in range(STEPS):
                form = login_form(page.text)
                if form is None:
                    break
                fields = form.filled("ada", self._known["password"].value)
                if "user_code" in form.user_fields:
                    fields["user_code"] = code
                page = browser.post(requests.compat.urljoin(page.url, form.action), fields, timeout=60)
        if "success" not in page.text.lower():
            raise AssertionError(f"expected the code to be approved, got {page.status_code} from {page.url}")

    @keyword
    def provider_requests(self, method: str, path: str) -> int:
        """Returns how many requests of that kind the provider has had."""
        with requests.Session() as plain:
            plain.trust_env = False
            counts = plain.get(f"{self._known['issuer']}/counts", timeout=60).json()
        return int(counts.get(f"{method} {path}", 0))

    def close(self) -> None:
        """Stops the provider; Robot Framework calls it at the end of the run."""
        self._until_the_end.close()
        self._known = {}

    def _started(self) -> dict[str, Any]:
        logs = Path(str(BuiltIn().get_variable_value("${OUTPUT DIR}")))
        folder = self._until_the_end.folder()
        authority = Authority(folder)
        server = authority.certificate("server")
        cert = _client_certificate(authority._authority, folder / "client.pem")  # noqa: SLF001  the one that signs
        stranger = _client_certificate(trustme.CA(), folder / "stranger.pem")
        keys = _keys(folder)
        password = secrets.token_urlsafe(12)
        clients = _clients(keys)
        settings = {
            "clients": clients,
            "username": "ada",
            "password": password,
            "cookieKey": secrets.token_hex(),
            "signingKey": jwk.RSAKey.generate_key(2048, {"kid": "provider", "use": "sig"}).as_dict(private=True),
            "key": str(server.key),
            "chain": str(server.chain),
            "authority": str(authority.bundle),
            "witness": os.environ.get("ATEST_WITNESS", ""),
        }
        child = running(lambda: _launched(folder / "settings.json", settings, logs / "oidc-provider.log"))
        self._until_the_end.callback(child.stop)
        return {
            "issuer": f"http://{LOOPBACK}:{settings['port']}",
            "secure": f"https://{LOOPBACK}:{settings['securePort']}",
            "password": Secret(password),
            "secrets": {one["client_id"]: Secret(one.get("client_secret", "")) for one in clients},
            "key": str(keys.private),
            "authority": str(authority.bundle),
            "cert": str(cert),
            "stranger": str(stranger),
        }


def _launched(file: Path, settings: dict[str, Any], log: Path) -> Child:
    if not (PACKAGES / "node_modules" / "oidc-provider").is_dir():
        raise RuntimeError("oidc-provider is not installed, and the suites in atest/tokens need it. Run: .ci/install")
    settings["port"], settings["securePort"] = free_ports(2)
    file.touch(mode=0o600)
    file.write_text(json.dumps(settings), encoding="utf-8")
    command: list[str | Path] = ["node", "--no-warnings", HERE / "provider.mjs", PACKAGES, file]
    return Child(command, log, settings["port"], ready="/.well-known/openid-configuration")


def _client_certificate(authority: trustme.CA, path: Path) -> Path:
    """Writes a client's certificate and its key into one file."""
    issued = authority.issue_cert("client.example")
    path.touch(mode=0o600)
    for part in (issued.private_key_pem, *issued.cert_chain_pems):
        part.write_to_path(str(path), append=True)
    return path


def _keys(folder: Path) -> Keys:
    key = jwk.ECKey.generate_key("P-256", {"kid": "signing", "use": "sig", "alg": "ES256"})
    private = folder / "signing.pem"
    private.touch(mode=0o600)
    private.write_bytes(key.as_pem(private=True))
    return Keys(private, {"keys": [key.as_dict(private=False)]})


def _clients(keys: Keys) -> list[dict[str, Any]]:
    """One client for each way of proving who it is, and two whose tokens live for two seconds."""
    plain = {"redirect_uris": [], "response_types": [], "grant_types": ["client_credentials"]}
    user = {**plain, "grant_types": ["password", "refresh_token", EXCHANGE]}
    ways = {
        "basic": "client_secret_basic",
        "post": "client_secret_post",
        "hmac": "client_secret_jwt",
        "short": "client_secret_basic",
        "odd": "client_secret_basic",
    }
    clients = [
        {**plain, "client_id": name, "client_secret": secrets.token_urlsafe(32), "token_endpoint_auth_method": way}
        for name, way in ways.items()
    ]
    clients[1]["scope"] = "orders"
    clients[-1]["client_secret"] += "%3A: +/&=?"
    clients += [
        {**user, "client_id": name, "client_secret": secrets.token_urlsafe(32)}
        for name in ("user-app", "short-user-app")
    ]
    signed = {"jwks": keys.public, "token_endpoint_auth_method": "private_key_jwt"}
    clients.append({**plain, **signed, "client_id": "signed"})
    assertion = {"client_secret": secrets.token_urlsafe(32), "jwks": keys.public, "grant_types": [JWT_BEARER]}
    clients.append({**plain, **assertion, "client_id": "asserting"})
    mtls = {"token_endpoint_auth_method": "tls_client_auth", "tls_client_auth_san_dns": "client.example"}
    clients.append({**plain, **mtls, "client_id": "mtls"})
    public = {"token_endpoint_auth_method": "none", "application_type": "native"}
    web = {"redirect_uris": [REDIRECT], "response_types": ["code"]}
    grants = ["authorization_code", "refresh_token"]
    clients.append({**public, **web, "client_id": "browser", "grant_types": grants})
    clients.append({**plain, **public, "client_id": "television", "grant_types": [DEVICE, "refresh_token"]})
    return clients
