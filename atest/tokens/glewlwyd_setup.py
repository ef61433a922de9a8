"""Sets glewlwyd up by its own administration interface: a scope, a user, clients, and the OpenID Connect plugin."""

import sqlite3
from pathlib import Path
from typing import Any

import requests

SCHEMA = Path("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3")
FIRST_PASSWORD = "password"
"""What Debian's schema gives the administrator; it is replaced before anything else."""
CONFIGURATION = """\
port={port}
bind_address="127.0.0.1"
external_url="http://127.0.0.1:{port}"
api_prefix="api"
log_mode="file"
log_level="WARNING"
log_file="{log}"
cookie_secure=0
session_key="GLEWLWYD2_SESSION_ID"
session_expiration=3600
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
hash_algorithm="SHA512"
database = {{ type = "sqlite3"; path = "{database}"; }};
"""


def write_configuration(folder: Path, log: Path, port: int) -> Path:
    """Writes configuration and database into the folder, and returns the configuration's path."""
    database = folder / "glewlwyd.db"
    database.unlink(missing_ok=True)
    with sqlite3.connect(database) as connection:
        connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    connection.close()
    configuration = folder / "glewlwyd.conf"
    configuration.write_text(CONFIGURATION.format(port=port, log=log, database=database), encoding="utf-8")
    return configuration


class Administration:
    """Glewlwyd's administration interface, as its web page uses it."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._browser = requests.Session()
        self._browser.trust_env = False
        self.post("/auth", {"username": "admin", "password": FIRST_PASSWORD})

    def post(self, path: str, body: dict[str, Any]) -> None:
        """Posts a wish; fails when it isn't granted."""
        self._browser.post(f"{self._base}{path}", json=body, timeout=60).raise_for_status()

    def close(self) -> None:
        """Closes the connections."""
        self._browser.close()


def set_up(base: str, password: str, secrets: dict[str, str], signing_key: str) -> None:
    """Makes the scope ``orders``, the user ``ada``, a client for each given secret, and the plugin ``oidc``.

    The tokens of the provider live for three seconds.
    """
    administration = Administration(base)
    administration.post(
        "/scope", {"name": "orders", "display_name": "Orders", "password_required": False, "scheme": {}}
    )
    user = {"username": "ada", "password": password, "scope": ["openid", "orders", "g_profile"], "enabled": True}
    administration.post("/user", user)
    for client_id, secret in secrets.items():
        client = {
            "client_id": client_id,
            "name": client_id,
            "confidential": True,
            "client_secret": secret,
            "authorization_type": ["password", "client_credentials", "refresh_token"],
            "scope": ["orders"],
            "token_endpoint_auth_method": ["client_secret_basic", "client_secret_post"],
            "redirect_uri": ["http://127.0.0.1/callback"],
            "enabled": True,
        }
        administration.post("/client", client)
    administration.post("/mod/plugin", _plugin(base, signing_key))
    administration.close()


def _plugin(base: str, signing_key: str) -> dict[str, Any]:
    ways = ("code", "password", "client", "refresh")
    return {
        "module": "oidc",
        "name": "oidc",
        "display_name": "OpenID Connect",
        "order_rank": 0,
        "enabled": True,
        "parameters": {
            "iss": f"{base}/oidc",
            "jwt-type": "sha",
            "jwt-key-size": "256",
            "key": signing_key,
            "access-token-duration": 3,
            "refresh-token-duration": 600,
            "code-duration": 60,
            "refresh-token-rolling": True,
            "refresh-token-one-use": "always",
            "allow-non-oidc": True,
            "introspection-revocation-allowed": True,
            "introspection-revocation-allow-target-client": True,
            "subject-type": "public",
            **{f"auth-type-{way}-enabled": True for way in ways},
        },
    }
