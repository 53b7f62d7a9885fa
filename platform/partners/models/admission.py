"""The secretariat's side of an application to join: completed, proposed, decided on, once."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.affiliation import Affiliation
from partners.models.applying import ORGANISATION
from partners.models.partner import Partner
from partners.models.sheet import Sheet

NEVER_A_MEMBER = _("A commercial body can be a partner, never a member.")


class Admission(models.Model):
    """What the secretariat does with an application."""

    class Meta:
        abstract = True

    # What can be asked for: a file, or something in the answers.
    ANSWERS_PIECE = "answers"

    # -- What may happen

    @property
    def can_be_asked_for_pieces(self):
        return self.status in (self.Status.SUBMITTED, self.Status.UNDER_REVIEW)

    @property
    def can_be_proposed(self):
        return self.status == self.Status.SUBMITTED

    @property
    def can_be_accepted(self):
        return self.status in (self.Status.SUBMITTED, self.Status.UNDER_REVIEW)

    @property
    def can_be_refused(self):
        """Even when a piece was asked for and never came."""
        return self.status in self.OPEN and not self.is_draft

    @property
    def is_accepted(self):
        return self.status in self.ACCEPTED

    @property
    def can_become_member(self):
        return self.nature != Partner.Nature.COMMERCIAL

    @property
    def asked_pieces(self):
        """[(kind, label)] of what the secretariat asked for."""
        labels = dict(self.Kind.choices) | {self.ANSWERS_PIECE: _("Answers of the form")}
        return [(kind, labels[kind]) for kind in self.missing_pieces if kind in labels]

    @property
    def asks_for_files(self):
        return any(kind != self.ANSWERS_PIECE for kind in self.missing_pieces)

    # -- Verbs

    @transaction.atomic
    def ask_for_pieces(self, kinds, words, *, by):
        """Say what is missing and why; the application waits for the applicant.

        `kinds` are kinds of pieces, or "answers" for something in the form.
        """
        known = {*self.Kind.values, self.ANSWERS_PIECE}
        if not kinds or not set(kinds) <= known:
            raise ValidationError({"kinds": _("Choose what is missing.")})
        if not words.strip():
            raise ValidationError({"words": _("Say what is missing and why: the applicant will read it.")})
        self._lock()
        if not self.can_be_asked_for_pieces:
            self._say_what_it_is()
        self.status, self.missing_pieces, self.missing_words = self.Status.PIECES_MISSING, list(kinds), words
        self.updated_at = timezone.now()
        self.save(update_fields=["status", "missing_pieces", "missing_words", "updated_at"])
        self.record("pieces_asked", by=by, kinds=list(kinds))

    @transaction.atomic
    def propose(self, proposed_as, *, by):
        """Lay it before the Consortium or the Bureau, as partner or member."""
        self._lock()
        if not self.can_be_proposed:
            self._say_what_it_is()
        self._require_open_to_it("proposed_as", proposed_as)
        self.status, self.proposed_as, self.updated_at = self.Status.UNDER_REVIEW, proposed_as, timezone.now()
        self.save(update_fields=["status", "proposed_as", "updated_at"])
        self.record("proposed", by=by, proposed_as=proposed_as)

    @transaction.atomic
    def choose_organisation(self, partner, *, by):
        """It is this candidate or former partner of the register that applies; None: it is a new one after all."""
        self._lock()
        if not self.can_be_accepted:
            self._say_what_it_is()
        if partner is not None:
            self._require_outside(partner)
        self.partner, self.updated_at = partner, timezone.now()
        self.save(update_fields=["partner", "updated_at"])
        self.record("organisation_chosen", by=by, partner=partner and partner.pk)

    @transaction.atomic
    def accept(self, status, *, body, decided_on, reference, by):
        """The Consortium or the Bureau said yes: the organisation is partner or member, the applicant speaks for it.

        Raises ValidationError when that status is not open to it, the decision lies in the future, or the
        organisation cannot be entered into the register.
        """
        self._lock()
        if not self.can_be_accepted:
            self._say_what_it_is()
        self._require_open_to_it("status", status)
        if body not in self.Body.values:
            raise ValidationError({"body": _("Say who decided.")})
        if decided_on is None or decided_on > timezone.localdate():
            raise ValidationError({"decided_on": _("A decision cannot lie in the future.")})
        partner = self._enter_into_register()
        partner.admit(status, by=by, reason=reference, by_application=True)
        self.partner, self.status = partner, f"accepted_{status}"
        self.decided_by_body, self.decided_on, self.decision_reference = body, decided_on, reference
        self._decided()
        self._tie_applicant(partner, by=by)
        self._give_logo(partner)
        self.record("accepted", by=by, partner=partner.pk, status=status, body=body)

    @transaction.atomic
    def refuse(self, reason, *, by):
        """Say no, with the reason the applicant will read."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: the applicant will read it.")})
        self._lock()
        if not self.can_be_refused:
            self._say_what_it_is()
        self.status, self.reason = self.Status.REFUSED, reason
        self._decided()
        self.record("refused", by=by)

    @transaction.atomic
    def open_piece(self, kind, *, by):
        """The StoredFile of this kind, or None: handed to the secretariat, and that it was opened is recorded."""
        piece = self.pieces.filter(kind=kind).select_related("stored").first()
        if piece is None:
            return None
        self.record("piece_opened", by=by, kind=kind)
        return piece.stored

    # -- Inside

    def _say_what_it_is(self):
        raise ValidationError(
            _("This application does not wait for that any more: it is %(status)s."),
            params={"status": self.get_status_display()},
        )

    def _require_open_to_it(self, field, status):
        if status not in self.Wish.values:
            raise ValidationError({field: _("Choose partner or member.")})
        if status == self.Wish.MEMBER and not self.can_become_member:
            raise ValidationError({field: NEVER_A_MEMBER})

    def _require_outside(self, partner):
        if partner.status not in (Partner.Status.CANDIDATE, Partner.Status.LEFT) or partner.merged_into_id:
            raise ValidationError(
                {"partner": _("This organisation is in the Initiative already: its people ask to be tied to it.")}
            )

    def _enter_into_register(self):
        """The organisation of the register, new or chosen, with the facts of the application."""
        if self.partner_id:
            partner = Partner.objects.select_for_update().get(pk=self.partner_id)
            self._require_outside(partner)
        else:
            partner = Partner()
        for name in ORGANISATION:
            setattr(partner, name, getattr(self, name))
        try:
            partner.full_clean(exclude=["slug"])
            with transaction.atomic():
                partner.save()
        except ValidationError as error:
            raise ValidationError(error.messages) from None
        except IntegrityError:  # somebody entered it in this very moment
            raise ValidationError(_("An organisation of this name exists in this country.")) from None
        return partner

    def _decided(self):
        self.decided_at = self.updated_at = timezone.now()
        fields = ["status", "reason", "partner", "decided_by_body", "decided_on", "decision_reference", "decided_at"]
        self.save(update_fields=[*fields, "updated_at"])

    def _tie_applicant(self, partner, *, by):
        """She belongs to it and speaks for it from now on; the acceptance tells her so."""
        now = timezone.now()
        affiliation = Affiliation.objects.open_one_of(self.applicant, partner)
        if affiliation is None:
            affiliation = Affiliation(person=self.applicant, partner=partner, requested_at=now)
        affiliation.status, affiliation.is_focal_point = Affiliation.Status.ACTIVE, True
        affiliation.started_at = affiliation.started_at or now
        affiliation.save()
        affiliation.record("came_with_application", by=by)

    def _give_logo(self, partner):
        """The logo moves from the file of the application to the sheet, unless that has one."""
        piece = self.pieces.filter(kind=self.Kind.LOGO).select_related("stored").first()
        if piece and Sheet.of(partner).take_logo(piece.stored):
            piece.delete()
