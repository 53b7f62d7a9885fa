"""The editor of the joining form: a draft of questions, published by the leader, version after version."""

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from core.models import Activity
from taskforces.models import Application, JoiningForm, Question, Role, TaskForce
from tests.factories import ApplicationFactory
from tests.taskforces.questions import own_form

FORM = reverse("taskforces:form", args=["a2"])
SCRIPT = "<script>alert(1)</script>"


def page(name, *more, code="a2"):
    return reverse(f"taskforces:{name}", args=[code, *more])


def typed(**words):
    return {"label_en": "Which soils do you know?", **words}


@pytest.fixture
def leader(client, amina):
    """A browser in which Amina, leader of A2, has signed in."""
    client.force_login(amina)
    return client


@pytest.fixture
def own(a2, amina):
    """A form of A2's own."""
    return own_form(a2, by=amina)


def draft_of(task_force):
    return JoiningForm.objects.draft_of(task_force)


def labels(form):
    return [question.label for question in form.questions.all()]


# -- Own and default


def test_task_force_without_own_form_uses_the_default_and_makes_it_its_own(leader, a2):
    html = leader.get(FORM).content.decode()
    assert "uses the default form" in html and "Make this form ours" in html
    assert "Move up" not in html
    response = leader.post(page("form-make-own"), follow=True)
    assert "This draft is yours" in response.content.decode()
    assert labels(draft_of(a2)) == labels(JoiningForm.objects.default())
    assert JoiningForm.objects.of(a2).is_default
    leader.post(page("form-make-own"))
    assert a2.joining_forms.count() == 1


def test_nothing_is_changed_before_the_form_is_its_own(leader, a2):
    question = JoiningForm.objects.default().questions.first()
    for path in (page("question-change", question.key), page("question-add") + "?kind=file"):
        response = leader.post(path, typed(seen=question.stamp))
        assert "Make it its own" in response.content.decode()
        assert response.context["form"]["label_en"].value() == "Which soils do you know?"
    assert not a2.joining_forms.exists()


def test_published_draft_is_what_applicants_answer(leader, a2, own):
    leader.post(page("question-add") + "?kind=short_text", typed())
    assert JoiningForm.objects.of(a2) == own
    draft = draft_of(a2)
    leader.post(page("form-publish"), {"seen": draft.stamp})
    assert JoiningForm.objects.of(a2) == draft
    assert draft.version == own.version + 1
    own.refresh_from_db()
    assert own.status == JoiningForm.Status.RETIRED
    assert Activity.objects.about(draft).filter(verb="published").count() == 1
    response = leader.post(page("form-publish"), {"seen": draft.stamp}, follow=True)
    assert "published this draft, or thrown it away" in response.content.decode()


def test_form_without_question_is_not_published(leader, a2):
    own = own_form(a2, {"short_text": {"label_en": "Your town?"}})
    leader.post(page("question-remove", "short_text"))
    response = leader.post(page("form-publish"), {"seen": draft_of(a2).stamp}, follow=True)
    assert "at least one question" in response.content.decode()
    assert JoiningForm.objects.of(a2) == own


def test_draft_is_thrown_away(leader, a2, own):
    leader.post(page("question-remove", "file"))
    leader.post(page("form-discard"))
    assert draft_of(a2) is None
    assert len(labels(JoiningForm.objects.of(a2))) == 6
    assert "thrown it away, meanwhile" in leader.post(page("form-discard"), follow=True).content.decode()


def test_own_form_is_given_up_for_the_default_one(leader, a2, own):
    leader.post(page("question-remove", "file"))
    leader.post(page("form-give-up"))
    assert JoiningForm.objects.of(a2).is_default
    assert draft_of(a2) is None
    assert "default form already" in leader.post(page("form-give-up"), follow=True).content.decode()
    leader.post(page("form-make-own"))
    assert draft_of(a2).version == own.version + 1


# -- Questions


