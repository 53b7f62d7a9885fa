"""What ambassadors did: where, when, how many people it reached. Figures count these rows."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded


class AmbassadorActivityQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; all for the secretariat."""
        if user.has_perm("colleges.view_ambassadoractivity"):
            return self
        return self.filter(ambassador__person=user) if user.is_authenticated else self.none()

    def of_person(self, person):
        """All that `person` ever did as ambassador."""
        return self.filter(ambassador__person=person)

    def of_year(self, year):
        """Those that took place in `year`."""
        return self.filter(happened_on__year=year)

    def people_reached(self):
        """How many people they reached together; somebody reached twice is counted twice."""
        return self.aggregate(number=models.Sum("people_reached", default=0))["number"]

    def newest_first(self):
        """By the day they took place."""
        return self.order_by("-happened_on", "-pk")


class AmbassadorActivity(Recorded, models.Model):
    """One thing an ambassador did for the Initiative."""

    ambassador = models.ForeignKey(
        "colleges.Ambassador", on_delete=models.PROTECT, related_name="activities", verbose_name=_("ambassador")
    )
    happened_on = models.DateField(_("day"))
    title = models.CharField(_("title"), max_length=200)
    country = models.ForeignKey(
        "regions.Country", on_delete=models.PROTECT, related_name="+", verbose_name=_("country")
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    people_reached = models.PositiveIntegerField(_("people reached"))
    link = models.URLField(_("link"), max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])])
    created_at = models.DateTimeField(_("written down"), default=timezone.now, editable=False)

    objects = AmbassadorActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity of an ambassador")
        verbose_name_plural = _("activities of ambassadors")
        ordering = ["-happened_on", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("change_ambassadoractivity", _("Can change an activity of her own as ambassador")),
            ("remove_ambassadoractivity", _("Can remove an activity of her own as ambassador")),
        ]
        indexes = [models.Index(fields=["happened_on"], name="ambassador_activity_day")]
        constraints = [
            # A form that is sent twice tells the same thing twice. Forgotten words are all alike.
            models.UniqueConstraint(
                fields=["ambassador", "happened_on", "title", "place"],
                condition=~models.Q(title=""),
                name="ambassadors_tell_each_thing_once",
                violation_error_message=_("You have already written this down for that day and place."),
            ),
        ]

    def __str__(self):
        return self.title or str(_("Activity whose words are forgotten"))

    def get_absolute_url(self):
        return reverse("colleges:ambassador")

    def clean(self):
        if self.happened_on and self.happened_on > timezone.localdate():
            raise ValidationError({"happened_on": _("This day has not come yet. Write down what has taken place.")})

    @transaction.atomic
    def change(self, *, by, **facts):
        """Correct what was written. Raises ValidationError unless its ambassador is one now and the facts hold."""
        self._lock()
        for name, value in facts.items():
            setattr(self, name, value)
        self.full_clean()
        self.save(update_fields=[*facts])
        self.record("changed", by=by, fields=[*facts])

    @transaction.atomic
    def remove(self, *, by):
        """Take it off the list, and out of every count."""
        self._lock()
        self.record("removed", by=by)
        self.delete()

    def _lock(self):
        """Begin with what is stored. Raises ValidationError when it is gone or she is no ambassador any more."""
        try:
            self.refresh_from_db(from_queryset=AmbassadorActivity.objects.select_for_update(of=["self"]))
        except AmbassadorActivity.DoesNotExist:
            raise ValidationError(_("This activity has already been removed.")) from None
        if not type(self.ambassador).objects.in_force().filter(person=self.ambassador.person_id).exists():
            raise ValidationError(_("Only an ambassador keeps a list of her activities."))
