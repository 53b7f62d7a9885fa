"""What a person can have of wikis, for the tests of export and erasure."""

from spaces.models import Space
from taskforces.models import Role, TaskForce
from tests.factories.wiki import PageFactory, edited
from wiki.models import Draft


def room_of(person, by):
    """The room of A2, in which `person` writes."""
    a2 = TaskForce.objects.with_objective().get(objective__code="A2")
    if not a2.is_home_of(person):
        a2.seat(person, Role.MEMBER, by=by)
    return Space.objects.get(task_force=a2)


def kept_of(person, by):
    """{model: what "Download my data" must hold} of one row of each."""
    space = room_of(person, by)
    page = PageFactory(by=person, space=space, title="Composto", text="Seis semanas.", language="es")
    page.edit("Sete semanas.", seen=1, summary="Medido de novo", by=person)
    words = {"title": "Milho", "text": "Por metade", "summary": "Ainda não", "language": "es"}
    draft = Draft.objects.keep(person, space, **words)
    edition, follow = page.editions.last(), page.follows.get()
    return {
        "wiki.Edition": ["Composto", 2, "Medido de novo", edition.written_at],
        "wiki.Follow": ["Composto", True, 2, follow.created_at],
        "wiki.Draft": ["Milho", "Por metade", "Ainda não", draft.saved_at],
    }


def write_everywhere(person, word, by):
    """A draft of hers with `word` in it, beside one of what she has saved."""
    space = room_of(person, by)
    page = edited(PageFactory(by=person, space=space, title="Compost"), "Six weeks.", by=person)
    Draft.objects.keep(person, space, page=page, text=f"{word} types", summary=f"{word} changed")
    Draft.objects.keep(person, space, title=f"{word} asks", text="?")
