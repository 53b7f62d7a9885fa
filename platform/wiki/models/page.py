"""A page of a wiki: what it says now, and what may be done with it."""

import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Recorded
from core.search import as_plain
from spaces.models import Space
from wiki.markup import LONGEST_TITLE
from wiki.models.editing import Editing
from wiki.models.finding import PageQuerySet, words_in
from wiki.models.follow import Followed
from wiki.models.limits import LONGEST_REASON, LONGEST_TEXT
from wiki.models.moderating import Moderating
from wiki.models.translating import Translating
from wiki.titles import LONGEST_ADDRESS


class Page(Recorded, Editing, Followed, Translating, Moderating, models.Model):
    """What people of a space know about one thing; its editions hold all it has ever said."""

    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="wiki_pages", verbose_name=_("space"))
    slug = models.SlugField(_("slug"), max_length=LONGEST_ADDRESS, db_index=False, editable=False)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    # The title as it is sorted and looked up: without accents, in small letters.
    plain_title = models.CharField(max_length=2 * LONGEST_TITLE, editable=False)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    number = models.PositiveIntegerField(_("number of the edition"), default=1, editable=False)
    is_protected = models.BooleanField(_("protected"), default=False, editable=False)
    translation_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        editable=False,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    # The edition of the original that this text says in its language.
    translated_from = models.PositiveIntegerField(_("edition translated"), null=True, blank=True, editable=False)
    # A form that is sent twice carries the same key.
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(pgettext_lazy("moment", "changed"), default=timezone.now, editable=False)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True, editable=False)
    reason = models.CharField(_("why it was removed"), max_length=LONGEST_REASON, blank=True, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("wiki page")
        verbose_name_plural = _("wiki pages")
        ordering = ["plain_title", "pk"]
        default_permissions = ["view"]
        permissions = [
            ("edit_page", _("Can edit a wiki page")),
            ("protect_page", _("Can protect a wiki page, so that only moderators edit it")),
            ("remove_page", _("Can remove a wiki page and bring it back")),
        ]
        indexes = [
            models.Index(fields=["space", "plain_title"], name="wiki_page_by_title"),
            models.Index(fields=["space", "-changed_at"], name="wiki_page_newest"),
            models.Index(fields=["-changed_at"], name="wiki_page_newest_anywhere"),
            *(
                GinIndex(words_in(language), name=f"wiki_words_{language}", condition=models.Q(language=language))
                for language, _name in settings.LANGUAGES
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["space", "slug"],
                name="one_wiki_page_per_address",
                violation_error_message=_("There is a page of this title already."),
            ),
            models.UniqueConstraint(
                fields=["translation_of", "language"],
                name="one_wiki_page_per_language",
                violation_error_message=_("This page has been translated into this language already."),
            ),
            models.CheckConstraint(
                condition=models.Q(translation_of=None, translated_from=None)
                | models.Q(translation_of__isnull=False, translated_from__gte=1),
                name="wiki_translation_knows_its_edition",
            ),
            models.CheckConstraint(
                condition=models.Q(removed_at=None, reason="")
                | (models.Q(removed_at__isnull=False) & ~models.Q(reason="")),
                name="wiki_pages_are_removed_for_a_reason",
                violation_error_message=_("Give a reason: whoever wrote it will read it."),
            ),
            models.CheckConstraint(condition=~models.Q(slug=""), name="wiki_pages_have_an_address"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("wiki:page", args=[self.space.slug, self.slug])

    @property
    def list_url(self):
        """All pages of its space."""
        return reverse("wiki:list", args=[self.space.slug])

    @property
    def is_standing(self):
        """Whether it has not been removed."""
        return self.removed_at is None

    @property
    def initial(self):
        """The letter under which it stands in a list from A to Z."""
        letter = self.plain_title[:1].upper()
        return letter if "A" <= letter <= "Z" else "#"

    def rename_to(self, title, slug):
        """Take a title and its address; nothing is stored yet."""
        self.title, self.plain_title, self.slug = title, as_plain(title)[: 2 * LONGEST_TITLE], slug

    def _lock(self):
        self.refresh_from_db(from_queryset=Page.objects.select_for_update(of=("self",)))
