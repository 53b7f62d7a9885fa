"""What the records of a file become: new drafts; nothing where they are known already; all of it or none."""

from dataclasses import dataclass

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.references import SAME
from core.source import acting_from
from partners.importing.reading import Outcome, Report
from practices import editions
from practices.answers import judged, with_answers
from practices.duplicates import twins_of
from practices.importing.reading import Reader
from practices.models import Provenance


@dataclass
class RecordsReport(Report):
    """What a file does, record by record."""

    @property
    def counts(self):
        return {kind: len(self.of(kind)) for kind in ("new", "known", "refused")}


def bring_in(records, mapping, *, by, file_name, dry_run):
    """Judge [(number, record)] and, unless `dry_run` or one is refused, make all of them. Returns a RecordsReport."""
    reader, seen = Reader(mapping), {}
    with acting_from("import"), pghistory.context(source="import", file=file_name), transaction.atomic():
        outcomes = [outcome(number, record, reader, seen, by) for number, record in records]
        report = RecordsReport(outcomes, [])
        transaction.set_rollback(dry_run or not report.is_accepted)
    return report


def outcome(number, theirs, reader, seen, by):
    """What one record does; a refused one leaves nothing behind."""
    name = reader.text(theirs, reader.mapping.title)[:150] or reader.text(theirs, reader.mapping.identifier) or "–"
    try:
        understood = reader.understood(theirs)
        record = understood.record
        if record.identifier in seen:
            words = {"identifier": record.identifier, "number": seen[record.identifier]}
            raise ValidationError(_("“%(identifier)s” stands in record %(number)d, too.") % words)
        seen[record.identifier] = number
        if known := known_as(record, by):
            return Outcome(number, "known", name, summary=known)
        with transaction.atomic():
            _practice, faults = Provenance.objects.bring_in(record, by=by)
    except ValidationError as error:
        return Outcome(number, "refused", name, reasons=error.messages)
    return Outcome(number, "new", name, summary=" · ".join([record.identifier, *understood.notes, *left_out(faults)]))


def known_as(record, by):
    """By which sheet a record is known already, in words; "" for a new one.

    An import cannot ask about each record: what only looks a little alike comes in, and its author is shown the twin.
    """
    earlier = Provenance.objects.filter(source=record.source, identifier=record.identifier).select_related("practice")
    if found := earlier.first():
        return _("%(code)s %(title)s: brought in before") % called(found.practice)
    edition = editions.edition()
    contents = {"title": {record.language: record.title}}
    kept, _faults = judged(edition, record.contents, record.language)
    for twin in twins_of(with_answers(contents, kept), edition, seen_by=by):
        if twin.has_same_code or twin.alike >= SAME:
            return _("%(code)s %(title)s: %(why)s") % (called(twin.obj, twin.practice) | {"why": twin.why})
    return ""


def called(obj, practice=None):
    return {"code": (practice or obj).code, "title": obj.title}


def left_out(faults):
    """What did not hold, in sentences."""
    questions = editions.edition().questions
    for key, sentences in faults.items():
        yield f"{questions[key].label}: {' '.join(sentences)}"
