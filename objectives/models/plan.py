"""The strategic plan: goals, objectives, their texts and targets in each version, and the facilities."""

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class PlanVersion(models.Model):
    """A version of the plan. One is in force; the texts of the others never change."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    is_in_force = models.BooleanField(_("in force"), default=False)

    class Meta:
        verbose_name = _("plan version")
        verbose_name_plural = _("plan versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_in_force"], condition=models.Q(is_in_force=True), name="one_plan_version_in_force"
            )
        ]

    def __str__(self):
        return self.name


# A text of a version that is no longer in force is history: no page, import or shell may reword it.
FROZEN = """
    IF NOT (SELECT is_in_force OR NOT EXISTS (SELECT 1 FROM objectives_planversion later WHERE later.number > v.number)
            FROM objectives_planversion v WHERE v.id = OLD.version_id) THEN
        RAISE EXCEPTION 'The texts of a past plan version never change.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def frozen_once_past(name):
    """A trigger that refuses to change or delete a text of a past version."""
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=pgtrigger.Update | pgtrigger.Delete, func=FROZEN
    )


class Texts(models.Model):
    """A text that belongs to a plan version."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("plan version"))

    class Meta:
        abstract = True

    def clean(self):
        if self.pk and self.version_id and not self.version.is_in_force:
            raise ValidationError(_("The texts of a past plan version never change."))


def in_force(texts):
    """The one of `texts` (a related manager) that belongs to the version in force, or None; wants texts__version."""
    return next((text for text in texts.all() if text.version.is_in_force), None)


def wordings():
    """For `prefetch_related` on objectives: their texts, each with its version, in one query."""
    return Prefetch("texts", ObjectiveText.objects.select_related("version"))


class GoalQuerySet(models.QuerySet):
    def with_text(self):
        """Each goal and its objectives with their wordings: four queries, whatever their number."""
        return self.prefetch_related(
            Prefetch("texts", GoalText.objects.select_related("version")),
            Prefetch("objectives", Objective.objects.with_wording()),
        )


class Goal(models.Model):
    """One of the six goals, A to F: a horizon of the soil profile."""

    code = models.CharField(_("code"), max_length=1, unique=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} {self.name}"

    def get_absolute_url(self):
        return reverse("objectives:goal", args=[self.code.lower()])

    @cached_property
    def text(self):
        """Its text in the version in force, or None."""
        return in_force(self.texts)

    @property
    def name(self):
        return self.text.name if self.text else self.code

    @property
    def statement(self):
        return self.text.statement if self.text else ""


class GoalText(Texts):
    """What a plan version calls a goal."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="texts", verbose_name=_("goal"))
    name = models.CharField(_("name"), max_length=80)
    statement = models.TextField(_("statement"))

    class Meta:
        verbose_name = _("text of a goal")
        verbose_name_plural = _("texts of goals")
        constraints = [models.UniqueConstraint(fields=["goal", "version"], name="one_goal_text_per_version")]
        triggers = [frozen_once_past("goal_text_is_frozen")]

    def __str__(self):
        return self.name


