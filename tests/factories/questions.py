"""Questions to scientists, and those who answer."""

import factory

from core.models import Theme
from questions.models import Expert, Question
from regions.models import Region
from tests.factories import UserFactory


def theme(slug="agroforestry"):
    return Theme.objects.get(slug=slug)


def region(slug="africa"):
    return Region.objects.get(slug=slug)


def expert(person=None, *, themes=("agroforestry",), regions=()):
    """Somebody who answers about these themes, in these regions or everywhere."""
    return Expert.name(
        person or UserFactory(),
        themes=Theme.objects.filter(slug__in=themes),
        regions=Region.objects.filter(slug__in=regions),
        by=None,
    )


def answered(question=None, *, author=None, text="Six metres."):
    """An answer to a question, by an expert."""
    author = author or expert()
    return (question or QuestionFactory()).answer(text, language="en", by=author.person)


class QuestionFactory(factory.django.DjangoModelFactory):
    """Somebody asks about agroforestry."""

    class Meta:
        model = Question

    title = "How far apart do hedges stand?"
    text = "Maize below, sandy soil."

    @classmethod
    def _create(cls, model_class, *, asker=None, themes=("agroforestry",), **words):
        themes = Theme.objects.filter(slug__in=themes)
        return model_class.objects.ask(by=asker or UserFactory(), themes=themes, **words)
