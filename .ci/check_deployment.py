"""Migrations are complete, and `check --deploy` has nothing to say on production settings: on a database of its own."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "platform")]

from config.embedded import PostgreSQL  # noqa: E402

COMMANDS = (
    ["makemigrations", "--check", "--dry-run"],
    ["migrate", "--no-input", "--verbosity", "0"],
    # First tables go and come again.
    ["migrate", "taskforces", "zero", "--no-input", "--verbosity", "0"],
    ["migrate", "--no-input", "--verbosity", "0"],
    ["check", "--deploy", "--fail-level", "WARNING", "--database", "default"],
)


def main():
    """Exit with the first command that fails."""
    with tempfile.TemporaryDirectory(prefix="checks-") as folder:
        Path(folder).chmod(0o755)
        server = PostgreSQL(Path(folder) / "postgresql", durable=False)
        try:
            server.start()
            for command in COMMANDS:
                print("manage.py", *command, flush=True)
                subprocess.run([sys.executable, ROOT / "manage.py", *command], env=production(server), check=True)
        except subprocess.CalledProcessError as error:
            sys.exit(error.returncode)
        finally:
            server.stop()


def production(server):
    """The environment of the real service, with a key of the moment."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "SITE_URL": "https://platform.example",
        "ALLOWED_HOSTS": "platform.example",
        "DATABASE_URL": server.url(),
        "REDIS_URL": "redis://localhost:1/0",
    }


if __name__ == "__main__":
    main()
