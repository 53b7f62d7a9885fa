"""People from a spreadsheet: each is invited by mail; nobody gets an account, or a place, without her own click.

Whoever belongs to the organisation already, or is invited to it in the same words, stays as she is.
"""

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.source import acting_from
from partners.importing.reading import (
    YES_OR_NO,
    Outcome,
    Report,
    by_words,
    cells_of,
    folded,
    reasons_of,
    require,
    understand,
    understand_headers,
)
from partners.models import Affiliation, Invitation, Partner

# The columns in the order of the template, with their names; the first and the third must be there.
COLUMNS = {
    "email": gettext_lazy("e-mail address"),
    "name": gettext_lazy("name"),
    "organisation": gettext_lazy("organisation"),
    "language": gettext_lazy("language"),
    "focal_point": gettext_lazy("focal point"),
}
REQUIRED = ("email", "organisation")
SENTENCES = {
    "language": gettext_lazy("“%(text)s” is not a language of the platform: en, fr or es."),
    "focal_point": gettext_lazy("“%(text)s” is neither yes nor no."),
}
# Languages by their own names and by those in the three languages; the codes are known anyway.
LANGUAGES = [("en", gettext_lazy("English")), ("fr", gettext_lazy("French")), ("es", gettext_lazy("Spanish"))]


def import_people(table, *, by, file_name, dry_run):
    """Judge the lines of `table` and, unless `dry_run` or one is refused, write all of them. Returns a Report.

    Raises ValidationError when the columns are not those of people.
    """
    places, notices = understand_headers(table.headers, COLUMNS, REQUIRED)
    lines = Lines(by=by)
    with acting_from("import"), pghistory.context(source="import", file=file_name), transaction.atomic():
        outcomes = [lines.outcome(line, cells_of(line, places, COLUMNS)) for line in table.lines]
        report = Report(outcomes, [*table.notices, *notices])
        transaction.set_rollback(dry_run or not report.is_accepted)
    return report


class Lines:
    """The lines of one file, one after the other: what each means, and what it does."""

    def __init__(self, *, by):
        self.by = by
        self.seen, self.organisations = {}, {}
        self.words = {
            "language": by_words(LANGUAGES) | {folded(name): code for code, name in settings.LANGUAGES},
            "focal_point": YES_OR_NO,
        }

    def outcome(self, line, cells):
        """What this line does; a refused one leaves nothing behind."""
        row = dict(zip(COLUMNS, cells, strict=True))
        name = row["email"] or row["name"] or "–"
        try:
            with transaction.atomic():
                kind, changes = self.write(self.understood(row, line))
        except ValidationError as error:
            return Outcome(line.number, "refused", name, reasons=reasons_of(error, COLUMNS))
        summary = _("invited to %(organisation)s") % {"organisation": row["organisation"]} if kind == "new" else ""
        return Outcome(line.number, kind, name, summary=summary, changes=changes)

    def understood(self, row, line):
        """The line with its texts replaced by what they mean. Raises ValidationError with all that is wrong in it."""
        problems = list(line.problems)
        require(row, REQUIRED, COLUMNS, problems)
        for column, words in self.words.items():
            understand(row, column, words, problems, SENTENCES[column])
        row["email"] = row["email"].lower()
        if row["email"]:
            problems += address_problems(row["email"])
        if row["organisation"]:
            row["organisation"] = self.organisation(row["organisation"], problems)
        self.find_doubles(row, line, problems)
        if problems:
            raise ValidationError(problems)
        return row

    def organisation(self, text, problems):
        """The organisation in force that `text` names; looked for once, however many of its people are in the file."""
        if text not in self.organisations:
            self.organisations[text] = found_organisation(text)
        partner, sentence = self.organisations[text]
        if sentence:
            problems.append(sentence)
        return partner

    def find_doubles(self, row, line, problems):
        """The same person twice in a file: which line is right?"""
        key = (row["email"], row["organisation"])
        if all(key) and key in self.seen:
            problems.append(_("The same person and organisation are in line %(number)d.") % {"number": self.seen[key]})
        self.seen.setdefault(key, line.number)

    # -- Comparing with what is there, and writing

    def write(self, row):
        """(new, changed or same; what changes, in words)."""
        partner = row["organisation"]
        affiliation = affiliation_of(row["email"], partner)
        if affiliation:
            return self.make_focal_point(affiliation, row)
        invitation = Invitation.objects.unanswered().filter(partner=partner, email__iexact=row["email"]).first()
        if invitation is None:
            self.invite(row)
            return "new", []
        changes = differences(invitation, row)
        if changes:
            # What has been mailed cannot be mended: the old link dies, a new mail leaves.
            invitation.withdraw(by=self.by)
            self.invite(kept(invitation, row))
        elif invitation.has_expired:
            invitation.send_again(by=self.by)
            changes = [(_("invitation"), _("expired"), _("sent again"))]
        return ("changed", changes) if changes else ("same", [])

    def make_focal_point(self, affiliation, row):
        """Whoever belongs there already may be named focal point; nobody loses it by a file."""
        if row["focal_point"] is not True or affiliation.is_focal_point:
            return "same", []
        affiliation.name_focal_point(by=self.by)
        return "changed", [(COLUMNS["focal_point"], _("no"), _("yes"))]

    def invite(self, row):
        Invitation.objects.invite(
            row["organisation"],
            email=row["email"],
            name=row["name"],
            language=row["language"] or "en",
            is_focal_point=row["focal_point"] is True,
            by=self.by,
        )


def address_problems(text):
    """What is wrong with an e-mail address, in words."""
    try:
        validate_email(text)
    except ValidationError:
        return [_("“%(text)s” is not an e-mail address.") % {"text": text[:60]}]
    return []


def found_organisation(text):
    """(the organisation in force of this name or address, the last part of its page's; what is wrong, in words)."""
    found = list(Partner.objects.filter(slug=text)[:1]) or list(Partner.objects.called(" ".join(text.split()))[:2])
    if not found:
        sentence = _("There is no organisation “%(text)s”. Write its name or its address.")
    elif len(found) > 1:
        sentence = _("Several organisations are called “%(text)s”. Write the address.")
    elif not found[0].is_in_force:
        sentence = _("“%(text)s” is not an active partner of the Initiative.")
    else:
        return found[0], ""
    return None, sentence % {"text": text[:60]}


def affiliation_of(email, partner):
    """The active tie to `partner` of whoever has this confirmed address, or None."""
    people = Affiliation.objects.active().filter(partner=partner, person__emailaddress__verified=True)
    return people.alias(plain=Lower("person__emailaddress__email")).filter(plain=email).first()


def differences(invitation, row):
    """[(field, before, after)] in which the line differs from the open invitation; an empty cell says nothing."""
    languages = {code: str(name) for code, name in LANGUAGES}
    found = []
    if row["name"] and " ".join(row["name"].split()) != invitation.name:
        found.append((COLUMNS["name"], invitation.name, row["name"]))
    if row["language"] and row["language"] != invitation.language:
        found.append((COLUMNS["language"], languages[invitation.language], languages[row["language"]]))
    if row["focal_point"] != "" and row["focal_point"] != invitation.is_focal_point:
        before, after = (_("yes") if value else _("no") for value in (invitation.is_focal_point, row["focal_point"]))
        found.append((COLUMNS["focal_point"], before, after))
    return found


def kept(invitation, row):
    """The line, with what it leaves open taken from the invitation it replaces."""
    return row | {
        "name": row["name"] or invitation.name,
        "language": row["language"] or invitation.language,
        "focal_point": invitation.is_focal_point if row["focal_point"] == "" else row["focal_point"],
    }
