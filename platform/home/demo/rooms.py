"""The rooms of the Interfaces in the demo: who moderates them, and what is shown first on their pages."""

from home.demo.past import days_ago, happening
from interfaces.models import Interface
from projects.models import Idea, ProjectTeam
from spaces.models import Membership
from taskforces.models import RegisterItem

WORDS = {
    "research": {
        "en": "Begin here: it is cited by most of what follows.",
        "fr": "À lire d’abord : presque tout ce qui suit s’y réfère.",
        "es": "Para empezar: casi todo lo que sigue lo cita.",
    },
    "projects": {
        "en": "Two partners, three workshops, twelve plots: an idea that became a team.",
        "fr": "Deux partenaires, trois ateliers, douze parcelles : une idée devenue équipe.",
        "es": "Dos socios, tres talleres, doce parcelas: una idea que se hizo equipo.",
    },
}


def furnish_interfaces(cast, *, by):
    """Inés moderates Research, Bruno Projects; each Interface of the two has something pinned."""
    research, projects = (Interface.objects.get(slug=slug) for slug in WORDS)
    with happening(days_ago(150)):
        research.space.admit(cast["ines"], role=Membership.Role.MODERATOR, by=by)
        projects.space.admit(cast["bruno"], role=Membership.Role.MODERATOR, by=by)
    with happening(days_ago(30)):
        pin(research, RegisterItem.objects.kept().filter(type="literature").order_by("pk").first(), by=by)
        pin(projects, ProjectTeam.objects.order_by("pk").first(), by=by)
        pin(projects, Idea.objects.live().order_by("-created_at", "-pk").first(), by=by, position=1, has_words=False)


def pin(interface, obj, *, by, position=0, has_words=True):
    """Show `obj` first in `interface`, if there is one."""
    if obj is None:
        return
    pinned = interface.pin(obj, position=position, by=by)
    if has_words:
        for language, words in WORDS[interface.slug].items():
            setattr(pinned, f"words_{language}", words)
        pinned.save()
