"""From draft to reviewed: submitting, who reviews, comments, sending back, rejecting."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from guardian.shortcuts import assign_perm, remove_perm

REVIEW = "practices.review_practice"
COMMENTS_A_DAY = 200


class Reviewing(models.Model):
    """The steps of a sheet between its author and its reviewers."""

    class Meta:
        abstract = True

    @property
    def can_be_submitted(self):
        """Whether it is written, and nothing is missing that no sheet can do without."""
        return self.status == self.Status.DRAFT and not self.missing_required

    @property
    def can_be_taken_back(self):
        return self.status == self.Status.SUBMITTED

    @property
    def can_be_reviewed(self):
        return self.status == self.Status.SUBMITTED

    can_be_sent_back = can_be_commented = can_be_reviewed

    @property
    def is_waiting(self):
        """Whether it waits for a review or to be published."""
        return self.status in (self.Status.SUBMITTED, self.Status.REVIEWED)

    @property
    def can_be_rejected(self):
        return self.is_waiting

    @property
    def missing_required(self):
        """The questions no sheet can do without and that nobody has answered."""
        return [question for question in self.form.required if not self.contents.get(question.key)]

    @transaction.atomic
    def submit(self, *, by, licence=None, authors=None):
        """Hand it over for review, under a licence and with the names by which it is cited.

        Raises ValidationError when it is not a draft, when something required is missing, or nobody is named.
        """
        self._lock()
        self._must_be(self.Status.DRAFT, sentence=_("Only a draft can be submitted."))
        if self.missing_required:
            names = ", ".join(question.label for question in self.missing_required)
            raise ValidationError(_("Before you submit it, please say: %(missing)s.") % {"missing": names})
        self.licence = licence or self.licence
        self.authors = self.authors if authors is None else " ".join(authors.split())
        if not self.authors:
            raise ValidationError({"authors": _("Say who is named when the sheet is cited.")})
        self.clean_fields(exclude=["author", "organisation", "contents", "title"])
        self.status, self.submitted_at, self.reason = self.Status.SUBMITTED, timezone.now(), ""
        self.held_by = self.held_until = None
        self.save(update_fields=["status", "submitted_at", "reason", "licence", "authors", "held_by", "held_until"])
        self.record("submitted", by=by)

    @transaction.atomic
    def take_back(self, *, by):
        """Its author goes on writing. Raises ValidationError unless it waits for its review."""
        self._lock()
        self._must_be(self.Status.SUBMITTED, sentence=_("Only a sheet that waits for its review can be taken back."))
        self.status = self.Status.DRAFT
        self.save(update_fields=["status"])
        self.record("taken_back", by=by)

    @transaction.atomic
    def assign_reviewer(self, person, *, by, due_on=None):
        """`person` is asked to review it, until `due_on`; again, and the date is changed.

        Raises ValidationError when she wrote it, belongs to its organisation, or may not sign in.
        """
        self._lock()
        if not person.is_active:
            raise ValidationError({"person": _("This person cannot sign in.")})
        if not may_review(person, self):
            raise ValidationError(
                {"person": _("Nobody reviews what she has written herself, or what her own organisation brings.")}
            )
        if due_on and due_on < timezone.localdate():
            raise ValidationError({"due_on": _("Choose a day that is still to come.")})
        row = assign_perm(REVIEW, person, self)
        row.assigned_by, row.due_on = by, due_on
        row.save(update_fields=["assigned_by", "due_on"])
        self.record("reviewer_assigned", by=by, person=person.pk)
        return row

    @transaction.atomic
    def release_reviewer(self, person, *, by):
        """`person` need not review it any more. Raises ValidationError when she was not asked to."""
        self._lock()
        if not self.assignments.filter(user=person).exists():
            raise ValidationError(_("This person is not asked to review it."))
        remove_perm(REVIEW, person, self)
        self.record("reviewer_released", by=by, person=person.pk)

    @transaction.atomic
    def comment(self, section, text, *, by):
        """`by` says something about a section while it is under review; returns the Comment.

        Raises ValidationError when it is not under review, the section is not of its form, or nothing is said.
        """
        self._lock()
        self._must_be(self.Status.SUBMITTED, sentence=_("Comments are written while a sheet is under review."))
        if self.form.section(section) is None:
            raise ValidationError({"section": _("Choose a section.")})
        if not text.strip():
            raise ValidationError({"text": _("Write your comment first.")})
        made = self.comments.model(practice=self, section=section, text=text.strip(), author=by)
        made.clean_fields(exclude=["practice", "author"])
        made.save()
        self.record("commented", by=by, comment=made.pk)
        return made

    @transaction.atomic
    def send_back(self, reason, *, by):
        """Its author is asked to change something first. Raises ValidationError without a reason or a review."""
        self._lock()
        self._must_be(self.Status.SUBMITTED, sentence=_("Only a sheet under review is sent back."))
        self.reason = told(reason, _("Say what should be changed: the author reads it."))
        self.status = self.Status.DRAFT
        self.save(update_fields=["status", "reason"])
        self.record("sent_back", by=by)

    @transaction.atomic
    def review(self, *, by):
        """It is right and understandable: it can be published. Raises ValidationError unless it is submitted."""
        self._lock()
        self._must_be(self.Status.SUBMITTED, sentence=_("Only a submitted datasheet can be reviewed."))
        self.status = self.Status.REVIEWED
        self.save(update_fields=["status"])
        self.record("reviewed", by=by)

    @transaction.atomic
    def reject(self, reason, *, by):
        """It is not published; what was published of it before stands. Raises ValidationError without a reason."""
        self._lock()
        self._must_be(
            *(self.Status.SUBMITTED, self.Status.REVIEWED),
            sentence=_("Only a submitted or reviewed datasheet can be rejected."),
        )
        self.reason = told(reason, _("Give a reason: the author reads it."))
        self.status = self.Status.REJECTED
        self.save(update_fields=["status", "reason"])
        self.record("rejected", by=by)


def told(reason, sentence):
    """The reason without space around it. Raises ValidationError with `sentence` when there is none."""
    if not reason.strip():
        raise ValidationError({"reason": sentence})
    return reason.strip()[:2000]


def may_review(person, practice):
    """Whether nothing stands against it: it is neither her own nor her organisation's."""
    from practices.permissions import is_partial

    return not is_partial(person, practice)
