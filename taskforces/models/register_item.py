"""What a task force has found when it took stock: literature, ongoing actions, projects, sponsors."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from core.search import joined
from taskforces.models.combining_items import Combining
from taskforces.models.finding_items import RegisterItemQuerySet
from taskforces.models.who_was_first import WhoWasFirst
from taskforces.models.writing_items import Writing


class RegisterItem(Writing, Combining, WhoWasFirst, Recorded, models.Model):
    """One entry in the register of a task force. Without a region it concerns the whole world."""

    class Type(models.TextChoices):
        LITERATURE = "literature", _("literature")
        ACTION = "action", _("ongoing action")
        PROJECT = "project", _("project")
        SPONSOR = "sponsor", _("sponsor")

    class Status(models.TextChoices):
        KEPT = "kept", _("kept")
        WITHDRAWN = "withdrawn", _("withdrawn")
        MERGED = "merged", _("merged")

    task_force = models.ForeignKey(
        "taskforces.TaskForce", on_delete=models.PROTECT, related_name="register_items", verbose_name=_("task force")
    )
    type = models.CharField(_("type"), max_length=12, choices=Type.choices)
    title = models.CharField(_("title"), max_length=500)
    description = models.TextField(_("description"), max_length=4000, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    regions = models.ManyToManyField(
        "regions.Region",
        related_name="register_items",
        blank=True,
        limit_choices_to={"parent": None},
        verbose_name=_("regions"),
    )
    country = models.ForeignKey(
        "regions.Country",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="register_items",
        verbose_name=_("country"),
    )
    address = models.URLField(
        _("web address"), max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    plain_address = models.CharField(_("web address, plain"), max_length=500, blank=True, editable=False)
    doi = models.CharField(_("DOI"), max_length=200, blank=True)
    authors = models.CharField(_("authors"), max_length=1000, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1500), MaxValueValidator(2100)]
    )
    organisations = models.ManyToManyField(
        "partners.Partner", related_name="register_items", blank=True, verbose_name=_("organisations")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="register_items",
        verbose_name=_("added by"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.KEPT, editable=False)
    reason = models.TextField(_("reason of the withdrawal"), max_length=2000, blank=True, editable=False)
    created_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    plain_title = models.GeneratedField(
        expression=joined("title"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("title without accents"),
    )
    plain_words = models.GeneratedField(
        expression=joined("title", "authors", "doi", "description"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("words without accents"),
    )

    objects = RegisterItemQuerySet.as_manager()

    # What its adder and the leader may change.
    FACTS = (
        *("type", "title", "description", "language", "country", "address", "doi", "authors", "year"),
        *("regions", "organisations"),
    )

    class Meta:
        verbose_name = _("register item")
        verbose_name_plural = _("register items")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view", "add", "change"]
        permissions = [
            ("read_register", _("Can read the register of a task force")),
            ("withdraw_registeritem", _("Can withdraw a register item, and put it back")),
            ("merge_registeritem", _("Can merge two register items")),
        ]
        indexes = [
            models.Index(fields=["task_force", "status", "-created_at", "-id"], name="register_in_order"),
            models.Index(fields=["task_force", "type"], name="register_by_type"),
            models.Index(fields=["task_force", "country"], name="register_by_country"),
            models.Index(fields=["task_force", "added_by"], name="register_by_adder"),
            models.Index(
                fields=["task_force", "plain_address"],
                name="register_by_address",
                condition=~models.Q(plain_address=""),
            ),
            GinIndex(fields=["plain_title"], opclasses=["gin_trgm_ops"], name="register_by_part_of_title"),
            GinIndex(fields=["plain_words"], opclasses=["gin_trgm_ops"], name="register_by_words"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force", "doi"],
                condition=models.Q(status="kept") & ~models.Q(doi=""),
                name="a_doi_stands_once_in_a_register",
                violation_error_message=_("This DOI stands in the register already."),
            ),
            models.CheckConstraint(
                condition=models.Q(status="merged", merged_into__isnull=False)
                | (~models.Q(status="merged") & models.Q(merged_into=None)),
                name="merged_register_items_lead_somewhere",
            ),
            models.CheckConstraint(
                condition=models.Q(year=None) | models.Q(year__range=(1500, 2100)), name="register_years_are_years"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("taskforces:register-item", args=[self.task_force.code.lower(), self.pk])

    @property
    def is_kept(self):
        """Whether it stands in the register."""
        return self.status == self.Status.KEPT

    @property
    def is_withdrawn(self):
        return self.status == self.Status.WITHDRAWN

    @property
    def doi_url(self):
        """Where its DOI leads."""
        return f"https://doi.org/{self.doi}" if self.doi else ""

    @classmethod
    @transaction.atomic
    def add(cls, task_force, *, by, regions=(), organisations=(), **facts):
        """Put an item into the register of `task_force` and return it. `facts` are its fields.

        With a country it also belongs to that country's region. Raises ValidationError when the facts do not hold
        or its DOI stands there already.
        """
        item = cls(task_force=task_force, added_by=by)
        item._write(facts)
        item._link(regions, organisations)
        item.record("added", by=by)
        return item

    @transaction.atomic
    def change(self, *, by, seen=None, **facts):
        """Correct it. `seen`: when it had been changed last, as the page said on which it was typed.

        Raises ValidationError when it no longer stands there, somebody changed it meanwhile, or the facts fail.
        """
        self._lock()
        if not self.is_kept:
            raise ValidationError(_("Only what stands in the register can be changed."))
        if seen is not None and seen != self.updated_at.isoformat():
            raise ValidationError(
                self.told_who("changed", _("%(name)s has changed this item meanwhile. Look at it again."))
            )
        links = {name: facts.pop(name) for name in ("regions", "organisations") if name in facts}
        self.updated_at = timezone.now()
        self._write(facts)
        self._link(links.get("regions", self.regions.all()), links.get("organisations", self.organisations.all()))
        self.record("changed", by=by, fields=[*facts, *links])

    @transaction.atomic
    def withdraw(self, *, by, reason):
        """Take it out of the register; whoever belongs to the task force still reads it, with the reason."""
        self._lock()
        if self.is_withdrawn:
            raise ValidationError(self.told_who("withdrawn", _("%(name)s has already withdrawn this item.")))
        if not self.is_kept:
            raise ValidationError(_("This item has been merged into another one."))
        self.status, self.reason, self.updated_at = self.Status.WITHDRAWN, reason.strip(), timezone.now()
        self.save(update_fields=["status", "reason", "updated_at"])
        self.record("withdrawn", by=by)

    @transaction.atomic
    def restore(self, *, by):
        """Put it back. Raises ValidationError unless it was withdrawn, and when its DOI stands there again."""
        self._lock()
        if not self.is_withdrawn:
            raise ValidationError(_("This item is not withdrawn."))
        self.status, self.reason, self.updated_at = self.Status.KEPT, "", timezone.now()
        self._save("status", "reason", "updated_at")
        self.record("restored", by=by)
