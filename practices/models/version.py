"""A version of a datasheet as it was published: final, citable, and what readers find and compare."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Max
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.search import Unaccented
from practices import editions
from practices.answers import LANGUAGES, languages_of, text_in
from practices.citing import Citing
from practices.coding import found_by, words_of
from practices.evidence import Level, evidence_of
from practices.licences import Licence
from practices.models.searching import TITLES, WORDS, Searching, full_text
from practices.models.site import Site
from practices.places import published


class VersionQuerySet(Searching):
    def visible_to(self, user):
        """Those of sheets she sees; of archived ones, nobody's but the secretariat's."""
        from practices.models.practice import Practice

        found = self.filter(practice__in=Practice.objects.visible_to(user))
        if user.has_perm("practices.view_practice"):
            return found
        return found.exclude(practice__status=Practice.Status.ARCHIVED)

    def current(self):
        """The newest of each sheet."""
        return self.filter(is_current=True)

    def light(self):
        """Without what is long: for lists of them."""
        return self.defer("contents", "withheld", "words", *(f"words_{language}" for language in LANGUAGES))

    def public(self):
        """What everybody can read now: one row for each sheet."""
        return self.current().exclude(practice__status="archived")

    def set_down(self, practice, *, by):
        """The sheet as it is now becomes its current version. Call it in the verb's transaction."""
        self.filter(is_current=True).update(is_current=False)
        number = (self.aggregate(most=Max("number"))["most"] or 0) + 1
        contents, withheld = for_readers(practice.contents)
        words = {language: words_of(contents, practice.form, language) for language in LANGUAGES}
        version = self.model(
            practice=practice,
            number=number,
            edition=practice.edition,
            language=practice.language,
            licence=practice.licence,
            authors=practice.authors,
            organisation=practice.organisation,
            contents=contents,
            withheld=withheld,
            codes=sorted(found_by(contents, practice.form, practice.tags.pairs())),
            evidence_level=evidence_of(contents).level,
            completeness_percent=practice.completeness_percent,
            published_by=by,
            **{f"title_{language}": contents["title"].get(language, "") for language in LANGUAGES},
            **{f"words_{language}": text for language, text in words.items()},
        )
        version.save()
        Site.objects.bulk_create(Site.rows_of(version))
        version.illustrations.set(practice.illustrations.on_sheet())
        return version


class Version(Citing, models.Model):
    """One published state of a sheet. Exactly one of them is current; earlier ones stay readable and comparable."""

    practice = models.ForeignKey(
        "practices.Practice", on_delete=models.PROTECT, related_name="versions", verbose_name=_("practice datasheet")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    edition = models.CharField(_("edition of the form"), max_length=10)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    licence = models.CharField(_("licence"), max_length=8, choices=Licence.choices)
    authors = models.CharField(_("authors"), max_length=500)
    organisation = models.ForeignKey(
        "partners.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    # As readers see it: of private farms no exact place; what is withheld is kept for whoever writes the next version.
    contents = models.JSONField(_("contents"))
    withheld = models.JSONField(default=dict, blank=True, editable=False)
    title = models.CharField(_("title"), max_length=150)
    # All its words in each language: what is coded by the names of the codes, texts in the language they have.
    words = models.TextField(_("words"), editable=False)
    # "land_use:cropland", "countries:SN", "region:africa": by these it is found and counted.
    codes = ArrayField(models.CharField(max_length=100), default=list, verbose_name=_("codes"))
    # The words of each language, and all titles together: a title that holds what is asked comes first.
    search_en = full_text(WORDS["en"])
    search_fr = full_text(WORDS["fr"])
    search_es = full_text(WORDS["es"])
    titles = full_text(TITLES)
    evidence_level = models.PositiveSmallIntegerField(_("evidence"), choices=Level.choices, default=Level.NONE)
    completeness_percent = models.PositiveSmallIntegerField(_("complete, percent"), default=0)
    is_current = models.BooleanField(_("current"), default=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published"), default=timezone.now, editable=False)
    # When its codes were changed last by tags.
    recoded_at = models.DateTimeField(null=True, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("published version")
        verbose_name_plural = _("published versions")
        ordering = ["practice", "-number"]
        default_permissions = ["view"]
        indexes = [
            GinIndex(fields=["codes"], name="version_codes", condition=models.Q(is_current=True)),
            *(
                GinIndex(
                    fields=[f"search_{language}"], name=f"version_words_{language}", condition=models.Q(is_current=True)
                )
                for language in WORDS
            ),
            models.Index(fields=["recoded_at"], name="version_recoded", condition=models.Q(recoded_at__isnull=False)),
            GinIndex(fields=["titles"], name="version_titles", condition=models.Q(is_current=True)),
            models.Index(fields=["-published_at", "-id"], name="version_newest", condition=models.Q(is_current=True)),
            models.Index(
                fields=["-evidence_level", "-published_at", "-id"],
                name="version_by_evidence",
                condition=models.Q(is_current=True),
            ),
            *(
                GinIndex(
                    OpClass(Lower(Unaccented(models.F(f"title_{language}"))), "gin_trgm_ops"),
                    name=f"version_by_title_{language}",
                    condition=models.Q(is_current=True),
                )
                for language in sorted(LANGUAGES)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["practice", "number"], name="versions_of_a_practice_are_numbered"),
            models.UniqueConstraint(
                fields=["practice"], condition=models.Q(is_current=True), name="one_current_version_of_a_practice"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="versions_are_kept", operation=pgtrigger.Delete),
            # What was cited stays what it was.
            pgtrigger.ReadOnly(
                name="versions_are_final",
                fields=["practice", "number", "edition", "contents", "licence", "published_at"],
            ),
        ]

    def __str__(self):
        return self.heading[0]

    def get_absolute_url(self):
        """Its page: the sheet's own for the current one."""
        if self.is_current:
            return self.practice.get_absolute_url()
        return reverse("practices:version", args=[self.practice.code, self.number])

    @property
    def heading(self):
        """(its title, the language of it): the reader's, else that of the sheet, else whatever there is."""
        titles = {code: getattr(self, f"title_{code}") for code in LANGUAGES}
        return text_in(titles, otherwise=(self.language,))

    @cached_property
    def form(self):
        """The Edition of the form it was written by."""
        return editions.edition(self.edition)

    @property
    def evidence(self):
        """How well its figures about soil carbon are founded, with reasons."""
        return evidence_of(self.contents)

    def recode(self):
        """Let it be found by what it says, and by what its sheet is tagged with."""
        self.codes = sorted(found_by(self.contents, self.form, self.practice.tags.pairs()))
        self.recoded_at = timezone.now()
        self.save(update_fields=["codes", "recoded_at"])

    @property
    def languages(self):
        """The languages in which any of its texts is written."""
        return languages_of(self.contents, self.form)

    @property
    def short_description(self):
        """What it is, in short, in the reader's language if there is one."""
        return self.in_short[0]

    @property
    def in_short(self):
        """The same with its language; rows of a list (`as_rows`) bring nothing else of the contents."""
        told = self.its_description if hasattr(self, "its_description") else self.contents.get("short_description")
        return text_in(told, otherwise=(self.language,))


def for_readers(contents):
    """(contents without what is withheld, what is withheld)."""
    if not contents.get("sites"):
        return contents, {}
    sites, withheld = published(contents["sites"])
    return contents | {"sites": sites}, withheld
