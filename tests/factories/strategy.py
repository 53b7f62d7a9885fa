"""Items of the strategy, and proposals about them."""

import factory

from objectives.models import Objective, StrategyItem, StrategyProposal
from tests.factories import UserFactory

TEXTS = {"en": "Fields are left bare.", "fr": "Des champs restent nus.", "es": "Hay campos desnudos."}


class StrategyItemFactory(factory.django.DjangoModelFactory):
    """A problem of objective A2, in three languages."""

    class Meta:
        model = StrategyItem

    objective = factory.LazyFunction(lambda: Objective.objects.get(code="A2"))
    kind = StrategyItem.Kind.PROBLEM
    text_en = "Few projects are funded."
    text_fr = "Peu de projets sont financés."
    text_es = "Se financian pocos proyectos."


class ProposalFactory(factory.django.DjangoModelFactory):
    """Somebody proposes to add a cause to objective A2, in English."""

    class Meta:
        model = StrategyProposal

    by = factory.SubFactory(UserFactory)
    change = "addition"
    kind = StrategyItem.Kind.CAUSE
    item = None
    text = TEXTS["en"]
    why = "We saw it."
    language = "en"

    @classmethod
    def _create(cls, model_class, *, change, item, **values):
        objective = item.objective if item else Objective.objects.get(code="A2")
        seen = item and item.stamp
        return model_class.propose(objective, change, item=item, seen=seen, **values)


def rewording(item, by=None, text="Too few projects are funded."):
    """A proposal to word `item` otherwise."""
    return ProposalFactory(change="rewording", item=item, text=text, kind="", by=by or UserFactory())
