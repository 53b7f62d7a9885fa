"""Answering: each kind of question, files among them, and what happens when the questions change meanwhile."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from core.models import StoredFile
from taskforces.models import AnswerFile, Application, JoiningForm
from tests.papers import upload
from tests.taskforces.questions import own_form

JOIN = reverse("taskforces:join", args=["a2"])
MINE = {"role": "member", "country": "BR", "accepts_duties": "on", "choice": "c_lab"}


@pytest.fixture
def own(a2, amina):
    return own_form(a2, by=amina)


@pytest.fixture
def friend(client, victor, own):
    """A browser in which Victor has signed in, before a form with all kinds of questions."""
    client.force_login(victor)
    return client


def of(victor):
    return Application.objects.get(person=victor)


def file_of(application, key="file"):
    return reverse("taskforces:answer-file", args=["a2", application.pk, key])


def errors_of(response):
    return {
        name: [fault.code for fault in faults] for name, faults in response.context["form"].errors.as_data().items()
    }


def test_all_kinds_are_answered_and_read(friend, victor, amina):
    answers = MINE | {"short_text": "Belém", "choices": ["c_lab", "c_field"], "scale": "3", "consent": "on"}
    friend.post(JOIN, answers | {"file": upload()})
    application = of(victor)
    assert not application.is_draft
    assert application.answers == {
        "short_text": "Belém",
        "choice": "c_lab",
        "choices": ["c_lab", "c_field"],
        "scale": "3",
        "file": "declaration.pdf",
        "consent": "My name may stand in the report.\nYou can take it back.",
    }
    friend.force_login(amina)
    html = friend.get(application.get_absolute_url()).content.decode()
    for words in ("Belém", "Laboratory", "Field", "3 (very much)", "My name may stand in the report."):
        assert words in html
    assert file_of(application) in html


def test_exact_words_of_a_consent_are_kept_in_the_language_they_were_read_in(client, victor, a2):
    own_form(a2, {"consent": {"label_en": "I agree.", "label_es": "Estoy de acuerdo."}})
    client.force_login(victor)
    client.post(JOIN.replace("/en/", "/es/"), MINE | {"consent": "on"})
    assert of(victor).answers["consent"] == "Estoy de acuerdo."


@pytest.mark.parametrize(
    ("name", "value"),
    [("choice", "c_forged"), ("choice", "\0"), ("choices", ["c_lab", "x"]), ("scale", "4"), ("scale", "1.5")],
)
def test_forged_choices_are_refused_beside_the_field(friend, name, value):
    assert errors_of(friend.post(JOIN, MINE | {name: value})) == {name: ["invalid_choice"]}
    assert not Application.objects.exists()


def test_unknown_questions_leave_no_answer(friend, victor):
    friend.post(JOIN, MINE | {"q_unknown": "Words", "motivation": "Of the default form"})
    assert of(victor).answers == {"choice": "c_lab"}


def test_required_consent_and_file_are_asked_for(client, victor, a2):
    own_form(a2, {kind: {"label_en": kind, "is_required": True} for kind in ("consent", "file")})
    client.force_login(victor)
    response = client.post(JOIN, MINE)
    assert errors_of(response) == {"consent": ["required"], "file": ["required"]}


def test_only_those_who_read_the_application_open_its_file(friend, victor, amina, fatou, bruno, sofia):
    friend.post(JOIN, MINE | {"file": upload()})
    path = file_of(of(victor))
    for person, answer in ((victor, 200), (amina, 200), (sofia, 200), (bruno, 404), (fatou, 404)):
        friend.force_login(person)
        assert friend.get(path).status_code == answer
    friend.logout()
    assert friend.get(path).url.startswith(reverse("account_login"))
    friend.force_login(victor)
    assert friend.get(file_of(of(victor), "choice")).status_code == 404
    assert friend.post(path).status_code == 405


@pytest.mark.parametrize("content", [b"<html>", b"MZ\x90", b""])
def test_what_is_no_document_is_refused_beside_the_field(friend, content):
    response = friend.post(JOIN, MINE | {"file": upload(content, "letter.pdf")})
    assert list(errors_of(response)) == ["file"]
    assert not StoredFile.objects.exists()


def test_good_file_outlives_a_mistake_elsewhere(friend, victor):
    response = friend.post(JOIN, MINE | {"choice": "", "file": upload()})
    assert errors_of(response) == {"choice": ["required"]}
    assert "Kept: declaration.pdf" in response.content.decode()
    friend.post(JOIN, MINE)
    assert of(victor).answers["file"] == "declaration.pdf"
    assert friend.get(file_of(of(victor))).status_code == 200


def test_file_of_a_draft_is_replaced_and_taken_away(friend, victor):
    friend.post(JOIN, MINE | {"save": "yes", "file": upload(name="old.pdf")})
    old = AnswerFile.objects.get().stored.file.name
    friend.post(JOIN, MINE | {"save": "yes", "file": upload(name="new.pdf")})
    assert StoredFile.objects.get().name == "new.pdf"
    friend.post(JOIN, MINE | {"save": "yes"})
    assert of(victor).answers["file"] == "new.pdf"
    friend.post(JOIN, MINE | {"save": "yes", "remove_file": "on"})
    assert "file" not in of(victor).answers
    assert not StoredFile.objects.exists()
    assert old  # its bytes go with the transaction, see the next test


def test_bytes_go_with_the_draft(friend, victor, django_capture_on_commit_callbacks):
    friend.post(JOIN, MINE | {"save": "yes", "file": upload()})
    name = AnswerFile.objects.get().stored.file.name
    assert default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        of(victor).withdraw(by=victor)
    assert not default_storage.exists(name)
    assert not StoredFile.objects.exists()


def test_file_goes_when_the_person_is_forgotten(friend, victor):
    friend.post(JOIN, MINE | {"file": upload()})
    victor.erase(by=victor)
    assert not AnswerFile.objects.exists() and not StoredFile.objects.exists()


# -- New versions


def publish(a2, amina, **changed):
    draft = JoiningForm.objects.draft(a2, by=amina)
    for key, contents in changed.items():
        if contents is None:
            draft.remove_question(key, by=amina)
        else:
            draft.change_question(key, contents, by=amina)
    draft.publish(by=amina)
    return draft


def test_draft_goes_on_with_the_new_questions_and_shows_what_is_no_longer_asked(friend, victor, a2, amina):
    friend.post(JOIN, MINE | {"short_text": "Belém", "scale": "2", "save": "yes"})
    new = publish(a2, amina, short_text=None)
    html = friend.get(JOIN).content.decode()
    assert "The questions have changed since you began" in html
    assert "No longer asked" in html and "Belém" in html
    friend.post(JOIN, MINE | {"scale": "2", "version": new.pk})
    assert of(victor).form == new
    assert of(victor).answers == {"choice": "c_lab", "scale": "2"}


def test_page_opened_before_a_publication_is_shown_again_with_what_was_typed(friend, own, a2, amina):
    new = publish(a2, amina, short_text=None)
    response = friend.post(JOIN, MINE | {"scale": "3", "version": own.pk})
    assert "The questions have changed since you opened this page" in response.content.decode()
    assert response.context["form"]["scale"].value() == "3"
    assert f'name="version" value="{new.pk}"' in response.content.decode()
    assert not Application.objects.exists()


def test_removed_choice_is_refused_beside_the_field(friend, a2, amina):
    choices = [{"value": "c_field", "label": {"en": "Field"}}, {"value": "c_new", "label": {"en": "Office"}}]
    new = publish(a2, amina, choice={"choices": choices})
    assert errors_of(friend.post(JOIN, MINE | {"version": new.pk})) == {"choice": ["invalid_choice"]}


def test_sent_application_keeps_its_version_and_a_draft_is_not_sent_by_an_old_one(friend, victor, own, a2, amina):
    friend.post(JOIN, MINE | {"short_text": "Belém"})
    publish(a2, amina, short_text=None)
    application = of(victor)
    application.ask("Since when?", by=amina)
    assert application.form == own
    assert "Belém" in friend.get(application.get_absolute_url()).content.decode()


@pytest.mark.parametrize("version", ["0", "x", "\0", "9" * 400])
def test_forged_version_is_shown_the_page_again(friend, version):
    response = friend.post(JOIN, MINE | {"version": version})
    assert response.status_code in (200, 400)
    assert not Application.objects.exists()
