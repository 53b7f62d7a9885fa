"""Organisations from a spreadsheet: known by name and country; the standing changes by verbs alone."""

from datetime import date

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export import resources
from import_export.fields import Field
from tablib import Dataset

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
from partners.models import Partner
from regions.models import Country

# The columns in the order of the template, with their names; the first four must be there.
COLUMNS = {
    "name": gettext_lazy("name"),
    "type": gettext_lazy("type"),
    "nature": gettext_lazy("legal nature"),
    "country": gettext_lazy("country"),
    "acronym": gettext_lazy("acronym"),
    "website": gettext_lazy("website"),
    "gives_funds": gettext_lazy("gives funds"),
    "status": gettext_lazy("status"),
    "joined_on": gettext_lazy("joined on"),
}
REQUIRED = ("name", "type", "nature", "country")
SENTENCES = {
    "type": gettext_lazy("“%(text)s” is not a type of organisation. The template lists them."),
    "nature": gettext_lazy("“%(text)s” is not a legal nature: public, non-profit or commercial."),
    "country": gettext_lazy("“%(text)s” is not a country of our list. Write its two-letter code or its name."),
    "status": gettext_lazy("“%(text)s” is not a status: candidate, partner or member."),
    "gives_funds": gettext_lazy("“%(text)s” is neither yes nor no."),
}


def countries_by_words():
    """{word: country}: the codes and the names in each language."""
    words = {}
    for country in Country.objects.order_by("pk"):
        names = (getattr(country, f"name_{code}") for code, _name in settings.LANGUAGES)
        words |= {folded(word): country for word in (country.alpha2, country.alpha3, *names) if word}
    return words


class PartnerResource(resources.ModelResource):
    """One organisation per line, known by its name and country; the standing changes by verbs alone."""

    name = Field("name", "name")
    type = Field("type", "type")
    nature = Field("nature", "nature")
    country = Field("country", "country")
    acronym = Field("acronym", "acronym")
    website = Field("website", "website")
    gives_funds = Field("gives_funds", "gives_funds")
    joined_on = Field("joined_on", "joined_on")

    class Meta:
        model = Partner
        fields = [column for column in COLUMNS if column != "status"]
        import_id_fields = ["name", "country"]
        skip_unchanged = True
        report_skipped = True
        skip_diff = True  # `before` knows what changes, without copying each organisation
        store_instance = True
        use_transactions = True
        clean_model_instances = True

    def __init__(self, lines, *, by, file_name):
        super().__init__()
        self.lines, self.by, self.file_name = lines, by, file_name
        self.seen = {}
        self.words = {
            "type": by_words(Partner.Type.choices),
            "nature": by_words(Partner.Nature.choices),
            "country": countries_by_words(),
            "status": by_words(Partner.Status.choices),
            "gives_funds": YES_OR_NO,
        }

    # -- Reading a line

    def before_import_row(self, row, **kwargs):
        """Replace the texts of the line by what they mean. Raises ValidationError with all that is wrong in it."""
        line = self.lines[kwargs["row_number"] - 1]
        problems = list(line.problems)
        row["name"] = " ".join(row["name"].split())
        require(row, REQUIRED, COLUMNS, problems)
        for column, words in self.words.items():
            understand(row, column, words, problems, SENTENCES[column])
        self.understand_day(row, problems)
        self.find_doubles(row, line, problems)
        if problems:
            raise ValidationError(problems)

    def understand_day(self, row, problems):
        """A day is written one way only: 03/04/2026 is March or April, depending on who reads."""
        if text := row.get("joined_on"):
            try:
                row["joined_on"] = date.fromisoformat(text)
            except ValueError:
                problems.append(
                    _("“%(text)s” is not a day we can read with certainty. Write it as 2026-12-31.")
                    % {"text": text[:60]}
                )

    def find_doubles(self, row, line, problems):
        """The same organisation twice in a file: which line is right?"""
        key = (folded(row["name"]), getattr(row["country"], "pk", row["country"]))
        if row["name"] and key in self.seen:
            problems.append(_("The same organisation is in line %(number)d.") % {"number": self.seen[key]})
        self.seen.setdefault(key, line.number)

    # -- Comparing with what is there

    def get_instance(self, instance_loader, row):
        """The organisation of this name in this country, as the house compares names."""
        return Partner.objects.called(row["name"]).filter(country=row["country"]).first()

    def after_init_instance(self, instance, new, row, **kwargs):
        if new:  # judged below with the address it will have
            instance.name = row["name"]
            instance.acronym = row["acronym"]
            instance.slug = instance.free_slug()
        self.before = None if new else {name: getattr(instance, name) for name in self._meta.fields}
        self.said_before = None if new else words_of(instance)

    def import_instance(self, instance, row, **kwargs):
        """An empty cell says nothing: what is there stays."""
        for column in self._meta.fields:
            if row.get(column) not in (None, "") and (column != "name" or not instance.pk):
                setattr(instance, column, row[column])

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return self.before is not None and not self.changed(instance) and not self.wants_status(instance, row)

    def changed(self, instance):
        """The fields in which the line differs from what is there."""
        return [name for name, value in self.before.items() if getattr(instance, name) != value]

    def wants_status(self, instance, row):
        """Whether the line asks for another standing than there is."""
        return bool(row.get("status")) and row["status"] != instance.status

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """The fields alone: what organisations may be together is the database's to say, once, when it is written."""
        instance.full_clean(exclude=["country"], validate_unique=False, validate_constraints=False)

    def after_import_row(self, row, row_result, **kwargs):
        """Keep what the line changes, in words, for the preview."""
        row_result.changes = []
        if self.said_before and not row_result.is_skip():
            said_now = words_of(row_result.instance)
            row_result.changes = [
                (COLUMNS[column], before, said_now[column])
                for column, before in self.said_before.items()
                if before != said_now[column]
            ]

    # -- Writing

    def save_instance(self, instance, is_create, row, **kwargs):
        """The facts as typed, the standing by its verb; a refused line leaves nothing behind."""
        try:
            with transaction.atomic():
                self.write(instance, is_create, row)
        except IntegrityError as error:
            raise ValidationError(sentence_of(error)) from error

    def write(self, instance, is_create, row):
        if is_create:
            instance.save()
            instance.record("registered", by=self.by, file=self.file_name)
        elif changed := self.changed(instance):
            instance.save(update_fields=changed)
            instance.record("edited", by=self.by, fields=changed, file=self.file_name)
        if self.wants_status(instance, row):
            self.admit(instance, row["status"])

    def admit(self, partner, status):
        """Candidates become partners or members; everything graver is decided on the organisation's own page."""
        if status not in Partner.IN_FORCE:
            raise ValidationError(
                _("A file cannot make an organisation “%(status)s”. Decide that on its page, with a reason.")
                % {"status": Partner.Status(status).label}
            )
        if partner.status not in (Partner.Status.CANDIDATE, *Partner.IN_FORCE):
            raise ValidationError(
                _("This organisation is suspended or has left. Admit it again on its page, with a reason.")
            )
        reason = _("Import of %(file)s") % {"file": self.file_name}
        partner.admit(status, by=self.by, reason=reason)


