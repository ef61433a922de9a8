"""Kinto, a storage service with a documented REST API (https://docs.kinto-storage.org), run from its PyPI package."""

import secrets
import sys
from pathlib import Path

from child import LOOPBACK, Child, free_ports, running

# ``python -m kinto`` does nothing: the package's command line is a function.
COMMAND = "import sys; from kinto.__main__ import main; sys.exit(main(sys.argv[1:]))"
SETTINGS = """\
[server:main]
use = egg:waitress#main
host = {host}
port = %(http_port)s
# The links that Kinto writes, such as Next-Page, start with the scheme that the proxy was called with.
trusted_proxy = {host}
trusted_proxy_headers = x-forwarded-proto
clear_untrusted_proxy_headers = true

[app:main]
use = egg:kinto
kinto.includes = kinto.plugins.accounts
kinto.storage_backend = kinto.core.storage.memory
kinto.cache_backend = kinto.core.cache.memory
kinto.permission_backend = kinto.core.permission.memory
kinto.userid_hmac_secret = {hmac}
multiauth.policies = account
multiauth.policy.account.use = kinto.plugins.accounts.AccountsPolicy
kinto.account_create_principals = system.Everyone
kinto.bucket_create_principals = system.Authenticated
"""


class KintoServer:
    """A Kinto that keeps everything in memory and lets everyone create an account."""

    def __init__(self, folder: Path, log: Path) -> None:
        self._log = log
        self._settings = folder / "kinto.ini"
        self._settings.write_text(SETTINGS.format(host=LOOPBACK, hmac=secrets.token_hex()), encoding="utf-8")
        self._child = running(self._launch)
        self.port = self._child.port

    def _launch(self) -> Child:
        (port,) = free_ports(1)
        command = [sys.executable, "-c", COMMAND, "start", "--ini", str(self._settings), "--port", str(port)]
        return Child(command, self._log, port, ready="/v1/__lbheartbeat__")

    def stop(self) -> None:
        """Ends the server; what it kept in memory is gone."""
        self._child.stop()
