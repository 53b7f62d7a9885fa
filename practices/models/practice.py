"""A practice datasheet: what its author is writing, where it stands, and under which code it can be found for ever."""

import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Recorded
from core.search import Unaccented
from practices import completeness, editions
from practices.answers import languages_of, text_in
from practices.evidence import evidence_of
from practices.licences import Licence
from practices.models.finding import PracticeFinding
from practices.models.lasting import Lasting
from practices.models.publishing import Publishing
from practices.models.reviewing import Reviewing
from practices.models.tagging import Tagging
from practices.models.telling_apart import TellingApart
from practices.models.waiting import PracticeWaiting
from practices.models.writing import Beginning, Writing


class PracticeQuerySet(Beginning, PracticeFinding, PracticeWaiting):
    pass


class Practice(Recorded, Writing, Reviewing, Publishing, Lasting, Tagging, TellingApart, models.Model):
    """The working sheet. What readers see is its current Version, which stands until the next one is published."""

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("a datasheet", "draft")
        SUBMITTED = "submitted", pgettext_lazy("a datasheet", "submitted")
        REVIEWED = "reviewed", pgettext_lazy("a datasheet", "reviewed")
        PUBLISHED = "published", pgettext_lazy("a datasheet", "published")
        REJECTED = "rejected", pgettext_lazy("a datasheet", "rejected")
        ARCHIVED = "archived", pgettext_lazy("a datasheet", "archived")

    title = models.CharField(_("title"), max_length=150)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    edition = models.CharField(_("edition of the form"), max_length=10, default=editions.CURRENT, editable=False)
    # {key of a question: answer}, see practices.answers; places are exact here.
    contents = models.JSONField(_("contents"), default=dict, blank=True, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)
    licence = models.CharField(_("licence"), max_length=8, choices=Licence.choices, default=Licence.CC_BY)
    authors = models.CharField(
        _("authors"), max_length=500, blank=True, help_text=_("As they are cited, with a semicolon between them.")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="practices", verbose_name=_("author")
    )
    organisation = models.ForeignKey(
        "partners.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("organisation"),
    )
    completeness_percent = models.PositiveSmallIntegerField(_("complete, percent"), default=0, editable=False)
    # Codes of the same practice elsewhere, by which doubles are found.
    wocat_code = models.CharField(_("WOCAT code"), max_length=40, blank=True, editable=False)
    fao_code = models.CharField(_("FAO code"), max_length=80, blank=True, editable=False)
    reason = models.TextField(_("reason"), max_length=2000, blank=True, editable=False)
    # Grows with everything that is kept, so that a page knows whether somebody else has written meanwhile.
    revision = models.PositiveIntegerField(_("revision"), default=0, editable=False)
    # A form that is sent twice carries the same key.
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    saved_at = models.DateTimeField(_("last saved"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True, editable=False)
    # When it was published first; what has one can be read by everybody unless it is archived.
    published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)
    # When its author or the secretariat has said last that it still holds.
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True, editable=False)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("practice datasheet")
        verbose_name_plural = _("practice datasheets")
        ordering = ["-saved_at", "-pk"]
        default_permissions = ["view", "add", "change"]
        permissions = [
            ("work_at_practice", _("Can see the desk of a practice datasheet")),
            ("submit_practice", _("Can submit a practice datasheet")),
            ("assign_reviewer_practice", _("Can assign reviewers of a practice datasheet")),
            ("comment_practice", _("Can comment on a practice datasheet under review")),
            ("review_practice", _("Can review a practice datasheet")),
            ("publish_practice", _("Can publish a practice datasheet")),
            ("reject_practice", _("Can reject a practice datasheet")),
            ("archive_practice", _("Can archive a practice datasheet")),
            ("restore_practice", _("Can bring an archived practice datasheet back")),
            ("confirm_practice", _("Can say that a practice datasheet still holds")),
            ("remind_practice", _("Can ask whether a practice datasheet still holds")),
            ("tag_practice", _("Can tag a practice datasheet")),
        ]
        indexes = [
            models.Index(fields=["author", "-saved_at"], name="practice_of_author"),
            models.Index(fields=["organisation", "-saved_at"], name="practice_of_organisation"),
            models.Index(fields=["status", "submitted_at"], name="practice_waiting"),
            models.Index(fields=["wocat_code"], name="practice_wocat", condition=~models.Q(wocat_code="")),
            models.Index(fields=["fao_code"], name="practice_fao", condition=~models.Q(fao_code="")),
            # Twins are looked for by title; of what is published the versions tell.
            GinIndex(
                OpClass(Lower(Unaccented(models.F("title"))), "gin_trgm_ops"),
                name="practice_by_title",
                condition=models.Q(published_at=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="published") | models.Q(published_at__isnull=False),
                name="published_practices_have_a_moment",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["rejected", "archived"]) | ~models.Q(reason=""),
                name="practices_end_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="archived") | models.Q(published_at__isnull=False),
                name="only_published_practices_are_archived",
            ),
            models.CheckConstraint(
                condition=models.Q(completeness_percent__lte=100), name="practices_are_at_most_complete"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """Its page for readers; its desk as long as nothing was published."""
        return self.public_url if self.is_public or self.status == self.Status.ARCHIVED else self.desk_url

    @property
    def public_url(self):
        """Its page for readers, once there is one."""
        return address_of(self.pk, self.title)

    @property
    def desk_url(self):
        """Where it is written, reviewed and published."""
        return reverse("practices:desk", args=[self.code])

    @property
    def code(self):
        """Its name for ever: "P00042"."""
        return code_of(self.pk)

    @property
    def slug(self):
        """What its address says of it, after the code; another word there leads to the same page."""
        return slug_of(self.title)

    @cached_property
    def form(self):
        """The Edition of the form it is written by."""
        return editions.edition(self.edition)

    @property
    def is_public(self):
        """Whether everybody can read what was published of it."""
        return self.published_at is not None and self.status != self.Status.ARCHIVED

    @property
    def evidence(self):
        """How well its figures about soil carbon are founded, as it is written now."""
        return evidence_of(self.contents)

    @property
    def missing(self):
        """[(key of the question, what is missing in words)]."""
        return completeness.missing(self.contents, self.form)

    @property
    def languages(self):
        """The languages in which any of its texts is written."""
        return languages_of(self.contents, self.form)

    @property
    def short_description(self):
        """What it is, in short, in the reader's language if there is one."""
        return text_in(self.contents.get("short_description"), otherwise=(self.language,))[0]

    def _lock(self):
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))

    def _must_be(self, *statuses, sentence):
        """Raises ValidationError with `sentence` unless it stands at one of `statuses`."""
        if self.status not in statuses:
            raise ValidationError(sentence)


def code_of(key):
    """The name for ever of the datasheet with this key."""
    return f"P{key:05d}"


def slug_of(title):
    """What the address of a datasheet with this title says, after the code."""
    return slugify(title)[:60].strip("-") or "practice"


def address_of(key, title):
    """Where readers find it: rows of lists know no more than this of a datasheet."""
    return reverse("practices:detail", args=[code_of(key), slug_of(title)])
