"""What was decided in a meeting: a text, somebody who sees to it, a day, done or not."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from events.invitations import invited_to


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the meetings she may see, and her own."""
        from events.models.meeting import Meeting

        if user.has_perm("events.view_decision"):
            return self
        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Q(owner=user) | models.Q(meeting__in=Meeting.objects.visible_to(user)))

    def open(self):
        """Those not done yet."""
        return self.filter(done_at=None)


class Decision(Recorded, models.Model):
    """One thing a meeting decided."""

    meeting = models.ForeignKey(
        "events.Meeting", on_delete=models.CASCADE, related_name="decisions", verbose_name=_("meeting")
    )
    text = models.TextField(_("text"), max_length=2000)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("who sees to it"),
    )
    due_on = models.DateField(_("to be done by"), null=True, blank=True)
    created_at = models.DateTimeField(_("written down"), default=timezone.now, editable=False)
    done_at = models.DateTimeField(_("done on"), null=True, blank=True, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["created_at", "pk"]
        default_permissions = ["view"]
        permissions = [("complete_decision", _("Can say that a decision is carried out"))]
        indexes = [models.Index(fields=["owner", "due_on"], name="decision_waits", condition=models.Q(done_at=None))]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#decision-{self.pk}"

    @property
    def is_done(self):
        return self.done_at is not None

    @property
    def can_be_completed(self):
        return not self.is_done

    can_be_corrected = can_be_completed

    @property
    def is_late(self):
        """Whether its day has passed and it is not done."""
        return not self.is_done and self.due_on is not None and self.due_on < timezone.localdate()

    @transaction.atomic
    def correct(self, *, by, text, owner, due_on):
        """It was written down wrongly, somebody else sees to it, or it takes longer."""
        self._lock()
        if not self.can_be_corrected:
            raise ValidationError(_("This decision is carried out: it cannot be changed any more."))
        before = (self.text, self.owner_id, self.due_on)
        is_new_owner = owner is not None and owner.pk != self.owner_id
        self.text, self.due_on = text.strip(), due_on
        self.owner = judged_owner(owner, self.meeting) if is_new_owner else owner
        if (self.text, self.owner_id, self.due_on) == before:
            return
        self.full_clean()
        self.save(update_fields=["text", "owner", "due_on"])
        self.record("corrected", by=by, is_new_owner=is_new_owner)

    @transaction.atomic
    def complete(self, *, by):
        """It is carried out."""
        self._lock()
        if not self.can_be_completed:
            raise ValidationError(_("This decision has already been carried out."))
        self.done_at = timezone.now()
        self.save(update_fields=["done_at"])
        self.record("completed", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Decision.objects.select_for_update())


def judged_owner(owner, meeting):
    """`owner`, if she is somebody who may be asked to: invited, or a member of the space. Raises ValidationError."""
    if owner is None:
        return None
    people = owner._meta.model.objects.active().filter(pk=owner.pk)
    is_member = people.filter(pk__in=meeting.space.members()).exists()
    if not is_member and not type(meeting).objects.filter(invited_to(owner), pk=meeting.pk).exists():
        raise ValidationError({"owner": _("Choose somebody who belongs here.")})
    return owner
