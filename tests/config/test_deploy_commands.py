"""The production shape, without an engine: its very commands, in its environment, on servers given by address."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.embedded import PostgreSQL, Valkey
from config.embedded.postgres import binaries
from tests.config.compose import ROOT, VALUES, compose
from tests.drills.conftest import Relay, wait_until

pytestmark = pytest.mark.drill

# What .dockerignore keeps out of the image, and Python's own.
LEFT_OUT = (".*", "__pycache__", "*.mo", "benchmarks", "docs", "media", "staticfiles", "tests")
SOMEBODY_IS_TOLD = """
from accounts.models import User
from partners.models import Affiliation, Partner
person = User.objects.create_user("ada@example.org", name="Ada", language="fr")
partner = Partner.objects.create(name="Terre", type="research", nature="public", country_id="FR")
Affiliation.objects.create(person=person, partner=partner, status="active")
partner.admit("partner", by=None)
"""


class House:
    """The image's files in a folder, its environment, and the commands of docker-compose.yml."""

    def __init__(self, folder, relay):
        self.app = folder / "app"
        self.logs = folder
        shutil.copytree(ROOT, self.app, ignore=shutil.ignore_patterns(*LEFT_OUT))
        self.database = PostgreSQL(folder / "postgresql")
        self.broker = Valkey(folder / "valkey")
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.port = server.getsockname()[1]
        self.services = compose(VALUES | {"EMAIL_URL": f"smtp://127.0.0.1:{relay.port}"})
        self.environment = self.services["web"]["environment"] | {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
            "PYTHONPATH": f"{self.app}:{self.app}/platform",
            "DATABASE_URL": self.database.url(),
            "REDIS_URL": self.broker.url(),
            "WEB_ADDRESS": "127.0.0.1",
            "WEB_PORT": str(self.port),
        }

    def run(self, command):
        """Run a command of the image to its end; its output."""
        result = subprocess.run(command, cwd=self.app, env=self.environment, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    @contextmanager
    def running(self, name):
        """The process of a service, in a group of its own; ended as the engine ends it."""
        log = self.logs / f"{name}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                self.services[name]["command"],
                cwd=self.app,
                env=self.environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        try:
            yield process
            assert process.poll() is None, log.read_text()
            process.terminate()
            process.wait(30)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def get(self, path, *, scheme="https", host=VALUES["SITE_HOST"]):
        """(response, body) of a page, asked for as the proxy asks."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={"Host": host, "X-Forwarded-Proto": scheme})
        response = connection.getresponse()
        return response, response.read().decode()

    def is_up(self):
        try:
            return self.get("/healthz")[0].status == 200
        except OSError:
            return False


@pytest.fixture(scope="module")
def relay():
    relay = Relay()
    yield relay
    relay.stop()


@pytest.fixture(scope="module")
def house(relay):
    """Built as the Dockerfile says, migrated as the compose file says."""
    with tempfile.TemporaryDirectory(prefix="production-") as folder:
        Path(folder).chmod(0o755)
        house = House(Path(folder), relay)
        try:
            house.database.start()
            house.broker.start()
            house.run(["deploy/compile-catalogues"])
            house.run(["python", "manage.py", "collectstatic", "--no-input", "--verbosity", "0"])
            house.migration = house.run(house.services["migrate"]["command"])
            yield house
        finally:
            house.broker.stop()
            house.database.stop()


def test_migration_ends_with_a_clean_check(house):
    assert "The official data is in place." in house.migration
    assert "no issues" in house.migration


def test_pages_are_served_and_health_is_told(house):
    with house.running("web"):
        wait_until(house.is_up, seconds=300)
        response, body = house.get("/healthz")
        assert json.loads(body)["database"] == json.loads(body)["broker"] == "ok"
        response, body = house.get("/fr/")
        assert response.status == 200
        assert response.headers["Strict-Transport-Security"]
        assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
        sheet = next(part.split('"')[0] for part in body.split('href="') if ".css" in part.split('"')[0])
        assert "max-age=" in house.get(sheet)[0].headers["Cache-Control"]
        assert house.run(["deploy/is-healthy"]) == ""


def test_plain_and_foreign_requests_are_turned_away(house):
    with house.running("web"):
        wait_until(house.is_up, seconds=300)
        response, _body = house.get("/en/", scheme="http")
        assert (response.status, response.headers["Location"]) == (301, "https://platform.example/en/")
        assert house.get("/en/", host="elsewhere.example")[0].status == 400


def test_unhealthy_web_is_noticed(house):
    result = subprocess.run(["deploy/is-healthy"], cwd=house.app, env=house.environment, capture_output=True)
    assert result.returncode == 1


def test_notice_leaves_by_mail_with_worker_and_beat(house, relay):
    with house.running("worker"), house.running("beat"):
        house.run(["python", "manage.py", "shell", "-v0", "-c", SOMEBODY_IS_TOLD])
        wait_until(lambda: relay.accepted, seconds=300)
        [message_id] = relay.accepted
        assert message_id.endswith("@platform.example>")


def test_production_never_loads_the_demo(house):
    command = ["python", "manage.py", "load_demo"]
    result = subprocess.run(command, cwd=house.app, env=house.environment, capture_output=True, text=True)
    assert result.returncode == 1 and "demo settings only" in result.stderr


def test_production_does_not_know_the_embedded_servers(house):
    question = "import sys, django; django.setup(); print('config.embedded' in sys.modules)"
    assert house.run(["python", "-c", question]).strip() == "False"


def test_backup_can_be_restored(house, tmp_path):
    """The same rows in a database made of nothing but the dump, and the same files."""
    tables = "SELECT count(*) FROM regions_country", "SELECT count(*) FROM objectives_objectivetext"
    address = f"postgresql://platform@/{{}}?host={house.database.socket_path.parent}"
    programs = os.pathsep.join([str(binaries()), os.defpath])
    environment = {"PATH": programs, "DATABASE_URL": address.format("platform")}
    environment |= {"BACKUP_FOLDER": str(tmp_path), "BACKUP_ONCE": "1", "FILES_FOLDER": str(tmp_path / "uploads")}
    upload = tmp_path / "uploads" / "files" / "ab" / "abcdef.pdf"
    upload.parent.mkdir(parents=True)
    upload.write_bytes(b"%PDF-1.7")
    subprocess.run([house.app / "deploy" / "backup"], env=environment, check=True, capture_output=True)
    [dump], [pack] = tmp_path.glob("platform-*.dump"), tmp_path.glob("platform-*.files.tar")
    with tarfile.open(pack) as files:
        assert files.extractfile("./files/ab/abcdef.pdf").read() == b"%PDF-1.7"
    with house.database.connect() as before:
        before.execute("CREATE DATABASE restored")
        restore = ["pg_restore", "--exit-on-error", "--no-owner", f"--dbname={address.format('restored')}", dump]
        subprocess.run(restore, env=environment, check=True)
        with house.database.connect("restored") as after:
            for question in tables:
                assert after.execute(question).fetchone() == before.execute(question).fetchone() != (0,)


def test_backup_that_fails_leaves_no_dump(house, tmp_path):
    environment = {"PATH": os.pathsep.join([str(binaries()), os.defpath]), "BACKUP_FOLDER": str(tmp_path)}
    environment |= {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "BACKUP_ONCE": "1"}
    result = subprocess.run([house.app / "deploy" / "backup"], env=environment, capture_output=True)
    assert result.returncode == 1
    assert not list(tmp_path.glob("*.dump"))
