"""Which questions there are, who sees them, for whom they wait, and finding them by words."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from core.search import LANGUAGES, question, telling
from questions.models.expert import Expert


def words_of(fields, language):
    """The full text of `fields` by the rules of one language: for an index, and for the question that uses it."""
    return SearchVector(*fields, config=f"{language}_unaccent")


def holding(rows, fields, word):
    """Those of `rows` whose `fields` hold `word`, with whatever ending, in any language."""
    texts = {f"words_{language}": words_of(fields, language) for language in LANGUAGES}
    asked = (Q(**{f"words_{language}": question(word, language)}) for language in LANGUAGES)
    return rows.alias(**texts).filter(reduce(or_, asked))


class QuestionFinding(models.QuerySet):
    """Words about questions."""

    def visible_to(self, user):
        """All for whoever is signed in; what was withdrawn only for its asker and the secretariat."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("questions.view_question"):
            return self
        return self.filter(~Q(status=self.model.Status.WITHDRAWN) | Q(asker=user))

    def standing(self):
        """Those that were not withdrawn."""
        return self.exclude(status=self.model.Status.WITHDRAWN)

    def open(self):
        """Those that wait for their first answer."""
        return self.filter(status=self.model.Status.OPEN)

    def waiting_for(self, user):
        """Those that went to `user` and nobody has answered, the oldest first."""
        hers = Expert.objects.in_force().filter(person_id=user.pk)
        return self.open().filter(experts__in=hers).exclude(asker_id=user.pk).order_by("asked_at", "pk")

    def for_secretariat(self):
        """Those that went to nobody who still answers, and those that have waited for too long."""
        with_somebody = Expert.objects.in_force().filter(questions=OuterRef("pk"))
        return self.open().filter(~Exists(with_somebody) | Q(pk__in=self.unanswered().values("pk")))

    def unanswered(self):
        """Those that have waited for longer than QUESTIONS_UNANSWERED_AFTER_DAYS."""
        long = timedelta(days=settings.QUESTIONS_UNANSWERED_AFTER_DAYS)
        return self.model.objects.open().filter(asked_at__lt=timezone.now() - long)

    def about(self, words):
        """Those that hold each of `words`, in the question or in its answers."""
        answers, found = apps.get_model("questions.Answer").objects.order_by(), self
        for word in telling(words):
            asked = holding(self.model.objects.order_by(), ("title", "text"), word).values("pk")
            answered = holding(answers, ("text",), word).values("question")
            found = found.filter(pk__in=asked.union(answered))
        return found

    def with_facts(self):
        """Each with what a list shows: asker, region, themes, `number_of_answers`."""
        return (
            self.select_related("asker", "region")
            .prefetch_related("themes")
            .annotate(number_of_answers=Count("answers", distinct=True))
        )

    def newest_first(self):
        """What happened last stands first: asked, or answered."""
        return self.order_by(F("asked_at").desc(), "-pk")
