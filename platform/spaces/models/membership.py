"""People who come into a space one by one, where nothing else makes them belong there."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from spaces.rooms import follows


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; all for the secretariat. The page of a space shows who agreed to be named."""
        if user.has_perm("spaces.view_membership"):
            return self
        return self.filter(person=user) if user.is_authenticated else self.none()

    def open(self):
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def in_force(self):
        """Open, of people who may sign in: what rights follow from."""
        return self.open().filter(person__is_active=True)

    def with_room(self):
        """Each with its person, and with its space and whose that is."""
        return self.select_related("person", "space", *[f"space__{path}" for path in follows()])

    def moderators(self):
        """Those who moderate."""
        return self.filter(role=Membership.Role.MODERATOR)


class Membership(Recorded, models.Model):
    """A person belongs to a space, from one moment to another."""

    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        MODERATOR = "moderator", _("moderator")

    space = models.ForeignKey(
        "spaces.Space", on_delete=models.CASCADE, related_name="memberships", verbose_name=_("space")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.MEMBER)
    started_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    ended_at = models.DateTimeField(_("until"), null=True, blank=True, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership of a space")
        verbose_name_plural = _("memberships of spaces")
        ordering = ["-started_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("admit_membership", _("Can let somebody into a space")),
            ("end_membership", _("Can end somebody’s membership of a space")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["space", "person"],
                condition=models.Q(ended_at=None),
                name="one_open_membership_per_space",
                violation_error_message=_("This person belongs to the space already."),
            )
        ]

    def __str__(self):
        return f"{self.person} · {self.space}"

    def get_absolute_url(self):
        """The room; for whom it is over, the rooms that are left."""
        return self.space.get_absolute_url() if self.is_open else reverse("spaces:list")

    @property
    def is_open(self):
        """Whether it has not ended."""
        return self.ended_at is None

    @transaction.atomic
    def end(self, *, by):
        """She no longer belongs there for this reason. What she wrote stays."""
        self.refresh_from_db(from_queryset=Membership.objects.select_for_update())
        if not self.is_open:
            raise ValidationError(_("This membership has already ended."))
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])
        self.record("ended", by=by, space=self.space_id)
