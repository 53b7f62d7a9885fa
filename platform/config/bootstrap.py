"""Makes `.venv` from the lock files on the first call of manage.py and goes on inside it.

Standard library only, and old syntax: it must be able to tell somebody with an old Python what is missing.
An environment that already has the packages (a container, `uv run`) is left alone.
"""

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "locks"
OLDEST = (3, 11)
# A global Django of another project is not our environment; these together are.
SIGNS = ("django", "environ", "celery", "psycopg")
# Settings of pip and Python that would lead the packages somewhere else than into .venv.
MISLEADING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")


def prepare(argv):
    """Return if this Python has what `argv` needs; otherwise see to it that .venv has, and go on there."""
    groups = ["runtime", "embedded"] + (["test"] if argv[1:2] == ["test"] else [])
    if is_inside():
        stay(argv, groups)
    elif not has_packages():
        if not is_made_by_uv():
            install_once(groups)
        go_on(argv)


def is_inside():
    return Path(sys.prefix).resolve() == VENV.resolve()


def has_packages():
    return all(importlib.util.find_spec(name) for name in SIGNS)


def is_made_by_uv():
    """Whether `uv sync` or `uv run` made the .venv: uv then keeps it up to date, and no stamp of ours is in it."""
    with contextlib.suppress(OSError):
        return any(line.startswith("uv =") for line in (VENV / "pyvenv.cfg").read_text().splitlines())
    return False


def stay(argv, groups):
    """Inside .venv: complete it where that is safe, and only warn where it would change under the caller's feet."""
    if is_made_by_uv():
        if not has_packages():
            sys.exit("The .venv here was made by uv and is incomplete. Call `uv sync`, or remove .venv.")
        return
    if not has_packages() or set(groups) - set(read_stamp()):
        install_once(groups)
        go_on(argv)
    if missing(groups):
        say("The lock files have changed since .venv was made: `deactivate` and call manage.py again to update it.")


def install_once(groups):
    """Install what is missing; of several calls at the same time one does, and the others wait."""
    if not missing(groups) and is_usable():
        return
    refuse_unsuitable_python()
    try:
        with lock() as held:
            if missing(groups) or not is_usable():
                install(groups, held)
    except KeyboardInterrupt:
        say("Interrupted. The next call starts again.")
        sys.exit(130)


def install(groups, held):
    """Install the locks of `groups` into .venv, as far as they are missing.

    The stamp is taken away first and written last: without it .venv is half-made, and made anew. `held` is the
    lock's file; pip inherits it, so that nobody clears .venv under a pip whose parent was killed.
    """
    begin = time.monotonic()
    stamp = read_stamp() if is_usable() else {}
    groups = missing(groups) if stamp else groups
    with contextlib.suppress(FileNotFoundError):
        STAMP.unlink()
    if not stamp:
        say("Making the Python environment .venv ...")
        run([base_python(), "-m", "venv", "--clear", str(VENV)], held)
    locks = [lock_file(name) for name in groups]
    count = sum(1 for path in locks for line in path.read_text().splitlines() if line[:1].isalpha())
    time_needed = "half a minute" if count > 40 else "ten seconds"
    say(f"Installing {count} packages, each checked against its hash: about {time_needed} ...")
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
    # The locks name every package: pip need not work out again what each of them asks for.
    run(pip + ["--no-deps", "--require-hashes"] + [part for path in locks for part in ("-r", str(path))], held)
    run(pip + ["--no-deps", "--no-build-isolation", "-e", str(ROOT)], held)
    if not is_usable():
        sys.exit("The lock files were installed, and yet packages are missing: " + ", ".join(SIGNS))
    stamp.update((name, digest(name)) for name in groups)
    STAMP.write_text("".join(f"{name} {value}\n" for name, value in stamp.items()))
    say(f"Ready after {time.monotonic() - begin:.0f} s.")


def missing(groups):
    """The groups whose lock is not the one that was installed."""
    stamp = read_stamp()
    return [name for name in groups if stamp.get(name) != digest(name)]


def read_stamp():
    """Which lock of which group is installed: {"runtime": digest, ...}."""
    with contextlib.suppress(OSError):
        return dict(line.split() for line in STAMP.read_text().splitlines())
    return {}


def digest(name):
    return hashlib.sha256(lock_file(name).read_bytes()).hexdigest()


def lock_file(name):
    return ROOT / "requirements" / (name + ".lock")


def is_usable():
    """Whether .venv's Python still works: the system's one may have been upgraded away."""
    check = f"import importlib.util, sys; sys.exit(not all(map(importlib.util.find_spec, {('pip', *SIGNS)!r})))"
    with contextlib.suppress(OSError):
        return subprocess.call([str(PYTHON), "-c", check], stderr=subprocess.DEVNULL) == 0
    return False


def base_python():
    """The Python to make .venv with; inside .venv, which may be cleared, the one it was made with."""
    return getattr(sys, "_base_executable", sys.executable) if is_inside() else sys.executable


def refuse_unsuitable_python():
    """Exit with a sentence where .venv cannot be made."""
    if os.name == "nt":
        sys.exit("On Windows please use WSL or `docker compose up`: the embedded servers need Linux or macOS.")
    if sys.version_info < OLDEST:
        sys.exit(f"This needs Python {dotted(OLDEST)} or newer; {sys.executable} is {dotted(sys.version_info[:2])}.")
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "This Python cannot make a virtual environment: Debian and Ubuntu ship that part separately. Either\n"
            "  sudo apt install python3-venv      and call manage.py again, or\n"
            "  uv run manage.py start             with uv (https://docs.astral.sh/uv/)"
        )


def dotted(version):
    return ".".join(map(str, version))


@contextlib.contextmanager
def lock():
    import fcntl  # not on Windows

    folder = ROOT / ".data"
    folder.mkdir(exist_ok=True)
    with open(str(folder / "venv.lock"), "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another call is preparing .venv; waiting for it ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def run(command, held):
    """Run quietly; exit with what was said if it fails."""
    env = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    result = subprocess.run(
        command,
        env=env,
        cwd=str(ROOT),
        pass_fds=[held.fileno()],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if result.returncode:
        sys.exit(f"{result.stdout.decode(errors='replace')[-4000:]}\n\nThis did not work: {' '.join(command)}")


def go_on(argv):
    sys.stdout.flush()
    os.execv(str(PYTHON), [str(PYTHON)] + argv)


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)