def test_question_is_added_in_three_languages(leader, a2, own):
    words = typed(label_fr="Quels sols connaissez-vous ?", help_es="Una frase.", is_required="on", roles=["leader"])
    leader.post(page("question-add") + "?kind=long_text", words)
    question = draft_of(a2).questions.last()
    assert (question.label_en, question.label_fr) == ("Which soils do you know?", "Quels sols connaissez-vous ?")
    assert question.is_required and question.roles == ["leader"]
    assert question.missing_languages == ["en", "fr", "es"]  # the help stands in Spanish only
    assert "Not written yet in:" in leader.get(FORM).content.decode()


def test_one_language_is_enough(leader, a2, own):
    leader.post(page("question-add") + "?kind=short_text", {"label_fr": "Votre commune ?"})
    question = draft_of(a2).questions.last()
    assert question.label == "Votre commune ?"
    assert "Votre commune ?" in leader.get(page("form-preview")).content.decode()


@pytest.mark.parametrize(
    ("kind", "words", "field"),
    [
        ("short_text", {"label_en": ""}, "label_en"),
        ("short_text", {"label_en": "x" * 201}, "label_en"),
        ("short_text", {"help_fr": "x" * 301}, "help_fr"),
        ("short_text", {"label_es": "a\0b"}, "label_es"),
        ("short_text", {"roles": ["king"]}, "roles"),
        ("choice", {"lines_en": "Only one"}, "lines_en"),
        ("choice", {"lines_en": "One\nTwo\n one "}, "ok"),
        ("choices", {"lines_en": "One\nOne"}, "lines_en"),
        ("choices", {"lines_en": "One\nTwo", "lines_fr": "Un"}, "lines_fr"),
        ("choice", {"lines_en": "\n".join(map(str, range(21)))}, "lines_en"),
        ("choice", {"lines_en": "x" * 121 + "\ny"}, "lines_en"),
        ("scale", {"steps": "6"}, "steps"),
        ("scale", {"steps": ""}, "steps"),
    ],
)
def test_wrong_words_are_refused_beside_the_field_and_kept(leader, a2, own, kind, words, field):
    response = leader.post(f"{page('question-add')}?kind={kind}", typed(**words))
    if field == "ok":
        assert response.status_code == 302
        return
    assert list(response.context["form"].errors) == [field]
    assert "<title>Error:" in response.content.decode()
    for name, value in words.items():
        assert response.context["form"][name].value() == value
    assert draft_of(a2) is None


def test_choices_keep_their_values_when_they_are_reworded_or_moved(leader, a2, own):
    path = page("question-change", "choice")
    response = leader.get(path)
    assert response.context["form"]["lines_en"].value() == "Laboratory\nField"
    lines = {"lines_en": "Field\nLaboratory\nOffice", "lines_fr": "Champ\nLaboratoire\nBureau"}
    leader.post(path, typed(seen=response.context["form"]["seen"].value(), **lines))
    choices = draft_of(a2).questions.get(key="choice").choices
    assert [choice["value"] for choice in choices][:2] == ["c_field", "c_lab"]
    assert choices[2]["label"] == {"en": "Office", "fr": "Bureau"}


