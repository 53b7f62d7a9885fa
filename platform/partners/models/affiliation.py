"""Who belongs to which organisation, and who speaks for it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Activity, Recorded
from partners.models.mail_domain import KnownAddress
from partners.models.partner import Partner
from partners.models.speaking import Speaking


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

    def knowing_others(self):
        """Each with `others_speak`: whether somebody else speaks for its organisation. Pages ask so, verbs do not."""
        others = Affiliation.objects.focal_points().filter(partner=models.OuterRef("partner"))
        others = others.exclude(person=models.OuterRef("person"))
        return self.annotate(others_speak=models.Exists(others))

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

        Whoever asks while the organisation leaves or is merged waits for it, and then hears that it has gone.
        Raises ValidationError when she already asked or belongs there, or when the organisation is not in force.
        """
        stored = Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
        if not stored.is_in_force:
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

    @transaction.atomic
    def welcome(self, person, partner, *, is_focal_point=False, by):
        """`person` belongs to `partner` from now on, whether she had asked or not: somebody who may say so invited her.

        Whoever belongs there already stays what she is, and speaks for it if she was invited to.
        """
        open_ones = self.select_for_update()
        affiliation, _is_new = open_ones.get_or_create(person=person, partner=partner, status__in=Affiliation.OPEN)
        affiliation.status = Affiliation.Status.ACTIVE
        affiliation.started_at = affiliation.started_at or timezone.now()
        affiliation.is_focal_point = affiliation.is_focal_point or is_focal_point
        affiliation.save(update_fields=["status", "started_at", "is_focal_point"])
        affiliation.record("welcomed", by=by, focal_point=is_focal_point)
        return affiliation

    def focal_points(self):
        """Those who speak for their organisations: active, of people who may sign in."""
        return self.active().filter(is_focal_point=True, person__is_active=True)

    def with_known_address(self):
        """Each with `has_known_address`: whether a confirmed address of the person is one of the organisation's."""
        return self.annotate(has_known_address=KnownAddress())


class Affiliation(Recorded, Speaking, models.Model):
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
            ("step_down_affiliation", _("Can step down as focal point")),
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

    @property
    def is_at_known_address(self):
        """Whether a confirmed address of the person is one of the organisation's; the address itself is not told."""
        return Affiliation.objects.filter(pk=self.pk).with_known_address().filter(has_known_address=True).exists()

    @transaction.atomic
    def confirm(self, *, by):
        """The person belongs to the organisation from now on.

        Raises ValidationError when somebody was faster, naming her.
        """
        self._lock_requested(by)
        self.status, self.started_at = self.Status.ACTIVE, timezone.now()
        self.save(update_fields=["status", "started_at"])
        self.record("confirmed", by=by)

    @transaction.atomic
    def decline(self, *, by):
        """The organisation does not know this person. Raises ValidationError when somebody was faster, naming her."""
        self._lock_requested(by)
        self.status, self.ended_at = self.Status.DECLINED, timezone.now()
        self.save(update_fields=["status", "ended_at"])
        self.record("declined", by=by)

    @transaction.atomic
    def end(self, *, by):
        """The person no longer belongs to the organisation; every right that followed from it is gone at once.

        The secretariat is told when nobody speaks for the organisation any more.
        """
        self._lock_with_organisation()
        if not self.is_open:
            raise ValidationError(_("This affiliation has already ended."))
        spoke = self.is_focal_point
        self.status, self.ended_at, self.is_focal_point = self.Status.ENDED, timezone.now(), False
        self.save(update_fields=["status", "ended_at", "is_focal_point"])
        self.record("ended", by=by, **self._what_is_left(spoke))

    def _lock(self):
        self.refresh_from_db(from_queryset=Affiliation.objects.select_for_update())

    def _lock_requested(self, by):
        self._lock()
        if self.is_requested:
            return
        answer = Activity.objects.about(self).filter(verb__in=["confirmed", "declined", "welcomed", "ended"]).first()
        if answer and answer.actor and answer.actor != by:
            raise ValidationError(_("This request has already been answered, by %(name)s.") % {"name": answer.actor})
        raise ValidationError(_("This request has already been answered."))
