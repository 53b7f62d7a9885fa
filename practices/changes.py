"""What a new version of a datasheet says otherwise than the published one, question by question."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from practices.answers import LANGUAGES
from practices.places import whole
from practices.reading import read

# Longer texts are not compared word by word: it would take seconds.
MOST_WORDS = 3000


@dataclass
class Change:
    """One question that is answered otherwise: both answers as they are read, or None for none.

    Of a translated one both are [(whether these words changed, words)] in `language`.
    """

    question: Any
    before: Any = None
    after: Any = None
    language: str = ""

    @property
    def is_text(self):
        return bool(self.language)


@dataclass
class ChangedSection:
    """A section in which something has changed."""

    section: Any
    changes: list


def changes_since(version, practice):
    """[ChangedSection] from the published `version` to the sheet as it is written now, exact places in both."""
    before = dict(version.contents)
    if "sites" in before:
        before["sites"] = whole(before["sites"], version.withheld)
    return changes_between(before, practice.contents, practice.form, original=practice.language)


def changes_between(before, after, edition, *, original):
    """[ChangedSection] from the contents `before` to those `after`, by the questions of `edition`."""
    found = []
    for section in edition.sections:
        changes = [each for question in section.questions for each in changes_of(question, before, after, original)]
        if changes:
            found.append(ChangedSection(section, changes))
    return found


def changes_of(question, before, after, original):
    """The Changes of one question: one for each language in which its text is another one, or one for its answer."""
    old, new = before.get(question.key), after.get(question.key)
    if old == new:
        return
    if not question.translated:
        shown = [
            read(question, contents, original) if question.key in contents else None for contents in (before, after)
        ]
        yield Change(question, *shown)
        return
    for language in LANGUAGES:
        texts = [(answer or {}).get(language, "") for answer in (old, new)]
        if texts[0] != texts[1]:
            yield Change(question, *word_by_word(*texts), language)


def word_by_word(before, after):
    """Both texts as [(whether this part is not in the other one, words)]."""
    old, new = words_of(before), words_of(after)
    if len(old) + len(new) > MOST_WORDS:
        return [(True, before)], [(True, after)]
    first, second = [], []
    for kind, *ends in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for found, words in ((first, old[ends[0] : ends[1]]), (second, new[ends[2] : ends[3]])):
            if words:
                found.append((kind != "equal", " ".join(words)))
    return first, second


def words_of(text):
    """Its words; a new line counts as one, so that paragraphs stay."""
    return text.replace("\n", " \n ").split(" ") if text else []
