"""Compiles the message catalogues: a fresh machine has no msgfmt, and .mo files are not kept in git."""

import os
from pathlib import Path


def compile_catalogues(root: Path) -> int:
    """Write each .mo under `locale/` that is missing or older than its .po. Returns how many were written."""
    stale = [path for path in sorted(Path(root).glob("locale/*/LC_MESSAGES/*.po")) if is_stale(path)]
    for path in stale:
        compile_catalogue(path)
    return len(stale)


def is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


def compile_catalogue(path: Path):
    """Compile one .po; readers at the same moment see the old file or the new one, never half of it."""
    import polib

    new = path.with_suffix(f".mo.{os.getpid()}")
    polib.pofile(str(path)).save_as_mofile(str(new))
    new.replace(path.with_suffix(".mo"))
