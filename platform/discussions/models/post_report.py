"""Somebody finds that a post should not stand; whoever moderates looks at it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Recorded
from spaces.models import moderating


class PostReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those about posts in the spaces she moderates; all for the secretariat. Never those about her own words."""
        if not user.is_authenticated:
            return self.none()
        rows = self.exclude(post__author=user)
        if user.has_perm("discussions.view_postreport"):
            return rows
        return rows.filter(moderating(user, "post__thread__space"))

    def open(self):
        """Not settled yet."""
        return self.filter(settled_at=None)


class PostReport(Recorded, models.Model):
    """Why `reporter` wants a post to be looked at, and what came of it."""

    class Outcome(models.TextChoices):
        NOTHING = "nothing", pgettext_lazy("a report", "nothing to object to")
        WARNED = "warned", pgettext_lazy("a report", "author warned")
        HIDDEN = "hidden", pgettext_lazy("a report", "post hidden")

    post = models.ForeignKey(
        "discussions.Post", on_delete=models.CASCADE, related_name="reports", verbose_name=_("post")
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="post_reports",
        verbose_name=pgettext_lazy("a post", "reported by"),
    )
    reason = models.TextField(_("reason"), max_length=500)
    created_at = models.DateTimeField(_("reported"), default=timezone.now, editable=False)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True, editable=False)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("settled by"),
    )

    objects = PostReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported post")
        verbose_name_plural = _("reported posts")
        ordering = ["created_at", "pk"]
        default_permissions = ["view"]
        permissions = [("settle_postreport", _("Can settle a reported post"))]
        indexes = [
            models.Index(fields=["created_at"], condition=models.Q(settled_at=None), name="open_post_reports"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["post", "reporter"], name="one_report_of_a_post_per_person"),
            models.CheckConstraint(
                condition=models.Q(outcome="", settled_at=None) | (~models.Q(outcome="") & ~models.Q(settled_at=None)),
                name="settled_post_reports_say_when",
            ),
        ]

    def __str__(self):
        return f"{self.post_id} · {self.created_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return self.post.get_absolute_url()

    @property
    def is_open(self):
        """Whether somebody still has to look at it."""
        return self.settled_at is None

    @transaction.atomic
    def settle(self, outcome, *, by):
        """Say what came of it; whoever reported is told."""
        self.refresh_from_db(from_queryset=PostReport.objects.select_for_update(of=("self",)))
        if not self.is_open:
            raise ValidationError(_("This report has been settled already."))
        self.outcome, self.settled_at, self.settled_by = outcome, timezone.now(), by
        self.save(update_fields=["outcome", "settled_at", "settled_by"])
        self.record("settled", by=by, outcome=outcome)
