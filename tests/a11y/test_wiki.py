"""The wiki of a room, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories.wiki import PageFactory, edited

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_a_wiki(open_browser, live_server, cast):
    page = open_browser(width=360)
    text = "= Pourquoi\nVoir [[Compost]] et https://example.org.\n== Où\n- ici\n= Comment\n1. Semer\n= Qui"
    written = PageFactory(by=cast.amina, title="Haies vives", text=text, language="fr")
    edited(written, f"{text}\n\nEncore.", by=cast.fatou)
    PageFactory(by=cast.amina, title="Living hedges", text="See [[Haies vives]].", original=written, translated_from=1)
    enter(page, live_server, cast.amina)
    wiki = f"spaces/{written.space.slug}/wiki/"
    own = f"{wiki}pages/haies-vives/"
    pages = [wiki, f"{wiki}?q=haies", f"{wiki}changes/", f"{wiki}write/?of=haies-vives&into=es", own]
    pages += [f"{own}?edition=1", f"{own}history/?newer=2", f"{own}edit/", f"{own}rename/", f"{own}remove/"]
    pages += [f"{wiki}pages/living-hedges/", f"{wiki}pages/living-hedges/edit/"]
    assert faults_of(page, pages) == []
