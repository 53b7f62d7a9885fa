"""What manage.py does before Django: it finds or makes the Python environment."""

import importlib.util
import platform
import subprocess
import sys
import sysconfig
import threading
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class GoneOn(Exception):
    """Stands for the change into .venv's Python, from which there is no return."""


class Checkout:
    """A checkout in a temporary folder in which pip is only written down, with the bootstrap that works on it."""

    def __init__(self, root, monkeypatch):
        path = ROOT / "platform" / "config" / "bootstrap.py"
        spec = importlib.util.spec_from_file_location("bootstrap", path)
        self.bootstrap = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.bootstrap)
        self.root = root
        self.venv = root / ".venv"
        self.ran = []
        self.spoken = []
        (root / "requirements").mkdir()
        for group in ("runtime", "embedded", "test"):
            self.lock(group, "one")
        for name, value in {
            "ROOT": root,
            "VENV": self.venv,
            "PYTHON": self.venv / "bin" / "python",
            "STAMP": self.venv / "locks",
            "run": self.run,
            "say": self.spoken.append,
            "go_on": self.go_on,
            "has_packages": lambda: False,
            "is_usable": lambda: (self.venv / "pip").exists(),
        }.items():
            monkeypatch.setattr(self.bootstrap, name, value)
        self.set = lambda name, value: monkeypatch.setattr(self.bootstrap, name, value)

    def lock(self, group, version):
        (self.root / "requirements" / f"{group}.lock").write_text(f"{group}=={version} --hash=sha256:0\n")

    def run(self, command, held):
        assert not (self.venv / "locks").exists(), "a stamp during the work would hide an interruption"
        self.ran.append(" ".join(map(str, command)))
        if "venv" in command:
            self.venv.mkdir(exist_ok=True)
            (self.venv / "pip").touch()

    def go_on(self, argv):
        raise GoneOn

    def call(self, *argv):
        """Call manage.py; returns what was run for it."""
        self.ran = []
        with pytest.raises(GoneOn):
            self.bootstrap.prepare(["manage.py", *argv])
        return self.ran

    def installed(self):
        """The locks that were installed by the last call."""
        return [Path(word).stem for command in self.ran for word in command.split() if word.endswith(".lock")]

    def enter(self):
        """As if .venv were activated, or manage.py had gone on there."""
        self.set("is_inside", lambda: True)
        self.set("has_packages", lambda: True)


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    return Checkout(tmp_path, monkeypatch)


def test_first_start_makes_venv_and_installs_by_hash(checkout):
    made, packages, project = checkout.call("start")
    assert "-m venv --clear" in made
    assert "--require-hashes" in packages
    assert project.endswith(f"--no-deps --no-build-isolation -e {checkout.root}")
    assert checkout.installed() == ["runtime", "embedded"]


def test_second_start_installs_nothing(checkout):
    checkout.call("start")
    assert checkout.call("start") == []


def test_first_test_adds_only_the_test_packages(checkout):
    checkout.call("start")
    checkout.call("test")
    assert checkout.installed() == ["test"]
    assert checkout.call("start") == []


def test_first_test_inside_venv_adds_the_test_packages(checkout):
    checkout.call("start")
    checkout.enter()
    checkout.call("test")
    assert checkout.installed() == ["test"]


def test_changed_lock_is_installed(checkout):
    checkout.call("start")
    checkout.lock("runtime", "two")
    checkout.call("start")
    assert checkout.installed() == ["runtime"]


def test_changed_lock_inside_venv_is_only_warned_of(checkout):
    checkout.call("start")
    checkout.lock("runtime", "two")
    checkout.enter()
    checkout.spoken.clear()
    assert checkout.bootstrap.prepare(["manage.py", "start"]) is None
    assert len(checkout.spoken) == 1 and "have changed" in checkout.spoken[0]


def test_half_made_venv_is_made_anew(checkout):
    checkout.set("run", lambda command, held: sys.exit("the net is away"))
    with pytest.raises(SystemExit):
        checkout.bootstrap.prepare(["manage.py", "start"])
    checkout.set("run", checkout.run)
    assert "-m venv --clear" in checkout.call("start")[0]