class Facility(models.Model):
    """A Core or Global Facility: the instrument that carries objectives."""

    class Family(models.TextChoices):
        CORE = "core", _("Core Facility")
        GLOBAL = "global", _("Global Facility")

    family = models.CharField(_("family"), max_length=8, choices=Family.choices)
    code = models.CharField(_("number"), max_length=4)
    name = models.CharField(_("name"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("facility")
        verbose_name_plural = _("facilities")
        ordering = ["family", "position"]
        constraints = [models.UniqueConstraint(fields=["family", "code"], name="one_facility_per_number")]

    def __str__(self):
        return f"{self.get_family_display()} {self.code}, {self.name}"


class ObjectiveQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The strategy is public."""
        return self

    def with_wording(self):
        """Each objective with its facility and its wordings, so that `label` and `title` ask nothing more."""
        return self.select_related("facility").prefetch_related(wordings())

    def with_text(self):
        """The same with its goal and the goal's wordings."""
        return (
            self.with_wording()
            .select_related("goal")
            .prefetch_related(Prefetch("goal__texts", GoalText.objects.select_related("version")))
        )

    def with_home_of(self, user):
        """Each objective with whether `user` has a seat in its task force, so that asking her rights asks no more."""
        if not user.is_authenticated:
            return self
        seats = user.seats.open().filter(task_force__objective=models.OuterRef("pk"))
        return self.annotate(home_of=models.Value(user.pk, models.BigIntegerField()), is_home=models.Exists(seats))

    def with_targets(self):
        """Each objective with its baselines and targets, so that `stops` asks nothing more."""
        return self.prefetch_related(Prefetch("targets", Target.objects.select_related("version")))


class Objective(models.Model):
    """One of the 24 strategic objectives, A1 to F3."""

    code = models.CharField(_("code"), max_length=3, unique=True)
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="objectives", verbose_name=_("goal"))
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, related_name="objectives", verbose_name=_("facility")
    )

    objects = ObjectiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("strategic objective")
        verbose_name_plural = _("strategic objectives")
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} {self.label}"

    def get_absolute_url(self):
        return reverse("objectives:detail", args=[self.code.lower()])

    @cached_property
    def text(self):
        """Its text in the version in force, or None."""
        return in_force(self.texts)

    @property
    def label(self):
        """The short official label, which serves as its title."""
        return self.text.label if self.text else self.code

    @property
    def title(self):
        """The long official sentence."""
        return self.text.title if self.text else ""

    @property
    def description(self):
        return self.text.description if self.text else ""

    def is_worked_on_by(self, person):
        """Whether `person` has a seat in its task force; one loaded by `with_home_of` her has the answer already."""
        if person.pk is not None and person.pk == getattr(self, "home_of", None):
            return self.is_home
        task_force = getattr(self, "task_force", None)
        return task_force is not None and task_force.is_home_of(person)

    @property
    def neighbours(self):
        """The other objectives of its goal, as their texts in force, each with its objective: one query."""
        others = ObjectiveText.objects.filter(version__is_in_force=True, objective__goal=self.goal_id)
        return others.exclude(objective=self).select_related("objective").order_by("objective__code")

    @property
    def stops(self):
        """Baseline and targets of the version in force, in the order of their years; wants targets__version."""
        return sorted(
            (target for target in self.targets.all() if target.version.is_in_force),
            key=lambda target: target.year,
        )


class ObjectiveText(Texts):
    """The wording of an objective in a plan version."""

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="texts", verbose_name=_("strategic objective")
    )
    label = models.CharField(_("label"), max_length=60)
    title = models.TextField(_("title"))
    description = models.TextField(_("description"))
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        verbose_name = _("text of an objective")
        verbose_name_plural = _("texts of objectives")
        constraints = [models.UniqueConstraint(fields=["objective", "version"], name="one_objective_text_per_version")]
        triggers = [frozen_once_past("objective_text_is_frozen")]

    def __str__(self):
        return self.label


class Target(Texts):
    """Where an objective stood in 2020, or should stand in 2030 or 2050: a text, and a number where it holds one."""

    class Year(models.IntegerChoices):
        BASELINE = 2020, _("Baseline 2020")
        TARGET_2030 = 2030, _("Target 2030")
        TARGET_2050 = 2050, _("Target 2050")

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="targets", verbose_name=_("strategic objective")
    )
    year = models.PositiveSmallIntegerField(_("year"), choices=Year.choices)
    text = models.TextField(_("text"))
    short = models.CharField(_("short label"), max_length=60, blank=True)
    value = models.DecimalField(
        _("value"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The number the dashboard compares with. Leave it empty where the text holds none."),
    )
    unit = models.CharField(_("unit"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ["objective", "year"]
        constraints = [
            models.UniqueConstraint(fields=["objective", "version", "year"], name="one_target_per_year_and_version"),
            models.CheckConstraint(
                condition=models.Q(value=None, unit="") | (models.Q(value__isnull=False) & ~models.Q(unit="")),
                name="targets_have_value_and_unit_together",
                violation_error_message=_("A value needs its unit, and a unit its value."),
            ),
        ]
        triggers = [frozen_once_past("target_is_frozen")]

    def __str__(self):
        return f"{self.objective_id} {self.year}"

    @property
    def kind(self):
        """What the year is: the baseline or a target."""
        return _("Baseline") if self.year == self.Year.BASELINE else _("Target")
