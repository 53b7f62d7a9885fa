"""The applicant's side of an application to join: written in steps, sent, completed, taken back."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from partners.models.partner import Partner

# What the applicant writes herself, in the order of the form.
ORGANISATION = ("name", "acronym", "type", "nature", "country", "place", "website", "gives_funds")
INTENTION = ("wishes_to_be", "motivation")
CONTACT = ("contact_name", "contact_role", "contact_email", "contact_phone", "is_authorised")
ANSWERS = (*ORGANISATION, *INTENTION, *CONTACT)
REQUIRED = ("name", "type", "nature", "country", "contact_name", "contact_email", "is_authorised")
# More applications of one person than this at the same time are a mistake, or a joke.
MOST_OPEN = 5


class Applying(models.Model):
    """What an applicant does with her application."""

    class Meta:
        abstract = True

    @classmethod
    def begin(cls, person):
        """The draft of `person`: the one she has, or a new one that knows her name and address."""
        draft, _created = cls.objects.get_or_create(
            applicant=person,
            status=cls.Status.DRAFT,
            defaults={"contact_name": person.name, "contact_email": person.email},
        )
        return draft

    # -- What may happen

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def can_be_edited(self):
        """Before it is sent, and while the secretariat waits for a piece."""
        return self.status in (self.Status.DRAFT, self.Status.PIECES_MISSING)

    @property
    def can_be_withdrawn(self):
        return self.status in self.OPEN

    # -- What it needs

    @property
    def needed_pieces(self):
        """The kinds of files it needs: states, local authorities and companies say by their type what they are."""
        kinds = list(self.Kind)
        if self.type in (Partner.Type.STATE, Partner.Type.COMPANY):
            kinds.remove(self.Kind.NATURE)
        return kinds

    @property
    def pieces_by_kind(self):
        """{kind: piece} of what was sent; one query, or none when they were fetched along."""
        return {piece.kind: piece for piece in self.pieces.all()}

    @property
    def missing_answers(self):
        """The fields that must be filled in before it can be sent."""
        return [self._meta.get_field(name) for name in REQUIRED if not getattr(self, self._attname(name))]

    @property
    def lacking_pieces(self):
        """The kinds of files that are still to be sent."""
        there = self.pieces_by_kind
        return [kind for kind in self.needed_pieces if kind not in there]

    @property
    def is_complete(self):
        return not self.missing_answers and not self.lacking_pieces

    # -- Verbs

    @transaction.atomic
    def save_answers(self, answers, *, by):
        """Keep `answers`, {field: value}, complete or not. Nothing is recorded: what was sent is told when it is sent.

        Raises ValidationError when the application has been sent meanwhile.
        """
        self._lock_editable()
        for name in ANSWERS:
            if name in answers:
                setattr(self, name, answers[name])
        if self.type == Partner.Type.COMPANY:
            self.nature = Partner.Nature.COMMERCIAL
        if self.type in Partner.NEVER_FUNDERS:
            self.gives_funds = False
        self.updated_at = timezone.now()
        self.save(update_fields=[*ANSWERS, "updated_at"])

    def put_piece(self, kind, upload, *, by):
        """Keep `upload`, a CleanUpload, as its piece of this kind; an earlier one is discarded.

        Raises ValidationError when the application has been sent meanwhile, or the disk takes no more.
        """
        with transaction.atomic():
            self._lock_editable()
            with StoredFile.objects.keeping(upload, by=by) as stored:
                self._discard_piece(kind)
                self.pieces.create(kind=kind, stored=stored)
                self._touch()

    @transaction.atomic
    def remove_piece(self, kind, *, by):
        """The piece of this kind was the wrong file. Doing it twice does no harm."""
        self._lock_editable()
        self._discard_piece(kind)
        self._touch()

    @transaction.atomic
    def submit(self, *, by):
        """Send it to the secretariat: for the first time, or again with what was missing.

        Raises ValidationError when something is missing or it was sent before.
        """
        self._lock_editable()
        self._require_complete()
        if self.is_draft and self._others_on_their_way() >= MOST_OPEN:
            raise ValidationError(_("You have several applications on their way. Please wait for an answer first."))
        again = not self.is_draft
        self.status, self.missing_pieces, self.missing_words = self.Status.SUBMITTED, [], ""
        self.submitted_at = self.updated_at = timezone.now()
        self.save(update_fields=["status", "missing_pieces", "missing_words", "submitted_at", "updated_at"])
        self.record("resubmitted" if again else "submitted", by=by)

    @transaction.atomic
    def withdraw(self, *, by):
        """The applicant takes it back; a draft simply goes, with its files."""
        self._lock()
        if not self.can_be_withdrawn:
            raise ValidationError(_("This application has been answered, or taken back, already."))
        if self.is_draft:
            self.forget()
            return
        self.status, self.updated_at = self.Status.WITHDRAWN, timezone.now()
        self.save(update_fields=["status", "updated_at"])
        self.record("withdrawn", by=by)

    @transaction.atomic
    def forget(self):
        """The row, its files and the history of both go."""
        key, pieces = self.pk, list(self.pieces.select_related("stored"))
        self.delete()
        for piece in pieces:
            piece.stored.discard()
        for model, keys in ((type(self), [key]), (type(self).pieces.rel.related_model, [each.pk for each in pieces])):
            for events in model.pgh_event_models.values():
                events.objects.filter(pgh_obj_id__in=keys).delete()

    # -- Inside

    def _lock(self):
        try:
            self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        except type(self).DoesNotExist:
            raise ValidationError(_("This application has been answered, or taken back, already.")) from None

    def _lock_editable(self):
        self._lock()
        if not self.can_be_edited:
            raise ValidationError(_("This application has already been sent."))

    def _require_complete(self):
        missing = [str(field.verbose_name) for field in self.missing_answers]
        missing += [str(self.Kind(kind).label) for kind in self.lacking_pieces]
        if missing:
            raise ValidationError(_("Still missing: %(missing)s."), params={"missing": ", ".join(missing)})
        if self.wishes_to_be == self.Wish.MEMBER and self.nature == Partner.Nature.COMMERCIAL:
            raise ValidationError(_("A commercial body can be a partner, never a member."))

    def _others_on_their_way(self):
        mine = type(self).objects.filter(applicant=self.applicant_id)
        return mine.open().exclude(status=self.Status.DRAFT).count()

    def _discard_piece(self, kind):
        for piece in self.pieces.filter(kind=kind).select_related("stored"):
            piece.delete()
            piece.stored.discard()

    def _touch(self):
        self.updated_at = timezone.now()
        self.save(update_fields=["updated_at"])

    def _attname(self, name):
        return self._meta.get_field(name).attname
