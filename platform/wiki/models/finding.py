"""Which pages there are, who sees them, and how they are found: the words of many pages."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Substr

from core.search import LANGUAGES, question, telling
from spaces.models import Space
from wiki.models.writing import Writing


def words_in(language):
    """The words of a page in `language`, endings and accents ignored: for its index, and what uses that."""
    return SearchVector("title", "text", config=f"{language}_unaccent")


class PageQuerySet(Writing, models.QuerySet):
    """Words about pages."""

    def visible_to(self, user):
        """Those in spaces she may see; what was removed only for whoever moderates there."""
        if user.has_perm("wiki.view_page"):
            return self
        spaces = Space.objects.visible_to(user)
        moderated = Space.objects.moderated_by(user)
        return self.filter(Q(removed_at=None) | Q(space__in=moderated.values("pk")), space__in=spaces.values("pk"))

    def standing(self):
        """Those that have not been removed."""
        return self.filter(removed_at=None)

    def removed(self):
        """Those that have been removed."""
        return self.exclude(removed_at=None)

    def at(self, slug):
        """The page at this address, or the one that was renamed from there. Wants the pages of one space."""
        old = apps.get_model("wiki.OldAddress").objects.filter(slug=slug).values("page")
        return self.filter(Q(slug=slug) | Q(pk__in=old))

    def about(self, words):
        """Those in which each of `words` stands, endings and accents ignored, each page in its own language."""
        rows = self.alias(**{f"words_{language}": words_in(language) for language in LANGUAGES})
        # All words in one question for each language: the index answers it, and no text is read again.
        asked = " ".join(telling(words))
        fitting = (Q(language=code, **{f"words_{code}": question(asked, code)}) for code in LANGUAGES)
        return rows.filter(reduce(or_, fitting))

    def under(self, letter):
        """Those whose title begins with `letter`; "#" is what begins with none."""
        letters = self.alias(letter=Substr("plain_title", 1, 1))
        if letter == "#":
            return letters.exclude(letter__range=("a", "z"))
        return letters.filter(plain_title__startswith=letter.lower())

    def letters(self):
        """The letters under which there are pages, sorted; "#" for those that begin with none."""
        firsts = self.order_by().annotate(letter=Substr("plain_title", 1, 1)).values_list("letter", flat=True)
        return sorted({first.upper() if "a" <= first <= "z" else "#" for first in firsts.distinct()})

    def linking_to(self, page):
        """Standing pages with a link to `page`, also by a title it had before."""
        old = apps.get_model("wiki.OldAddress").objects.filter(page=page).values("slug")
        links = apps.get_model("wiki.Link").objects.filter(Q(slug=page.slug) | Q(slug__in=old))
        return self.standing().filter(space=page.space_id, pk__in=links.values("page")).exclude(pk=page.pk)

    def wanted(self, space):
        """[{slug, title, number}] of pages that others of `space` link to and nobody has written, the most first."""
        links = apps.get_model("wiki.Link").objects.filter(page__space=space, page__removed_at=None)
        here = self.model.objects.filter(space=space).values("slug")
        old = apps.get_model("wiki.OldAddress").objects.filter(space=space).values("slug")
        missing = links.exclude(slug__in=here).exclude(slug__in=old).values("slug")
        return missing.annotate(title=models.Min("title"), number=Count("pk")).order_by("-number", "slug")

    def with_current_edition(self):
        """Each with the edition that counts in `current_editions`, its author with it, in one more question."""
        editions = apps.get_model("wiki.Edition").objects.filter(number=F("page__number")).select_related("author")
        return self.prefetch_related(models.Prefetch("editions", editions, to_attr="current_editions"))

    def newest_first(self):
        return self.order_by("-changed_at", "-pk")
