"""A file that answers a question of the joining form."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile


class AnswerFileQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the applications this person may see."""
        applications = self.model._meta.get_field("application").related_model.objects
        return self.filter(application__in=applications.visible_to(user))

    def discard(self):
        """The rows go, and the bytes once the transaction holds."""
        for answer in self.select_related("stored"):
            answer.delete()
            answer.stored.discard()


class AnswerFile(models.Model):
    """The file an applicant sent for one question; its name stands among her answers."""

    application = models.ForeignKey(
        "taskforces.Application", on_delete=models.CASCADE, related_name="files", verbose_name=_("application")
    )
    key = models.SlugField(_("key"), max_length=40)
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))

    objects = AnswerFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of an application")
        verbose_name_plural = _("files of applications")
        ordering = ["application", "key"]
        constraints = [models.UniqueConstraint(fields=["application", "key"], name="one_file_per_question")]

    def __str__(self):
        return self.stored.name