def test_scale_has_named_ends(leader, a2, own):
    words = {"label_en": "How much?", "steps": "5", "low_en": "little", "high_en": "much", "high_fr": "beaucoup"}
    leader.post(page("question-add") + "?kind=scale", words)
    question = draft_of(a2).questions.last()
    assert question.choices_in("en") == [("1", "1 (little)"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5 (much)")]
    assert question.choices_in("fr")[-1] == ("5", "5 (beaucoup)")
    response = leader.get(page("question-change", question.key))
    assert response.context["form"]["low_en"].value() == "little"
    assert response.context["form"]["steps"].value() == 5


def test_questions_move_up_and_down(leader, a2, own):
    before = labels(own)
    leader.post(page("question-move", "choice"), {"step": "up"})
    assert labels(draft_of(a2)) == [before[1], before[0], *before[2:]]
    leader.post(page("question-move", "choice"), {"step": "up"})
    assert labels(draft_of(a2))[0] == before[1]
    leader.post(page("question-move", "choice"), {"step": "down"})
    assert labels(draft_of(a2)) == before
    response = leader.post(page("question-move", "choice"), {"step": "sideways"}, follow=True)
    assert "up or down" in response.content.decode()


def test_form_holds_at_most_twelve_questions(leader, a2, own):
    for _number in range(8):
        response = leader.post(page("question-add") + "?kind=short_text", typed())
    assert "at most 12 questions" in response.content.decode()
    assert draft_of(a2).questions.count() == 12
    assert "The form is full" in leader.get(FORM).content.decode()


@pytest.mark.parametrize("kind", ["", "poem", "x" * 500])
def test_unknown_kind_is_not_found(leader, own, kind):
    assert leader.get(page("question-add"), {"kind": kind}).status_code == 404


def test_unknown_question_is_not_found(leader, own):
    assert leader.get(page("question-change", "nothing")).status_code == 404
    assert leader.post(page("question-change", "nothing"), typed()).status_code == 404
    assert "removed this question" in leader.post(
        page("question-move", "nothing"), {"step": "up"}, follow=True
    ).content.decode()  # fmt: skip


def test_help_is_plain_text(leader, a2, own):
    leader.post(page("question-add") + "?kind=short_text", typed(label_en=SCRIPT, help_en=SCRIPT))
    for path in (FORM, page("form-preview"), page("question-change", draft_of(a2).questions.last().key)):
        assert SCRIPT not in leader.get(path).content.decode()


# -- Two at once


def test_second_editor_reads_what_the_first_one_saved_and_loses_nothing(leader, a2, own, sofia):
    path = page("question-change", "short_text")
    seen = leader.get(path).context["form"]["seen"].value()
    theirs = JoiningForm.objects.draft(a2, by=sofia)
    theirs.change_question("short_text", {"label_en": "Sofia's words"}, by=sofia)
    response = leader.post(path, typed(seen=seen))
    html = response.content.decode()
    assert "Somebody else has changed this question" in html
    assert "Sofia&#x27;s words" in html
    assert response.context["form"]["label_en"].value() == "Which soils do you know?"
    leader.post(path, typed(seen=response.context["form"]["seen"].value()))
    assert draft_of(a2).questions.get(key="short_text").label_en == "Which soils do you know?"


def test_question_removed_meanwhile_comes_back_with_what_was_typed(leader, a2, own, sofia):
    path = page("question-change", "file")
    seen = leader.get(path).context["form"]["seen"].value()
    JoiningForm.objects.draft(a2, by=sofia).remove_question("file", by=sofia)
    response = leader.post(path, typed(seen=seen, kind="file"))
    assert "Somebody else has removed this question" in response.content.decode()
    leader.post(path, typed(seen=response.context["form"]["seen"].value(), kind="file"))
    assert draft_of(a2).questions.get(key="file").label_en == "Which soils do you know?"


def test_draft_published_meanwhile_goes_on_in_a_new_one(leader, a2, own, sofia):
    path = page("question-change", "file")
    seen = leader.get(path).context["form"]["seen"].value()
    JoiningForm.objects.draft(a2, by=sofia).publish(by=sofia)
    assert leader.post(path, typed(seen=seen)).status_code == 302
    assert draft_of(a2).questions.get(key="file").label_en == "Which soils do you know?"


def test_nobody_publishes_what_she_has_not_seen(leader, a2, own, sofia):
    leader.post(page("question-remove", "file"))
    seen = draft_of(a2).stamp
    draft_of(a2).remove_question("scale", by=sofia)
    response = leader.post(page("form-publish"), {"seen": seen}, follow=True)
    assert "changed the draft since you opened this page" in response.content.decode()
    assert JoiningForm.objects.of(a2) == own


# -- Versions


def test_old_answers_stay_readable_as_they_were_asked(leader, a2, own, victor):
    answers = {"choice": "c_lab", "choices": ["c_lab", "c_field"]}
    application = ApplicationFactory(person=victor, form=own, answers=answers)
    leader.post(page("question-remove", "choices"))
    question = draft_of(a2).questions.get(key="choice")
    leader.post(
        page("question-change", "choice"), {"label_en": "Where?", "lines_en": "Here\nThere", "seen": question.stamp}
    )
    leader.post(page("form-publish"), {"seen": draft_of(a2).stamp})
    html = leader.get(application.get_absolute_url()).content.decode()
    for words in ("Where do you work?", "Laboratory", "What can you offer?", "Field"):
        assert words in html
    assert JoiningForm.objects.of(a2).questions.get(key="choice").label == "Where?"


def test_published_questions_are_frozen_by_the_database(own):
    with pytest.raises(ProgrammingError), transaction.atomic():
        Question.objects.filter(form=own).update(label_en="Another question")
    with pytest.raises(ProgrammingError), transaction.atomic():
        Question.objects.filter(form=own).delete()


def test_only_one_form_is_in_force(a2, own):
    from django.db import IntegrityError

    for form in (None, a2):
        with pytest.raises(IntegrityError), transaction.atomic():
            JoiningForm.objects.create(task_force=form, version=99)


# -- Who


def test_representative_reads_and_does_not_edit(client, fatou, a2, own):
    client.force_login(fatou)
    html = client.get(FORM).content.decode()
    assert "Where do you work?" in html and "You read along" in html
    assert "Publish" not in html and page("question-add") not in html
    assert client.get(page("form-preview")).status_code == 200
    assert client.get(page("form-opening")).status_code == 403
    assert client.get(page("question-change", "file")).status_code == 403
    for name in ("form-make-own", "form-publish", "form-discard", "form-give-up"):
        assert client.post(page(name)).status_code == 403


def test_leader_of_a2_does_not_touch_a3(leader, amina):
    a3 = TaskForce.objects.get(objective__code="A3")
    form = own_form(a3)
    assert not amina.has_perm("taskforces.edit_joiningform", form)
    for name, more in (("form", ()), ("form-preview", ()), ("form-opening", ()), ("question-change", ("file",))):
        assert leader.get(page(name, *more, code="a3")).status_code == 403
    for name, more in (("form-make-own", ()), ("form-publish", ()), ("form-give-up", ()), ("question-add", ()),
                       ("question-change", ("file",)), ("question-move", ("file",)), ("question-remove", ("file",)),
                       ("form-opening", ())):  # fmt: skip
        assert leader.post(page(name, *more, code="a3"), typed()).status_code == 403
    assert JoiningForm.objects.of(a3) == form and draft_of(a3) is None


def test_members_applicants_and_strangers_do_not_see_it(client, a2, victor, own):
    assert client.get(FORM).url.startswith(reverse("account_login"))
    a2.seat(victor, Role.MEMBER, by=None)
    client.force_login(victor)
    assert client.get(FORM).status_code == 403
    assert not Application.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(leader, own, method):
    for path in (FORM, page("form-preview"), page("form-opening"), page("form-publish"), page("question-add")):
        assert getattr(leader, method)(path).status_code == 405
    for name in ("form-make-own", "form-publish", "form-discard", "form-give-up"):
        assert leader.get(page(name)).status_code == 405
    assert leader.post(FORM).status_code == 405


def test_number_of_queries(leader, a2, own, django_assert_max_num_queries):
    numbers = []
    for more in (0, 5):
        for _number in range(more):
            leader.post(page("question-add") + "?kind=short_text", typed())
        leader.get(FORM)
        with django_assert_max_num_queries(12) as queries:
            leader.get(FORM)
        numbers.append(len(queries))
    assert numbers[1] <= numbers[0] + 1  # the draft, and what is in force beside it
