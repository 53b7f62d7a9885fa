"""The processes that `manage.py start` runs beside one another: web, worker, beat."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from config.processes import command_of, end_group, read_pid, signal_process, tail


def source_environment(root: Path) -> dict:
    """Our environment with both source roots of the checkout first on Python's path."""
    roots = [str(root), str(root / "platform"), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, roots))}


class Child:
    """A long-running process of a checkout, with a log and a pid file, in a process group of its own.

    `identity` is the part of its command line that names the checkout and the job: by it the next start tells a
    survivor of a kill -9 from a stranger that was given the same number.
    """

    def __init__(self, name: str, identity: list, options: list, *, root: Path, environment: dict):
        self.name = name
        self.identity = [str(part) for part in identity]
        self.options = options
        self.root = root
        self.environment = environment
        self.log = root / ".data" / "logs" / f"{name}.log"
        self.pid_file = root / ".data" / "run" / f"{name}.pid"
        self.process: subprocess.Popen | None = None

    def start(self):
        for path in (self.log, self.pid_file):
            path.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(  # noqa: S603
                [sys.executable, *self.identity, *self.options],
                cwd=self.root,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.pid_file.write_text(f"{self.process.pid}\n")

    def exit_code(self) -> int | None:
        """None while it runs."""
        return self.process.poll() if self.process else None

    def last_words(self) -> str:
        return f"The end of {self.log}:\n{tail(self.log)}"

    def end_survivor(self) -> bool:
        """End the one that an earlier start left behind when it was killed; True if there was one."""
        pid = read_pid(self.pid_file)
        survives = bool(pid) and " ".join(self.identity) in command_of(pid)
        if survives:
            signal_process(pid, signal.SIGTERM)
            end_group(pid)
        self.pid_file.unlink(missing_ok=True)
        return survives


def stop_all(children: list[Child]):
    """End those that were started, and all they started, at the same time: the slowest decides how long it takes."""
    started = [child for child in children if child.process]
    for child in started:
        child.process.terminate()
    for child in started:
        end_group(child.process.pid)
        child.process.wait()
        child.pid_file.unlink(missing_ok=True)
