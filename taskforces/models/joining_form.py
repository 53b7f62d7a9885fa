"""What an applicant is told and asked: the duties of the roles, and the versions of the joining forms."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from core.stamps import stamp_of
from taskforces.models.form_editing import FormEditing
from taskforces.models.roles import Role
from taskforces.models.taskforce import TaskForce


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
    def in_force(self):
        """What applicants answer now."""
        return self.filter(status=JoiningForm.Status.IN_FORCE)

    def default(self):
        """The form that every task force uses unless it has its own."""
        return self.in_force().filter(task_force=None).order_by("pk").first()

    def of(self, task_force):
        """The form in force for `task_force`: its own, or the default one."""
        usable = self.in_force().filter(models.Q(task_force=task_force) | models.Q(task_force=None))
        return usable.order_by(models.F("task_force").asc(nulls_last=True)).first()

    def draft_of(self, task_force):
        """The next version that is being written, or None. `task_force` None: of the default form."""
        return self.filter(task_force=task_force, status=JoiningForm.Status.DRAFT).order_by("pk").first()

    def edited_for(self, task_force):
        """What an editor looks at: the draft if there is one, else what is in force."""
        return self.draft_of(task_force) or self.of(task_force)

    def lock_of(self, task_force):
        """Whoever edits the forms of `task_force`, or the default one (None), does so one after the other."""
        if task_force is not None:
            TaskForce.objects.select_for_update().get(pk=task_force.pk)
        else:
            list(self.in_force().filter(task_force=None).order_by("pk").select_for_update())

    @transaction.atomic
    def draft(self, task_force, *, by, from_default=False):
        """The draft of the next version: the one there is, or a copy of what is in force.

        Raises ValidationError for a task force without a form of its own, unless it begins one `from_default`.
        """
        self.lock_of(task_force)
        if draft := self.draft_of(task_force):
            return draft
        source = self.of(task_force)
        if source.task_force_id is None and task_force is not None and not from_default:
            raise ValidationError(
                _("This task force uses the default form. Make it its own before you change a question.")
            )
        newest = self.filter(task_force=task_force).aggregate(number=Max("version"))["number"] or 0
        draft = self.create(task_force=task_force, version=newest + 1, status=JoiningForm.Status.DRAFT)
        draft.copy_questions_of(source)
        draft.record("drafted", by=by, version=draft.version)
        return draft


class JoiningForm(Recorded, FormEditing, models.Model):
    """A version of the questions asked of applicants: of one task force, or of all that have none of their own."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_FORCE = "in_force", _("in force")
        RETIRED = "retired", _("earlier version")

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
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.IN_FORCE, editable=False
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)

    objects = JoiningFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("joining form")
        verbose_name_plural = _("joining forms")
        ordering = ["task_force", "-version"]
        permissions = [("edit_joiningform", _("Can edit a joining form, and open and close joining"))]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force", "version"], nulls_distinct=False, name="one_joining_form_per_version"
            ),
            models.UniqueConstraint(
                fields=["task_force"],
                condition=models.Q(status="in_force"),
                nulls_distinct=False,
                name="one_joining_form_in_force",
            ),
            models.UniqueConstraint(
                fields=["task_force"],
                condition=models.Q(status="draft"),
                nulls_distinct=False,
                name="one_draft_of_a_joining_form",
            ),
        ]

    def __str__(self):
        return f"{self.task_force or _('All task forces')} · {self.version}"

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def is_in_force(self):
        return self.status == self.Status.IN_FORCE

    @property
    def is_default(self):
        return self.task_force_id is None

    @property
    def stamp(self):
        """Which state of its questions a page was made from."""
        questions = "|".join(f"{each.key}:{each.stamp}" for each in self.questions.all())
        return stamp_of(questions)

    def questions_for(self, role):
        """Its questions for `role`, in order."""
        return [question for question in self.questions.all() if not question.roles or role in question.roles]

    def copy_questions_of(self, other):
        """The same questions under the same keys, as the beginning of a new version."""
        for question in other.questions.all():
            question.pk, question.form = None, self
            question._state.adding = True
            question.save()
