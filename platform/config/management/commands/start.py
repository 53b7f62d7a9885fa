"""`manage.py start`: everything a newcomer needs, on one machine, until Ctrl-C."""

import contextlib
import fcntl
import io
import os
import time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from config.catalogues import compile_catalogues
from config.crew import Crew, CrewError
from config.interruptions import Interruptions


class Command(BaseCommand):
    help = "Start the whole platform: database, broker, web, worker and beat. Ctrl-C stops it."
    requires_system_checks = []  # the database is not there yet; migrate checks

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 opens it to the network")
        parser.add_argument("--no-demo", action="store_true", help="leave an empty database without demo data")
        parser.add_argument(
            "--reload", action="store_true", help="for developers: restart when code changes, show tracebacks"
        )

    def handle(self, **options):
        crew = Crew(settings.BASE_DIR, host=options["host"], port=options["port"], reload=options["reload"])
        try:
            with self.only_start(), contextlib.ExitStack() as stack:
                for name in crew.end_survivors():
                    self.say(f"An earlier start was killed and left its {name} process behind: ended it.")
                crew.require_free_port()
                self.run(crew, stack, demo=not options["no_demo"])
        except CrewError as error:
            raise CommandError(str(error)) from error

    def run(self, crew, stack, *, demo):
        """Bring everything up and watch it; the stack takes it down in reverse order, whatever happens."""
        interruptions = stack.enter_context(Interruptions())
        servers = embedded_servers()
        stack.callback(self.say, "Stopped.")
        for server in servers:
            stack.callback(self.stop_server, server)
        stack.callback(crew.stop)
        stack.callback(self.say, "\nStopping ...")
        stack.callback(interruptions.ignore)
        begin = time.monotonic()
        for server in servers:
            with self.step(f"{server.name}, embedded"), interruptions.held():
                start_server(server)
        self.prepare_data(demo=demo)
        logins = demo_logins()
        leave_database()
        with self.step("Web, worker and beat"):
            for child in crew.children:
                with interruptions.held():
                    child.start()
            crew.wait_for_answers()
        self.say(f"\nReady after {time.monotonic() - begin:.0f} s:  {crew.address}/")
        self.greet(crew, servers, logins)
        watch(crew, servers)

    def stop_server(self, server):
        try:
            server.stop()
        except RuntimeError as error:
            self.say(str(error))

    def prepare_data(self, *, demo):
        """Everything the pages need; harmless when it is there already."""
        with self.step("Message catalogues"):
            compile_catalogues(settings.BASE_DIR)
        with self.step("Database structure"):
            call_quietly("migrate", interactive=False, skip_checks=False)
        with self.step("Official texts and figures"):
            call_quietly("load_reference")
        if demo and not get_user_model().objects.exists():
            with self.step("Demo people and data"):
                call_quietly("load_demo")

    def greet(self, crew, servers, logins):
        """Who can log in, what runs, where mails and logs go."""
        if logins:
            self.say(f"\nLog in with the password {settings.DEMO_PASSWORD} as")
            self.say("\n".join(f"  {email:<24} {who}" for email, who in logins))
        names = " and ".join(server.name for server in servers)
        self.say(f"\nEmbedded servers: {names}." if names else "\nNo embedded servers: yours are used.")
        if mailbox := getattr(settings, "MAILBOX_URL", None):
            self.say(f"Mails are not sent; read them at {crew.address}{mailbox}")
        self.say(f"Logs are in {crew.logs}. Ctrl-C stops everything.")

    @contextlib.contextmanager
    def only_start(self):
        """One start for each checkout: two would fight for the same database and pid files."""
        path = settings.BASE_DIR / ".data" / "run" / "start.pid"
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


def embedded_servers() -> list:
    """The servers this checkout brings along because no addresses of others are set."""
    if not (settings.EMBEDDED_DATABASE or settings.EMBEDDED_BROKER):
        return []
    from config import embedded  # never in production

    root = settings.BASE_DIR
    chosen = [(settings.EMBEDDED_DATABASE, embedded.postgresql), (settings.EMBEDDED_BROKER, embedded.valkey)]
    return [server(root) for is_wanted, server in chosen if is_wanted]


def start_server(server):
    try:
        server.start()
    except (RuntimeError, OSError) as error:
        raise CommandError(str(error)) from error


def watch(crew, servers):
    """Look twice a second whether all are alive; raises CrewError or CommandError with the last words of the dead."""
    while True:
        crew.require_life()
        for server in servers:
            if not server.is_running():
                raise CommandError(str(server.error("has ended")))
        time.sleep(0.5)


def call_quietly(command, **options):
    """Run a management command; only its errors are heard."""
    call_command(command, verbosity=0, stdout=io.StringIO(), **options)


def demo_logins() -> list:
    """The (e-mail, who) of settings that really are in this database."""
    logins = dict(getattr(settings, "DEMO_LOGINS", []))
    present = set(get_user_model().objects.filter(email__in=logins).values_list("email", flat=True))
    return [(email, who) for email, who in logins.items() if email in present]


def leave_database():
    """Close the pool too: this process needs no connection while it watches."""
    for connection in connections.all():
        connection.close()
        connection.close_pool()
