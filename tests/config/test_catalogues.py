"""French and Spanish are complete: every marked sentence is in the catalogues, translated, with its places kept."""

import os
import re
import shutil
import subprocess
import sys

import polib
import pytest

from config.children import source_environment
from tests.config.compose import ROOT

LANGUAGES = ("fr", "es")
PLACES = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "*.mo", "benchmarks", "media", "staticfiles", "tests")

each_language = pytest.mark.parametrize("language", LANGUAGES)


def catalogue(language, root=ROOT):
    return polib.pofile(str(root / "locale" / language / "LC_MESSAGES" / "django.po"))


def key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """The sentences marked in code and templates now, collected from a copy of the tree."""
    if shutil.which("xgettext") is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have gettext: the catalogues may not go unchecked there.")
        pytest.skip("NO gettext FOUND: the catalogues were not compared with the code. Install gettext.")
    root = tmp_path_factory.mktemp("sentences") / "copy"
    shutil.copytree(ROOT, root, ignore=LEFT_OUT)
    shutil.rmtree(root / "locale", ignore_errors=True)
    (root / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale=fr", "--no-location"]
    environment = source_environment(root) | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return {key(entry) for entry in catalogue("fr", root) if not entry.obsolete}


@each_language
def test_every_marked_sentence_is_in_the_catalogue(language, marked):
    known = {key(entry) for entry in catalogue(language) if not entry.obsolete}
    assert marked - known == set()


@each_language
def test_catalogue_holds_nothing_that_is_no_longer_said(language, marked):
    known = {key(entry) for entry in catalogue(language) if not entry.obsolete}
    assert known - marked == set()


@each_language
def test_every_sentence_is_translated(language):
    entries = catalogue(language)
    assert [entry.msgid for entry in entries.untranslated_entries()] == []
    assert [entry.msgid for entry in entries.fuzzy_entries()] == []


@each_language
def test_translations_keep_every_place(language):
    """A name or number that a translation loses is an error at the moment somebody reads the page."""
    wrong = []
    for entry in catalogue(language):
        wanted = set(PLACES.findall(entry.msgid + entry.msgid_plural))
        if entry.msgstr and set(PLACES.findall(entry.msgstr)) != wanted:
            wrong.append((entry.msgid, entry.msgstr))
        # "One notice" may do without its number.
        wrong += [(entry.msgid, text) for text in entry.msgstr_plural.values() if set(PLACES.findall(text)) - wanted]
    assert wrong == []


@each_language
def test_catalogue_names_no_source_lines(language):
    """Line numbers would change it with every edit of the code."""
    assert not any(entry.occurrences for entry in catalogue(language))
