"""Two rows for one organisation become one: its links move, its old address leads to the new one."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.merging import MergedInto

_moves = []


@dataclass(frozen=True)
class Move:
    """A kind of thing that hangs on an organisation: its name, the rows of one, and how they go to another."""

    label: Any
    rows: Any
    carry: Any

    def count(self, partner):
        """How many would move from `partner`."""
        return self.rows(partner).count()


def moves(label, rows):
    """Register a function of (old, new) that hands over `rows(old)`; it is called inside `Partner.merge_into`.

    Apps on higher floors register theirs in their `merging.py`.
    """

    def register(carry):
        _moves.append(Move(label, rows, carry))
        return carry

    return register


def what_moves(partner):
    """[(name of a kind of thing, how many of it would move from `partner`)], kinds without any left out."""
    counted = [(move.label, move.count(partner)) for move in _moves]
    return [(label, number) for label, number in counted if number]


class Heirs(models.QuerySet):
    """Words about organisations that became others."""

    def heir_of(self, slug):
        """The organisation to which the one of this old address was merged, or None."""
        return self.model.objects.filter(merged_from__slug=slug).first()

    def unmerged(self):
        """Organisations that stand for themselves."""
        return self.filter(merged_into=None)


class Merging(MergedInto):
    """An organisation that may turn out to be another one."""

    class Meta:
        abstract = True

    @property
    def heir(self):
        """The organisation it became; itself, where it was not merged."""
        return self.merged_into or self

    def require_mergeable(self, other):
        """Raises ValidationError when this organisation cannot become `other`."""
        if self.pk == other.pk:
            raise ValidationError(_("An organisation cannot be merged into itself."))
        if self.is_merged:
            raise ValidationError(_("This organisation has been merged already."))
        if other.is_merged:
            raise ValidationError(_("The other organisation has itself been merged into a third one. Choose that one."))
        if self.is_in_force and not other.is_in_force:
            raise ValidationError(
                _("The other organisation is neither partner nor member: its people would lose their rights.")
            )

    @transaction.atomic
    def merge_into(self, other, *, by, reason):
        """This row was the same organisation as `other`, which takes over what hangs on it. There is no way back.

        `other` keeps its standing and its facts; what is empty there is filled. This row leaves, and its address
        leads to `other`. Raises ValidationError: see `require_mergeable`.
        """
        self._lock_with(other)
        self.require_mergeable(other)
        moved = {}
        for move in _moves:
            if number := move.count(self):
                moved[str(move.rows(self).model._meta.label_lower)] = number
                move.carry(self, other)
        self._leave_traces(other, by=by, reason=reason, moved=moved)

    def _leave_traces(self, other, *, by, reason, moved):
        # Whatever was merged into this one follows at once: an old address is never more than one step away.
        type(self).objects.filter(merged_into=self).update(merged_into=other)
        before = self.status
        other.fill_facts_from(self)
        self.merged_into, self.status, self.status_reason = other, self.Status.LEFT, reason
        self.status_since = timezone.now()
        self.save(update_fields=["merged_into", "status", "status_reason", "status_since"])
        self.record("merged", by=by, into=other.pk, before=before, reason=reason, moved=moved)

    def fill_facts_from(self, other):
        """What was not known here and was known there; the earlier day of joining."""
        self.acronym = self.acronym or other.acronym
        self.website = self.website or other.website
        if self.place_id is None and self.country_id == other.country_id:
            self.place = other.place
        if self.is_in_force and other.joined_on:
            self.joined_on = min(filter(None, [self.joined_on, other.joined_on]))
        self.save(update_fields=["acronym", "website", "place", "joined_on"])


def rows_of(model):
    """A function that gives the rows of `model` ("app.Model") that hang on an organisation."""
    return lambda partner: apps.get_model(model).objects.filter(partner=partner)


@moves(_("People"), rows_of("partners.Affiliation"))
def move_people(old, new):
    """Who belongs to both keeps the older tie; she speaks for the new one if she spoke for either."""
    affiliations = apps.get_model("partners.Affiliation").objects
    open_ones = affiliations.filter(partner__in=[old, new], status__in=affiliations.model.OPEN)
    by_person = {}
    for tie in open_ones.select_for_update().order_by("requested_at", "pk"):
        by_person.setdefault(tie.person_id, []).append(tie)
    for kept, *doubles in by_person.values():
        for double in doubles:
            unite(kept, double)
    affiliations.filter(partner=old).update(partner=new)


def unite(kept, double):
    """One tie of a person instead of two."""
    active = [tie for tie in (kept, double) if tie.status == tie.Status.ACTIVE]
    is_focal_point = any(tie.is_focal_point for tie in active)
    started_at = min((tie.started_at for tie in active if tie.started_at), default=None)
    double.status, double.ended_at, double.is_focal_point = double.Status.ENDED, timezone.now(), False
    double.save(update_fields=["status", "ended_at", "is_focal_point"])
    if active:
        kept.status, kept.started_at, kept.is_focal_point = kept.Status.ACTIVE, started_at, is_focal_point
        kept.save(update_fields=["status", "started_at", "is_focal_point"])


@moves(_("Invitations"), rows_of("partners.Invitation"))
def move_invitations(old, new):
    """An address invited to both is invited once: the invitation of the new one holds."""
    invitations = apps.get_model("partners.Invitation").objects
    sent = invitations.model.Status.SENT
    addresses = [email.lower() for email in new.invitations.filter(status=sent).values_list("email", flat=True)]
    twice = invitations.annotate(plain=models.functions.Lower("email")).filter(plain__in=addresses)
    twice.filter(partner=old, status=sent).update(status=invitations.model.Status.WITHDRAWN)
    invitations.filter(partner=old).update(partner=new)


@moves(_("Mail domains"), rows_of("partners.MailDomain"))
def move_domains(old, new):
    """Each belongs to one organisation only: none can be there already."""
    apps.get_model("partners.MailDomain").objects.filter(partner=old).update(partner=new)


@moves(_("Agreements"), rows_of("partners.Agreement"))
def move_agreements(old, new):
    apps.get_model("partners.Agreement").objects.filter(partner=old).update(partner=new)


@moves(_("Applications to join"), rows_of("partners.JoiningApplication"))
def move_applications(old, new):
    apps.get_model("partners.JoiningApplication").objects.filter(partner=old).update(partner=new)


@moves(_("Sheet"), rows_of("partners.Sheet"))
def move_sheet(old, new):
    """The sheet of the new one stays; what is empty in it is filled."""
    sheets = apps.get_model("partners.Sheet").objects
    sheet = sheets.filter(partner=new).first()
    if sheet is None:
        sheets.filter(partner=old).update(partner=new)
    else:
        sheet.fill_from(sheets.get(partner=old))
