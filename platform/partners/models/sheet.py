"""What an organisation says of itself: its sheet, edited by its focal points, in three languages."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.models import Recorded, StoredFile, Theme
from core.search import vector
from partners import completeness
from partners.models.contents import LISTS, TEXT_FIELDS, TEXTS
from partners.models.drafting import FILES, Drafting
from partners.models.partner import Partner
from partners.models.working_languages import name_of
from regions.models import Country

# About 18 months: what was not changed for longer may no longer be true.
UNTOUCHED_AFTER = timedelta(days=548)
HALF = 50
# Nobody is reminded twice within a month.
REMIND_AGAIN_AFTER = timedelta(days=30)


class SheetQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A sheet is seen by whoever sees its organisation."""
        return self.filter(partner__in=Partner.objects.visible_to(user))

    def filled(self):
        """Sheets that say something."""
        return self.filter(completeness_percent__gt=0)

    def poor(self):
        """Sheets that are less than half complete, empty ones included."""
        return self.filter(completeness_percent__lt=HALF)

    def untouched(self):
        """Sheets of organisations in force that say something and were not changed for 18 months."""
        old = timezone.now() - UNTOUCHED_AFTER
        return self.filled().filter(updated_at__lt=old, partner__status__in=Partner.IN_FORCE)

    def to_remind(self):
        """Untouched sheets whose focal points have not been reminded since the last change."""
        return self.untouched().filter(reminded_at=None)

    def drafted(self):
        """Sheets somebody is writing at."""
        return self.filter(draft__isnull=False)


