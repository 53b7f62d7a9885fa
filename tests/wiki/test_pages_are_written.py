"""Verbs of a page: written, edited, restored, renamed; nothing is lost."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from core.models import Activity
from spaces.models import Space
from tests.factories.wiki import PageFactory, edited
from wiki.models import Draft, Edition, Page
from wiki.models import limits as daily
from wiki.models.editing import Overtaken

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(amina):
    return PageFactory(by=amina, title="Living hedges", text="Every eight metres.")


def test_written_page_is_its_first_edition(page, amina):
    edition = page.editions.get()
    assert (page.slug, page.number, edition.number, edition.text) == ("living-hedges", 1, 1, "Every eight metres.")
    assert edition.author == amina


def test_whoever_does_not_write_in_the_room_writes_no_page(victor, a2):
    with pytest.raises(ValidationError, match="Only those who write in this room"):
        PageFactory(by=victor)


@pytest.mark.parametrize("title", ["Living hedges", "living  HEDGES", "Living, hedges!"])
def test_second_page_of_a_title_is_refused_beside_the_title(page, fatou, title):
    with pytest.raises(ValidationError) as refusal:
        PageFactory(by=fatou, title=title)
    assert "There is a page of this title already" in refusal.value.message_dict["title"][0]


def test_same_title_is_free_in_another_room(page, amina):
    leaders = Space.objects.get(slug="leaders")
    assert PageFactory(by=amina, space=leaders, title="Living hedges").slug == page.slug


def test_title_needs_a_letter_for_its_address(amina):
    with pytest.raises(ValidationError, match="letters from A to Z"):
        PageFactory(by=amina, title="土壤")


def test_form_sent_twice_writes_one_page(amina):
    key = "1f8a4ac0-1dd4-4a9a-9a73-1a1a1a1a1a1a"
    first = PageFactory(by=amina, title="Compost", key=key)
    assert PageFactory(by=amina, title="Compost", key=key) == first
    assert Page.objects.count() == 1


def test_each_edit_is_one_more_edition(page, fatou):
    page.edit("Every ten metres.", seen=1, summary="Measured again", by=fatou)
    page.refresh_from_db()
    assert (page.number, page.text) == (2, "Every ten metres.")
    assert [*page.editions.values_list("number", "text", "summary")] == [
        (1, "Every eight metres.", ""),
        (2, "Every ten metres.", "Measured again"),
    ]


def test_saving_the_same_text_changes_nothing(page, fatou):
    assert page.edit("Every eight metres.\r\n", seen=1, by=fatou) is None
    assert page.editions.count() == 1


def test_who_was_overtaken_is_told_and_writes_nothing(page, fatou, amina):
    edited(page, "Every ten metres.", by=fatou)
    with pytest.raises(Overtaken):
        page.edit("Every twelve metres.", seen=1, by=amina)
    assert Page.objects.get().text == "Every ten metres."


def test_who_saves_the_words_of_the_other_is_not_overtaken(page, fatou, amina):
    edited(page, "Every ten metres.", by=fatou)
    assert page.edit("Every ten metres.", seen=1, by=amina) is None


def test_page_renamed_meanwhile_overtakes_nobody(page, fatou, amina):
    page.rename("Hedges", by=fatou)
    page.edit("Every ten metres.", seen=1, by=amina)
    assert (page.number, page.title, page.text) == (3, "Hedges", "Every ten metres.")


@pytest.mark.parametrize("text", ["", " \n ", "x" * 50_001])
def test_text_of_no_or_too_many_words_is_refused(page, amina, text):
    with pytest.raises(ValidationError) as refusal:
        page.edit(text, seen=1, by=amina)
    assert "text" in refusal.value.message_dict


def test_old_edition_is_restored_as_a_new_one(page, amina, fatou):
    edited(page, "Wrong.", by=fatou)
    edition = page.restore(1, by=amina)
    assert (edition.number, edition.text, edition.restored_from) == (3, "Every eight metres.", 1)
    assert page.editions.count() == 3


@pytest.mark.parametrize(
    ("number", "words"), [(1, "says exactly this"), (7, "no such edition"), (0, "no such edition")]
)
def test_only_another_edition_is_restored(page, amina, number, words):
    with pytest.raises(ValidationError, match=words):
        page.restore(number, by=amina)


def test_renamed_page_keeps_its_old_address(page, amina):
    page.rename("Hedges of Gliricidia", by=amina)
    assert page.slug == "hedges-of-gliricidia"
    assert Page.objects.filter(space=page.space).at("living-hedges").get() == page


def test_old_title_of_another_page_is_not_given_again(page, amina):
    page.rename("Hedges", by=amina)
    with pytest.raises(ValidationError, match="had this title before"):
        PageFactory(by=amina, title="Living hedges")


def test_page_takes_its_old_title_back(page, amina):
    page.rename("Hedges", by=amina)
    page.rename("Living hedges", by=amina)
    assert [*page.old_addresses.values_list("slug", flat=True)] == ["hedges"]


def test_capital_letter_in_the_title_leaves_the_address(page, amina):
    page.rename("Living Hedges", by=amina)
    assert (page.title, page.slug) == ("Living Hedges", "living-hedges")
    assert not page.old_addresses.exists()


def test_day_has_an_end(page, amina, monkeypatch):
    monkeypatch.setattr(daily, "EDITIONS_A_DAY", 2)
    edited(page, "Two.", by=amina)
    with pytest.raises(ValidationError, match="within a day"):
        page.edit("Three.", seen=2, by=amina)


def test_draft_is_gone_when_the_page_is_saved_and_the_one_of_a_new_page_stays(page, amina):
    Draft.objects.keep(amina, page.space, page=page, text="Every nine")
    Draft.objects.keep(amina, page.space, title="Compost", text="To be written")
    edited(page, "Every nine metres.", by=amina)
    assert Draft.objects.get().title == "Compost"
    PageFactory(by=amina, title="Compost")
    assert not Draft.objects.exists()


def test_draft_is_kept_once_and_cut_where_it_is_too_long(page, amina):
    for text in ("One", "x" * 60_000):
        Draft.objects.keep(amina, page.space, page=page, text=text, summary="y" * 900)
    draft = Draft.objects.get()
    assert (len(draft.text), len(draft.summary)) == (50_000, 200)


def test_editions_are_final_in_the_database(page):
    edition = page.editions.get()
    for change in (lambda: Edition.objects.filter(pk=edition.pk).update(text="Other."), edition.delete):
        with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
            change()


def test_links_are_those_of_the_present_text(page, amina):
    edited(page, "See [[Compost]] and [[compost|it]] and [[Maize]].", by=amina)
    assert {*page.links.values_list("slug", flat=True)} == {"compost", "maize"}
    edited(page, "See [[Maize]].", by=amina)
    assert {*page.links.values_list("slug", flat=True)} == {"maize"}


def test_what_links_here_follows_the_page_to_its_new_title(page, amina):
    other = PageFactory(by=amina, title="Other", text="[[Living hedges]]")
    page.rename("Hedges", by=amina)
    assert [*Page.objects.linking_to(page)] == [other]


def test_wanted_pages_are_those_most_linked_to(page, amina):
    for number in range(2):
        PageFactory(by=amina, title=f"Page {number}", text="[[Compost]] [[Living hedges]] " + "[[Maize]]" * number)
    found = Page.objects.wanted(page.space)
    assert [(each["title"], each["number"]) for each in found] == [("Compost", 2), ("Maize", 1)]


def test_everything_is_recorded(page, amina):
    edited(page, "Two.", by=amina)
    page.restore(1, by=amina)
    page.rename("Hedges", by=amina)
    assert [*Activity.objects.about(page).order_by("pk").values_list("verb", flat=True)] == [
        "written",
        "edited",
        "restored",
        "renamed",
    ]
