"""The pages of a wiki: they work, are hidden from strangers, refused to the wrong role, and take bad input."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spaces.models import Space
from tests.factories.wiki import PageFactory, edited
from wiki.models import Draft, Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(amina):
    return PageFactory(
        by=amina, title="Living hedges", text="= Why\nEvery eight metres.\n= How\nSee [[Compost]].\n= Who\nAll."
    )


@pytest.fixture
def at(page):
    """at("edit") is the address of that page of the wiki."""

    def address(name, *args, **query):
        own = () if name in ("list", "changes", "write") else (page.slug,)
        return reverse(f"wiki:{name}", args=[page.space.slug, *own, *args], query=query or None)

    return address


@pytest.fixture
def reader(client):
    """A function: the answer to somebody at an address."""

    def read(person, url, data=None):
        if person:
            client.force_login(person)
        return client.get(url) if data is None else client.post(url, data)

    return read


def open_to(space, audience):
    Space.objects.filter(pk=space.pk).update(audience=audience)


@pytest.mark.parametrize("name", ["list", "changes", "page", "history"])
def test_reading_is_for_those_the_room_is_open_to(reader, page, at, fatou, victor, name):
    open_to(page.space, "members")
    assert reader(fatou, at(name)).status_code == 200
    assert reader(victor, at(name)).status_code == 404


@pytest.mark.parametrize("name", ["list", "changes", "page", "history"])
def test_visitors_read_where_the_room_is_public_and_no_names(reader, page, at, name):
    assert reader(None, at(name)).status_code == 302
    open_to(page.space, "public")
    response = reader(None, at(name))
    assert response.status_code == 200
    assert "Amina Diallo" not in response.content.decode()


@pytest.mark.parametrize("name", ["write", "edit", "rename"])
def test_writing_is_for_those_who_write_in_the_room(reader, page, at, bruno, victor, name):
    open_to(page.space, "signed_in")
    assert reader(bruno, at(name)).status_code == 200
    assert reader(victor, at(name)).status_code == 403


def test_page_shows_its_contents_and_what_is_not_written_yet(reader, at, fatou):
    html = reader(fatou, at("page")).content.decode()
    assert '<a href="#part-2">How</a>' in html
    assert f"{at('write')}?title=Compost" in html and "not written yet" in html


def test_page_written_in_the_form_stands_there(reader, at, fatou):
    typed = {"title": "Compost", "text": "Six weeks.", "language": "en", "then": "save"}
    response = reader(fatou, at("write"), typed)
    page = Page.objects.get(title="Compost")
    assert response.url == page.get_absolute_url()
    assert page.editions.get().author == fatou


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"title": "Living hedges"}, "There is a page of this title already"),
        ({"title": "土壤"}, "some letters from A to Z"),
        ({"title": ""}, "This field is required"),
        ({"text": " "}, "This field is required"),
        ({"language": "de"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost(reader, at, fatou, typed, words):
    html = reader(
        fatou, at("write"), {"title": "Compost", "text": "Six weeks.", "language": "fr"} | typed
    ).content.decode()
    assert words in html
    assert ("Six weeks." in html) == ("text" not in typed)
    assert Page.objects.count() == 1


def test_preview_shows_and_saves_nothing(reader, at, fatou):
    typed = {"title": "Compost", "text": "= Heaps\n<b>x</b>", "language": "en", "then": "preview"}
    html = reader(fatou, at("write"), typed).content.decode()
    assert '<h2 id="part-1">Heaps</h2>' in html and "&lt;b&gt;x&lt;/b&gt;" in html
    assert Page.objects.count() == 1


def test_edit_is_saved_with_what_was_changed(reader, page, at, fatou):
    reader(fatou, at("edit"), {"text": "New.", "summary": "Shorter", "seen": 1})
    assert [*page.editions.values_list("text", "summary")][-1] == ("New.", "Shorter")


@pytest.mark.parametrize("seen", ["1", "", "x", "-1", "9" * 400, "٣"])
def test_who_was_overtaken_sees_both_texts_and_saves_again(reader, page, at, fatou, amina, seen):
    edited(page, "Theirs.", by=amina)
    response = reader(fatou, at("edit"), {"text": "Mine.", "summary": "Why", "seen": seen})
    html = response.content.decode()
    assert "Mine." in html and "Theirs." in html and "Nothing is lost" in html
    reader(fatou, at("edit"), {"text": "Both.", "seen": response.context["seen"]})
    page.refresh_from_db()
    assert (page.text, page.number) == ("Both.", 3)


def test_form_opened_before_a_renaming_is_still_saved(reader, page, at, fatou, amina):
    url = at("edit")
    page.rename("Hedges", by=amina)
    assert reader(fatou, url, {"text": "New.", "seen": 1}).status_code == 302
    page.refresh_from_db()
    assert page.text == "New."


def test_draft_is_kept_found_again_and_thrown_away(reader, page, at, fatou, amina):
    assert reader(fatou, f"{at('edit')}?draft", {"text": "Half a", "seen": 1}).status_code == 204
    html = reader(fatou, at("edit")).content.decode()
    assert "Half a" in html and "You see your draft" in html
    assert "Half a" not in reader(amina, at("edit")).content.decode()
    reader(fatou, at("edit"), {"then": "discard"})
    assert not Draft.objects.exists()


def test_draft_begun_before_somebody_saved_overtakes_nobody(reader, page, at, fatou, amina):
    reader(fatou, f"{at('edit')}?draft", {"text": "Mine.", "seen": 1})
    edited(page, "Theirs.", by=amina)
    seen = reader(fatou, at("edit")).context["seen"]
    assert seen == 1
    assert "Theirs." in reader(fatou, at("edit"), {"text": "Mine.", "seen": seen}).content.decode()


def test_whoever_may_not_write_keeps_no_draft(reader, page, at, victor):
    open_to(page.space, "signed_in")
    assert reader(victor, f"{at('write')}?draft", {"text": "x"}).status_code == 403
    assert not Draft.objects.exists()


def test_translation_begins_beside_the_original_and_is_flagged_when_it_is_older(reader, page, at, fatou, amina):
    url = at("write", of=page.slug, into="fr")
    response = reader(fatou, url)
    assert "Every eight metres." in response.content.decode() and response.context["seen"] == 1
    edited(page, "= Why\nEvery ten metres.", by=amina)
    reader(fatou, url, {"title": "Haies vives", "text": "Tous les huit mètres.", "seen": 1})
    french = Page.objects.get(language="fr")
    assert french.editions_behind == 1
    shown = reader(fatou, french.get_absolute_url()).content.decode()
    assert "older than the original" in shown and "?older=1&amp;newer=2" in shown
    form = reader(fatou, reverse("wiki:edit", args=[page.space.slug, french.slug])).content.decode()
    assert "<ins>Every ten metres.</ins>" in form and "<del>Every eight metres.</del>" in form


def test_translation_says_that_it_has_caught_up(reader, page, fatou, amina):
    french = PageFactory(by=fatou, title="Haies", language="fr", text="Huit.", original=page)
    edited(page, "Ten.", by=amina)
    url = reverse("wiki:edit", args=[page.space.slug, french.slug])
    reader(fatou, url, {"text": "Dix.", "seen": 1, "original_seen": 2, "has_caught_up": "on"})
    assert Page.objects.get(language="fr").editions_behind == 0


@pytest.mark.parametrize("query", [{"into": "de"}, {"into": ""}, {"of": "nothing", "into": "fr"}, {"of": "x" * 999}])
def test_nothing_is_translated_that_is_not_there(reader, page, at, fatou, query):
    assert reader(fatou, at("write", **{"of": page.slug} | query)).status_code == 404


def test_old_edition_is_read_and_restored(reader, page, at, fatou):
    edited(page, "Wrong.", by=fatou)
    html = reader(fatou, at("page", edition=1)).content.decode()
    assert "Every eight metres." in html and "You read edition 1" in html
    reader(fatou, at("restore"), {"edition": "1"})
    page.refresh_from_db()
    assert page.number == 3 and "eight" in page.text


@pytest.mark.parametrize("asked", ["0", "7", "x", "9" * 400, "-1", "1.5"])
def test_edition_there_is_not_is_not_found(reader, at, fatou, asked):
    assert reader(fatou, at("page", edition=asked)).status_code == 404
    assert reader(fatou, at("restore"), {"edition": asked}).status_code == 302
    assert Page.objects.get().number == 1


def test_history_compares_two_editions(reader, page, at, fatou):
    edited(page, "= Why\nEvery ten metres.", "End.", by=fatou)
    html = reader(fatou, at("history", older=1, newer=2)).content.decode()
    assert "From edition 1 to edition 2" in html
    assert "<del>Every eight metres.</del>" in html and "<ins>Every ten metres.</ins>" in html


@pytest.mark.parametrize(
    "query", [{"newer": "9" * 400}, {"older": 1, "newer": 1}, {"older": "x"}, {"newer": -1}, {"older": 5, "newer": 2}]
)
def test_comparison_that_makes_no_sense_is_not_made(reader, page, at, fatou, query):
    edited(page, "Two.", by=fatou)
    response = reader(fatou, at("history", **query))
    assert response.status_code == 200 and not response.context["older"]


def test_old_address_leads_to_the_page(reader, page, at, fatou):
    old = at("page")
    reader(fatou, at("rename"), {"title": "Hedges of Gliricidia"})
    page.refresh_from_db()
    assert reader(fatou, old).url == page.get_absolute_url()


def test_title_that_is_taken_is_refused_beside_the_field(reader, page, at, fatou):
    PageFactory(by=fatou, title="Compost")
    html = reader(fatou, at("rename"), {"title": "Compost"}).content.decode()
    assert "There is a page of this title already" in html


def test_protected_page_is_refused_to_those_who_do_not_moderate(reader, page, at, fatou, amina):
    assert reader(fatou, at("protect"), {}).status_code == 403
    assert reader(amina, at("protect"), {}).status_code == 302
    assert reader(fatou, at("edit")).status_code == 403
    assert "Protected" in reader(fatou, at("page")).content.decode()
    assert reader(amina, at("edit")).status_code == 200


def test_removed_page_is_gone_for_all_but_moderators_who_bring_it_back(reader, page, at, fatou, amina):
    assert reader(fatou, at("remove")).status_code == 403
    reader(amina, at("remove"), {"reason": "Not about soil."})
    for name in ("page", "history", "edit"):
        assert reader(fatou, at(name)).status_code == 404
    html = reader(amina, at("page")).content.decode()
    assert "Not about soil." in html and "Bring it back" in html
    assert "Living hedges" in reader(amina, at("list")).content.decode()
    reader(amina, at("bring-back"), {})
    assert reader(fatou, at("page")).status_code == 200


@pytest.mark.parametrize("name", ["restore", "protect", "unprotect", "bring-back"])
def test_verbs_take_no_get(reader, at, amina, name):
    assert reader(amina, at(name)).status_code == 405


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "metre"}, ["Living hedges"]),
        ({"q": "compost"}, ["Living hedges"]),
        ({"q": "HAIE genevois"}, ["Une haie genevoise"]),
        ({"q": "genève"}, ["Une haie genevoise"]),
        ({"q": "cultivo"}, ["Árboles"]),
        ({"q": "arbol"}, ["Árboles"]),
        ({"q": "nothing"}, []),
        ({"q": "%_'\""}, []),
        ({"language": "es"}, ["Árboles"]),
        ({"language": "xx"}, ["Árboles", "Living hedges", "Une haie genevoise"]),
        ({"letter": "A"}, ["Árboles"]),
        ({"letter": "#"}, []),
        ({"letter": "%"}, ["Árboles", "Living hedges", "Une haie genevoise"]),
    ],
)
def test_list_finds_words_without_accents_and_endings_in_three_languages(reader, page, at, fatou, query, found):
    PageFactory(by=fatou, title="Une haie genevoise", text="Des arbres à Genève.", language="fr")
    PageFactory(by=fatou, title="Árboles", text="Entre los cultivos.", language="es")
    response = reader(fatou, at("list", **query))
    assert [each.title for each in response.context["pages"]] == found


def test_list_names_missing_pages(reader, at, fatou):
    html = reader(fatou, at("list")).content.decode()
    assert "Pages still missing" in html and "?title=Compost" in html


def test_empty_wiki_says_what_belongs_there(reader, a2, fatou):
    html = reader(fatou, reverse("wiki:list", args=[a2.space.slug])).content.decode()
    assert "Write the first page" in html
    assert reader(fatou, reverse("wiki:changes", args=[a2.space.slug])).status_code == 200


def test_overview_of_the_room_has_the_newest_pages(reader, page, fatou):
    html = reader(fatou, page.space.get_absolute_url()).content.decode()
    assert page.get_absolute_url() in html


@pytest.mark.parametrize(("name", "most"), [("list", 10), ("changes", 8), ("page", 12), ("history", 8)])
def test_pages_ask_as_many_questions_with_many_rows_as_with_few(client, page, at, fatou, amina, name, most):
    client.force_login(fatou)

    def count():
        client.get(at(name))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(at(name)).status_code == 200
        return len(asked)

    few = count()
    for number in range(8):
        PageFactory(by=amina, title=f"Page {number}", text="[[Living hedges]] [[Missing]]")
        edited(page, f"Edition {number} [[Page 1]] [[Page 2]]", by=fatou)
    PageFactory(by=amina, title="Haies", language="fr", original=page)
    assert count() == few <= most
