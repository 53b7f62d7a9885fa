"""Where embedded servers may keep their files, and as whom they run.

An ordinary user keeps everything in the folder asked for. PostgreSQL refuses to work for root, so root lends it to
the user `postgres` or `nobody`. That user cannot enter a closed home such as /root; the files then go to a place of
root's own under /var/lib, tied to the folder: it is emptied when the folder was made anew, and goes when it is gone.
"""

import functools
import hashlib
import os
import pwd
import secrets
import shutil
import signal
import stat
from contextlib import suppress
from pathlib import Path

from config.processes import command_of, read_pid, signal_process, wait_until

SHARED = Path("/var/lib/embedded-services")
SOCKET_PATH_LIMIT = 100  # macOS allows 104 bytes, Linux 108


@functools.cache
def servant() -> pwd.struct_passwd | None:
    """The user that works for root; None for everybody else, who work for themselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("PostgreSQL refuses to run as root, and there is neither a user `postgres` nor `nobody`.")


def home(folder: Path) -> Path:
    """The folder in which PostgreSQL's files for `folder` lie: itself wherever possible."""
    if servant() is None or (is_open(folder) and not too_long(folder / "run" / ".s.PGSQL.5432")):
        return folder
    return SHARED / digest(folder)


def socket_folder(folder: Path, name: str) -> Path:
    """Where a server in `folder` puts its socket called `name`: beside its data unless the path is too long."""
    if not too_long(folder / "run" / name):
        return folder / "run"
    # Not tempfile.gettempdir(): the address must not depend on who asks with which TMPDIR.
    return Path(f"/tmp/embedded-{os.geteuid()}-{digest(folder)}")  # noqa: S108


def is_open(folder: Path) -> bool:
    """Whether everybody may pass through the parents of `folder`; those still missing will be made so."""
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in folder.parents if parent.exists())


def too_long(socket: Path) -> bool:
    return len(os.fsencode(socket)) > SOCKET_PATH_LIMIT


def digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def make_folder(path: Path, *, mode: int, owner: pwd.struct_passwd | None = None):
    """Make a folder with exactly this mode, whatever the umask; missing parents become passable (0711).

    Raises PermissionError if somebody else owns it already: in /tmp another user may have been first.
    """
    if not path.parent.exists():
        make_folder(path.parent, mode=0o711)
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
        if owner:
            os.chown(path, owner.pw_uid, owner.pw_gid)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != (owner.pw_uid if owner else os.geteuid()):
        raise PermissionError(
            f"{path} belongs to another user (number {found.st_uid}). Start as that user or remove it."
        )
    if stat.S_IMODE(found.st_mode) != mode:
        path.chmod(mode)


def make_home(folder: Path) -> Path:
    """Make `home(folder)` and return it."""
    make_folder(folder, mode=0o711 if servant() else 0o700)
    place = home(folder)
    if place != folder:
        make_folder(SHARED, mode=0o755)
        tidy()
        tie = folder / "tie"
        if not tie.exists():
            tie.write_text(f"{folder}\n{secrets.token_hex()}\n")
        if place.exists() and read(place / "tie") != tie.read_text():
            remove(place)
        make_folder(place, mode=0o711)
        shutil.copyfile(tie, place / "tie")
    return place


def tidy():
    """Remove the places of folders that are gone: deleted checkouts, temporary folders of tests."""
    for tie in SHARED.glob("*/tie"):
        if not Path(tie.read_text().split("\n", 1)[0]).exists():
            remove(tie.parent)


def remove(place: Path):
    """End a server that may still work in `place` and delete everything in it."""
    pid = read_pid(place / "cluster" / "postmaster.pid")
    if pid and str(place) in command_of(pid):
        signal_process(pid, signal.SIGQUIT)
        wait_until(lambda: not command_of(pid), seconds=10)
    shutil.rmtree(place, ignore_errors=True)


def read(path: Path) -> str:
    """The text of a file, "" if there is none."""
    return path.read_text() if path.exists() else ""
