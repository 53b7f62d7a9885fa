"""Ambassadors: people who speak for the Initiative where they live, named by the secretariat, until it says so."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User, shows_name
from colleges.models.ambassador_activity import AmbassadorActivity
from core.models import Recorded


class AmbassadorQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; all for the secretariat. The public page reads `shown_on_page`."""
        if user.has_perm("colleges.view_ambassador"):
            return self
        return self.filter(person=user) if user.is_authenticated else self.none()

    def open(self):
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def in_force(self):
        """Open, of people who may sign in: what the rights of an ambassador follow from."""
        return self.open().filter(person__is_active=True)

    def shown_on_page(self):
        """Those in force, each with whether its person agreed to be named (`shows_name`), in the order they came."""
        rows = self.in_force().select_related("person__country").annotate(shows_name=shows_name("person"))
        return rows.order_by("started_at", "pk")


class Ambassador(Recorded, models.Model):
    """A person's time as ambassador of the Initiative."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ambassadorships", verbose_name=_("person")
    )
    words = models.CharField(
        _("mandate"), max_length=300, help_text=_("In a sentence or two, what she is asked to do. She reads it.")
    )
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("named by"),
    )
    started_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    ended_at = models.DateTimeField(_("until"), null=True, blank=True, editable=False)
    reason = models.TextField(_("reason of the end"), max_length=2000, blank=True, editable=False)

    objects = AmbassadorQuerySet.as_manager()

    class Meta:
        verbose_name = _("ambassador")
        verbose_name_plural = _("ambassadors")
        ordering = ["-started_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("name_ambassador", _("Can name an ambassador")),
            ("end_ambassador", _("Can end the time of an ambassador")),
            ("work_as_ambassador", _("Can use the kit and keep her activities as ambassador")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(ended_at=None),
                name="one_open_ambassadorship_per_person",
                violation_error_message=_("This person is an ambassador already."),
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("started_at")),
                name="ambassadors_end_after_they_start",
            ),
        ]

    def __str__(self):
        return str(self.person)

    def get_absolute_url(self):
        return reverse("colleges:ambassador")

    @property
    def is_open(self):
        """Whether the secretariat has not ended it."""
        return self.ended_at is None

    @property
    def is_in_force(self):
        """Whether she is an ambassador now."""
        return self.is_open and self.person.is_active

    @classmethod
    @transaction.atomic
    def name(cls, person, *, by, words):
        """`person` is an ambassador from now on; `words` say what for.

        Raises ValidationError unless she may sign in, is not of the secretariat, and is not an ambassador yet.
        """
        # Two colleagues who name the same person wait for each other here.
        person = User.objects.select_for_update().get(pk=person.pk)
        if not person.is_active:
            raise ValidationError({"person": _("Only somebody with an active account can be an ambassador.")})
        if person.is_staff or person.is_superuser:
            raise ValidationError({"person": _("Somebody of the secretariat cannot be an ambassador.")})
        if cls.objects.open().filter(person=person).exists():
            raise ValidationError({"person": _("This person is an ambassador already.")})
        ambassador = cls(person=person, words=words.strip(), named_by=by)
        ambassador.full_clean()
        ambassador.save()
        ambassador.record("named", by=by)
        return ambassador

    @transaction.atomic
    def end(self, *, by, reason):
        """She is no ambassador any more. What she has done stays."""
        self.refresh_from_db(from_queryset=Ambassador.objects.select_for_update())
        if not self.is_open:
            raise ValidationError(_("Her time as ambassador has already ended."))
        self.ended_at, self.reason = timezone.now(), reason.strip()
        self.save(update_fields=["ended_at", "reason"])
        self.record("ended", by=by)

    @transaction.atomic
    def add_activity(self, *, by, **facts):
        """Keep what she did, and return it. `facts` are the fields of an AmbassadorActivity.

        Raises ValidationError unless she is an ambassador now and the facts hold.
        """
        self.refresh_from_db(from_queryset=Ambassador.objects.select_for_update())
        self.require_in_force()
        activity = AmbassadorActivity(ambassador=self, **facts)
        activity.full_clean()
        activity.save()
        activity.record("added", by=by)
        return activity

    def require_in_force(self):
        """Raise ValidationError unless she is an ambassador now."""
        if not self.is_in_force:
            raise ValidationError(_("Only an ambassador keeps a list of her activities."))
