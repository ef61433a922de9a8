"""Runs canaille, an OpenID provider, with a user and some clients; it keeps everything in memory.

python canaille_app.py SETTINGS    in canaille's own environment; SETTINGS is a JSON file: see CanailleProvider.py
"""

import json
import logging
import sys
from pathlib import Path
from typing import Any

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc import jwk

LOOPBACK = "127.0.0.1"


def application(settings: dict[str, Any]) -> Any:
    """Makes the provider with its user and its clients."""
    key = jwk.RSAKey.generate_key(2048, auto_kid=True)
    app = create_app(
        {
            "SECRET_KEY": settings["session_key"],
            "SERVER_NAME": f"{LOOPBACK}:{settings['port']}",
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {"DATABASE": "memory"},
            "CANAILLE_OIDC": {"ACTIVE_JWKS": [key.as_dict(private=True)]},
        }
    )
    with app.app_context(), Backend.instance.session():
        user = models.User(
            user_name=settings["username"],
            password=settings["password"],
            family_name="Lovelace",
            formatted_name="Ada Lovelace",
            emails=["ada@example.com"],
        )
        Backend.instance.save(user)
        for wish in settings["clients"]:
            client = models.Client(**wish)
            Backend.instance.save(client)
            client.audience = [client]
            Backend.instance.save(client)
    return app


def main() -> None:
    """Serves until the process is stopped."""
    settings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    application(settings).run(host=LOOPBACK, port=settings["port"], threaded=True)


if __name__ == "__main__":
    main()
