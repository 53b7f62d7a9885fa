"""What can be found: each kind says who sees it, where its words stand, what it is called and where its page is.

    class Works(Kind):
        key, title, view = "library", gettext_lazy("Library"), "library:detail"
        address = ("space__slug", "pk")

A new kind is a class here and an object in `KINDS`, in the order of the page.
"""

from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import BigIntegerField, Case, F, Func, IntegerField, OuterRef, Q, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Lower, NullIf
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from colleges.models import College
from core.search import LANGUAGES, Unaccented
from discussions.models import Post, Thread
from discussions.models.finding import plain
from events.models import Event, Meeting
from library.models import Work
from library.models.finding import TEXTS as TEXTS_OF_WORKS
from objectives.models import Objective, ObjectiveText, StrategyItem
from partners.models import Partner, Sheet
from partners.models.contents import TEXTS as TEXTS_OF_SHEETS
from practices.evidence import Level
from practices.models import Practice, Version
from projects.models import Idea, ProjectTeam
from questions.models import Answer, Question
from questions.models.finding import words_of as words_of_questions
from search.sources import KeptTexts, Texts, TextsOfOneLanguage, Words
from taskforces.models import RegisterItem, TaskForce
from wiki.models import Page
from wiki.models.finding import words_in

# What a row of the answer consists of, whatever its kind.
COLUMNS = (
    "its_kind",
    "its_rank",
    "its_key",
    "its_title",
    "its_first",
    "its_second",
    "its_note",
    "its_space",
    "in_words",
)
NOTHING = Cast(Value(None), BigIntegerField())


def translated(path):
    """SQL for a translated text as a page shows it: in the reader's language, else in another."""
    languages = sorted(LANGUAGES, key=lambda code: code != get_language())
    return Coalesce(*(NullIf(f"{path}_{code}", Value("")) for code in languages), Value("–"), output_field=TextField())


def spoken(*parts):
    """SQL for some texts after each other; what is missing is left out."""
    return Func(Value(" "), *parts, function="concat_ws", output_field=TextField())


def words_of(*fields):
    """SQL for the words of text fields in small letters without accents. For tables that need no index for it."""
    return Lower(Unaccented(spoken(*fields)))


def in_all_languages(*fields):
    """SQL for the plain words of translated fields."""
    return words_of(*(f"{field}_{code}" for field in fields for code in LANGUAGES))


def labels(objective):
    """SQL for the code and the label of the objective whose key is at `objective`."""
    texts = ObjectiveText.objects.filter(version__is_in_force=True, objective=OuterRef(objective)).order_by()
    label = Subquery(texts.annotate(named=translated("label")).values("named")[:1], output_field=TextField())
    path = "code" if objective == "pk" else f"{objective}__code"
    return spoken(path, label)


