"""Joining forms in the admin: the secretariat edits the default form, and sees every form."""

import pytest
from django.urls import reverse

from taskforces.models import JoiningForm, Question, TaskForce
from tests.factories import ApplicationFactory
from tests.taskforces.questions import own_form

WORDS = {"label_en": "Which soils?", "help_en": "", "is_required": "on"}


@pytest.fixture
def desk(client, sofia):
    client.force_login(sofia)
    return client


@pytest.fixture
def default(db):
    return JoiningForm.objects.default()


def verb(name, obj):
    return reverse(f"admin:taskforces_{obj._meta.model_name}_{name}", args=[obj.pk])


def test_secretariat_publishes_a_new_version_of_the_default_form(desk, default, victor, a2):
    application = ApplicationFactory(person=victor)
    response = desk.post(verb("begin_draft", default), follow=True)
    draft = JoiningForm.objects.draft_of(None)
    assert response.redirect_chain[-1][0] == reverse("admin:taskforces_joiningform_change", args=[draft.pk])
    assert desk.get(verb("add_question", draft)).status_code == 200
    desk.post(verb("add_question", draft), WORDS | {"kind": "choice", "lines_en": "Ferralsols\nLuvisols"})
    added = draft.questions.last()
    assert [choice["label"] for choice in added.choices] == [{"en": "Ferralsols"}, {"en": "Luvisols"}]
    desk.post(verb("move_up", added))
    motivation = draft.questions.get(key="motivation")
    page = desk.get(verb("reword", motivation))
    seen = page.context["form"]["seen"].value()
    desk.post(verb("reword", motivation), WORDS | {"seen": seen})
    desk.post(verb("remove", draft.questions.get(key="funding")))
    assert JoiningForm.objects.of(a2) == default
    desk.post(verb("publish", draft))
    assert JoiningForm.objects.of(a2) == draft
    assert draft.questions.get(key="motivation").label_en == "Which soils?"
    assert not draft.questions.filter(key="funding").exists()
    html = desk.get(reverse("admin:taskforces_application_change", args=[application.pk])).content.decode()
    assert default.questions.get(key="motivation").label_en in html
    assert desk.post(verb("publish", draft)).status_code == 200
    assert "published this draft" in desk.post(verb("publish", draft)).content.decode()


def test_draft_is_thrown_away_and_an_own_form_given_up(desk, default, a2, amina):
    desk.post(verb("begin_draft", default))
    desk.post(verb("discard", JoiningForm.objects.draft_of(None)))
    assert JoiningForm.objects.draft_of(None) is None
    own = own_form(a2, by=amina)
    assert own.task_force.code in desk.get(reverse("admin:taskforces_joiningform_changelist")).content.decode()
    desk.post(verb("give_up", own))
    assert JoiningForm.objects.of(a2) == default
    assert "no longer in force" in desk.post(verb("give_up", own)).content.decode()


def test_second_editor_is_told_what_the_first_one_saved(desk, default, sofia):
    draft = JoiningForm.objects.draft(None, by=sofia)
    question = draft.questions.get(key="time")
    seen = desk.get(verb("reword", question)).context["form"]["seen"].value()
    draft.change_question("time", {"label_en": "Their words"}, by=sofia)
    typed = WORDS | {"seen": seen, "lines_en": "One\nTwo"}
    response = desk.post(verb("reword", question), typed)
    assert "Their words" in response.content.decode()
    assert response.context["form"]["label_en"].value() == "Which soils?"
    desk.post(verb("reword", question), typed | {"seen": response.context["form"]["seen"].value()})
    assert Question.objects.get(pk=question.pk).label_en == "Which soils?"


def test_published_question_offers_no_change(desk, default):
    question = default.questions.first()
    response = desk.post(verb("reword", question), WORDS | {"seen": question.stamp})
    assert response.status_code == 200 and "published this draft" in response.content.decode()
    assert desk.post(reverse("admin:taskforces_question_change", args=[question.pk]), WORDS).status_code == 403


def test_joining_is_opened_and_closed_by_a_verb(desk, a2):
    moment = {"opens_at_0": "2031-03-01", "opens_at_1": "08:00", "closes_at_0": "2031-02-01", "closes_at_1": "08:00"}
    response = desk.post(verb("set_joining", a2), {"is_open": "yes", **moment})
    assert "It must close after it opens." in response.content.decode()
    desk.post(verb("set_joining", a2), {"is_open": "yes", **moment, "closes_at_0": "2031-04-01"})
    stored = TaskForce.objects.get(pk=a2.pk)
    assert stored.joining_opens_later and stored.joining_closes_at.month == 4
    assert desk.get(verb("set_joining", a2)).status_code == 200


@pytest.mark.parametrize("query", ["?used_by=own", "?status__exact=draft", "?q=soil", "?q=A2"])
def test_lists_are_filtered_and_searched(desk, default, query):
    assert desk.get(reverse("admin:taskforces_joiningform_changelist") + query).status_code == 200
    assert (
        desk.get(reverse("admin:taskforces_question_changelist") + "?version=draft&kind__exact=file").status_code == 200
    )
