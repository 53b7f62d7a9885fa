"""What is missing: gaps a task force has named when it looked at its register, and who sees them too."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from partners.models import Affiliation
from taskforces.models.register_item import RegisterItem
from taskforces.models.seat import Seat
from taskforces.models.who_was_first import WhoWasFirst


class GapQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All for the secretariat and for people of partners; those of her task forces for everybody else."""
        if user.has_perm("taskforces.view_gap"):
            return self
        if not user.is_authenticated:
            return self.none()
        at_home = Q(task_force__in=Seat.objects.open().homes_of(user))
        return self.filter(at_home | Q(Exists(Affiliation.objects.in_force().filter(person=user))))

    def open(self):
        """Those nobody has answered or closed."""
        return self.filter(status="open")

    def untold(self):
        """Open ones the leader has not been told of."""
        return self.open().filter(told_at=None)

    def with_support(self, user):
        """Each with `number_of_supports` and whether `user` is among them: `is_supported`."""
        own = GapSupport.objects.filter(gap=OuterRef("pk"), person_id=user.pk)
        return self.annotate(number_of_supports=models.Count("supports"), is_supported=Exists(own))

    def in_order(self):
        """Open ones first, then by support, the newest first."""
        rank = models.Case(models.When(status="open", then=0), models.When(status="addressed", then=1), default=2)
        return self.order_by(rank, "-number_of_supports", "-created_at", "-pk")


class Gap(WhoWasFirst, Recorded, models.Model):
    """Something a task force misses, in a region or worldwide, of one type or of any."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ADDRESSED = "addressed", _("addressed")
        CLOSED = "closed", _("closed")

    task_force = models.ForeignKey(
        "taskforces.TaskForce", on_delete=models.PROTECT, related_name="gaps", verbose_name=_("task force")
    )
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gaps",
        limit_choices_to={"parent": None},
        verbose_name=_("region"),
        help_text=_("Empty: worldwide."),
    )
    type = models.CharField(_("type"), max_length=12, choices=RegisterItem.Type.choices, blank=True)
    statement = models.CharField(_("what is missing"), max_length=200)
    why = models.TextField(_("why it matters"), max_length=2000, blank=True)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="gaps",
        verbose_name=_("named by"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.OPEN, editable=False)
    outcome = models.TextField(_("what came of it"), max_length=2000, blank=True, editable=False)
    created_at = models.DateTimeField(_("named"), default=timezone.now, editable=False)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True, editable=False)
    told_at = models.DateTimeField(_("told to the leader"), null=True, blank=True, editable=False)

    objects = GapQuerySet.as_manager()

    class Meta:
        verbose_name = _("gap")
        verbose_name_plural = _("gaps")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("name_gap", _("Can name a gap of a task force")),
            ("support_gap", _("Can say that she sees a gap too")),
            ("settle_gap", _("Can mark a gap as addressed, close it and open it again")),
        ]
        indexes = [models.Index(fields=["task_force", "status"], name="gaps_of_task_force")]
        constraints = [
            models.UniqueConstraint(
                models.F("task_force"),
                models.F("region"),
                models.F("type"),
                Lower("statement"),
                condition=models.Q(status="open"),
                nulls_distinct=False,
                name="open_gaps_are_named_once",
                violation_error_message=_("This gap has been named already."),
            ),
            models.CheckConstraint(
                condition=models.Q(status="open", settled_at=None)
                | (~models.Q(status="open") & models.Q(settled_at__isnull=False)),
                name="settled_gaps_know_when",
            ),
        ]

    def __str__(self):
        return self.statement

    def get_absolute_url(self):
        return reverse("taskforces:gap", args=[self.task_force.code.lower(), self.pk])

    @property
    def is_open(self):
        """Whether it waits for an answer."""
        return self.status == self.Status.OPEN

    @classmethod
    @transaction.atomic
    def name(cls, task_force, *, by, statement, why="", region=None, type=""):
        """Name a gap of `task_force` and return it. Raises ValidationError when it is named and open already."""
        words = " ".join(statement.split())
        gap = cls(task_force=task_force, named_by=by, statement=words, why=why.strip(), region=region, type=type)
        gap.clean_fields(exclude=["task_force", "region", "named_by"])
        gap._save()
        gap.record("named", by=by)
        return gap

    @transaction.atomic
    def address(self, *, by, outcome):
        """Something answers it; `outcome` says what."""
        self._settle(self.Status.ADDRESSED, outcome)
        self.record("addressed", by=by)

    @transaction.atomic
    def close(self, *, by, reason):
        """It is no gap, or nobody will answer it; `reason` says why."""
        self._settle(self.Status.CLOSED, reason)
        self.record("closed", by=by)

    @transaction.atomic
    def reopen(self, *, by):
        """It waits for an answer again."""
        self._lock()
        if self.is_open:
            raise ValidationError(_("This gap is open."))
        self.status, self.settled_at, self.outcome = self.Status.OPEN, None, ""
        self._save("status", "settled_at", "outcome")
        self.record("reopened", by=by)

    @transaction.atomic
    def support(self, *, by):
        """`by` sees it too. Saying so again changes nothing; whoever named it need not say so."""
        self._lock()
        self._require_open()
        if self.named_by_id == by.pk:
            raise ValidationError(_("You have named this gap yourself."))
        _support, is_new = GapSupport.objects.get_or_create(gap=self, person=by)
        if is_new:
            self.record("supported", by=by)

    @transaction.atomic
    def drop_support(self, *, by):
        """`by` does not see it any more. Saying so again changes nothing."""
        self._lock()
        self._require_open()
        if self.supports.filter(person=by).delete()[0]:
            self.record("unsupported", by=by)

    def _settle(self, status, words):
        self._lock()
        self._require_open()
        self.status, self.outcome, self.settled_at = status, words.strip(), timezone.now()
        self.save(update_fields=["status", "outcome", "settled_at"])

    def _require_open(self):
        if self.status == self.Status.ADDRESSED:
            raise ValidationError(self.told_who("addressed", _("%(name)s has already marked this gap as addressed.")))
        if self.status == self.Status.CLOSED:
            raise ValidationError(self.told_who("closed", _("%(name)s has already closed this gap.")))

    def _lock(self):
        self.refresh_from_db(from_queryset=Gap.objects.select_for_update(of=("self",)))

    def _save(self, *fields):
        try:
            with transaction.atomic():
                self.save(update_fields=fields or None)
        except IntegrityError as error:
            if "open_gaps_are_named_once" not in str(error):
                raise
            raise ValidationError({"statement": _("This gap has been named already.")}) from None


class GapSupport(models.Model):
    """Somebody of the task force sees the gap too."""

    gap = models.ForeignKey(Gap, on_delete=models.CASCADE, related_name="supports", verbose_name=_("gap"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="supported_gaps", verbose_name=_("person")
    )
    created_at = models.DateTimeField(_("moment"), default=timezone.now)

    class Meta:
        verbose_name = _("support of a gap")
        verbose_name_plural = _("supports of gaps")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["gap", "person"], name="a_gap_is_supported_once_by_each"),
        ]

    def __str__(self):
        return f"{self.person} · {self.gap}"
