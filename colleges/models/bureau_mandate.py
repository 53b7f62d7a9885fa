"""The Bureau: elected representatives of a college, who moderate it from the first day of their mandate to the last."""

from datetime import UTC, timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, Func, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User, shows_name
from colleges.models.gathering import College
from core.models import Activity, Recorded
from partners.models import Affiliation

# So long before the end of a mandate its holder and the secretariat hear of it.
REMIND_BEFORE = timedelta(days=60)


def today():
    """The day by which mandates begin and end: the same for everybody, wherever she reads."""
    return timezone.now().astimezone(UTC).date()


class BureauMandateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; all for the secretariat. The page of a college reads `shown_on_page`."""
        if user.has_perm("colleges.view_bureaumandate"):
            return self
        return self.filter(person=user) if user.is_authenticated else self.none()

    def running(self):
        """Begun, neither over nor ended early."""
        return self.filter(ended_at=None, starts_on__lte=today(), ends_on__gte=today())

    def in_force(self, college):
        """Those running in `college` whose people belong to one of its organisations now: what rights follow from."""
        standing = Affiliation.objects.in_force().filter(
            person=OuterRef("person"), partner__in=college.partners.in_force().values("pk")
        )
        return self.running().filter(Exists(standing), college=college, person__is_active=True)

    def ending(self):
        """Those running that end within 60 days."""
        return self.running().filter(ends_on__lte=today() + REMIND_BEFORE)

    def shown_on_page(self, college):
        """Those in force in `college`, each with whether its person agreed to be named (`shows_name`)."""
        rows = self.in_force(college).select_related("person__country").annotate(shows_name=shows_name("person"))
        return rows.order_by("starts_on", "pk")

    def remind(self):
        """Tell of each mandate that ends within 60 days, once; run again, it tells of nothing twice."""
        for key in self.ending().values_list("pk", flat=True):
            self.remind_of(key)

    @transaction.atomic
    def remind_of(self, key):
        """Tell of one, unless somebody has just done so."""
        mandate = self.select_for_update().ending().filter(pk=key).first()
        if mandate is None or Activity.objects.about(mandate).filter(verb="ends_soon").exists():
            return
        mandate.record("ends_soon", by=None, ends_on=mandate.ends_on.isoformat())


class KeyAsRange(Func):
    """The key of a row as a range of one, given twice: PostgreSQL then compares it beside days without an extension."""

    function = "INT8RANGE"
    template = "%(function)s(%(expressions)s, '[]')"
    output_field = BigIntegerRangeField()


class Days(Func):
    """From the first day to the last."""

    function = "DATERANGE"
    output_field = DateRangeField()


class BureauMandate(Recorded, models.Model):
    """A person represents a college in the Bureau, from one day to another."""

    college = models.ForeignKey(
        College, on_delete=models.PROTECT, related_name="bureau_mandates", verbose_name=_("college")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="bureau_mandates", verbose_name=_("person")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    ended_at = models.DateTimeField(_("ended early"), null=True, blank=True, editable=False)
    reason = models.TextField(_("reason of the end"), max_length=2000, blank=True, editable=False)

    objects = BureauMandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate in the Bureau")
        verbose_name_plural = _("mandates in the Bureau")
        ordering = ["-starts_on", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("give_bureaumandate", _("Can give a mandate in the Bureau")),
            ("end_bureaumandate", _("Can end a mandate in the Bureau")),
        ]
        indexes = [models.Index(fields=["ends_on"], name="bureau_mandate_end")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="bureau_mandates_end_after_they_start",
                violation_error_message=_("It cannot end before it starts."),
            ),
            ExclusionConstraint(
                name="one_bureau_mandate_at_a_time",
                expressions=[
                    (KeyAsRange("person", "person"), RangeOperators.OVERLAPS),
                    (KeyAsRange("college", "college"), RangeOperators.OVERLAPS),
                    (
                        Days("starts_on", "ends_on", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=models.Q(ended_at=None),
                violation_error_message=_("This person has a mandate in this college in those days already."),
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.college.short}"

    def get_absolute_url(self):
        return reverse("colleges:detail", args=[self.college.slug])

    @property
    def is_running(self):
        """Whether it has begun, and is neither over nor ended early."""
        return self.ended_at is None and self.starts_on <= today() <= self.ends_on

    @property
    def can_be_ended(self):
        """Whether it runs, or would begin."""
        return self.ended_at is None and self.ends_on >= today()

    @classmethod
    @transaction.atomic
    def give(cls, person, college, *, starts_on, ends_on, by):
        """`person` represents `college` in the Bureau from the first day to the last, and moderates it.

        Raises ValidationError unless she may sign in, belongs to an organisation of the college, and has no mandate
        there in those days.
        """
        # Two colleagues who give one person a mandate wait for each other here.
        person = User.objects.select_for_update().get(pk=person.pk)
        if not person.is_active:
            raise ValidationError({"person": _("Only somebody with an active account can have a mandate.")})
        if not represents(person, college):
            raise ValidationError(
                {"person": _("Only people of active organisations of this college represent it in the Bureau.")}
            )
        if ends_on < today():
            raise ValidationError({"ends_on": _("The end must lie ahead.")})
        mandate = cls(person=person, college=college, starts_on=starts_on, ends_on=ends_on)
        mandate.full_clean()
        mandate.save()
        mandate.record("given", by=by, starts_on=starts_on.isoformat(), ends_on=ends_on.isoformat())
        return mandate

    @transaction.atomic
    def end(self, *, by, reason):
        """It is over from this minute on, and with it her rights in the college."""
        self.refresh_from_db(from_queryset=BureauMandate.objects.select_for_update())
        if not self.can_be_ended:
            raise ValidationError(_("This mandate is over already."))
        self.ended_at, self.reason = timezone.now(), reason.strip()
        self.save(update_fields=["ended_at", "reason"])
        self.record("ended", by=by)


def represents(person, college):
    """Whether `person` belongs now to an organisation in force that stands in `college`."""
    partners = college.partners.in_force().values("pk")
    return Affiliation.objects.in_force().filter(person=person, partner__in=partners).exists()
