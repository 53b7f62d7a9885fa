"""Two people save one page of a wiki at the same moment: one edition is first, the other person sees both texts."""

import threading
from functools import partial

import pytest
from django.db import connection
from django.test import Client

from tests.drills.test_two_nominations import at_once
from tests.factories.wiki import PageFactory
from wiki.models import Page

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

ROUNDS = 20


def test_of_two_who_save_one_wins_and_the_other_is_told(house, cast):
    page = PageFactory(by=cast.amina)
    for turn in range(ROUNDS):
        seen = Page.objects.get().number
        writers = {f"Words of Amina {turn}": cast.amina, f"Words of Fatou {turn}": cast.fatou}

        def save(text, by, seen=seen):
            Page.objects.get(pk=page.pk).edit(text, seen=seen, by=by)

        outcomes = at_once(*(partial(save, text, by) for text, by in writers.items()))
        [refusal] = [outcome for outcome in outcomes if outcome]
        assert "Nothing is lost" in refusal
        stored = Page.objects.get()
        assert (stored.number, stored.text) == (seen + 1, [*writers][outcomes.index(None)])
    assert [*page.editions.order_by("number").values_list("number", flat=True)] == [*range(1, ROUNDS + 2)]


def test_the_second_page_shows_both_texts_to_whoever_was_slower(house, cast):
    page = PageFactory(by=cast.amina)
    url = f"/en/spaces/{page.space.slug}/wiki/pages/{page.slug}/edit/"
    start, answers = threading.Barrier(2), {}

    def post(person):
        client = Client()
        client.force_login(person)
        start.wait()
        answers[person.name] = client.post(url, {"text": f"Words of {person.name}", "seen": 1})
        connection.close()

    threads = [threading.Thread(target=post, args=[person]) for person in (cast.amina, cast.fatou)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status_code for answer in answers.values()) == [200, 302]
    [shown] = [answer.content.decode() for answer in answers.values() if answer.status_code == 200]
    assert all(f"Words of {name}" in shown for name in answers)


def test_of_two_who_write_a_page_of_one_title_one_does(house, cast):
    for turn in range(ROUNDS):
        write = partial(PageFactory, title=f"Page {turn}")
        outcomes = at_once(partial(write, by=cast.amina), partial(write, by=cast.fatou))
        [refusal] = [outcome for outcome in outcomes if outcome]
        assert "There is a page of this title already" in refusal
    assert Page.objects.count() == ROUNDS
