"""Files nobody knows of: left behind when a process dies between the file and its row."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from core.stored_files import StoredFile, forget_what_was_written

FOLDER = "files"
# A younger file may belong to a transaction that is still open.
LEFT_BEHIND_AFTER = timedelta(days=1)


def stored_names():
    """The names of all files in the storage."""
    for folder in folders(FOLDER):
        for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
            yield f"{FOLDER}/{folder}/{name}"


def folders(name):
    """The folders in `name`; none where nothing has ever been stored."""
    try:
        return default_storage.listdir(name)[0]
    except FileNotFoundError:
        return []


def files_without_row():
    """Names of files older than a day of which no row speaks."""
    known = set(StoredFile.objects.values_list("file", flat=True))
    before = timezone.now() - LEFT_BEHIND_AFTER
    return [name for name in stored_names() if name not in known and is_older(name, before)]


def rows_without_file():
    """StoredFiles whose bytes are gone."""
    there = set(stored_names())
    return [row for row in StoredFile.objects.order_by("pk") if row.file.name not in there]


def is_older(name, moment):
    """Whether a file lay there before `moment`; one that goes meanwhile is nobody's concern."""
    try:
        return default_storage.get_modified_time(name) < moment
    except FileNotFoundError:
        return False


def sweep_orphans():
    """Every night: what has no row goes."""
    for name in files_without_row():
        forget_what_was_written(name)