class Kind:
    """One kind of thing."""

    # Its word in addresses, and what people call things of it.
    key = ""
    title = ""
    model = None
    # The page of one of them, and what stands in its address.
    view = ""
    address = ("pk",)
    sources = ()
    # Where an index holds its names without accents: what is called alike is alike in one of these.
    plain_names = ()
    # The way to the facts below.
    note = ""
    space = ""
    language = ""

    def visible(self, user):
        """Those that are found by `user`: what she may see, without what was withdrawn."""
        return self.model.objects.visible_to(user)

    def name(self):
        """SQL for what it is called."""
        return Cast("title", TextField())

    def found(self, parts, user):
        """Rows (see `Row`) of what holds every one of `parts`, the best first."""
        rows, named = self.visible(user).order_by(), Q()
        for part in parts:
            first, *others = (source.holding(part) for source in self.sources)
            rows = rows.filter(pk__in=first.union(*others) if others else first)
            named &= part.stands_in("plainly_called")
        rows = rows.alias(plainly_called=Lower(Unaccented(self.name())))
        rank = Case(When(named, then=0), default=1, output_field=IntegerField())
        return self.told(rows, rank).order_by("its_rank", "-its_key")

    def resembling(self, words, user):
        """Rows (see `Row`) whose names resemble `words`, the nearest first."""
        rows = self.visible(user).order_by().alias(plainly_called=Lower(Unaccented(self.name())))
        indexed = {f"indexed_{number}": plain for number, plain in enumerate(self.plain_names)}
        by_index = (Q(**{f"{name}__trigram_word_similar": words}) for name in indexed)
        rows = rows.alias(**indexed).filter(reduce(or_, by_index, Q()))
        alike = TrigramWordSimilarity(words, "plainly_called")
        near = rows.alias(alike=alike).filter(alike__gt=settings.WORDS_ALIKE_FROM)
        return self.told(near, F("alike")).order_by("-its_rank", "-its_key")

    def told(self, rows, rank):
        """`rows` as tuples that are alike for all kinds."""
        first, second = (*self.address, None)[:2]
        if hasattr(rows, "rewrite"):
            # Translated models would put the columns in an order of their own; languages are named here anyway.
            rows = rows.rewrite(False)  # noqa: FBT003
        return rows.annotate(
            its_kind=Value(self.key, output_field=TextField()),
            its_rank=rank,
            its_key=Cast("pk", BigIntegerField()),
            its_title=self.name(),
            its_first=Cast(first, TextField()),
            its_second=Cast(second, TextField()) if second else Value("", output_field=TextField()),
            its_note=self.fact(self.note),
            its_space=Cast(self.space, BigIntegerField()) if self.space else NOTHING,
            in_words=self.fact(self.language),
        ).values_list(*COLUMNS)

    def fact(self, path):
        nothing = Value("", output_field=TextField())
        return Coalesce(Cast(path, TextField()), nothing) if path else nothing

    def url(self, *parts):
        """The page of the row whose address has these parts."""
        return reverse(self.view, args=[part for part in parts if part])

    def said(self, note):
        """The line below its title."""
        return note


class OfTaskForce(Kind):
    """The note is a code."""

    def said(self, note):
        return _("Task force %(code)s") % {"code": note}


class InSpace(Kind):
    """Lies in a room, which is its note."""

    space = "space_id"


class Objectives(Kind):
    key, title, model, view = "objectives", gettext_lazy("Strategic objectives"), Objective, "objectives:detail"
    sources = (
        Words(Objective, Lower("code")),
        Words(
            ObjectiveText, in_all_languages("label", "title", "description"), key="objective", version__is_in_force=True
        ),
    )

    def name(self):
        return labels("pk")

    @property
    def address(self):
        return (Lower("code"),)


class TaskForces(Kind):
    key, title, model, view = "taskforces", gettext_lazy("Task forces"), TaskForce, "taskforces:detail"
    sources = (
        Words(TaskForce, in_all_languages("purpose")),
        Words(TaskForce, Lower("objective__code")),
        Words(
            ObjectiveText,
            in_all_languages("label", "title"),
            key="objective__task_force",
            version__is_in_force=True,
            objective__task_force__isnull=False,
        ),
    )

    def name(self):
        return labels("objective")

    @property
    def address(self):
        return (Lower("objective__code"),)


class Colleges(Kind):
    key, title, model, view, address = "colleges", gettext_lazy("Colleges"), College, "colleges:detail", ("slug",)
    sources = (Words(College, in_all_languages("name", "description")),)

    def name(self):
        return translated("name")


class Partners(Kind):
    key, title, model, view, address = "partners", gettext_lazy("Partners"), Partner, "partners:detail", ("slug",)
    plain_names = (F("plain_name"),)
    sources = (Words(Partner, "plain_name"), Texts.of(Sheet, TEXTS_OF_SHEETS, key="partner"))

    def visible(self, user):
        return super().visible(user).in_force()

    def name(self):
        return Cast("name", TextField())

    def fact(self, path):
        return translated("country__name") if path == "country" else super().fact(path)

    note = "country"


class Strategy(Kind):
    key, title, model = "strategy", gettext_lazy("From the strategy"), StrategyItem
    view, note = "objectives:strategy-item", "objective__code"
    sources = (Words(StrategyItem, in_all_languages("text")),)

    @property
    def address(self):
        return (Lower("objective__code"), "pk")

    def visible(self, user):
        return super().visible(user).current()

    def name(self):
        return translated("text")

    def said(self, note):
        return _("Strategic objective %(code)s") % {"code": note}


