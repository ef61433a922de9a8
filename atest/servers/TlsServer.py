"""Servers whose certificates are right, expired, or made for another host, and the CA file that vouches for all."""

import ssl
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import trustme
from cryptography.hazmat.primitives import serialization
from robot.api.deco import keyword, library


class Ok(BaseHTTPRequestHandler):
    """Responds with 200."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Responds."""
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name that the parent class gives it
        """Keeps quiet."""


class Quiet(ThreadingHTTPServer):
    """A server that takes a refused handshake as it comes."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Keeps quiet."""


@library(scope="GLOBAL")
class TlsServer:
    """Starts servers and stops them at the end of the run."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self.ROBOT_LIBRARY_LISTENER = self
        self._authority = trustme.CA()
        self._servers: list[Quiet] = []

    @keyword
    def write_ca_file(self, path: Path) -> Path:
        """Writes the certificate of the authority."""
        self._authority.cert_pem.write_to_path(str(path))
        return path

    @keyword
    def write_locked_client_certificate(self, path: Path, password: str) -> Path:
        """Writes a client certificate with its key, which a password opens."""
        issued = self._authority.issue_cert("ada@example.com")
        key = serialization.load_pem_private_key(issued.private_key_pem.bytes(), None)
        locked = serialization.BestAvailableEncryption(password.encode())
        pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
        path.write_bytes(pem + b"".join(each.bytes() for each in issued.cert_chain_pems))
        return path

    @keyword
    def write_client_certificate(self, path: Path) -> Path:
        """Writes a client certificate with its key."""
        self._authority.issue_cert("ada@example.com").private_key_and_cert_chain_pem.write_to_path(str(path))
        return path

    @keyword
    def start_tls_server(self, host: str = "127.0.0.1", *, expired: bool = False, asks_client: bool = False) -> str:
        """Starts a server with a certificate for a host and returns its base URL."""
        now = datetime.now(UTC)
        ends = now - timedelta(days=1) if expired else now + timedelta(days=1)
        certificate = self._authority.issue_cert(host, not_before=now - timedelta(days=9), not_after=ends)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        if asks_client:
            context.verify_mode = ssl.CERT_REQUIRED
            self._authority.configure_trust(context)
        server = Quiet(("127.0.0.1", 0), Ok)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        self._servers.append(server)
        return f"https://127.0.0.1:{server.server_port}"

    def close(self) -> None:
        """Stops all servers."""
        while self._servers:
            server = self._servers.pop()
            server.shutdown()
            server.server_close()
