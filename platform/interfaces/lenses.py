"""What an Interface gathers: one lens for each kind of thing in the hub, each shows what the reader may see of it.

    class Practices(Lens):
        model, title = Practice, gettext_lazy("Practices")
        interfaces = {Interface.KNOWLEDGE}

    register(Practices())

What lies in spaces (see `spaces.contents`) needs no lens of its own: of each such kind is shown what lies in the room
of the Interface and in those of the task forces of its strategic objectives.
"""

from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language_from_path, gettext_lazy, override
from django.utils.translation import gettext as _

from interfaces.models import Interface
from objectives.models import StrategyItem
from partners.models import Partner, Sheet
from practices.models import Practice, Version
from projects.models import Idea, ProjectTeam
from spaces.contents import contents
from taskforces.models import RegisterItem

# Of each kind the page shows so many.
SHOWN = 6

_lenses = []


class Lens:
    """One kind of thing, seen by subject."""

    model = None
    title = ""
    # The slugs of the Interfaces whose pages show it.
    interfaces = frozenset()
    # What the title and the address of a row ask for.
    follows = ()

    def visible(self, user):
        """All of this kind that `user` may see."""
        return self.model.objects.visible_to(user).select_related(*self.follows)

    def shown(self, user, interface):
        """Those of the subject, the first ones first."""
        raise NotImplementedError

    def note(self, row):
        """The line below its title."""
        return ""

    def url(self, interface):
        """Where all of them are, or nothing."""
        return ""


class InSpaces(Lens):
    """What lies in spaces, of one kind."""

    def __init__(self, content):
        self.content, self.title = content, content.title

    @property
    def model(self):
        return self.content.newest(AnonymousUser()).model

    def visible(self, user):
        return self.content.newest(user)

    def shown(self, user, interface):
        near = Q(space=interface.space_id) | Q(space__task_force__objective__in=interface.objectives.all())
        return self.content.newest(user).filter(near)

    def note(self, row):
        return getattr(row, "news_note", "")

    def url(self, interface):
        return self.content.url(interface.space)


class Practices(Lens):
    """What is published of practices: of all of them, the newest."""

    model, title = Version, gettext_lazy("Practices")
    interfaces = {Interface.KNOWLEDGE}

    def visible(self, user):
        return self.model.objects.visible_to(user).current().as_rows()

    def shown(self, user, interface):
        return self.model.objects.listed().as_rows().newest_first()

    def note(self, row):
        return _("evidence: %(level)s") % {"level": row.get_evidence_level_display()}

    def url(self, interface):
        return reverse("practices:list")


class Ideas(Lens):
    model, title, follows = Idea, gettext_lazy("Project ideas"), ("task_force__objective",)
    interfaces = {Interface.PROJECTS}

    def shown(self, user, interface):
        return self.visible(user).live().newest_first()

    def note(self, row):
        return _("Task force %(code)s") % {"code": row.task_force.code}

    def url(self, interface):
        return reverse("projects:ideas")


class Teams(Lens):
    model, title, follows = ProjectTeam, gettext_lazy("Project Teams"), ("idea",)
    interfaces = {Interface.PROJECTS}

    def shown(self, user, interface):
        return self.visible(user).order_by("-created_at", "-pk")

    def note(self, row):
        return row.idea.title

    def url(self, interface):
        return reverse("projects:list")


class Register(Lens):
    """What the task forces have found, by its type."""

    model, title, follows = RegisterItem, gettext_lazy("From the registers"), ("task_force__objective",)
    TYPES = {
        Interface.KNOWLEDGE: RegisterItem.Type.values,
        Interface.POLICIES: [RegisterItem.Type.ACTION],
        Interface.RESEARCH: [RegisterItem.Type.LITERATURE],
        Interface.PROJECTS: [RegisterItem.Type.PROJECT, RegisterItem.Type.SPONSOR],
    }
    interfaces = TYPES.keys()

    def shown(self, user, interface):
        return self.visible(user).kept().filter(type__in=self.TYPES[interface.slug]).newest_first()

    def note(self, row):
        return _("Task force %(code)s") % {"code": row.task_force.code}


class Strategy(Lens):
    """What the strategic objectives of the subject say."""

    model, title, follows = StrategyItem, gettext_lazy("From the strategy"), ("objective",)
    interfaces = {Interface.KNOWLEDGE, Interface.POLICIES}

    def shown(self, user, interface):
        rows = self.visible(user).current().filter(objective__in=interface.objectives.all())
        return rows.order_by("-updated_at", "-pk")

    def note(self, row):
        return _("Strategic objective %(code)s") % {"code": row.objective.code}


class Partners(Lens):
    """Organisations of the kinds whose subject it is, first those that work on its themes; or only these."""

    model, title, follows = Partner, gettext_lazy("Partners and members"), ("country",)
    TYPES = {
        Interface.KNOWLEDGE: [],
        Interface.POLICIES: [Partner.Type.STATE, Partner.Type.INTERNATIONAL_ORGANISATION],
        Interface.RESEARCH: [Partner.Type.RESEARCH],
        Interface.PROJECTS: Partner.ALWAYS_FUNDERS,
    }
    interfaces = TYPES.keys()

    def shown(self, user, interface):
        types = self.TYPES[interface.slug]
        shared = Sheet.themes.through.objects.filter(
            sheet__partner=OuterRef("pk"), theme__in=interface.themes.values("pk")
        )
        rows = self.visible(user).in_force().alias(shares_theme=Exists(shared))
        rows = rows.filter(type__in=types) if types else rows.filter(shares_theme=True)
        return rows.order_by("-shares_theme", "name", "pk")

    def note(self, row):
        return row.country

    def url(self, interface):
        return reverse("partners:list")


def register(lens):
    """Make a lens known, after those that are."""
    _lenses.append(lens)
    return lens


def lenses():
    """Every lens: those of single kinds, then what lies in spaces."""
    return [*_lenses, *map(InSpaces, contents())]


def lenses_of(interface):
    """Those whose things the page of `interface` shows."""
    return [lens for lens in lenses() if isinstance(lens, InSpaces) or interface.slug in lens.interfaces]


def gathers(model):
    """Whether things of `model` are gathered in Interfaces, and can be pinned there."""
    return any(lens.model is model for lens in lenses())


def found_at(address):
    """The gathered thing whose page has this address, whole or without the site, in any language; or None."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return None
    with override(get_language_from_path(path)):
        try:
            named = resolve(path).kwargs
        except (Resolver404, ValueError):
            return None
        for model in {lens.model: lens for lens in lenses()}:
            for row in named_in(model, named):
                if urlsplit(row.get_absolute_url()).path == path:
                    return row
    return None


def named_in(model, parts):
    """The rows of `model` that the parts of an address may mean: by key or by slug."""
    if "pk" in parts:
        yield from model.objects.filter(pk=parts["pk"])
    elif model is Version and "code" in parts:
        yield from model.objects.current().filter(practice__in=Practice.objects.by_code(parts["code"]))
    elif "slug" in parts and any(field.name == "slug" for field in model._meta.fields):
        yield from model.objects.filter(slug=parts["slug"])


for _lens in (Practices(), Ideas(), Teams(), Register(), Strategy(), Partners()):
    register(_lens)
