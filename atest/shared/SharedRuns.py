"""A Redis server, a service that counts, and workers on several machines, as a Robot Framework library."""

import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from machines import Network
from redis import Redis
from robot.api.deco import keyword, library

HERE = Path(__file__).parent
PASSWORD = "redis-password-8fK2"
LIMIT = 600.0
PAUSE = 0.05
POLLS = 20


@library(scope="SUITE", listener="SELF")
class SharedRuns:
    """Everything is started by ``Start Servers And Machines`` and ended with the suite."""

    def __init__(self) -> None:
        self._network: Network | None = None
        self._children: list[subprocess.Popen[bytes]] = []
        self._redis: subprocess.Popen[bytes] | None = None
        self._environment: dict[str, str] = {}
        self._folder = Path()
        self._redis_port = 0

    @keyword
    def start_servers_and_machines(self, machines: int, folder: Path) -> dict[str, str]:
        """Starts all, and returns ``redis``, ``url`` and how the machines are kept apart: ``kind``."""
        # What an earlier run left in the same folder would count as this one's.
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        # Not by the workers: Create File can't make a folder that another process is making.
        (folder / "there").mkdir()
        self._folder = folder
        self._network = Network(machines)
        service = self._started(
            self._network.on_servers(
                [sys.executable, str(HERE / "counting_service.py"), self._network.address, str(self._log)]
            ),
            "service.txt",
        )
        _waited(lambda: self._seen() != [], service)
        self.start_redis()
        url = f"http://{self._network.address}:{self._seen()[0]['port']}"
        redis = f"redis://:{PASSWORD}@{self._network.address}:{self._redis_port}/0?run=acceptance"
        self._environment = {
            "ATEST_URL": url,
            "ATEST_REDIS": redis,
            "STEADYAPI_SHARED_KEY": secrets.token_urlsafe(32),
        }
        kind = "network namespaces" if self._network.isolated else "processes of one machine"
        return {"redis": redis, "url": url, "kind": kind, "key": self._environment["STEADYAPI_SHARED_KEY"]}

    @keyword
    def start_redis(self) -> None:
        """Starts an empty Redis server, on the same port each time."""
        assert self._network is not None
        command = [
            sys.executable,
            "-c",
            "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1])",
        ]
        if not self._redis_port:
            self._redis_port = int(
                subprocess.run(self._network.on_servers(command), capture_output=True, check=True).stdout
            )
        options = {
            "bind": self._network.address,
            "port": self._redis_port,
            "unixsocket": self._socket,
            "requirepass": PASSWORD,
            "save": "",
            "rdbcompression": "no",
            "dir": self._folder,
        }
        words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        self._redis = self._started(self._network.on_servers(["redis-server", *words]), "redis.txt")
        _waited(self._redis_responds, self._redis)

    @keyword
    def stop_redis(self) -> None:
        """Ends the Redis server as an operator would."""
        assert self._redis is not None
        _ended(self._redis)

    @keyword
    def start_worker(self, machine: int, suite: str, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        """Starts a suite of ``_inner`` on a machine; its results are in a folder of their own."""
        assert self._network is not None
        number = len(list(self._folder.glob("worker-*")))
        output = self._folder / f"worker-{number}"
        output.mkdir()
        command = [sys.executable, "-m", "robot", "--outputdir", str(output), *options, str(HERE / "_inner" / suite)]
        command, own = self._network.on_machine(machine, command)
        return self._started(command, f"worker-{number}/console.txt", {**self._environment, **own, **environment})

    @keyword
    def wait_for_worker(self, worker: subprocess.Popen[bytes]) -> int:
        """Returns how many of a worker's tests failed."""
        return worker.wait(LIMIT)

    @keyword
    def console_of_worker(self, worker: subprocess.Popen[bytes]) -> str:
        """Returns what an ended worker printed."""
        worker.wait(LIMIT)
        # Its own folder is the argument behind --outputdir.
        arguments = [str(word) for word in worker.args]  # type: ignore[union-attr]  # a list, as started above
        return Path(arguments[arguments.index("--outputdir") + 1], "console.txt").read_text(encoding="utf-8")

    @keyword
    def console_of_first_use(self, address: str, key: str | None, without: str) -> str:
        """Returns what a worker prints whose import has another address or key, or that lacks a package.

        In the address, ``REDIS``, ``SERVICE`` and ``PASSWORD`` stand for those of this suite.
        """
        redis, service = (self._environment[name].rpartition("//")[2] for name in ("ATEST_REDIS", "ATEST_URL"))
        redis = redis.partition("@")[2].partition("/")[0]
        address = address.replace("REDIS", redis).replace("SERVICE", service).replace("PASSWORD", PASSWORD)
        options = ["--variable", f"ADDRESS:{address}"] if address else []
        changed = {} if key is None else {"STEADYAPI_SHARED_KEY": key}
        if without:
            (self._folder / f"{without}.py").write_text("raise ModuleNotFoundError(__name__)", encoding="utf-8")
            options += ["--pythonpath", str(self._folder)]
        worker = self.start_worker(0, "first_use.robot", *options, **changed)
        return self.console_of_worker(worker)

    @keyword
    def kill_worker(self, worker: subprocess.Popen[bytes]) -> float:
        """Kills a worker so that it can clean up nothing, and returns when, on the clock of the service."""
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        return time.monotonic()

    @keyword
    def requests_seen(self, path: str) -> list[dict[str, Any]]:
        """Returns the requests for paths that begin so, which reached the service since it was last asked to forget."""
        return [line for line in self._seen()[self._begin :] if line["path"].startswith(path)]

    @keyword
    def wait_for_request(self, path: str, count: int = 1) -> list[dict[str, Any]]:
        """Waits until the service has seen that many requests for a path."""
        _waited(lambda: len(self.requests_seen(path)) >= count, None)
        return self.requests_seen(path)

    @keyword
    def rate(self, requests: list[dict[str, Any]]) -> float:
        """Returns the requests in a second."""
        times = [request["at"] for request in requests]
        return (len(times) - 1) / (times[-1] - times[0])

    @keyword
    def wait_until_a_worker_waits_for_the_lock(self) -> None:
        """Returns when the lock was asked for again and again: who gets it asks once."""
        _waited(lambda: self._client().info("commandstats")["cmdstat_set"]["calls"] > POLLS, None)

    @keyword
    def begin_anew(self) -> None:
        """Forgets the requests until now, and all that Redis holds."""
        self._begin = len(self._seen())
        self._client().flushall()
        self._client().config_resetstat()

    @keyword
    def contents_of_redis(self) -> bytes:
        """Returns every name and value that Redis holds, and the same as it lies on disk."""
        redis = self._client()
        redis.save()
        found = [(self._folder / "dump.rdb").read_bytes()]
        for name in redis.scan_iter():
            value = redis.get(name) if redis.type(name) == b"string" else repr(redis.hgetall(name)).encode()
            found += [name, bytes(value or b"")]
        return b"\n".join(found)

    @keyword
    def expiries_in_redis(self) -> dict[str, int]:
        """Returns the seconds for which each name is kept; -1 stands for ever."""
        redis = self._client()
        return {name.decode(): redis.ttl(name) for name in redis.scan_iter()}

    @keyword
    def results(self) -> list[Path]:
        """Returns the folders of the workers' results."""
        return sorted(self._folder.glob("worker-*"))

    def _close(self) -> None:
        for child in reversed(self._children):
            _ended(child)
        if self._network is not None:
            self._network.delete()

    @property
    def _log(self) -> Path:
        return self._folder / "requests.jsonl"

    @property
    def _socket(self) -> str:
        return f"/tmp/sapi{os.getpid()}.sock"

    _begin = 1

    def _seen(self) -> list[dict[str, Any]]:
        with contextlib.suppress(FileNotFoundError):
            # The last line may be half written.
            return [json.loads(line) for line in self._log.read_text(encoding="utf-8").split("\n")[:-1]]
        return []

    def _client(self) -> Redis:
        return Redis(unix_socket_path=self._socket, password=PASSWORD)

    def _redis_responds(self) -> bool:
        with contextlib.suppress(Exception):
            return bool(self._client().ping())
        return False

    def _started(
        self, command: list[str], log: str, environment: dict[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        with (self._folder / log).open("ab") as output:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )
        self._children.append(child)
        return child


def _waited(condition: Callable[[], bool], child: subprocess.Popen[bytes] | None) -> None:
    deadline = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > deadline or (child is not None and child.poll() is not None):
            raise AssertionError("a server of this suite didn't start, or a request didn't come")
        time.sleep(PAUSE)


def _ended(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
