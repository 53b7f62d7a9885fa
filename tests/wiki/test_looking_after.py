"""Moderators protect, remove and bring back; translations know how far they have fallen behind."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.models import Activity
from notifications.models import Notice
from tests.factories import UserFactory
from tests.factories.wiki import PageFactory, edited
from wiki.models import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(fatou):
    return PageFactory(by=fatou, title="Living hedges", text="Every eight metres.")


def translated(page, by, language="fr", **words):
    return PageFactory(by=by, title=f"In {language}", language=language, original=page, **words)


def test_protected_page_is_for_moderators(page, amina, fatou):
    page.protect(by=amina)
    assert amina.has_perm("wiki.edit_page", page)
    assert not fatou.has_perm("wiki.edit_page", page)
    with pytest.raises(ValidationError, match="protected"):
        page.edit("Mine.", seen=1, by=fatou)
    page.unprotect(by=amina)
    assert fatou.has_perm("wiki.edit_page", page)


def test_protecting_twice_is_told_once(page, amina):
    page.protect(by=amina)
    page.protect(by=amina)
    assert Activity.objects.about(page).filter(verb="protected").count() == 1


def test_who_does_not_moderate_neither_protects_nor_removes(page, fatou, victor):
    for person in (fatou, victor):
        assert not person.has_perm("wiki.protect_page", page)
        assert not person.has_perm("wiki.remove_page", page)


def test_removed_page_is_seen_by_moderators_alone(page, amina, fatou, sofia):
    page.remove("Not about soil.", by=amina)
    seeing = [person for person in (amina, fatou, sofia) if Page.objects.visible_to(person).filter(pk=page.pk)]
    assert seeing == [amina, sofia]
    assert not Page.objects.standing().exists()


def test_removed_page_is_not_changed(page, amina):
    page.remove("Not about soil.", by=amina)
    for verb in (
        lambda: page.edit("x", seen=1, by=amina),
        lambda: page.rename("x", by=amina),
        lambda: page.protect(by=amina),
        lambda: page.remove("Again.", by=amina),
    ):
        with pytest.raises(ValidationError, match="removed"):
            verb()


def test_removing_wants_a_reason(page, amina):
    for reason in (" ", "x" * 501):
        with pytest.raises(ValidationError) as refusal:
            page.remove(reason, by=amina)
        assert "reason" in refusal.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.update(reason="Without a day.")


def test_page_that_is_brought_back_is_as_it_was(page, amina):
    edited(page, "Two.", by=amina)
    page.remove("By mistake.", by=amina)
    page.bring_back(by=amina)
    page.refresh_from_db()
    assert (page.is_standing, page.text, page.editions.count()) == (True, "Two.", 2)
    with pytest.raises(ValidationError, match="has not been removed"):
        page.bring_back(by=amina)


def test_title_of_a_removed_page_is_not_given_again(page, amina, fatou):
    page.remove("Not about soil.", by=amina)
    with pytest.raises(ValidationError, match="has been removed"):
        PageFactory(by=fatou, title="Living hedges")


def test_those_who_wrote_hear_of_a_removal_if_they_may_still_enter(page, amina, fatou, a2):
    gone = UserFactory()
    seat = a2.seat(gone, "member", by=None)
    edited(page, "Two.", by=gone)
    seat.end(by=amina)
    page.remove("Not about soil.", by=amina)
    Notice.objects.announce(Activity.objects.about(page).get(verb="removed").pk)
    assert {notice.recipient for notice in Notice.objects.filter(activity__verb="removed")} == {fatou}


def test_translation_knows_how_many_editions_it_is_behind(page, amina):
    french = translated(page, amina)
    assert (french.translated_from, french.is_behind) == (1, False)
    edited(page, "Two.", "Three.", by=amina)
    french = Page.objects.get(pk=french.pk)
    assert french.editions_behind == 2
    french.edit("Deux.", seen=1, translated_from=2, by=amina)
    assert Page.objects.get(pk=french.pk).editions_behind == 1


def test_translation_catches_up_without_other_words(page, amina):
    french = translated(page, amina, text="Tous les huit mètres.")
    edited(page, "Every 8 metres.", by=amina)
    french = Page.objects.get(pk=french.pk)
    french.edit("Tous les huit mètres.", seen=1, translated_from=2, by=amina)
    assert (french.number, french.editions_behind) == (2, 0)


def test_restored_translation_says_what_it_said_then(page, amina):
    french = translated(page, amina, text="Un.")
    edited(page, "Two.", by=amina)
    french = Page.objects.get(pk=french.pk)
    french.edit("Deux.", seen=1, translated_from=2, by=amina)
    french.restore(1, by=amina)
    assert french.is_behind


@pytest.mark.parametrize("number", [0, 9])
def test_translation_says_no_edition_there_is_not(page, amina, number):
    with pytest.raises(ValidationError, match="no such edition"):
        translated(page, amina, translated_from=number)


def test_one_translation_for_each_language(page, amina):
    french = translated(page, amina)
    for original, language in ((page, "fr"), (page, "en"), (french, "es")):
        with pytest.raises(ValidationError):
            PageFactory(by=amina, title="Again", language=language, original=original)
    translated(page, amina, "es")
    assert [each.language for each in french.family(amina)] == ["en", "es"]
    assert french.missing_languages(french.family(amina)) == []
