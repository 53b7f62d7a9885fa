"""What reviewers and authors say to each other, section by section, before a datasheet is published."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from practices import editions
from practices.models.practice import Practice


class CommentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of sheets she writes or reviews; nobody else reads what is said before a sheet is out."""
        if user.has_perm("practices.view_practice"):
            return self
        if not user.is_authenticated:
            return self.none()
        hers = Practice.objects.written_by(user).values("pk")
        assigned = Practice.objects.assigned_to(user).values("pk")
        return self.filter(models.Q(practice__in=hers) | models.Q(practice__in=assigned))

    def open(self):
        """Those nobody has settled."""
        return self.filter(settled_at=None)


class Comment(Recorded, models.Model):
    """A remark about one section of a sheet; settled by whoever wrote it, by the author, or by the secretariat."""

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="comments", verbose_name=_("practice datasheet")
    )
    section = models.CharField(_("section"), max_length=40)
    text = models.TextField(_("comment"), max_length=3000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("author")
    )
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a datasheet")
        verbose_name_plural = _("comments on datasheets")
        ordering = ["created_at", "pk"]
        default_permissions = ["view"]
        permissions = [("settle_comment", _("Can settle a comment on a datasheet"))]
        indexes = [models.Index(fields=["practice", "settled_at"], name="comment_of_practice")]

    def __str__(self):
        return f"{self.practice}: {self.section_title}"

    def get_absolute_url(self):
        return f"{self.practice.desk_url}#comment-{self.pk}"

    @property
    def section_title(self):
        """What the section is called, as the sheet's edition has it."""
        section = editions.edition(self.practice.edition).section(self.section)
        return section.title if section else self.section

    @transaction.atomic
    def settle(self, *, by):
        """It has been dealt with. Raises ValidationError when it is settled already."""
        self.refresh_from_db(from_queryset=Comment.objects.select_for_update(of=("self",)))
        if self.settled_at:
            raise ValidationError(_("This comment is settled already."))
        self.settled_at = timezone.now()
        self.save(update_fields=["settled_at"])
        self.record("settled", by=by)
