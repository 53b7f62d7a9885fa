"""A scientist who answers: named by the secretariat, for themes and perhaps for regions."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from core.models import Recorded


class ExpertQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those in force for everybody signed in, whose answers they read; all for the secretariat."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_perm("questions.view_expert") else self.in_force()

    def in_force(self):
        """Those who answer today."""
        return self.filter(ended_at=None, person__is_active=True)

    def fitting(self, themes, region, *, asker):
        """Whom a question goes to, never its asker: those of its themes and region, or else all of its themes.

        Who names no region answers for all; a question without region goes to these.
        """
        of_theme = self.in_force().filter(themes__in=themes).exclude(person=asker)
        here = Q(regions=None) | Q(regions=region) if region else Q(regions=None)
        return of_theme.filter(here).distinct() if of_theme.filter(here).exists() else of_theme.distinct()


class Expert(Recorded, models.Model):
    """Somebody who answers questions."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="expert_mandates", verbose_name=_("person")
    )
    themes = models.ManyToManyField("core.Theme", blank=True, related_name="+", verbose_name=_("themes"))
    regions = models.ManyToManyField(
        "regions.Region", blank=True, related_name="+", limit_choices_to={"parent": None}, verbose_name=_("regions")
    )
    started_at = models.DateTimeField(pgettext_lazy("moment", "since"), default=timezone.now, editable=False)
    ended_at = models.DateTimeField(pgettext_lazy("moment", "until"), null=True, blank=True, editable=False)

    objects = ExpertQuerySet.as_manager()

    class Meta:
        verbose_name = _("expert")
        verbose_name_plural = _("experts")
        ordering = ["-started_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("name_expert", _("Can name an expert")),
            ("redirect_expert", _("Can change what an expert answers for")),
            ("end_expert", _("Can end the mandate of an expert")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at=None), name="experts_are_named_once_at_a_time"
            ),
        ]

    def __str__(self):
        return str(self.person)

    def get_absolute_url(self):
        """What she is named for: the questions that wait for her."""
        return f"{reverse('questions:list')}?show=waiting"

    @property
    def is_open(self):
        """Whether her mandate has not ended."""
        return self.ended_at is None

    @classmethod
    @transaction.atomic
    def name(cls, person, *, themes=(), regions=(), by):
        """`by` names `person` an expert for `themes`; without `regions` for the whole world. Returns the Expert.

        Raises ValidationError when she is one already, or may not sign in.
        """
        User.objects.select_for_update(no_key=True).get(pk=person.pk)
        if not person.is_active:
            raise ValidationError({"person": _("This person can no longer sign in.")})
        if cls.objects.filter(person=person, ended_at=None).exists():
            raise ValidationError({"person": _("This person is an expert already.")})
        expert = cls.objects.create(person=person)
        expert.themes.set(themes)
        expert.regions.set(regions)
        expert.record("named", by=by)
        return expert

    @transaction.atomic
    def redirect(self, *, themes, regions=(), by):
        """She answers for other themes and regions from now on; what waits for her already stays with her."""
        self._lock_open()
        self.themes.set(themes)
        self.regions.set(regions)
        self.record("redirected", by=by)

    @transaction.atomic
    def end(self, *, by):
        """No question goes to her any more; what she has answered stays."""
        self._lock_open()
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])
        self.record("ended", by=by)

    def _lock_open(self):
        self.refresh_from_db(from_queryset=Expert.objects.select_for_update(of=("self",)))
        if not self.is_open:
            raise ValidationError(_("This mandate has ended already."))
