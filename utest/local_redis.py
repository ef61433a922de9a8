"""A real Redis server of Debian's at a socket of this machine, for one process of unit tests."""

import subprocess
import tempfile
from pathlib import Path
from shutil import rmtree, which

from redis import Redis


class LocalRedis:
    """A server that keeps nothing on disk."""

    def __init__(self, *options: str) -> None:
        program = which("redis-server")
        assert program, "redis-server is not installed, and the tests of sharing need it. Install it: .ci/install"
        # Not below pytest's folder: the path of a socket has 107 characters at most.
        self._folder = Path(tempfile.mkdtemp(prefix="steadyapi-redis-"))
        self.path = str(self._folder / "s")
        self.address = f"unix://{self.path}"
        command = [program, "--port", "0", "--unixsocket", self.path, "--save", "", "--dir", str(self._folder)]
        self._process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        while "eady to accept connections" not in (line := self._process.stdout.readline()):
            assert line, "redis-server ended at once"

    def client(self) -> Redis:
        """Returns what looks at the server from outside."""
        return Redis(unix_socket_path=self.path)

    def contents(self) -> bytes:
        """Returns every name and value that the server holds."""
        redis = self.client()
        found = []
        for name in redis.scan_iter():
            kind = redis.type(name)
            value = redis.get(name) if kind == b"string" else repr(redis.hgetall(name)).encode()
            found += [name, value]
        return b"\n".join(found)

    def stop(self) -> None:
        """Ends the server."""
        self._process.terminate()
        self._process.communicate(timeout=60)
        rmtree(self._folder, ignore_errors=True)
