"""A test certificate authority, and server certificates that it signed."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import trustme


class Certificate(NamedTuple):
    """Where a server finds its certificate and the key that belongs to it (PEM files)."""

    chain: Path
    key: Path


class Authority:
    """A certificate authority that no machine trusts by itself.

    ``bundle`` is the PEM file of its own certificate: what a client passes as ``verify`` to trust it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._authority = trustme.CA(organization_name="SteadyAPI acceptance tests")
        self.bundle = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(self.bundle))

    def certificate(self, name: str, expires: datetime | None = None) -> Certificate:
        """Writes a certificate for ``localhost`` and 127.0.0.1 to files called after ``name``."""
        issued = self._authority.issue_cert("localhost", "127.0.0.1", not_after=expires)
        certificate = Certificate(self._folder / f"{name}.pem", self._folder / f"{name}.key")
        for blob in issued.cert_chain_pems:
            blob.write_to_path(str(certificate.chain), append=True)
        issued.private_key_pem.write_to_path(str(certificate.key))
        return certificate
