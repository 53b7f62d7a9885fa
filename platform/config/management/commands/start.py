"""`manage.py start`: everything a newcomer needs, on one machine, until Ctrl-C."""

import contextlib
import errno
import fcntl
import http.client
import io
import os
import socket
import time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from config.catalogues import compile_catalogues
from config.children import Child, source_environment, stop_all
from config.interruptions import Interruptions
from config.processes import tail


class Command(BaseCommand):
    help = "Start the whole platform: database, broker, web, worker and beat. Ctrl-C stops it."
    requires_system_checks = []  # the database is not there yet; migrate checks

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 opens it to the network")
        parser.add_argument("--no-demo", action="store_true", help="leave an empty database without demo data")
        parser.add_argument("--reload", action="store_true", help="restart the web process when code changes")

    def handle(self, **options):
        self.root = settings.BASE_DIR
        self.host, self.port = options["host"], options["port"]
        reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        self.address = f"http://{f'[{reachable}]' if ':' in reachable else reachable}:{self.port}"
        self.children = self.make_children(reload=options["reload"])
        with contextlib.ExitStack() as stack, contextlib.suppress(KeyboardInterrupt):
            stack.enter_context(self.only_start())
            self.end_survivors()
            self.require_free_port()
            self.run(stack, demo=not options["no_demo"])

    def run(self, stack, *, demo):
        """Bring everything up and watch it; the stack takes it down in reverse order, whatever happens."""
        self.interruptions = stack.enter_context(Interruptions())
        stack.callback(self.say, "Stopped.")
        servers = self.embedded_servers()
        for server in servers:
            stack.callback(server.stop)
        stack.callback(stop_all, self.children)
        stack.callback(self.say, "\nStopping ...")
        stack.callback(self.interruptions.ignore)
        begin = time.monotonic()
        for server in servers:
            with self.step(f"{server.name}, embedded"), self.interruptions.held():
                server.start()
        self.prepare_data(demo=demo)
        with self.step("Web, worker and beat"):
            for child in self.children:
                with self.interruptions.held():
                    child.start()
            self.wait_for_web()
        self.greet(servers, time.monotonic() - begin)
        self.watch(servers)

    def prepare_data(self, *, demo):
        with self.step("Message catalogues"):
            compile_catalogues(self.root)
        with self.step("Database structure"):
            self.call("migrate", interactive=False)
        with self.step("Official texts and figures"):
            self.call("load_reference")
        if demo and not get_user_model().objects.exists():
            with self.step("Demo people and data"):
                self.call("load_demo")
        for connection in connections.all():
            connection.close()
            if hasattr(connection, "close_pool"):
                connection.close_pool()

    def wait_for_web(self):
        deadline = time.monotonic() + 60
        while not self.is_healthy():
            self.require_life(self.children)
            if time.monotonic() > deadline:
                raise CommandError(f"{self.address}/healthz does not answer:\n{tail(self.children[0].log)}")
            time.sleep(0.1)

    def is_healthy(self) -> bool:
        # Not urllib: it would ask a proxy named in the environment.
        connection = http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def watch(self, servers):
        while True:
            self.require_life(self.children)
            for server in servers:
                if not server.is_running():
                    raise CommandError(f"{server.name} has ended. The end of {server.log}:\n{tail(server.log)}")
            time.sleep(0.5)

    def require_life(self, children):
        for child in children:
            if (code := child.exit_code()) is not None:
                raise CommandError(
                    f"The {child.name} process has ended (exit code {code}). The end of {child.log}:\n{tail(child.log)}"
                )

    def greet(self, servers, seconds):
        """Where it is, who can log in, what runs."""
        lines = [f"\nReady after {seconds:.0f} s:  {self.address}/"]
        if logins := getattr(settings, "DEMO_LOGINS", []):
            lines += [f"\nLog in with the password {settings.DEMO_PASSWORD} as"]
            lines += [f"  {email:<24} {who}" for email, who in logins]
        embedded = " and ".join(server.name for server in servers)
        lines += [f"\nEmbedded servers: {embedded}." if embedded else "\nNo embedded servers: yours are used."]
        if mailbox := getattr(settings, "MAILBOX_URL", None):
            lines += [f"Mails go nowhere; read them at {self.address}{mailbox}"]
        lines += [f"Logs are in {self.children[0].log.parent}. Ctrl-C stops everything.\n"]
        self.say("\n".join(lines))

    # -- Before anything starts

    def make_children(self, *, reload) -> list[Child]:
        environment = source_environment(self.root) | {"PYTHONUNBUFFERED": "1"}
        environment.setdefault("SITE_URL", self.address)
        listen = f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"
        celery = ["-m", "celery", "--app=config", f"--workdir={self.root}"]
        jobs = [
            (
                "web",
                [self.root / "manage.py", "runserver"],
                [listen, "--skip-checks"] + ["--noreload"] * (not reload),
            ),
            ("worker", [*celery, "worker"], ["--concurrency=2", "--loglevel=INFO", "--without-mingle"]),
            ("beat", [*celery, "beat"], ["--loglevel=INFO", "--pidfile="]),
        ]
        return [Child(*job, root=self.root, environment=environment) for job in jobs]

    def embedded_servers(self) -> list:
        """The servers this checkout brings along because no address of others is set."""
        wanted = []
        if getattr(settings, "EMBEDDED_DATABASE", False):
            wanted.append("postgresql")
        if getattr(settings, "EMBEDDED_BROKER", False):
            wanted.append("valkey")
        if not wanted:
            return []
        from config import embedded  # never in production

        return [getattr(embedded, name)(self.root) for name in wanted]

    @contextlib.contextmanager
    def only_start(self):
        """One start for each checkout: two would fight for the same database and pid files."""
        path = self.root / ".data" / "run" / "start.pid"
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CommandError(f"The platform is already running, as process {path.read_text().strip()}.") from None
            file.truncate(0)
            file.write(f"{os.getpid()}\n")
            file.flush()
            yield

    def end_survivors(self):
        for child in self.children:
            if child.end_survivor():
                self.say(f"An earlier start was killed and left its {child.name} process behind: ended it.")

    def require_free_port(self):
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            socket.create_server((self.host, self.port), family=family).close()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise CommandError(f"Cannot listen on {self.host}, port {self.port}: {error.strerror}.") from error
            raise CommandError(
                f"Port {self.port} is taken by another program. "
                f"Choose another one: python3 manage.py start --port {self.port + 1}"
            ) from error

    # -- Telling what happens

    def call(self, command, **options):
        """Run a management command silently; its errors come out as they are."""
        call_command(command, verbosity=0, stdout=io.StringIO(), **options)

    @contextlib.contextmanager
    def step(self, what):
        begin = time.monotonic()
        self.say(f"  {what} ".ljust(32, "."), ending=" ")
        try:
            yield
        except BaseException:
            self.say("")
            raise
        self.say(f"{time.monotonic() - begin:.1f} s")

    def say(self, text, ending="\n"):
        with contextlib.suppress(OSError):  # the terminal may be gone
            self.stdout.write(text, ending=ending)
            self.stdout.flush()
