"""Who is asked to review a datasheet: a right for this one sheet, with its date."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from guardian.managers import UserObjectPermissionManager
from guardian.models import UserObjectPermissionBase

from practices.models.practice import Practice


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; all of them for the secretariat."""
        if user.has_perm("practices.assign_reviewer_practice"):
            return self
        return self.filter(user=user) if user.is_authenticated else self.none()

    def open(self):
        """Those of sheets that are under review now."""
        return self.filter(content_object__status=Practice.Status.SUBMITTED)

    def overdue(self):
        """Those that are open although their day has passed."""
        return self.open().filter(due_on__lt=timezone.localdate())

    def with_load(self):
        """Each with `load`: how many sheets its person is asked to review now."""
        return self.annotate(load=load_of("user"))

    def waiting_for(self, user):
        """Sheets `user` is asked to review and that are under review now."""
        return self.open().filter(user=user)


def load_of(person):
    """SQL for how many sheets the person in the field `person` is asked to review now."""
    hers = Assignment.objects.open().filter(user=models.OuterRef(person)).order_by().values("user")
    number = hers.annotate(number=models.Count("pk")).values("number")
    return Coalesce(models.Subquery(number, output_field=models.IntegerField()), 0)


class Assignment(UserObjectPermissionBase):
    """guardian's row for one person and one sheet. That it is there is the right; the rest is for people."""

    content_object = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="assignments", verbose_name=_("practice datasheet")
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("assigned by"),
    )
    assigned_at = models.DateTimeField(_("assigned"), default=timezone.now, editable=False)
    due_on = models.DateField(_("asked for until"), null=True, blank=True)

    objects = UserObjectPermissionManager.from_queryset(AssignmentQuerySet)()

    class Meta(UserObjectPermissionBase.Meta):
        verbose_name = _("assigned reviewer")
        verbose_name_plural = _("assigned reviewers")
        ordering = ["due_on", "assigned_at"]
        default_permissions = ["view"]
        permissions = [("release_assignment", _("Can release an assigned reviewer"))]

    def __str__(self):
        return f"{self.user} · {self.content_object}"

    @property
    def is_open(self):
        """Whether the sheet is under review now."""
        return self.content_object.status == Practice.Status.SUBMITTED

    @property
    def is_overdue(self):
        """Whether the day has passed while it is open."""
        return self.is_open and self.due_on is not None and self.due_on < timezone.localdate()
