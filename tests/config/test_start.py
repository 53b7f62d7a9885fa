"""`manage.py start` as a newcomer meets it: everything comes up, and nothing stays behind."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from config import embedded
from config.catalogues import compile_catalogues
from config.processes import command_of, read_pid, wait_until

ROOT = Path(__file__).resolve().parents[2]
OURS = ("DJANGO_SETTINGS_MODULE", "TEST_FOLDER", "TEST_DATABASE_URL", "DATABASE_URL", "REDIS_URL", "PYTHONPATH")
drill = pytest.mark.drill


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Checkout:
    """A copy of this checkout, with servers and data of its own."""

    def __init__(self, root):
        self.root = root
        self.output = root.parent / "output"
        self.starts = []
        left_out = shutil.ignore_patterns(".git", ".venv", ".data", "__pycache__", "media", "staticfiles", "tests")
        shutil.copytree(ROOT, root, ignore=left_out)

    def start(self, *options, port=None):
        """Call `manage.py start` without waiting for anything."""
        environment = {name: value for name, value in os.environ.items() if name not in OURS}
        self.port = port or free_port()
        command = [sys.executable, self.root / "manage.py", "start", f"--port={self.port}", *options]
        with open(self.output, "w") as output:
            process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
        self.starts.append(process)
        return process

    def start_fully(self, *options):
        process = self.start("--no-demo", *options)
        assert wait_until(lambda: self.says("Ready") or process.poll() is not None, seconds=300)
        assert self.says("Ready"), self.output.read_text()
        return process

    def says(self, words):
        return words in self.output.read_text()

    def get(self, path):
        """(status, what it says)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()

    def pid(self, name):
        return read_pid(self.root / ".data" / "run" / f"{name}.pid")

    def processes(self):
        """The numbers of all processes that name this checkout, and of its servers, which may live elsewhere."""
        listing = subprocess.run(["ps", "-axwwo", "pid=,command="], capture_output=True, text=True).stdout.splitlines()
        named = {int(line.split()[0]) for line in listing if str(self.root) in line}
        return named | {pid for pid in (embedded.postgresql(self.root).pid(), embedded.valkey(self.root).pid()) if pid}

    def clear(self):
        """Leave nothing running, whatever happened."""
        for process in self.starts:
            process.kill()
            process.wait()
        embedded.postgresql(self.root).stop()
        embedded.valkey(self.root).stop()
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def copied():
    with tempfile.TemporaryDirectory(prefix="platform-") as folder:
        yield Checkout(Path(folder).resolve() / "checkout")


@pytest.fixture
def checkout(copied):
    yield copied
    copied.clear()


@drill
def test_second_start_is_refused_and_the_first_stops_in_good_order_and_leaves_no_process(checkout):
    start = checkout.start_fully()
    for path in ("/healthz", "/static/css/site.css"):
        assert checkout.get(path)[0] == 200
    status, page = checkout.get("/fr/no-such-page/")
    assert status == 404 and "Cette page ne se trouve pas ici" in page
    assert len(checkout.processes()) >= 8
    second = checkout.start()
    assert second.wait(30) == 1
    assert checkout.says(f"already running, as process {start.pid}")
    assert start.poll() is None
    start.terminate()
    assert start.wait(30) == 0
    assert checkout.processes() == set()


@drill
@pytest.mark.parametrize(
    ("moment", "number"),
    [("PostgreSQL", signal.SIGTERM), ("structure", signal.SIGINT), ("Web", signal.SIGHUP)],
)
def test_signal_while_starting_leaves_no_process(checkout, moment, number):
    start = checkout.start("--no-demo")
    assert wait_until(lambda: checkout.says(moment), seconds=300)
    start.send_signal(number)
    assert start.wait(30) == 0
    assert checkout.processes() == set()


@drill
def test_after_kill_services_are_reused_and_other_survivors_ended(checkout):
    checkout.start_fully().kill()
    servers = embedded.postgresql(checkout.root).pid(), embedded.valkey(checkout.root).pid()
    survivors = [checkout.pid(name) for name in ("web", "worker", "beat")]
    assert all(map(command_of, survivors))
    start = checkout.start_fully()
    assert servers == (embedded.postgresql(checkout.root).pid(), embedded.valkey(checkout.root).pid())
    assert not any(map(command_of, survivors))
    start.terminate()
    assert start.wait(30) == 0
    assert checkout.processes() == set()


@drill
def test_stranger_with_a_survivors_number_is_spared(checkout):
    run = checkout.root / ".data" / "run"
    run.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100)"]) as stranger:
        (run / "web.pid").write_text(f"{stranger.pid}\n")
        start = checkout.start("--no-demo")
        assert wait_until(lambda: checkout.says("PostgreSQL"), seconds=300)
        assert stranger.poll() is None
        start.terminate()
        stranger.kill()


@drill
@pytest.mark.parametrize("name", ["web", "worker"])
def test_process_that_dies_is_named_and_ends_everything(checkout, name):
    start = checkout.start_fully()
    os.kill(checkout.pid(name), signal.SIGKILL)
    assert start.wait(30) == 1
    assert checkout.says(f"The {name} process has ended")
    assert checkout.says(f"{name}.log")
    assert checkout.processes() == set()


@drill
def test_server_that_dies_is_named_and_ends_everything(checkout):
    start = checkout.start_fully()
    embedded.valkey(checkout.root).kill()
    assert start.wait(30) == 1
    assert checkout.says("Valkey has ended")
    assert checkout.processes() == set()


@drill
def test_taken_port_is_said_before_anything_starts(checkout):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert checkout.start(port=port).wait(30) == 1
    assert checkout.says(f"Port {port} is taken by another program")
    assert not checkout.says("PostgreSQL")


# -- Message catalogues


PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Soil"\nmsgstr "Sol"\n'


@pytest.fixture
def po(tmp_path):
    path = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO)
    return path


def test_missing_catalogue_is_compiled_once(po, tmp_path):
    assert compile_catalogues(tmp_path) == 1
    assert b"Sol" in po.with_suffix(".mo").read_bytes()
    assert compile_catalogues(tmp_path) == 0


def test_changed_catalogue_is_compiled_again(po, tmp_path):
    compile_catalogues(tmp_path)
    later = po.with_suffix(".mo").stat().st_mtime + 1
    os.utime(po, (later, later))
    assert compile_catalogues(tmp_path) == 1
    assert [path.name for path in po.parent.glob("*.mo*")] == ["django.mo"]
