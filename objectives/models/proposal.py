"""Proposals to change the strategy: made by the people of the task force, decided by the secretariat."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.functions import MD5
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from objectives.models.proposal_deciding import ProposalDeciding
from objectives.models.strategy import StrategyItem


class StrategyProposalQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; those to the task forces she belongs to; all for the secretariat."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("objectives.view_strategyproposal"):
            return self
        home = user.seats.open().values("task_force__objective")
        return self.filter(models.Q(author=user) | models.Q(objective__in=home))

    def waiting(self):
        """Those to be decided on, oldest first."""
        return self.filter(status=StrategyProposal.Status.WAITING).order_by("created_at", "pk")

    def decided(self):
        """Those that wait no more, newest first."""
        return self.exclude(status=StrategyProposal.Status.WAITING).order_by("-decided_at", "-pk")

    def with_people(self):
        """Each with all that its row and its page show."""
        return self.select_related("objective", "item__objective", "author", "commented_by", "decided_by")


class StrategyProposal(Recorded, ProposalDeciding, models.Model):
    """A member's proposal to add an item to the strategy of an objective, to reword one or to remove it."""

    class Change(models.TextChoices):
        ADDITION = "addition", _("addition")
        REWORDING = "rewording", _("other wording")
        REMOVAL = "removal", _("removal")

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting for an answer")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    objective = models.ForeignKey(
        "objectives.Objective",
        on_delete=models.PROTECT,
        related_name="strategy_proposals",
        verbose_name=_("strategic objective"),
    )
    change = models.CharField(_("change"), max_length=10, choices=Change.choices)
    kind = models.CharField(_("kind of item"), max_length=15, choices=StrategyItem.Kind.choices)
    item = models.ForeignKey(
        StrategyItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("item"),
    )
    text = models.TextField(_("proposed text"), max_length=2000, blank=True)
    before = models.TextField(_("text when it was proposed"), max_length=2000, blank=True)
    seen_at = models.DateTimeField(_("wording it was made for"), null=True, blank=True, editable=False)
    why = models.TextField(_("why"), max_length=2000)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="strategy_proposals",
        verbose_name=_("proposed by"),
    )
    created_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.WAITING)

    objects = StrategyProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal about the strategy")
        verbose_name_plural = _("proposals about the strategy")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("comment_strategyproposal", _("Can comment, as leader, on a proposal about the strategy")),
            ("decide_strategyproposal", _("Can accept or decline proposals about the strategy")),
            ("withdraw_strategyproposal", _("Can withdraw the own proposal about the strategy")),
        ]
        indexes = [models.Index(fields=["objective", "status"], name="strategy_proposals_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "item"],
                condition=models.Q(status="waiting", item__isnull=False) & ~models.Q(change="addition"),
                name="one_waiting_proposal_per_item_and_author",
                violation_error_message=_("A proposal of yours about this item waits for an answer already."),
            ),
            # A form that is sent twice proposes once. Long texts do not fit into an index: their digest does.
            models.UniqueConstraint(
                "author",
                "objective",
                MD5("text"),
                condition=models.Q(status="waiting", change="addition"),
                name="additions_are_proposed_once",
            ),
            models.CheckConstraint(
                condition=models.Q(change="addition") | models.Q(item__isnull=False),
                name="proposals_about_an_item_name_it",
            ),
        ]

    def __str__(self):
        return f"{self.objective.code} · {self.get_change_display()} · {self.author}"

    def get_absolute_url(self):
        return reverse("objectives:proposal", args=[self.objective.code.lower(), self.pk])

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING

    @property
    def is_addition(self):
        return self.change == self.Change.ADDITION

    @property
    def is_removal(self):
        return self.change == self.Change.REMOVAL

    @property
    def is_overtaken(self):
        """Whether the item has changed, or was retired, since the proposal was made."""
        return self.is_waiting and not self.is_addition and self.seen_at != self.item.updated_at

    @classmethod
    @transaction.atomic
    def propose(cls, objective, change, *, by, why, language, kind="", item=None, text="", seen=None):
        """Propose a change to the strategy of `objective`; `seen` is the stamp of the item as its author read it.

        Raises ValidationError when the item has changed meanwhile, is retired, or the proposal changes nothing.
        """
        values = {"kind": kind, "text": text.strip(), "why": why.strip(), "language": language}
        if change != cls.Change.ADDITION:
            item.lock()
            require_unchanged(item, seen)
            before = item.texts[language] or item.text
            if change == cls.Change.REWORDING and before.strip() == values["text"]:
                raise ValidationError({"text": _("This is the present text.")})
            values |= {"kind": item.kind, "item": item, "before": before, "seen_at": item.updated_at}
        try:
            with transaction.atomic():
                proposal = cls.objects.create(objective=objective, change=change, author=by, **values)
        except IntegrityError:
            raise ValidationError(_("A proposal of yours like this one waits for an answer already.")) from None
        proposal.record("made", by=by, change=change)
        return proposal

    @transaction.atomic
    def comment_on(self, text, *, by):
        """Add what the leader thinks of it; a later comment takes the place of the first."""
        if not text.strip():
            raise ValidationError({"text": _("Write something.")})
        self._lock_waiting()
        self.comment, self.commented_by, self.commented_at = text.strip(), by, timezone.now()
        self.save(update_fields=["comment", "commented_by", "commented_at"])
        self.record("commented", by=by)

    @transaction.atomic
    def withdraw(self, *, by):
        """The author takes it back."""
        self._lock_waiting()
        self.status, self.decided_at = self.Status.WITHDRAWN, timezone.now()
        self.save(update_fields=["status", "decided_at"])
        self.record("withdrawn", by=by)


def require_unchanged(item, seen):
    """Raise ValidationError unless `item`, just locked, is current and still as it was `seen`."""
    if not item.is_current:
        raise ValidationError(_("This item has been retired meanwhile."))
    if item.stamp != seen:
        raise ValidationError(_("The text has changed meanwhile: compare both texts, then send again."))
