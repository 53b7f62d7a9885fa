"""One record for one work, in whatever languages and versions it can be read."""

import uuid
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.limits import wait_for_turn
from core.models import Recorded
from core.references import doi_of
from core.search import Unaccented, joined, vector
from library.citing import Citing
from library.models.finding import TEXTS, Finding
from library.models.limits import require_may_add
from library.models.reading import OURS, WORDS, Reading

LINKS = ("themes", "regions", "objectives")
TITLES, ABSTRACTS = ([f"{name}_{code}" for code, _name in settings.LANGUAGES] for name in WORDS)
# In SQL the comparison with a NULL would pass a constraint.
HAS_A_TITLE = reduce(or_, (models.Q(**{f"{title}__isnull": False, f"{title}__gt": ""}) for title in TITLES))


class WorkQuerySet(Finding):
    @transaction.atomic
    def add(
        self,
        space,
        *,
        language,
        title,
        abstract="",
        key=None,
        origin=None,
        by,
        upload=None,
        address="",
        edition="",
        **facts,
    ):
        """`by` puts a work into the library of `space`, to be read in `language`; returns the Work.

        It may come of a discussion, its `origin`. A form sent twice, known by its `key`, gives the work it made.
        Raises ValidationError when she does not write there, has added enough today, or the facts do not hold.
        """
        wait_for_turn(by)
        if made := self.filter(key=key, added_by=by).first():
            return made
        if not by.has_perm("library.add_work", space):
            raise ValidationError(_("Only those who write in this room add to its library."))
        require_may_add(by)
        if key is None or self.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        links = {name: facts.pop(name, ()) for name in LINKS}
        work = self.model(space=space, added_by=by, key=key, **facts)
        work._say(language, title=title, abstract=abstract)
        work.judge()
        work.save()
        work._link(links)
        work.record("added", by=by, language=language)
        if origin:
            origin.become(work, by=by)
        work._put(language, 1, by=by, upload=upload, address=address, edition=edition)
        return work


