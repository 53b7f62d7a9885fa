"""A small house in which each thing is found by some words and not by others."""

from partners.models import Sheet
from tests.cast import country
from tests.factories import PartnerFactory
from tests.factories.discussions import ThreadFactory, answered
from tests.factories.events import event_in
from tests.factories.library import WorkFactory, africa
from tests.factories.meetings import meeting_of
from tests.factories.projects import IdeaFactory
from tests.factories.questions import QuestionFactory, expert
from tests.factories.questions import answered as answered_question
from tests.factories.register import RegisterItemFactory
from tests.factories.strategy import StrategyItemFactory
from tests.factories.wiki import PageFactory


def furnish(cast):
    """{name: what it is called}. What lies in the room of A2 is closed to Bruno, its register is not."""
    amina = cast.amina
    named = {
        "orchards": IdeaFactory(title="Couverture du sol dans les vergers", summary="Semer entre les arbres."),
        "cover": IdeaFactory(title="Bare fields need soil cover", summary="Vetch in winter."),
        "suelo": IdeaFactory(title="Cobertura del suelo en Oaxaca", summary="Dejar el rastrojo en la milpa."),
        "peat": RegisterItemFactory(title="Peatlands of the Cuvette", authors="N'Diaye, Müller"),
        "paddy": PageFactory(title="Measuring paddies", text="Organic carbon of the soil, by depth.", by=amina),
        "worms": ThreadFactory(title="Zero tillage after ten years", text="What do you see?"),
        "grazing": ThreadFactory(title="Pastoreo rotativo en la sabana", language="es", space=africa()),
        "compost": WorkFactory(title="Guide to composting", abstract="From farmyard manure to humus."),
        "terraces": meeting_of(by=amina, title="Réunion sur l’érosion des terrasses", language="fr"),
        "spectra": event_in(africa(), by=cast.sofia, title="Spectroscopie", description="La sonde.", language="fr"),
        "strategy": StrategyItemFactory(
            text_en="Cooperatives lack funding.",
            text_fr="Les coopératives manquent de financement.",
            text_es="A las cooperativas les falta financiación.",
        ),
        "hedges": QuestionFactory(title="¿A qué distancia van los setos vivos?", text="Arena.", language="es"),
        "maple": PartnerFactory(name="Fundación Érable", acronym="FERA", country=country("SN")),
    }
    answered(named["worms"], author=amina, text="Les vers de terre sont revenus.")
    answered(named["worms"], author=amina, text="Quinoa stands on it.").hide("Off topic.", by=cast.sofia)
    answered_question(named["hedges"], author=expert(), text="Gliricidia every six metres.")
    QuestionFactory(asker=amina, title="Gliricidia, forgotten").withdraw(by=amina)
    Sheet.objects.create(partner=named["maple"], presentation_fr="Nous reboisons avec les éleveurs du Ferlo.")
    return {str(thing): name for name, thing in named.items()}
