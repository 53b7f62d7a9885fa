"""Processes of the machine: what they run, how they end, what they wrote last. Standard library only."""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path


def command_of(pid: int) -> str:
    """The command line of the living process `pid`, or "" if there is none.

    A zombie has ended and counts as none: in a container whose process 1 reaps nobody, a killed server
    keeps its number forever and would otherwise be taken for a running one.
    """
    if Path("/proc/self").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    ps = subprocess.run(["ps", "-wwo", "stat=,command=", "-p", str(pid)], capture_output=True, text=True)  # noqa: S603, S607
    state, _, command = ps.stdout.strip().partition(" ")
    return "" if state.startswith("Z") else command


def read_pid(path: Path) -> int | None:
    """The process number in the first line of a pid file, or None."""
    try:
        return int(path.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def wait_until(done, *, seconds: float) -> bool:
    """Ask `done()` every 20 ms until it says yes (True) or `seconds` have passed (False)."""
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def end_group(pid: int, *, seconds: float = 10):
    """Wait `seconds` until the leader of a process group, already asked to end, is gone; then end what is left of it.

    Only the leader is ever asked: a Celery worker lets its children finish their tasks first.
    """
    wait_until(lambda: not command_of(pid), seconds=seconds)
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: EPERM for a group of zombies
        os.killpg(pid, signal.SIGKILL)


def signal_process(pid: int, number: int):
    """Send a signal to a process that may already be gone."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def tail(path: Path, lines: int = 15) -> str:
    """The last lines of a log file, "" if there is none."""
    try:
        return "\n".join(path.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return ""