def test_interrupted_upgrade_is_made_anew(checkout):
    checkout.call("start")
    checkout.lock("embedded", "two")

    def interrupted(command, held):
        raise KeyboardInterrupt

    checkout.set("run", interrupted)
    with pytest.raises(SystemExit):
        checkout.bootstrap.prepare(["manage.py", "start"])
    checkout.set("run", checkout.run)
    checkout.call("start")
    assert checkout.installed() == ["runtime", "embedded"]


def test_venv_whose_python_is_gone_is_made_anew(checkout):
    checkout.call("start")
    (checkout.venv / "pip").unlink()
    checkout.call("test")
    assert checkout.installed() == ["runtime", "embedded", "test"]


def test_two_simultaneous_calls_install_once(checkout):
    def slowly(command, held):
        time.sleep(0.1)
        checkout.run(command, held)

    def call():
        with pytest.raises(GoneOn):
            checkout.bootstrap.prepare(["manage.py", "start"])

    checkout.set("run", slowly)
    callers = [threading.Thread(target=call) for _ in range(2)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert len(checkout.ran) == 3
    assert any("waiting" in sentence for sentence in checkout.spoken)


def test_environment_that_has_the_packages_is_left_alone(checkout):
    checkout.set("has_packages", lambda: True)
    assert checkout.bootstrap.prepare(["manage.py", "start"]) is None
    assert not checkout.venv.exists()


def test_venv_of_uv_is_used_as_it_is(checkout):
    checkout.venv.mkdir()
    (checkout.venv / "pyvenv.cfg").write_text("home = /usr/bin\nuv = 0.13.8\n")
    assert checkout.call("start") == []


def test_old_python_is_told_what_is_missing(checkout):
    checkout.set("OLDEST", (9, 99))
    with pytest.raises(SystemExit, match=r"needs Python 9\.99 or newer"):
        checkout.bootstrap.prepare(["manage.py", "start"])


def test_debian_without_venv_is_told_two_ways_out(checkout, monkeypatch):
    monkeypatch.setattr(checkout.bootstrap.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as error:
        checkout.bootstrap.prepare(["manage.py", "start"])
    assert "apt install python3-venv" in str(error.value)
    assert "uv run manage.py start" in str(error.value)


def test_misleading_settings_of_pip_do_not_reach_it(checkout, monkeypatch, tmp_path):
    monkeypatch.undo()
    monkeypatch.setenv("PIP_USER", "1")
    program = "import os, sys; sys.exit('PIP_USER' in os.environ)"
    with open(tmp_path / "lock", "w") as held:
        checkout.bootstrap.run([sys.executable, "-c", program], held)


def test_failure_of_pip_is_shown(checkout, monkeypatch, tmp_path):
    monkeypatch.undo()
    with open(tmp_path / "lock", "w") as held, pytest.raises(SystemExit, match="no such package"):
        checkout.bootstrap.run([sys.executable, "-c", "import sys; sys.exit('no such package')"], held)


def test_bootstrap_and_manage_can_be_read_by_old_pythons():
    """Somebody with Python 3.6 must get a sentence, not a SyntaxError."""
    import ast

    for path in (ROOT / "manage.py", ROOT / "platform" / "config" / "bootstrap.py"):
        ast.parse(path.read_text(), feature_version=(3, 6))


def test_locks_hold_what_builds_the_project():
    names = {line.split("==")[0] for line in (ROOT / "requirements" / "runtime.lock").read_text().splitlines()}
    assert {"hatchling", "editables"} <= names


def test_platform_is_no_package():
    """With an __init__.py it would hide the standard library's `platform`, which uuid, redis and celery need."""
    assert not (ROOT / "platform" / "__init__.py").exists()
    assert Path(platform.__file__).parent == Path(sysconfig.get_path("stdlib"))


@pytest.mark.parametrize("folder", [ROOT, ROOT / "platform"])
def test_standard_platform_is_found_from_both_source_roots(folder):
    command = [sys.executable, "-c", "import platform; print(platform.python_version())"]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout
    assert answer.strip() == platform.python_version()
