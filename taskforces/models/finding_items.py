"""Finding items of a register: by words, by what narrows the list, by likeness."""

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from core.references import ALIKE, doi_in_address, plain_address
from core.search import Unaccented, as_plain
from partners.duplicates import Likeness
from partners.models import Affiliation
from taskforces.models.seat import Seat

# So many words of a search are looked for.
MOST_WORDS = 8
MOST_ALIKE = 5
# What stands for "no region" in addresses and numbers.
WORLDWIDE = "worldwide"


class RegisterItemQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All for the secretariat; those of her task forces; what is not withdrawn for people of partners."""
        if user.has_perm("taskforces.view_registeritem"):
            return self
        if not user.is_authenticated:
            return self.none()
        at_home = Q(task_force__in=Seat.objects.open().homes_of(user))
        of_partner = Exists(Affiliation.objects.in_force().filter(person=user))
        return self.filter(at_home | (Q(of_partner) & ~Q(status="withdrawn")))

    def kept(self):
        """Those that stand in the register now."""
        return self.filter(status="kept")

    def matching(self, words):
        """Those that hold every word in title, authors, description or DOI, accents and case ignored."""
        found = self
        for word in words.split()[:MOST_WORDS]:
            found = found.filter(plain_words__contains=Lower(Unaccented(models.Value(word))))
        return found

    def of_region(self, slug):
        """Those of a large region, or with WORLDWIDE those of none."""
        places = self.model.regions.through.objects.filter(registeritem=OuterRef("pk"))
        return self.filter(~Exists(places) if slug == WORLDWIDE else Exists(places.filter(region__slug=slug)))

    def with_region_slugs(self):
        """Each with `region_slugs`, a list; empty for what concerns the world."""
        places = self.model.regions.through.objects.filter(registeritem=OuterRef("pk"))
        slugs = places.order_by("region__position").values("region__slug")
        return self.annotate(region_slugs=ArraySubquery(slugs))

    def newest_first(self):
        """In the order of the list."""
        return self.order_by("-created_at", "-pk")

    def like(self, *, title, doi="", address="", **_facts):
        """[Likeness] of kept items that may be the same thing as this one, with the reasons; one query."""
        doi, key = doi or doi_in_address(address), plain_address(address)
        plain = as_plain(title)
        same = Q(plain_title__trigram_similar=plain, alike__gte=ALIKE)
        if doi:
            same |= Q(doi=doi)
        if key:
            same |= Q(plain_address=key)
        rows = self.kept().annotate(alike=TrigramSimilarity("plain_title", plain)).filter(same)
        return [Likeness(row, list(reasons(row, doi, key))) for row in rows.order_by("-alike", "pk")[:MOST_ALIKE]]


def reasons(row, doi, key):
    """Why it may be the same."""
    if doi and row.doi == doi:
        yield _("the same DOI")
    if key and row.plain_address == key:
        yield _("the same web address")
    if row.alike >= ALIKE:
        yield _("a similar title")
