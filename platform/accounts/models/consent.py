"""Consent: one purpose at a time, with the text that was read, as easy to withdraw as to give."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _


class ConsentQuerySet(models.QuerySet):
    def given(self, purpose):
        """Consents to `purpose` that hold now."""
        return self.filter(purpose=purpose, withdrawn_at=None)


class Consent(models.Model):
    """What a person agreed to, in the words she read."""

    class Purpose(models.TextChoices):
        ROSTERS = "rosters", _("show my name in rosters")

    # The sentence shown beside the box, kept with each consent.
    SENTENCES = {
        Purpose.ROSTERS: _(
            "Show my name and organisation in the public rosters of the task forces I belong to, "
            "and on the page of the friends if I am an ambassador."
        ),
    }

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents", verbose_name=_("person")
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    text = models.TextField(_("text"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=models.Q(withdrawn_at=None),
                name="one_consent_per_purpose",
            )
        ]

    def __str__(self):
        return self.get_purpose_display()


def shows_name(path):
    """SQL condition: the person the row has in `path` agreed to appear in rosters by name."""
    return models.Exists(Consent.objects.given(Consent.Purpose.ROSTERS).filter(person=models.OuterRef(path)))


class Consenting(models.Model):
    """A person who gives and withdraws consents."""

    class Meta:
        abstract = True

    @property
    def shows_name(self):
        """Whether she consented to appear by name in public rosters."""
        return self.consents.given(Consent.Purpose.ROSTERS).exists()

    @transaction.atomic
    def consent(self, purpose, *, by):
        """Keep that she agreed to `purpose`, in the language she reads now. Agreeing twice changes nothing."""
        _consent, is_new = Consent.objects.get_or_create(
            person=self,
            purpose=purpose,
            withdrawn_at=None,
            defaults={
                "text": str(Consent.SENTENCES[purpose]),
                "language": translation.get_language() or "en",
            },
        )
        if is_new:
            self.record("consented", by=by, purpose=purpose)

    @transaction.atomic
    def withdraw_consent(self, purpose, *, by):
        """End the consent to `purpose` at once."""
        if self.consents.given(purpose).update(withdrawn_at=timezone.now()):
            self.record("consent_withdrawn", by=by, purpose=purpose)