class Ideas(OfTaskForce):
    key, title, model, view = "ideas", gettext_lazy("Project ideas"), Idea, "projects:idea"
    note, language = "task_force__objective__code", "language"
    sources = (Words(Idea, words_of("title", "summary")),)

    def visible(self, user):
        return super().visible(user).live()


class Teams(Kind):
    key, title, model, view, note = "teams", gettext_lazy("Project Teams"), ProjectTeam, "projects:team", "idea__title"
    sources = (Words(ProjectTeam, words_of("name", "purpose")),)

    def name(self):
        return Cast("name", TextField())


class Register(OfTaskForce):
    key, title, model = "register", gettext_lazy("From the registers"), RegisterItem
    view, note, language = "taskforces:register-item", "task_force__objective__code", "language"
    plain_names = (F("plain_title"),)
    sources = (Words(RegisterItem, "plain_words"),)

    @property
    def address(self):
        return (Lower("task_force__objective__code"), "pk")

    def visible(self, user):
        return super().visible(user).kept()


class Practices(Kind):
    key, title, model, view = "practices", gettext_lazy("Practices"), Version, "practices:detail"
    # What leads to its page, which bears the code of the sheet and the title its author works under.
    address, note = ("practice_id", "practice__title"), "evidence_level"
    sources = (KeptTexts(Version, "search", is_current=True),)
    plain_names = tuple(Lower(Unaccented(f"title_{code}")) for code in LANGUAGES)

    def visible(self, user):
        return self.model.objects.listed()

    def name(self):
        """Told as on its page: in the reader's language, else in that of the sheet."""
        own = Case(*(When(language=code, then=f"title_{code}") for code in LANGUAGES), output_field=TextField())
        titles = (NullIf(title, Value("")) for title in (f"title_{get_language()}", own))
        return Coalesce(*titles, translated("title"), output_field=TextField())

    def url(self, key, title):
        return Practice(pk=int(key), title=title).public_url

    def said(self, note):
        return _("evidence: %(level)s") % {"level": Level(int(note)).label}


class Works(InSpace):
    key, title, model, view = "library", gettext_lazy("Library"), Work, "library:detail"
    address = ("space__slug", "pk")
    plain_names = tuple(plain(f"title_{code}") for code in LANGUAGES)
    sources = (Words(Work, "plain_words"), Texts.of(Work, TEXTS_OF_WORKS))

    def visible(self, user):
        return super().visible(user).kept()

    def name(self):
        return translated("title")


class Pages(InSpace):
    key, title, model, view, language = "wiki", gettext_lazy("Wiki pages"), Page, "wiki:page", "language"
    address = ("space__slug", "slug")
    sources = (TextsOfOneLanguage(Page, {code: words_in(code) for code in LANGUAGES}),)

    def visible(self, user):
        return super().visible(user).standing()


class Threads(InSpace):
    key, title, model, view = "discussions", gettext_lazy("Discussions"), Thread, "discussions:detail"
    address, language = ("space__slug", "pk"), "language"
    plain_names = (plain("title"),)
    sources = (Words(Thread, plain("title")), Words(Post, "plain_text", key="thread", hidden_at=None))


class Questions(Kind):
    key, title, model, view = "questions", gettext_lazy("Questions to scientists"), Question, "questions:detail"
    language = "language"
    sources = (
        Texts(Question, {code: words_of_questions(("title", "text"), code) for code in LANGUAGES}),
        Texts(Answer, {code: words_of_questions(("text",), code) for code in LANGUAGES}, key="question"),
    )

    def visible(self, user):
        return super().visible(user).standing()


class Meetings(InSpace):
    key, title, model, view, language = "meetings", gettext_lazy("Meetings"), Meeting, "events:detail", "language"
    sources = (Words(Meeting, words_of("title", "agenda")),)


class Events(InSpace):
    key, title, model, view, language = "events", gettext_lazy("Events"), Event, "events:event", "language"
    sources = (Words(Event, words_of("title", "description", "outcome")),)

    def visible(self, user):
        return super().visible(user).standing()


KINDS = {
    kind.key: kind
    for kind in (
        *(Objectives(), TaskForces(), Colleges(), Partners(), Practices(), Works(), Pages(), Register()),
        *(Questions(), Strategy(), Ideas(), Teams(), Threads(), Events(), Meetings()),
    )
}