class Work(Recorded, Reading, Citing, models.Model):
    """A document, a data set, a film: what is kept, with what is known of it."""

    class Type(models.TextChoices):
        OFFICIAL = "official", _("official document")
        POSITION = "position", _("position paper")
        SYNTHESIS = "synthesis", _("scientific synthesis")
        PUBLICATION = "publication", _("scientific or technical publication")
        GUIDE = "guide", _("guide or report")
        NOTE = "note", _("soil carbon note")
        NEWSLETTER = "newsletter", _("newsletter of the Initiative")
        OTHER_NEWSLETTER = "other_newsletter", _("other newsletter")
        GENERAL_MEDIA = "general_media", _("article in general media")
        SPECIAL_MEDIA = "special_media", _("article in specialised media")
        MEDIA = "media", _("audio, video or infographic")
        WEB_TOOL = "web_tool", _("web tool")
        DATA = "data", _("data set")
        TESTIMONIAL = "testimonial", _("testimonial or success story")
        ARCHIVED = "archived", _("archived document")

    class Licence(models.TextChoices):
        CC_BY = "cc-by", "CC BY 4.0"
        CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
        CC_BY_NC = "cc-by-nc", "CC BY-NC 4.0"
        CC_BY_NC_SA = "cc-by-nc-sa", "CC BY-NC-SA 4.0"
        CC_BY_ND = "cc-by-nd", "CC BY-ND 4.0"
        CC0 = "cc0", "CC0 1.0"
        OTHER = "other", _("another open licence")
        RESERVED = "reserved", _("all rights reserved")
        UNKNOWN = "unknown", pgettext_lazy("a licence", "not known")

    class Status(models.TextChoices):
        KEPT = "kept", pgettext_lazy("a work", "in the library")
        WITHDRAWN = "withdrawn", pgettext_lazy("a work", "withdrawn")

    space = models.ForeignKey("spaces.Space", on_delete=models.PROTECT, related_name="works", verbose_name=_("space"))
    type = models.CharField(_("type"), max_length=16, choices=Type.choices)
    title = models.CharField(_("title"), max_length=300)
    abstract = models.TextField(_("abstract"), max_length=5000, blank=True)
    authors = models.CharField(_("authors"), max_length=1000, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    doi = models.CharField("DOI", max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=12, choices=Licence.choices, default=Licence.UNKNOWN)
    themes = models.ManyToManyField("core.Theme", blank=True, related_name="+", verbose_name=_("themes"))
    regions = models.ManyToManyField(
        "regions.Region", blank=True, related_name="+", limit_choices_to={"parent": None}, verbose_name=_("regions")
    )
    objectives = models.ManyToManyField(
        "objectives.Objective", blank=True, related_name="+", verbose_name=_("strategic objectives")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="library_works",
        verbose_name=_("added by"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.KEPT, editable=False)
    reason = models.TextField(_("reason of the withdrawal"), max_length=2000, blank=True, editable=False)
    # A form that is sent twice carries the same key.
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    renewed_at = models.DateTimeField(_("last version"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(pgettext_lazy("moment", "changed"), default=timezone.now, editable=False)
    plain_words = models.GeneratedField(
        expression=joined("authors", "publisher", "doi"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("words without accents"),
    )

    objects = WorkQuerySet.as_manager()

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")
        ordering = ["-renewed_at", "-pk"]
        default_permissions = ["view", "add", "change"]
        permissions = [
            ("withdraw_work", _("Can withdraw a work")),
            ("restore_work", _("Can put a withdrawn work back")),
        ]
        indexes = [
            models.Index(fields=["space", "status", "-renewed_at", "-id"], name="work_of_space"),
            models.Index(fields=["status", "-renewed_at", "-id"], name="work_newest"),
            models.Index(fields=["status", "type"], name="work_type"),
            models.Index(fields=["status", "year"], name="work_year"),
            models.Index(fields=["status", "licence"], name="work_licence"),
            models.Index(fields=["doi"], name="work_doi", condition=~models.Q(doi="")),
            GinIndex(fields=["plain_words"], opclasses=["gin_trgm_ops"], name="work_by_names"),
            *(GinIndex(vector(TEXTS, code), name=f"work_words_{code}") for code in sorted(OURS)),
            *(
                GinIndex(OpClass(Lower(Unaccented(F(title))), "gin_trgm_ops"), name=f"work_by_{title}")
                for title in TITLES
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=HAS_A_TITLE, name="works_have_a_title"),
            models.CheckConstraint(
                condition=models.Q(year=None) | models.Q(year__range=(1500, 2100)), name="work_years_are_years"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="withdrawn") | ~models.Q(reason=""),
                name="works_are_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.title or "–"

    def get_absolute_url(self):
        return reverse("library:detail", args=[self.space.slug, self.pk])

    @property
    def is_kept(self):
        """Whether it is in the library."""
        return self.status == self.Status.KEPT

    @property
    def type_name(self):
        """What it is, as a line begins with it."""
        return capfirst(str(self.get_type_display()))

    @property
    def news_note(self):
        """What the overview of its space says beside its title."""
        return " · ".join(str(each) for each in (self.type_name, self.year) if each)

    @property
    def titles(self):
        """Its titles in whatever languages it has one."""
        return [title for title in (getattr(self, name) for name in TITLES) if title]

    @transaction.atomic
    def change(self, *, by, seen=None, **facts):
        """Correct what is known of it. `seen`: when it had been changed last, as the page said on which it was typed.

        Raises ValidationError when it was withdrawn, somebody changed it meanwhile, or the facts do not hold.
        """
        self._lock_kept()
        if seen is not None and seen != self.updated_at.isoformat():
            raise ValidationError(_("Somebody has changed this work meanwhile. Look at it again."))
        links = {name: facts.pop(name) for name in LINKS if name in facts}
        self.updated_at = timezone.now()
        for name, value in facts.items():
            setattr(self, name, value)
        self.judge()
        self.save(update_fields=[*facts, "updated_at"])
        self._link(links)
        self.record("changed", by=by, fields=[*facts, *links])

    @transaction.atomic
    def withdraw(self, reason, *, by):
        """Nobody reads it any more; its page says that it was there, and why it went."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: everybody reads it who looks for the work.")})
        self._lock_kept()
        self.status, self.reason, self.updated_at = self.Status.WITHDRAWN, reason.strip(), timezone.now()
        self.save(update_fields=["status", "reason", "updated_at"])
        self.record("withdrawn", by=by)

    @transaction.atomic
    def restore(self, *, by):
        """It is in the library again."""
        self._lock()
        if self.is_kept:
            raise ValidationError(_("This work is not withdrawn."))
        self.status, self.reason, self.updated_at = self.Status.KEPT, "", timezone.now()
        self.save(update_fields=["status", "reason", "updated_at"])
        self.record("restored", by=by)

    def judge(self):
        """Bring the facts into one form of writing. Raises ValidationError, by field, for those that do not hold."""
        try:
            self.doi = doi_of(self.doi)
        except ValidationError as error:
            raise ValidationError({"doi": error.messages}) from None
        if not self.titles:
            raise ValidationError({"title": _("A work needs a title in one language at least.")})
        self.clean_fields(exclude=["space", "added_by", "title", "abstract"])

    def _lock(self):
        self.refresh_from_db(from_queryset=Work.objects.select_for_update(of=("self",)))

    def _lock_kept(self):
        self._lock()
        if not self.is_kept:
            raise ValidationError(_("This work has been withdrawn."))

    def _link(self, links):
        for name, rows in links.items():
            getattr(self, name).set(rows)
