"""The server of many requests at once (``crowd_server.py``), in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import trustme

SERVER = Path(__file__).with_name("crowd_server.py")


@dataclass(frozen=True, slots=True)
class CrowdServer:
    """Where it listens, in plain text and over TLS, and the file of the authority that signed its certificate."""

    url: str
    tls_url: str
    ca: str


@contextmanager
def crowd_server(folder: Path) -> Iterator[CrowdServer]:
    """Starts the server, and ends it.

    Args:
        folder: Where its certificate is written.
    """
    authority = trustme.CA()
    ca, own = folder / "crowd-ca.pem", folder / "crowd.pem"
    authority.cert_pem.write_to_path(str(ca))
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(own))
    command = [sys.executable, str(SERVER), str(own)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            ports = process.stdout.readline().split() if process.stdout else []
            plain, tls = ports
            yield CrowdServer(f"http://127.0.0.1:{plain}", f"https://127.0.0.1:{tls}", str(ca))
        finally:
            process.terminate()
