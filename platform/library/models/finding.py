"""Which works there are and who sees them; finding them by words and by likeness."""

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import OuterRef, Q, Value
from django.db.models.functions import Coalesce, Greatest, Lower
from django.utils.translation import gettext as _

from core.references import ALIKE
from core.search import LANGUAGES, Unaccented, as_plain, beginnings, holding, telling
from core.unchanging import Said, Unchanging
from library.models.version import Version, number_of_downloads
from partners.duplicates import Likeness
from spaces.models import Space
from spaces.rooms import follows

# Searched as full text, in each language by its own rules.
TEXTS = ("title", "abstract")
MOST_ALIKE = 5
# Up to so many are looked up once, and then by their keys.
FEW = 500


class Finding(models.QuerySet):
    """Words about works."""

    def visible_to(self, user):
        """Those of the spaces she is let in; of what was withdrawn only the title and the reason are shown."""
        return self.filter(space__in=Space.objects.visible_to(user))

    def lying_in(self, spaces):
        """Those of `spaces`, which are looked up once: a list of works asks for them in each of its many parts."""
        return self.filter(space__in=list(spaces.order_by().values_list("pk", flat=True)))

    def kept(self):
        """Those that were not withdrawn."""
        return self.filter(status=self.model.Status.KEPT)

    def with_space(self):
        """Each with its space and whose that is, so that its name asks nothing more."""
        return self.select_related("space", *(f"space__{path}" for path in follows()))

    def with_facts(self):
        """Each with what a list shows: `language_codes` of its current versions, `number_of_downloads`."""
        versions = Version.objects.current().filter(work=OuterRef("pk")).order_by("language")
        return self.annotate(
            language_codes=ArraySubquery(versions.values("language")), number_of_downloads=number_of_downloads("work")
        )

    def matching(self, words):
        """Those that hold each of `words`: in title or abstract of any language, or among authors, publisher, DOI."""
        found = self
        for word in telling(words):
            found = found.filter(pk__in=holding_a_word.all("pk", word=word, beginnings=beginnings(word)))
        keys = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
        return found if len(keys) > FEW else self.filter(pk__in=keys)

    def like(self, *, titles, doi=""):
        """[Likeness] of kept works that may be the same: by DOI, or by a similar title in any language; one query."""
        columns = {f"plain_title_{code}": Lower(Unaccented(f"title_{code}")) for code in LANGUAGES}
        alike, same = [], Q(doi=doi) if doi else Q(pk__in=[])
        for plain in {as_plain(title) for title in titles if title and title.strip()}:
            for column in columns:
                same |= Q(**{f"{column}__trigram_similar": plain})
                alike.append(Coalesce(TrigramSimilarity(column, plain), 0.0))
        if not alike:
            alike = [Value(0.0)]
        rows = self.kept().alias(**columns).filter(same).annotate(alike=Greatest(Value(0.0), *alike))
        near = rows.filter(Q(alike__gte=ALIKE) | Q(doi=doi) if doi else Q(alike__gte=ALIKE))
        found = near.select_related("space").order_by("-alike", "pk")[:MOST_ALIKE]
        return [Likeness(row, list(reasons(row, doi))) for row in found]


@Unchanging
def holding_a_word():
    """The keys of those that hold one word."""
    works = apps.get_model("library", "Work").objects.order_by()
    by_names = works.filter(plain_words__contains=Lower(Unaccented(Value(Said("word")))))
    return by_names.values("pk").union(holding(works, TEXTS, Said("beginnings")).values("pk"))


def reasons(row, doi):
    """Why it may be the same."""
    if doi and row.doi == doi:
        yield _("the same DOI")
    if row.alike >= ALIKE:
        yield _("a similar title")
