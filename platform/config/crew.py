"""Web, worker and beat of one checkout: what they are, whether they answer, how they end."""

import errno
import http.client
import socket
import time
from pathlib import Path

from kombu.exceptions import OperationalError

from config import celery_app
from config.children import Child, source_environment, stop_all

SECONDS_TO_ANSWER = 60


class CrewError(RuntimeError):
    """Somebody cannot begin or has gone; the message is for the person at the terminal."""


class Crew:
    """The three processes of `manage.py start`, listening on `host` and `port`."""

    def __init__(self, root: Path, *, host: str, port: int, reload: bool):
        self.host, self.port = host, port
        reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
        self.address = f"http://{bracketed(reachable)}:{port}"
        environment = source_environment(root) | {"PYTHONUNBUFFERED": "1"}
        environment.setdefault("SITE_URL", self.address)
        # Who looks at the house sees the pages that partners see; who changes its code sees what went wrong.
        environment.setdefault("DEBUG", str(reload))
        serve = [f"{bracketed(host)}:{port}", "--skip-checks"] + ["--noreload"] * (not reload)
        celery = ["-m", "celery", "--app=config", f"--workdir={root}"]
        jobs = [
            ("web", [root / "manage.py", "runserver"], serve),
            ("worker", [*celery, "worker"], ["--concurrency=2", "--loglevel=INFO", "--without-mingle"]),
            ("beat", [*celery, "beat"], ["--loglevel=INFO", "--pidfile="]),
        ]
        self.children = [Child(*job, root=root, environment=environment) for job in jobs]
        self.logs = root / ".data" / "logs"

    def end_survivors(self) -> list[str]:
        """End those whom a killed start left behind; returns their names."""
        return [child.name for child in self.children if child.end_survivor()]

    def require_free_port(self):
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            socket.create_server((self.host, self.port), family=family).close()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise CrewError(f"Cannot listen on {self.host}, port {self.port}: {error.strerror}.") from error
            raise CrewError(
                f"Port {self.port} is taken by another program. "
                f"Choose another one: python3 manage.py start --port {self.port + 1}"
            ) from error

    def wait_for_answers(self):
        """Until the web process answers requests and the worker the question whether it is there."""
        web, worker, _beat = self.children
        for child, answers in ((web, self.web_answers), (worker, self.worker_answers)):
            deadline = time.monotonic() + SECONDS_TO_ANSWER
            while not answers():
                self.require_life()
                if time.monotonic() > deadline:
                    raise CrewError(f"The {child.name} process does not answer. {child.last_words()}")
                time.sleep(0.1)

    def web_answers(self) -> bool:
        # Not urllib: it would ask a proxy named in the environment.
        connection = http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def worker_answers(self) -> bool:
        try:
            return bool(celery_app.control.broadcast("ping", reply=True, limit=1, timeout=1))
        except OperationalError:
            return False

    def require_life(self):
        for child in self.children:
            if (code := child.exit_code()) is not None:
                raise CrewError(f"The {child.name} process has ended (exit code {code}). {child.last_words()}")

    def stop(self):
        stop_all(self.children)


def bracketed(host: str) -> str:
    """A host as it is written in an address."""
    return f"[{host}]" if ":" in host else host
