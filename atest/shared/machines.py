"""Machines of a run: network namespaces where they can be made, else processes of this machine."""

import os
import subprocess
import tempfile
from pathlib import Path
from shutil import rmtree, which

PREFIX = f"sapi{os.getpid()}"
NETWORK = "10.77.0"


class Network:
    """A switch with machines on it; ``address`` is the one of the servers.

    Each machine has a folder of its own for temporary files, so that nothing is shared by files. Where namespaces can't
    be made (not root, or no Linux), everything is on the loopback interface.
    """

    def __init__(self, machines: int) -> None:
        self._hub = f"{PREFIX}h"
        self._names = [f"{PREFIX}m{number}" for number in range(machines)]
        self._folders = [Path(tempfile.mkdtemp(prefix=f"{name}-")) for name in self._names]
        self.isolated = self._made()
        self.address = f"{NETWORK}.1" if self.isolated else "127.0.0.1"

    def on_servers(self, command: list[str]) -> list[str]:
        """Returns a command that runs where the servers are."""
        return self._within(self._hub, command)

    def on_machine(self, number: int, command: list[str]) -> tuple[list[str], dict[str, str]]:
        """Returns a command that runs on a machine, and what its environment has beside this one's."""
        folder = str(self._folders[number])
        return self._within(self._names[number], command), {"TMPDIR": folder, "XDG_RUNTIME_DIR": folder}

    def delete(self) -> None:
        """Deletes the namespaces, whose links go with them, and the folders."""
        for folder in self._folders:
            rmtree(folder, ignore_errors=True)
        if self.isolated:
            for name in (self._hub, *self._names):
                subprocess.run(["ip", "netns", "delete", name], check=False)

    def _within(self, name: str, command: list[str]) -> list[str]:
        return ["ip", "netns", "exec", name, *command] if self.isolated else command

    def _made(self) -> bool:
        if (
            which("ip") is None
            or subprocess.run(["ip", "netns", "add", self._hub], capture_output=True, check=False).returncode
        ):
            return False
        inside = ["-n", self._hub]
        _ip(*inside, "link", "add", "switch", "type", "bridge")
        _ip(*inside, "address", "add", f"{NETWORK}.1/24", "dev", "switch")
        for device in ("lo", "switch"):
            _ip(*inside, "link", "set", device, "up")
        for number, name in enumerate(self._names):
            _ip("netns", "add", name)
            port = f"port{number}"
            _ip(*inside, "link", "add", port, "type", "veth", "peer", "name", "cable", "netns", name)
            _ip(*inside, "link", "set", port, "master", "switch", "up")
            _ip("-n", name, "address", "add", f"{NETWORK}.{10 + number}/24", "dev", "cable")
            for device in ("lo", "cable"):
                _ip("-n", name, "link", "set", device, "up")
        return True


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)
