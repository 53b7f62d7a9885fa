"""The strategy of an objective: context, problems, causes, activities, obstacles, factors of success, item by item."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Recorded


class StrategyItemQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The strategy is public, what was retired included."""
        return self

    def current(self):
        """Those that hold now, in the order of the page."""
        return self.filter(status=StrategyItem.Status.CURRENT).order_by("position", "pk")


class StrategyItem(Recorded, models.Model):
    """One sentence or paragraph of the strategy of an objective, traceable to where it was said."""

    class Kind(models.TextChoices):
        CONTEXT = "context", _("Context")
        PROBLEM = "problem", _("Problem")
        CONSEQUENCE = "consequence", _("Consequences")
        CAUSE = "cause", _("Causes")
        ACTIVITY = "activity", _("Activities")
        OBSTACLE = "obstacle", _("Obstacles")
        SUCCESS_FACTOR = "success_factor", _("Critical success factors")

    class Status(models.TextChoices):
        CURRENT = "current", _("current")
        RETIRED = "retired", _("retired")

    objective = models.ForeignKey(
        "objectives.Objective",
        on_delete=models.PROTECT,
        related_name="strategy_items",
        verbose_name=_("strategic objective"),
    )
    kind = models.CharField(_("kind of item"), max_length=15, choices=Kind.choices)
    text = models.TextField(_("text"), max_length=2000)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Where it was said: the number of the Delphi question, or a document."),
    )
    is_example = models.BooleanField(
        _("example"),
        default=False,
        help_text=_("An invented text that shows what will stand here; the page says so."),
    )
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.CURRENT, editable=False)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = StrategyItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of the strategy")
        verbose_name_plural = _("items of the strategy")
        ordering = ["objective", "kind", "position", "pk"]
        permissions = [
            ("retire_strategyitem", _("Can retire and restore items of the strategy")),
            ("propose_strategyitem", _("Can propose changes to the strategy of an objective")),
        ]
        indexes = [models.Index(fields=["objective", "status"], name="strategy_of_objective")]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def get_absolute_url(self):
        return reverse("objectives:strategy-item", args=[self.objective.code.lower(), self.pk])

    @property
    def is_current(self):
        return self.status == self.Status.CURRENT

    @property
    def stamp(self):
        """Which wording it is: another one after each change."""
        return self.updated_at.isoformat()

    @property
    def texts(self):
        """{"en": …, "fr": …, "es": …}, empty where there is none."""
        return {code: getattr(self, f"text_{code}") or "" for code in ("en", "fr", "es")}

    @property
    def was_proposed(self):
        """Whether the people of the task force brought it in: one query."""
        return self.proposals.filter(change="addition", status="accepted").exists()

    @property
    def past_wordings(self):
        """[(texts, until when)] of the wordings it had before this one, newest first: one query."""
        rows = list(self.events.order_by("pgh_id"))
        worded = [({code: getattr(row, f"text_{code}") or "" for code in self.texts}, row) for row in rows]
        return [
            (texts, later.pgh_created_at)
            for (texts, _row), (later_texts, later) in reversed(list(zip(worded, worded[1:], strict=False)))
            if texts != later_texts
        ]

    @transaction.atomic
    def retire(self, *, reason, by):
        """It no longer holds; its page and its history remain."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason.")})
        self.lock()
        if not self.is_current:
            raise ValidationError(_("This item has already been retired."))
        self.put(status=self.Status.RETIRED)
        self.record("retired", by=by, reason=reason)

    @transaction.atomic
    def restore(self, *, by):
        """It holds again."""
        self.lock()
        if self.is_current:
            raise ValidationError(_("This item is current already."))
        self.put(status=self.Status.CURRENT)
        self.record("restored", by=by)

    def lock(self):
        """Begin with what is stored."""
        self.refresh_from_db(from_queryset=StrategyItem.objects.select_for_update(of=["self"]))

    def put(self, **values):
        """Save `values`, and that it changed: called by verbs, which record it."""
        for name, value in values.items():
            setattr(self, name, value)
        self.save(update_fields=[*values, "updated_at"])
