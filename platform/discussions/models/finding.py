"""Which threads there are, who sees them, and in which order: the words of many threads."""

import re
from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower

from accounts.models import shows_name
from core.search import Unaccented, as_plain, telling
from spaces.models import Space

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Pinned or not, the microseconds of its last post, its key.
PLACE = re.compile(r"([01])\.([0-9]{1,17})\.([0-9]{1,18})", re.ASCII)


def plain(field):
    """SQL for the words of `field` in small letters without accents; the indexes hold the same."""
    return Lower(Unaccented(field))


class ThreadFinding(models.QuerySet):
    """Words about threads."""

    def visible_to(self, user):
        """What lies in the spaces she may enter; what was merged into another one is read there."""
        return self.lying_before(user).filter(merged_into=None)

    def lying_before(self, user):
        """All that lies in the spaces she may enter, merged ones, too: for whoever looks after the house."""
        return self.filter(space__in=Space.objects.visible_to(user).order_by().values("pk"))

    def leading_to(self, key):
        """The thread of this key, or the one into which it was merged."""
        place = self.model.objects.filter(pk=key).values(place=Coalesce("merged_into_id", "pk"))
        return self.filter(pk__in=place)

    def open(self):
        """Those that have been neither closed nor merged."""
        return self.filter(closed_at=None, merged_into=None)

    def unanswered(self):
        """Open ones in which nobody has answered the first post."""
        return self.open().filter(number_of_posts__lte=1)

    def with_posts_of(self, person):
        """Those `person` has written in."""
        posts = apps.get_model("discussions.Post").objects.filter(author_id=person.pk)
        return self.filter(pk__in=posts.order_by().values("thread_id"))

    def about(self, words):
        """Those in whose title or posts each of `words` stands, accents and capitals ignored."""
        posts = apps.get_model("discussions.Post").objects.filter(hidden_at=None)
        rows = self.alias(plain=plain("title"))
        for word in telling(words):
            holding = posts.filter(plain_text__contains=as_plain(word)).order_by().values("thread_id")
            rows = rows.filter(Q(plain__contains=as_plain(word)) | Q(pk__in=holding))
        return rows

    def with_facts(self):
        """Each with what a list shows: its starter, and `theme_ids`."""
        through = self.model.themes.through.objects.filter(thread=OuterRef("pk")).order_by().values("thread")
        return self.select_related("starter").annotate(
            starter_shows_name=shows_name("starter"),
            theme_ids=Subquery(through.annotate(keys=ArrayAgg("theme_id")).values("keys")),
        )

    def in_order(self):
        """Pinned ones first, then by their last post."""
        return self.order_by("-is_pinned", "-last_post_at", "-pk")

    def beyond(self, place):
        """Those that follow the thread at `place` (see `Thread.place`) in this order; all when it makes no sense."""
        match = PLACE.fullmatch(place)
        if not match:
            return self
        is_pinned, moment = match[1] == "1", EPOCH + timedelta(microseconds=int(match[2]))
        # A range and an exception, not a choice of cases: the index is read from there on.
        later = self.filter(last_post_at__lte=moment).exclude(last_post_at=moment, pk__gte=int(match[3]))
        if not is_pinned:
            return later.filter(is_pinned=False)
        return self.filter(Q(is_pinned=False) | Q(pk__in=later.filter(is_pinned=True).order_by().values("pk")))
