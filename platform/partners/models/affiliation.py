"""Who belongs to which organisation, and who speaks for it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from partners.models.partner import Partner


class AffiliationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; those of organisations she speaks for; everything for the secretariat."""
        if user.has_perm("partners.view_affiliation"):
            return self
        if not user.is_authenticated:
            return self.none()
        spoken_for = Affiliation.objects.in_force().filter(person=user, is_focal_point=True).values("partner")
        return self.filter(models.Q(person=user) | models.Q(partner__in=spoken_for))

    def requested(self):
        """Requests nobody has answered yet."""
        return self.filter(status=Affiliation.Status.REQUESTED)

    def active(self):
        """Confirmed and not ended, whatever the standing of the organisation."""
        return self.filter(status=Affiliation.Status.ACTIVE)

    def open_one_of(self, user, partner):
        """The tie of `user` to `partner`, asked for or active, or None."""
        if not user.is_authenticated:
            return None
        return self.filter(person=user, partner=partner, status__in=Affiliation.OPEN).first()

    def in_force(self):
        """Active, in an organisation that is partner or member now: what rights follow from."""
        return self.active().filter(partner__status__in=Partner.IN_FORCE)

    @transaction.atomic
    def request(self, person, partner, *, by):
        """`person` says that she works for `partner`; a focal point or the secretariat will confirm.

        Raises ValidationError when she already asked or belongs there, or when the organisation is not in force.
        """
        if not Partner.objects.in_force().filter(pk=partner.pk).exists():
            raise ValidationError(_("This organisation is not an active partner of the Initiative."))
        try:
            with transaction.atomic():
                affiliation = self.create(person=person, partner=partner)
        except IntegrityError:
            raise ValidationError(
                _("You already belong to this organisation, or your request is on its way.")
            ) from None
        affiliation.record("requested", by=by)
        return affiliation


class Affiliation(Recorded, models.Model):
    """A person's tie to an organisation: requested, active, ended; perhaps as its focal point."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("requested")
        ACTIVE = "active", _("active")
        DECLINED = "declined", _("declined")
        ENDED = "ended", _("ended")

    OPEN = (Status.REQUESTED, Status.ACTIVE)

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="affiliations",
        verbose_name=_("person"),
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="affiliations", verbose_name=_("organisation")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.REQUESTED)
    is_focal_point = models.BooleanField(
        _("focal point"), default=False, help_text=_("Speaks for the organisation and confirms its people.")
    )
    requested_at = models.DateTimeField(_("requested"), default=timezone.now, editable=False)
    started_at = models.DateTimeField(_("since"), null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(_("until"), null=True, blank=True, editable=False)

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["-requested_at"]
        permissions = [
            ("confirm_affiliation", _("Can confirm or decline an affiliation")),
            ("end_affiliation", _("Can end an affiliation")),
            ("name_focal_point_affiliation", _("Can name a focal point")),
        ]
        indexes = [models.Index(fields=["status", "requested_at"], name="affiliation_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "partner"],
                condition=models.Q(status__in=["requested", "active"]),
                name="one_open_affiliation_per_organisation",
                violation_error_message=_("This person already belongs to the organisation, or has asked to."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_focal_point=False) | models.Q(status="active"),
                name="focal_points_are_active",
                violation_error_message=_("Only an active person can be a focal point."),
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.partner}"

    def get_absolute_url(self):
        return reverse("partners:people", args=[self.partner.slug])

    @property
    def is_requested(self):
        return self.status == self.Status.REQUESTED

    @property
    def is_open(self):
        return self.status in self.OPEN

    @transaction.atomic
    def confirm(self, *, by):
        """The person belongs to the organisation from now on."""
        self._lock()
        if not self.is_requested:
            raise ValidationError(_("This request has already been answered."))
        self.status, self.started_at = self.Status.ACTIVE, timezone.now()
        self.save(update_fields=["status", "started_at"])
        self.record("confirmed", by=by)

    @transaction.atomic
    def decline(self, *, by):
        """The organisation does not know this person."""
        self._lock()
        if not self.is_requested:
            raise ValidationError(_("This request has already been answered."))
        self.status, self.ended_at = self.Status.DECLINED, timezone.now()
        self.save(update_fields=["status", "ended_at"])
        self.record("declined", by=by)

    @transaction.atomic
    def end(self, *, by):
        """The person no longer belongs to the organisation; every right that followed from it is gone at once."""
        self._lock()
        if not self.is_open:
            raise ValidationError(_("This affiliation has already ended."))
        self.status, self.ended_at, self.is_focal_point = self.Status.ENDED, timezone.now(), False
        self.save(update_fields=["status", "ended_at", "is_focal_point"])
        self.record("ended", by=by)

    @transaction.atomic
    def name_focal_point(self, *, by):
        """The person speaks for the organisation."""
        self._lock()
        if self.status != self.Status.ACTIVE:
            raise ValidationError(_("Only an active person can be a focal point."))
        self.is_focal_point = True
        self.save(update_fields=["is_focal_point"])
        self.record("named_focal_point", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Affiliation.objects.select_for_update())
