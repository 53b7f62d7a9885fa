"""An idea for a project: proposed in a task force, supported, discussed, and turned into a Project Team."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.limits import wait_for_turn
from core.models import Recorded
from partners.models import Partner
from projects.models.answering import require_answerable
from projects.models.deciding import Deciding
from projects.models.discussing import Discussing
from projects.models.finding import IdeaFinding
from projects.models.limits import require_may_propose
from taskforces.models import TaskForce

# What its author may reword, beside the places.
WORDS = ("title", "summary", "partners_wanted", "natures_wanted", "language")


class IdeaQuerySet(IdeaFinding):
    @transaction.atomic
    def propose(self, task_force, *, gap=None, regions=(), countries=(), key=None, origin=None, by, **words):
        """`by` proposes an idea to `task_force`, whose leader hears of it; it may answer a `gap`. Returns the Idea.

        It may come of a discussion, its `origin`. A form sent twice, known by its `key`, gives the idea it made.
        Raises ValidationError when she has no seat there and does not work in the secretariat, when she has proposed
        enough today, when the gap is not open there, or when something is missing.
        """
        wait_for_turn(by)
        if made := self.filter(key=key, author=by).first():
            return made
        if not by.has_perm("projects.propose_idea", task_force):
            raise ValidationError(_("Only people with a seat in the task force propose ideas to it."))
        require_may_propose(by)
        if gap:
            require_answerable(gap, task_force, by=by)
        if key is None or self.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        idea = self.model(task_force=task_force, gap=gap, author=by, key=key, **words)
        idea.full_clean(exclude=["task_force", "gap", "author"], validate_constraints=False)
        idea.save()
        idea.regions.set(regions)
        idea.countries.set(countries)
        idea.record("proposed", by=by)
        if origin:
            origin.become(idea, by=by)
        return idea


class Idea(Recorded, Discussing, Deciding, models.Model):
    """What could be done for an objective, where, and with whom."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", pgettext_lazy("an idea", "proposed")
        TEAM = "team", pgettext_lazy("an idea", "with a Project Team")
        SET_ASIDE = "set_aside", pgettext_lazy("an idea", "set aside")
        WITHDRAWN = "withdrawn", pgettext_lazy("an idea", "withdrawn")

    class State(models.TextChoices):
        """What readers are told: whether its team is formed follows from facts, and is asked when it is shown."""

        PROPOSED = "proposed", pgettext_lazy("an idea", "proposed")
        FORMING = "forming", pgettext_lazy("an idea", "team forming")
        FORMED = "formed", pgettext_lazy("an idea", "team formed")
        SET_ASIDE = "set_aside", pgettext_lazy("an idea", "set aside")
        WITHDRAWN = "withdrawn", pgettext_lazy("an idea", "withdrawn")

    LIVE = (Status.PROPOSED, Status.TEAM)

    task_force = models.ForeignKey(
        TaskForce, on_delete=models.PROTECT, related_name="ideas", verbose_name=_("task force")
    )
    gap = models.ForeignKey(
        "taskforces.Gap",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ideas",
        verbose_name=_("gap it answers"),
    )
    title = models.CharField(_("title"), max_length=150)
    summary = models.TextField(_("summary"), max_length=4000)
    regions = models.ManyToManyField(
        "regions.Region",
        blank=True,
        related_name="+",
        limit_choices_to={"parent": None},
        verbose_name=_("regions"),
    )
    countries = models.ManyToManyField("regions.Country", blank=True, related_name="+", verbose_name=_("countries"))
    partners_wanted = models.TextField(_("partners wanted"), max_length=1000, blank=True)
    natures_wanted = ArrayField(
        models.CharField(max_length=12, choices=Partner.Nature.choices),
        default=list,
        blank=True,
        verbose_name=_("legal nature of the partners wanted"),
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ideas", verbose_name=_("author")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PROPOSED)
    # A form that is sent twice carries the same key.
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(pgettext_lazy("moment", "changed"), null=True, blank=True, editable=False)

    objects = IdeaQuerySet.as_manager()

    class Meta:
        verbose_name = _("project idea")
        verbose_name_plural = _("project ideas")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("propose_idea", _("Can propose an idea to a task force")),
            ("change_idea", _("Can reword the own idea")),
            ("withdraw_idea", _("Can withdraw the own idea")),
            ("support_idea", _("Can support an idea")),
            ("discuss_idea", _("Can read and write comments on an idea")),
            ("set_aside_idea", _("Can set an idea aside")),
            ("form_team_idea", _("Can form a Project Team from an idea")),
        ]
        indexes = [
            models.Index(fields=["task_force", "status", "-created_at"], name="idea_of_task_force"),
            models.Index(fields=["-created_at"], name="idea_newest"),
            models.Index(fields=["author", "-created_at"], name="idea_author"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="set_aside") | ~models.Q(reason=""),
                name="ideas_are_set_aside_for_a_reason",
                violation_error_message=_("Give a reason: the author will read it."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("projects:idea", args=[self.pk])

    @property
    def is_live(self):
        """Whether it is neither set aside nor withdrawn."""
        return self.status in self.LIVE

    @property
    def can_be_changed(self):
        return self.status == self.Status.PROPOSED

    can_be_withdrawn = can_be_changed

    @property
    def state(self):
        """Its State now: proposed, team forming, team formed, set aside, withdrawn."""
        if self.status != self.Status.TEAM:
            return self.State(self.status)
        is_formed = getattr(self, "team_is_formed", None)
        if is_formed is None:
            is_formed = self.team.is_formed
        return self.State.FORMED if is_formed else self.State.FORMING

    @property
    def natures_in_words(self):
        """The legal natures it looks for, as readers call them."""
        return [Partner.Nature(nature).label for nature in self.natures_wanted if nature in Partner.Nature.values]

    @transaction.atomic
    def change(self, *, regions=(), countries=(), by, **words):
        """Its author words it anew. What it was before stays in the history. A team builds on it: then it stands.

        With a `gap` among the words it answers that one, with None none; without the word it stays as it is.
        """
        self._lock()
        if not self.can_be_changed:
            raise ValidationError(_("This idea can no longer be changed: it has a team, or is closed."))
        for name in WORDS:
            if name in words:
                setattr(self, name, words[name])
        if "gap" in words and words["gap"] != self.gap:
            if words["gap"]:
                require_answerable(words["gap"], self.task_force, by=by)
            self.gap = words["gap"]
        self.edited_at = timezone.now()
        self.full_clean(exclude=["task_force", "gap", "author"], validate_constraints=False)
        self.save(update_fields=[*WORDS, "gap", "edited_at"])
        self.regions.set(regions)
        self.countries.set(countries)
        self.record("changed", by=by)

    @transaction.atomic
    def withdraw(self, *, by):
        """Its author takes it back: nobody else sees it any more."""
        self._lock()
        if not self.can_be_withdrawn:
            raise ValidationError(_("This idea can no longer be withdrawn: it has a team, or is closed."))
        self.status = self.Status.WITHDRAWN
        self.save(update_fields=["status"])
        self.record("withdrawn", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Idea.objects.select_for_update(of=("self",)))
