"""What people write is shown as words: three hundred nasty texts in every long field never run, and break no page."""

import re
from collections import Counter
from html.parser import HTMLParser

import pgtrigger
import pytest

from events.models import MinutesEdition
from partners.models import Sheet
from tests.security.stage import SECRETARIAT
from tests.wiki.test_markup import NASTY

pytestmark = pytest.mark.django_db

ALL = "\n\n".join(NASTY)
# What could run or load something.
ACTIVE = {
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "embed",
    "style",
    "link",
    "base",
    "meta",
    "form",
    "input",
    "button",
}

# {what it is: (the object, its field, the page that shows it or its own)}.
FIELDS = {
    "post": (lambda stage: stage.post, "text", lambda stage: stage.thread.get_absolute_url()),
    "hidden post": (lambda stage: stage.hidden_post, "text", lambda stage: stage.thread.get_absolute_url()),
    "question": (lambda stage: stage.question, "text", None),
    "answer": (lambda stage: stage.answer, "text", lambda stage: stage.answer.question.get_absolute_url()),
    "work": (lambda stage: stage.work, "abstract_en", None),
    "withdrawal of a work": (lambda stage: stage.withdrawn_work, "reason", None),
    "wiki page": (
        lambda stage: stage.wiki_page.editions.get(),
        "text",
        lambda stage: stage.wiki_page.get_absolute_url(),
    ),
    "event": (lambda stage: stage.open_event, "description", None),
    "outcome of an event": (lambda stage: stage.reported_event, "outcome", None),
    "agenda": (lambda stage: stage.planning, "agenda", None),
    "decision": (lambda stage: stage.decision, "text", lambda stage: stage.held.get_absolute_url()),
    "idea": (lambda stage: stage.idea, "summary", None),
    "partners wanted": (lambda stage: stage.idea, "partners_wanted", None),
    "comment": (lambda stage: stage.comment, "text", lambda stage: stage.idea.get_absolute_url()),
    "team": (lambda stage: stage.team, "purpose", None),
    "gap": (lambda stage: stage.gap, "why", None),
    "item of the register": (lambda stage: stage.register_item, "description", None),
    "action of a college": (lambda stage: stage.action, "text", lambda stage: stage.action.get_absolute_url()),
}


class Reader(HTMLParser):
    """What a browser would run or load of a page, and where its links lead."""

    def __init__(self, page):
        super().__init__()
        self.active, self.handlers, self.links = Counter(), [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in ACTIVE:
            self.active[tag] += 1
        for name, value in attributes:
            if name.startswith("on") or name == "style":
                self.handlers.append((tag, name, value))
            if name in ("href", "src", "action", "formaction"):
                self.links.append(value or "")


def page_of(doors, url):
    response = doors.client(SECRETARIAT).get(url)
    assert response.status_code == 200, url
    return response.content.decode()


@pytest.mark.parametrize("what", FIELDS)
def test_words_stay_words(db, stage, doors, what):
    find, field, page = FIELDS[what]
    thing = find(stage)
    url = page(stage) if page else thing.get_absolute_url()
    url = url.split("#")[0]
    before = Reader(page_of(doors, url))
    # Past the verbs, which would have refused some of it, and past what makes editions final.
    with pgtrigger.ignore():
        type(thing)._base_manager.filter(pk=thing.pk).update(**{field: ALL})
    page = page_of(doors, url)
    after = Reader(page)
    assert after.active == before.active
    assert after.handlers == before.handlers == []
    assert not [link for link in after.links if not re.match(r"https?://|mailto:|/|\?|#|$", link)]
    # Shown to its end, and nothing closed too early.
    assert page.count("</main>") == page.count("</footer>") == 1
    assert page.rstrip().endswith("</html>")
    assert "{{ 7*7 }}" in page


def test_minutes_stay_words(db, stage, doors):
    stage.held  # noqa: B018 there is a meeting with minutes
    url = stage.held.get_absolute_url()
    before = Reader(page_of(doors, url))
    assert MinutesEdition.objects.update(text=ALL)
    page = page_of(doors, url)
    assert "{{ 7*7 }}" in page
    assert (Reader(page).active, Reader(page).handlers) == (before.active, [])


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_sheet_of_an_organisation_stays_words(db, stage, doors, language):
    url = stage.fundacion.get_absolute_url().replace("/en/", f"/{language}/")
    sheet = Sheet.of(stage.fundacion)
    Sheet.objects.filter(pk=sheet.pk).update(**{f"presentation_{language}": "Words."})
    before = Reader(page_of(doors, url))
    Sheet.objects.filter(pk=sheet.pk).update(**{f"presentation_{language}": ALL})
    page = page_of(doors, url)
    assert "{{ 7*7 }}" in page
    assert (Reader(page).active, Reader(page).handlers) == (before.active, [])
