"""What was agreed with an organisation, until when, and in which document."""

from datetime import timedelta

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded, StoredFile
from partners.models.partner import Partner

# So long before its end the secretariat hears of it.
ALERT_BEFORE = timedelta(days=90)


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The secretariat's own register."""
        return self if user.has_perm("partners.view_agreement") else self.none()

    def in_force(self, day=None):
        """Begun and not ended on `day`, today unless said."""
        day = day or timezone.localdate()
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day), starts_on__lte=day)

    def ending(self):
        """In force, for 90 days at most."""
        return self.in_force().filter(ends_on__lte=timezone.localdate() + ALERT_BEFORE)

    def ended(self):
        """Over since yesterday or longer."""
        return self.filter(ends_on__lt=timezone.localdate())

    def public(self):
        """Those whose organisations are named among the supporters."""
        return self.filter(is_public=True)

    def to_alert(self):
        """Ending, and nobody was told yet; one that was prolonged is told of again before its new end."""
        begins = models.ExpressionWrapper(models.F("ends_on") - ALERT_BEFORE, output_field=models.DateTimeField())
        return self.ending().filter(models.Q(alerted_at=None) | models.Q(alerted_at__lt=begins))

    def alert(self):
        """Tell the secretariat of each that ends within 90 days, once; run again, it tells of nothing twice."""
        for key in self.to_alert().values_list("pk", flat=True):
            self.alert_of(key)

    @transaction.atomic
    def alert_of(self, key):
        """Tell of one, unless somebody else has just done so."""
        agreement = self.select_for_update().to_alert().filter(pk=key).first()
        if agreement is None:
            return
        agreement.alerted_at = timezone.now()
        agreement.save(update_fields=["alerted_at"])
        agreement.record("ends_soon", by=None, ends_on=agreement.ends_on.isoformat())


class Agreement(Recorded, models.Model):
    """A grant, a secondment, a memorandum, a hosting, or the word of a supporter."""

    class Kind(models.TextChoices):
        SUPPORT = "support", _("Declared support")
        GRANT = "grant", _("Grant")
        SECONDMENT = "secondment", _("Secondment")
        MEMORANDUM = "memorandum", _("Memorandum of understanding")
        HOSTING = "hosting", _("Hosting")

    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("organisation")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=200)
    reference = models.CharField(_("reference"), max_length=120, blank=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True, help_text=_("Empty: without an end."))
    document = models.OneToOneField(
        StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("document")
    )
    note = models.TextField(_("note"), max_length=2000, blank=True)
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Its organisation is named among the supporters.")
    )
    alerted_at = models.DateTimeField(_("alert sent"), null=True, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["ends_on", "starts_on", "pk"]
        indexes = [models.Index(fields=["ends_on"], name="agreement_end")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="agreements_end_after_they_start",
                violation_error_message=_("It cannot end before it starts."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("admin:partners_agreement_change", args=[self.pk])

    @property
    def is_in_force(self):
        """Begun and not ended today."""
        today = timezone.localdate()
        return self.starts_on <= today and (self.ends_on is None or self.ends_on >= today)

    @property
    def is_over(self):
        """Ended yesterday or before."""
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    @property
    def is_ending(self):
        """In force, for 90 days at most."""
        return self.is_in_force and self.ends_on is not None and self.ends_on <= timezone.localdate() + ALERT_BEFORE

    @transaction.atomic
    def put_document(self, upload, *, by):
        """Keep a CleanUpload as its document, or take the document away (None); what was there before goes.

        Raises ValidationError when the disk takes no more.
        """
        self.refresh_from_db(fields=["document"], from_queryset=Agreement.objects.select_for_update())
        before = self.document
        self.document = upload and StoredFile.objects.keep(upload, by=by)
        self.save(update_fields=["document"])
        if before is not None:
            before.discard()
        self.record("document_kept" if upload else "document_removed", by=by)
