"""Two more providers as a Robot Framework library: glewlwyd, written in C, and canaille, written in Python."""

import json
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from glewlwyd_setup import set_up, write_configuration
from neighbours import CACHE, HERE, LOOPBACK, Child, UntilTheEnd, free_ports, running
from robot.api.deco import keyword, library
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.robot_compat import Secret

REDIRECT = "http://127.0.0.1/callback"


@library(scope="GLOBAL", listener="SELF")
class OtherProviders:
    """Each provider is started when a suite asks for it and stopped at the end of the run. All secrets are random."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._until_the_end = UntilTheEnd()
        self._known: dict[str, dict[str, Any]] = {}

    @keyword
    def start_glewlwyd(self) -> dict[str, Any]:
        """Starts glewlwyd unless it runs already; returns ``issuer``, ``password`` (of ada) and ``secrets`` by client.

        Its tokens live for three seconds.
        """
        return self._once("glewlwyd", self._glewlwyd)

    @keyword
    def start_canaille(self) -> dict[str, Any]:
        """Starts canaille unless it runs already; returns the same three things."""
        return self._once("canaille", self._canaille)

    def close(self) -> None:
        """Stops the providers; Robot Framework calls it at the end of the run."""
        self._until_the_end.close()
        self._known = {}

    def _once(self, name: str, start: Callable[[Path, Path], dict[str, Any]]) -> dict[str, Any]:
        if name not in self._known:
            folder = self._until_the_end.folder()
            log = Path(str(BuiltIn().get_variable_value("${OUTPUT DIR}"))) / f"{name}.log"
            self._known[name] = start(folder, log)
        return self._known[name]

    def _glewlwyd(self, folder: Path, log: Path) -> dict[str, Any]:
        if shutil.which("glewlwyd") is None:
            raise RuntimeError("glewlwyd is not installed, and the suites in atest/tokens need it. Run: .ci/install")
        password = secrets.token_urlsafe(12)
        clients = {"qa": secrets.token_urlsafe(24), "odd": secrets.token_urlsafe(12) + ":%41 +&=wörd"}

        def launch() -> Child:
            (port,) = free_ports(1)
            configuration = write_configuration(folder, log, port)
            return Child(["glewlwyd", "-c", configuration], log, port, ready="/config")

        child = running(launch)
        self._until_the_end.callback(child.stop)
        base = f"http://{LOOPBACK}:{child.port}/api"
        set_up(base, password, clients, secrets.token_urlsafe(32))
        return _known(f"{base}/oidc", password, clients)

    def _canaille(self, folder: Path, log: Path) -> dict[str, Any]:
        python = CACHE / "canaille" / "bin" / "python"
        if not python.exists():
            raise RuntimeError("canaille is not installed, and the suites in atest/tokens need it. Run: .ci/install")
        password = secrets.token_urlsafe(12)
        clients = {"qa": secrets.token_urlsafe(24), "web": secrets.token_urlsafe(24)}
        grants = {"qa": ["password", "client_credentials", "refresh_token"], "web": ["authorization_code"]}
        settings = {
            "username": "ada",
            "password": password,
            "session_key": secrets.token_hex(),
            "clients": [
                {
                    "client_id": client_id,
                    "client_secret": secret,
                    "client_name": client_id,
                    "client_uri": "http://127.0.0.1/",
                    "grant_types": grants[client_id],
                    "response_types": ["code"],
                    "redirect_uris": [REDIRECT],
                    "scope": ["openid", "profile"],
                    "token_endpoint_auth_method": "client_secret_basic",
                }
                for client_id, secret in clients.items()
            ],
        }
        file = folder / "settings.json"
        file.touch(mode=0o600)

        def launch() -> Child:
            (settings["port"],) = free_ports(1)
            file.write_text(json.dumps(settings), encoding="utf-8")
            command = [python, HERE / "canaille_app.py", file]
            return Child(command, log, settings["port"], ready="/.well-known/openid-configuration")

        child = running(launch)
        self._until_the_end.callback(child.stop)
        return _known(f"http://{LOOPBACK}:{child.port}", password, clients)


def _known(issuer: str, password: str, clients: dict[str, str]) -> dict[str, Any]:
    named = {client_id: Secret(secret) for client_id, secret in clients.items()}
    return {"issuer": issuer, "password": Secret(password), "secrets": named}