def sentence_of(error):
    """What the broken constraint has to say."""
    broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    for constraint in Partner._meta.constraints:
        if constraint.name == broken:
            return str(constraint.violation_error_message)
    return _("This line cannot be written.")


def import_partners(table, *, by, file_name, dry_run):
    """Judge the lines of `table` and, unless `dry_run` or one is refused, write all of them. Returns a Report.

    Raises ValidationError when the columns are not those of organisations.
    """
    places, notices = understand_headers(table.headers, COLUMNS, REQUIRED)
    rows = [cells_of(line, places, COLUMNS) for line in table.lines]
    resource = PartnerResource(table.lines, by=by, file_name=file_name)
    with acting_from("import"), pghistory.context(source="import", file=file_name):
        result = resource.import_data(
            Dataset(*rows, headers=list(COLUMNS)), dry_run=dry_run, rollback_on_validation_errors=True
        )
    if result.base_errors:
        raise result.base_errors[0].error
    outcomes = [
        outcome_of(line, row, result_row) for line, row, result_row in zip(table.lines, rows, result.rows, strict=True)
    ]
    return Report(outcomes, [*table.notices, *notices])


def outcome_of(line, row, result):
    """What became of one line."""
    name = row[0] or "–"
    if result.validation_error:
        return Outcome(line.number, "refused", name, reasons=reasons_of(result.validation_error, COLUMNS))
    if result.errors:
        return Outcome(line.number, "refused", name, reasons=[_("This line cannot be written.")])
    if result.is_new():
        return Outcome(line.number, "new", name, summary=summary_of(result.instance))
    if result.is_skip():
        return Outcome(line.number, "same", name)
    return Outcome(line.number, "changed", name, changes=result.changes)


def summary_of(partner):
    """What is new, in short."""
    parts = (
        partner.get_status_display(),
        partner.get_type_display(),
        partner.get_nature_display(),
        partner.country,
    )
    return " · ".join(map(str, parts))


def words_of(partner):
    """{column: value in words}."""
    return {column: shown(partner, column) for column in COLUMNS}


def shown(partner, column):
    """The value of a column in words."""
    value = getattr(partner, column)
    display = getattr(partner, f"get_{column}_display", None)
    if display:
        return str(display())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)