class Sheet(Recorded, Drafting, models.Model):
    """The published sheet, and beside it the draft its focal points are writing."""

    partner = models.OneToOneField(
        Partner, on_delete=models.CASCADE, related_name="sheet", verbose_name=_("organisation")
    )
    short = models.CharField(_("in short"), max_length=300, blank=True)
    presentation = models.TextField(_("presentation"), max_length=5000, blank=True)
    activities = models.TextField(_("activities"), max_length=3000, blank=True)
    interests = models.TextField(_("interests"), max_length=3000, blank=True)
    services = models.TextField(_("services it offers"), max_length=3000, blank=True)
    needs = models.TextField(_("what it needs"), max_length=3000, blank=True)
    networks = models.TextField(_("networks it belongs to"), max_length=3000, blank=True)
    themes = models.ManyToManyField(Theme, blank=True, related_name="sheets", verbose_name=_("themes"))
    countries = models.ManyToManyField(
        "regions.Country", blank=True, related_name="sheets", verbose_name=_("countries of action")
    )
    languages = ArrayField(
        models.CharField(max_length=3), default=list, blank=True, verbose_name=_("languages it works in")
    )
    logo = models.OneToOneField(
        StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    poster = models.OneToOneField(
        StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("poster")
    )
    completeness_percent = models.PositiveSmallIntegerField(_("complete, percent"), default=0, editable=False)
    updated_at = models.DateTimeField(_("last changed"), default=timezone.now, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True, editable=False)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("sheet")
        verbose_name_plural = _("sheets")
        ordering = ["partner"]
        permissions = [
            ("publish_sheet", _("Can publish the sheet of an organisation")),
            ("remind_sheet", _("Can remind focal points of their sheet")),
        ]
        indexes = [
            models.Index(fields=["completeness_percent"], name="sheet_completeness"),
            GinIndex(vector(TEXTS, "en"), name="sheet_words_en"),
            GinIndex(vector(TEXTS, "fr"), name="sheet_words_fr"),
            GinIndex(vector(TEXTS, "es"), name="sheet_words_es"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(completeness_percent__lte=100), name="sheets_are_at_most_complete"
            )
        ]

    def __str__(self):
        return str(self.partner)

    def get_absolute_url(self):
        return reverse("partners:sheet", args=[self.partner.slug])

    @classmethod
    def of(cls, partner):
        """The sheet of `partner`, made when it is first needed; two who need it at once get the same."""
        return cls.objects.get_or_create(partner=partner)[0]

    @classmethod
    def seen_at(cls, partner):
        """The sheet of `partner` to look at; an empty one, which is not in the database, where there is none."""
        return getattr(partner, "sheet", None) or cls(partner=partner)

    # -- What it says

    @property
    def theme_list(self):
        return list(self.themes.all()) if self.pk else []

    @property
    def country_list(self):
        """The countries of action by name, in the reader's language."""
        return sorted(self.countries.all(), key=lambda country: slugify(str(country))) if self.pk else []

    @property
    def language_names(self):
        """The languages it works in, by name."""
        return sorted((name_of(code) for code in self.languages), key=str.casefold)

    @property
    def poster_format(self):
        """What kind of file the poster is, as readers know it: PDF, JPEG."""
        return self.poster.content_type.rpartition("/")[2].upper()

    @property
    def contents(self):
        """What is published, as plain data; see partners.models.contents."""
        texts = {name: getattr(self, name) or "" for name in TEXT_FIELDS}
        return texts | {
            "themes": sorted(theme.slug for theme in self.theme_list),
            "countries": sorted(country.pk for country in self.country_list),
            "languages": sorted(self.languages),
        }

    @property
    def is_filled(self):
        """Whether something was published."""
        return self.completeness_percent > 0 or self.poster_id is not None

    @property
    def points(self):
        """How complete it is by the rule of partners.completeness; `completeness_percent` repeats it for lists."""
        return completeness.percent(self)

    @property
    def missing(self):
        """The parts that are not there: see partners.completeness."""
        return completeness.missing(self)

    @property
    def is_untouched(self):
        """Whether it was not changed for 18 months."""
        return self.is_filled and self.updated_at < timezone.now() - UNTOUCHED_AFTER

    # -- What changes it

    def put(self, contents):
        """Let it say `contents`, as of now. Call it in a verb's transaction."""
        for name in TEXT_FIELDS:
            setattr(self, name, contents[name])
        self.languages = contents["languages"]
        self.themes.set(Theme.objects.filter(slug__in=contents["themes"]))
        self.countries.set(Country.objects.filter(pk__in=contents["countries"]))
        self.updated_at, self.reminded_at = timezone.now(), None
        self.completeness_percent = self.points
        self.save(update_fields=[*TEXT_FIELDS, "languages", *FILES, *CHANGED])

    def recount(self):
        """Measure again how complete it is; whether that has changed."""
        before, self.completeness_percent = self.completeness_percent, self.points
        if before != self.completeness_percent:
            self.save(update_fields=["completeness_percent"])
        return before != self.completeness_percent

    @transaction.atomic
    def take_logo(self, stored):
        """Have the StoredFile as its logo unless it has one; whether it was taken. Call it in a verb's transaction."""
        self._lock()
        if self.logo_id:
            return False
        self.logo, self.updated_at = stored, timezone.now()
        self.completeness_percent = self.points
        self.save(update_fields=["logo", "updated_at", "completeness_percent"])
        return True

    @transaction.atomic
    def fill_from(self, other):
        """Take over from the sheet of a merged organisation what is empty here. Call it in the verb's transaction."""
        self._lock()
        mine, theirs = self.contents, other.contents
        for name in FILES:
            if getattr(other, f"{name}_id") and not getattr(self, f"{name}_id"):
                setattr(self, name, getattr(other, name))
                setattr(other, name, None)
        other.save(update_fields=[*FILES])
        lists = {name: mine[name] or theirs[name] for name in LISTS}
        self.put({name: mine[name] or theirs[name] for name in TEXT_FIELDS} | lists)

    @transaction.atomic
    def remind(self, *, by):
        """Ask the focal points to look after the sheet. Raises ValidationError when nobody would read it, or twice."""
        self._lock()
        if self.reminded_at and self.reminded_at > timezone.now() - REMIND_AGAIN_AFTER:
            raise ValidationError(_("They have been reminded within the last 30 days."))
        if not self.partner.is_in_force:
            raise ValidationError(_("This organisation is not an active partner of the Initiative."))
        if not self.partner.focal_points.exists():
            raise ValidationError(_("Nobody speaks for this organisation: there is no one to remind."))
        self.reminded_at = timezone.now()
        self.save(update_fields=["reminded_at"])
        self.record("reminded", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Sheet.objects.select_for_update(of=("self",)))


# What changes with every publication.
CHANGED = ("updated_at", "reminded_at", "completeness_percent")
