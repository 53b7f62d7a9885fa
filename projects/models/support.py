""" "I support it": once per person."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Support(models.Model):
    """A person stands behind an idea."""

    idea = models.ForeignKey(
        "projects.Idea", on_delete=models.CASCADE, related_name="supports", verbose_name=_("project idea")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="supports", verbose_name=_("person")
    )
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("supports")
        ordering = ["created_at", "pk"]
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["idea", "person"], name="one_support_per_person")]

    def __str__(self):
        return f"{self.person} · {self.idea}"
