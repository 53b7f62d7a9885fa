"""What an applicant is told and asked: the duties of the roles, and the questions of the joining form."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforces.models.roles import Role


class Duty(models.Model):
    """One thing that whoever holds a role undertakes to do."""

    role = models.CharField(_("role"), max_length=15, choices=Role.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    text = models.CharField(_("text"), max_length=300)

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties of the roles")
        ordering = ["role", "position"]
        constraints = [models.UniqueConstraint(fields=["role", "position"], name="one_duty_per_position")]

    def __str__(self):
        return self.text


class JoiningFormQuerySet(models.QuerySet):
    def default(self):
        """The newest form that every task force uses unless it has its own."""
        return self.filter(task_force=None).order_by("-version").first()

    def of(self, task_force):
        """The newest form of `task_force`, or the default one."""
        usable = self.filter(models.Q(task_force=task_force) | models.Q(task_force=None))
        return usable.order_by(models.F("task_force").asc(nulls_last=True), "-version").first()


class JoiningForm(models.Model):
    """A version of the questions asked of applicants: of one task force, or of all."""

    task_force = models.ForeignKey(
        "taskforces.TaskForce",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="joining_forms",
        verbose_name=_("task force"),
        help_text=_("Empty: the form of every task force that has none of its own."),
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)

    objects = JoiningFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("joining form")
        verbose_name_plural = _("joining forms")
        ordering = ["task_force", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force", "version"], nulls_distinct=False, name="one_joining_form_per_version"
            )
        ]

    def __str__(self):
        return f"{self.task_force or _('All task forces')} · {self.version}"

    @property
    def is_answered(self):
        """Whether somebody has answered it; from then on its questions stay as they were."""
        return self.applications.exists()

    def questions_for(self, role):
        """Its questions for `role`, in order."""
        return [question for question in self.questions.all() if not question.roles or role in question.roles]


class Question(models.Model):
    """A question of a joining form."""

    class Kind(models.TextChoices):
        SHORT_TEXT = "short_text", _("short text")
        LONG_TEXT = "long_text", _("long text")
        CHOICE = "choice", _("choice")

    form = models.ForeignKey(JoiningForm, on_delete=models.CASCADE, related_name="questions", verbose_name=_("form"))
    key = models.SlugField(_("key"), max_length=40)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    is_required = models.BooleanField(_("required"), default=False)
    roles = ArrayField(
        models.CharField(max_length=15, choices=Role.choices),
        blank=True,
        default=list,
        verbose_name=_("asked of"),
        help_text=_("Empty: asked of everybody."),
    )
    label = models.CharField(_("question"), max_length=200)
    help = models.CharField(_("help"), max_length=300, blank=True)
    choices = models.JSONField(_("choices"), default=list, blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["form", "position"]
        constraints = [models.UniqueConstraint(fields=["form", "key"], name="one_question_per_key")]

    def __str__(self):
        return self.label

    def choices_in(self, language):
        """[(value, label)] in `language`, falling back to English."""
        return [(choice["value"], choice["label"].get(language) or choice["label"]["en"]) for choice in self.choices]
