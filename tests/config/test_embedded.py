"""The embedded servers: one per folder, reachable by their owner, and nothing acknowledged is lost."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import environ
import psycopg
import pytest
import redis

from config import embedded
from config.children import source_environment
from config.embedded import PostgreSQL, Valkey

ROOT = Path(__file__).resolve().parents[2]
drill = pytest.mark.drill
both = pytest.mark.parametrize("kind", [PostgreSQL, Valkey])


@pytest.fixture
def folder():
    """A folder for one server, short enough for a socket, and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="platform-") as name:
        yield Path(name) / "server"


@pytest.fixture
def make(folder):
    """Make servers that are ended with the test, whatever it did to them."""
    made = []

    def make(kind, where=folder):
        made.append(kind(where))
        return made[-1]

    yield make
    for server in made:
        server.stop()


def settings_of(url):
    return environ.Env.db_url_config(url)


# -- Addresses


def test_database_address_keeps_capitals_and_spaces():
    database = settings_of(embedded.database_url(Path("/srv/My House/+é")))
    assert Path(database["HOST"]) == embedded.postgresql(Path("/srv/My House/+é")).socket_path.parent
    assert (database["USER"], database["NAME"], database["PORT"]) == ("platform", "platform", 5432)


def test_addresses_need_no_running_server_and_make_no_folder(tmp_path):
    embedded.database_url(tmp_path)
    embedded.redis_url(tmp_path)
    embedded.broker_url(tmp_path)
    assert not list(tmp_path.iterdir())


def test_cache_and_broker_have_the_same_socket():
    root = Path("/srv/My House")
    cache = redis.ConnectionPool.from_url(embedded.redis_url(root, db=3)).connection_kwargs
    assert (cache["path"], cache["db"]) == ("/srv/My House/.data/valkey/run/valkey.sock", 3)
    assert embedded.broker_url(root) == "redis+socket:///srv/My%20House/.data/valkey/run/valkey.sock"


@both
def test_sockets_of_long_paths_are_short(kind):
    server = kind(Path("/srv") / ("long" * 40))
    assert len(os.fsencode(server.socket_path)) <= 100
    assert server.socket_path == kind(server.folder).socket_path
    assert server.socket_path != kind(Path("/srv") / ("long" * 41)).socket_path


# -- Life and death


@drill
@both
def test_starts_and_stops(make, kind):
    server = make(kind)
    assert not server.is_running()
    server.start()
    assert server.is_running() and server.pid()
    server.stop()
    assert not server.is_running() and not server.pid()


@drill
@both
def test_second_start_uses_the_running_server(make, kind):
    server = make(kind)
    server.start()
    pid = server.pid()
    other = make(kind)
    other.start()
    assert other.pid() == pid


@drill
@both
def test_eight_simultaneous_starts_make_one_server(make, kind, folder):
    server = make(kind)
    program = (
        f"from config.embedded import {kind.__name__} as kind; server = kind({str(folder)!r}); server.start();"
        "print(server.pid())"
    )
    callers = [
        subprocess.Popen([sys.executable, "-c", program], env=source_environment(ROOT), stdout=subprocess.PIPE)
        for _ in range(8)
    ]
    answers = [caller.communicate()[0].decode().strip() for caller in callers]
    assert answers == [str(server.pid())] * 8


@drill
@both
def test_only_the_owner_reaches_the_socket(make, kind):
    server = make(kind)
    server.start()
    assert server.socket_path.parent.stat().st_mode & 0o777 == 0o700


@drill
@both
def test_living_server_with_a_lost_socket_is_replaced(make, kind):
    server = make(kind)
    server.start()
    lost = server.pid()
    server.socket_path.unlink()
    other = make(kind)
    other.start()
    assert other.pid() != lost
    assert server.has_ended(lost)


@drill
@both
def test_dead_server_nobody_buried_is_not_taken_for_a_living_one(make, kind):
    server = make(kind)
    server.start()
    zombie = server.pid()
    os.kill(zombie, signal.SIGKILL)  # and its parent, which is us, does not look
    other = make(kind)
    other.start()
    assert other.is_ready() and other.pid() != zombie


@drill
@both
def test_number_that_was_given_to_a_stranger_does_not_prevent_a_start(make, kind):
    server = make(kind)
    server.start()
    server.kill()
    rest = server.pid_file.read_text().partition("\n")[2]
    server.pid_file.write_text(f"{os.getpid()}\n{rest}")
    assert server.pid() is None
    server.start()
    assert server.is_ready()


@drill
@both
def test_works_in_a_folder_with_a_long_and_unusual_path(make, kind, folder):
    server = make(kind, folder / "Ünï + space" / ("long" * 30))
    server.start()
    assert server.is_ready()


@drill
@both
@pytest.mark.parametrize("path", ["short", "long" * 30])
def test_folder_made_anew_is_empty(make, kind, folder, path):
    server = make(kind, folder / path)
    server.start()
    if kind is PostgreSQL:
        server.connect().execute("CREATE TABLE remains (id int)")
    else:
        redis.from_url(server.url()).set("remains", 1)
    shutil.rmtree(folder)  # the checkout was deleted while its server ran
    server = make(kind, folder / path)
    server.start()
    if kind is PostgreSQL:
        assert server.connect().execute("SELECT to_regclass('remains')").fetchone() == (None,)
    else:
        assert redis.from_url(server.url()).get("remains") is None


@drill
def test_clusters_in_two_folders_do_not_meet(make, folder):
    first, second = make(PostgreSQL, folder / "1"), make(PostgreSQL, folder / "2")
    first.start()
    second.start()
    assert first.pid() != second.pid()
    first.stop()
    assert second.is_ready()


@drill
def test_interrupted_first_start_is_repeated(make):
    server = make(PostgreSQL)
    (server.home / "cluster.new" / "base").mkdir(parents=True)
    server.start()
    assert server.is_ready()


# -- Durability


@drill
def test_acknowledged_rows_survive_kill(make):
    server = make(PostgreSQL)
    server.start()
    connection = server.connect()
    connection.execute("CREATE TABLE words (id serial)")
    for _ in range(200):
        connection.execute("INSERT INTO words DEFAULT VALUES")
    server.kill()
    server.start()
    assert server.connect().execute("SELECT count(*) FROM words").fetchone() == (200,)


@drill
def test_queued_messages_survive_kill(make):
    server = make(Valkey)
    server.start()
    with redis.from_url(server.url()) as client:
        for number in range(200):
            client.rpush("queue", number)
    server.kill()
    server.start()
    with redis.from_url(server.url()) as client:
        assert client.llen("queue") == 200


@drill
def test_cluster_for_tests_does_not_wait_for_the_disk(folder):
    server = PostgreSQL(folder, durable=False)
    server.start()
    try:
        assert server.connect().execute("SHOW fsync").fetchone() == ("off",)
    finally:
        server.stop()


@drill
def test_callers_environment_does_not_change_the_server(make, monkeypatch):
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("LC_ALL", "xx_YY.UTF-8")
    server = make(PostgreSQL)
    server.start()
    with psycopg.connect(host=str(server.socket_path.parent), port=5432, user="platform", dbname="platform") as client:
        assert client.execute("SELECT upper('é'), current_setting('server_encoding')").fetchone() == (
            "É",
            "UTF8",
        )
