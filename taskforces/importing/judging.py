"""What each reference would do to a register, and the doing: all that is new together, or nothing."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.references import SAME, likeness, plain_title, trigrams
from core.source import acting_from
from taskforces.models import RegisterItem, TaskForce


@dataclass
class Finding:
    """One line of the report: what is done with a reference, and why."""

    reference: Any
    item: Any = None
    known: Any = None
    problems: list = field(default_factory=list)

    @property
    def outcome(self):
        """One of "refused", "duplicate" and "new"."""
        return "refused" if self.problems else "duplicate" if self.known else "new"


class Report:
    """What would happen to each reference in the register of a task force."""

    def __init__(self, task_force, references, *, type, regions):
        self.task_force, self.type, self.regions = task_force, type, regions
        self.known = Known(task_force)
        self.findings = [self._judge(reference) for reference in references]

    def _judge(self, reference):
        if reference.problems:
            return Finding(reference, problems=reference.problems)
        item = RegisterItem(task_force=self.task_force, type=self.type, **reference.facts)
        try:
            item.judge()
        except ValidationError as error:
            return Finding(reference, item, problems=in_words(error))
        known = self.known.like(item)
        if not known:
            self.known.learn(item, _("line %(number)d") % {"number": reference.line})
        return Finding(reference, item, known)

    def of(self, outcome):
        return [finding for finding in self.findings if finding.outcome == outcome]

    @property
    def new(self):
        return self.of("new")

    @property
    def duplicates(self):
        return self.of("duplicate")

    @property
    def refused(self):
        return self.of("refused")

    @property
    def stamp(self):
        """What was shown: the same again only if nothing has changed meanwhile."""
        told = repr([(finding.reference.line, finding.outcome, finding.reference.title) for finding in self.findings])
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]

    def write(self, *, by):
        """Put what is new into the register. Raises ValidationError, and writes nothing, when one of it fails."""
        with acting_from("import"), transaction.atomic():
            for finding in self.new:
                facts = finding.reference.facts | {"type": self.type, "regions": self.regions}
                RegisterItem.add(self.task_force, by=by, **facts)


def import_references(task_force, references, *, by, seen, **choices):
    """(Report, whether it was written). Nothing is written when the report differs from the one that was `seen`.

    Two imports into one register wait for each other: the second finds what the first has written.
    """
    with transaction.atomic():
        TaskForce.objects.select_for_update(of=("self",)).get(pk=task_force.pk)
        report = Report(task_force, references, **choices)
        if report.stamp != seen:
            return report, False
        report.write(by=by)
    return report, True


class Known:
    """What stands in a register, found by DOI, by web address, and by titles that share most of their trigrams."""

    def __init__(self, task_force):
        self.by_doi, self.by_address, self.by_word, self.titles = {}, {}, {}, []
        rows = RegisterItem.objects.kept().filter(task_force=task_force)
        for item in rows.only("title", "doi", "plain_address", "year", "task_force"):
            item.task_force = task_force
            self.learn(item, item)

    def learn(self, item, name):
        """Remember `item`; it is told of as `name`."""
        if item.doi:
            self.by_doi.setdefault(item.doi, name)
        if item.plain_address:
            self.by_address.setdefault(item.plain_address, name)
        title = plain_title(item.title)
        for word in set(title.split()):
            self.by_word.setdefault(word, []).append(len(self.titles))
        self.titles.append((trigrams(title), item, name))

    def like(self, item):
        """The name of what `item` repeats, or None."""
        if name := self.by_doi.get(item.doi) or self.by_address.get(item.plain_address):
            return name
        title = plain_title(item.title)
        own, candidates = trigrams(title), set()
        # The rarest words lead to few titles: those that share none of three are not the same.
        words = sorted(set(title.split()), key=lambda word: len(self.by_word.get(word, ())))
        for word in [word for word in words if word in self.by_word][:3]:
            candidates.update(self.by_word[word])
        for number in sorted(candidates):
            theirs, other, name = self.titles[number]
            if not contradict(item, other) and likeness(own, theirs) >= SAME:
                return name
        return None


def contradict(item, other):
    """Whether years or DOIs say that two items are two."""
    return any(
        getattr(item, name) and getattr(other, name) and getattr(item, name) != getattr(other, name)
        for name in ("year", "doi")
    )


def in_words(error):
    """The sentences of a ValidationError, each with its field before it."""
    if not hasattr(error, "message_dict"):
        return error.messages
    names = {each.name: each.verbose_name for each in RegisterItem._meta.get_fields() if hasattr(each, "verbose_name")}
    told = _("%(field)s: %(sentence)s")
    return [
        told % {"field": names.get(name, name), "sentence": sentence}
        for name, sentences in error.message_dict.items()
        for sentence in sentences
    ]
