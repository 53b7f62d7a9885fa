"""What both embedded servers have in common: one lock, one socket, one process."""

import contextlib
import fcntl
import os
import signal
import socket
import struct
import subprocess
import sys
from pathlib import Path

from config.embedded.places import make_folder, servant
from config.processes import command_of, read_pid, signal_process, tail, wait_until


class ServerError(RuntimeError):
    """An embedded server did not do what it was asked; the message ends with its last words."""


class Server:
    """A server process on a Unix socket, owned by a folder and outliving whoever started it.

    Running means that the socket accepts a connection. Starting and stopping happen under a file lock, so that
    processes calling `start()` at the same moment end up with one server.
    """

    name: str
    stop_signal = signal.SIGTERM
    # Ends one whose folder is gone, at once and with all its helpers.
    quick_signal = signal.SIGQUIT

    def __init__(self, folder: Path):
        self.folder = Path(folder).absolute()
        self._process: subprocess.Popen | None = None

    # Each kind of server says:
    socket_path: Path  # where it listens
    pid_file: Path  # where it writes its number
    log: Path  # where its last words are
    mark: Path  # a path of its own that its command line shows

    def launch(self) -> subprocess.Popen:
        """Start the process, without waiting until it is ready."""
        raise NotImplementedError

    def is_ready(self) -> bool:
        """Whether it answers questions, beyond accepting connections."""
        raise NotImplementedError

    def prepare(self):
        """What must be done before each launch, under the lock."""

    def claim(self):
        """Make sure that whoever listens on the socket serves this folder, not a deleted one of the same path."""
        if self.is_running() and not self.pid():
            try:
                signal_process(self.listener(), self.quick_signal)
            except (FileNotFoundError, ConnectionRefusedError):  # it answered once more while it was dying
                return
            wait_until(lambda: not self.is_running(), seconds=10)

    def finish(self):
        """What must be done once it is ready, under the lock."""

    def is_running(self) -> bool:
        try:
            self.dial().close()
        except (FileNotFoundError, ConnectionRefusedError):
            return False
        except OSError:  # a full queue is a sign of life
            return True
        return True

    def dial(self) -> socket.socket:
        """A connection to its socket."""
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(5)
        try:
            client.connect(os.fspath(self.socket_path))
        except OSError:
            client.close()
            raise
        return client

    def listener(self) -> int:
        """The number of the process that listens on the socket, from the kernel."""
        with self.dial() as client:
            if sys.platform == "darwin":
                return client.getsockopt(0, 2)  # SOL_LOCAL, LOCAL_PEERPID
            return struct.unpack("iII", client.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]

    def pid(self) -> int | None:
        """The number of its process, None if that is not alive: numbers are reused, and files survive crashes."""
        pid = read_pid(self.pid_file)
        return pid if pid and str(self.mark) in command_of(pid) else None

    def start(self):
        """Make sure that it runs and answers. A running one is used as it is."""
        with self.locked():
            self.claim()
            try:
                self.bring_up()
                self.finish()
            except (FileNotFoundError, ConnectionRefusedError):  # its last answer came while it was dying
                self.bring_up()
                self.finish()

    def bring_up(self):
        """Launch it unless it answers."""
        # One that accepts connections without answering is reading its data, or on its way out.
        if not wait_until(lambda: self.is_ready() or not self.is_running(), seconds=60):
            raise self.error("accepts connections but does not answer")
        if not self.is_running():
            self.end()  # a living process behind a lost socket: /tmp is tidied by some systems
            self.prepare()
            self.run()

    def run(self):
        """Launch it and wait until it answers; raises ServerError with its last words."""
        self._process = self.launch()
        wait_until(lambda: self.is_ready() or self._process.poll() is not None, seconds=60)
        if not self.is_ready():
            self.end()
            raise self.error("did not start")

    def stop(self):
        """End it in good order; nothing happens if it does not run."""
        if self.folder.exists():
            with self.locked():
                self.end()

    def end(self):
        pid = self._process.pid if self._process and self._process.poll() is None else self.pid()
        if pid:
            signal_process(pid, self.stop_signal)
            if not wait_until(lambda: self.has_ended(pid), seconds=30):
                raise self.error("does not stop")

    def kill(self):
        """SIGKILL, for drills: no chance to tidy up."""
        if pid := self.pid():
            signal_process(pid, signal.SIGKILL)
            wait_until(lambda: self.has_ended(pid), seconds=10)

    def has_ended(self, pid: int) -> bool:
        if self._process and self._process.pid == pid:
            return self._process.poll() is not None  # reaps our own child
        return not command_of(pid)

    @contextlib.contextmanager
    def locked(self):
        make_folder(self.folder, mode=0o711 if servant() else 0o700)
        with open(self.folder / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def error(self, what: str) -> ServerError:
        return ServerError(f"{self.name} {what}. The end of {self.log}:\n{tail(self.log)}")
