"""The leader's applications, and each one as a page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from taskforces.models import Application, Role
from tests.factories import ApplicationFactory, UserFactory, partner_person

INBOX = reverse("taskforces:applications", args=["a2"])


def verb(name, application, code="a2"):
    """The address of a verb."""
    return reverse(f"taskforces:{name}", args=[code, application.pk])


@pytest.fixture
def request_of_victor(victor, a2):
    """Victor asked four days ago; he is a team member elsewhere."""
    from taskforces.models import TaskForce

    TaskForce.objects.get(objective__code="B2").seat(victor, Role.MEMBER, by=None)
    return ApplicationFactory(person=victor, submitted_at=timezone.now() - timedelta(days=4, hours=1))


@pytest.fixture
def leader(client, amina):
    """A browser in which Amina, leader of A2, has signed in."""
    client.force_login(amina)
    return client


def test_card_says_who_asks_and_why(leader, request_of_victor):
    html = " ".join(leader.get(INBOX).content.decode().split())
    for words in ("One person would like to join", "you are its leader", "wants to be a team member", "Victor Almeida",
                  "Brazil", "No organisation (friend)", "soil carbon", "B2", "for 4 days"):  # fmt: skip
        assert words in html


def test_title_counts_in_words(leader):
    for _number in range(3):
        ApplicationFactory(person=partner_person())
    assert "Three people would like to join" in leader.get(INBOX).content.decode()


def test_organisation_is_shown_while_it_is_in_force(leader, bruno, sofia):
    ApplicationFactory(person=bruno)
    assert "IVEA" in leader.get(INBOX).content.decode()
    bruno.affiliations.get().end(by=sofia)
    assert "No organisation (friend)" in leader.get(INBOX).content.decode()


def test_candidates_are_left_to_the_secretariat(leader, bruno):
    application = ApplicationFactory(person=bruno, role=Role.LEADER)
    html = leader.get(INBOX).content.decode()
    assert "Decided by the secretariat" in html
    assert verb("accept", application) not in html
    assert verb("accept", application) not in leader.get(application.get_absolute_url()).content.decode()
    for name in ("accept", "decline", "ask"):
        assert leader.post(verb(name, application), {"text": "No"}).status_code == 403


def test_empty_inbox_says_what_will_stand_here(leader):
    html = leader.get(INBOX).content.decode()
    assert "Everybody has been answered" in html
    assert "Nothing has been answered yet" in leader.get(INBOX, {"show": "decided"}).content.decode()


def test_answered_requests_move_to_their_own_list(leader, request_of_victor):
    leader.post(verb("accept", request_of_victor))
    assert "Victor Almeida" not in leader.get(INBOX).content.decode().split("<main")[1].split("notices")[0]
    assert "Victor Almeida" in leader.get(INBOX, {"show": "decided"}).content.decode()


@pytest.mark.parametrize("query", [{"show": "x" * 5000}, {"show": ["decided", "waiting"]}])
def test_nonsense_in_the_address_is_ignored(leader, query):
    assert leader.get(INBOX, query).status_code == 200


@pytest.mark.parametrize("page", ["x", "9" * 5000])
def test_pages_that_do_not_exist_are_not_found(leader, page):
    assert leader.get(INBOX, {"page": page}).status_code == 404


@pytest.mark.parametrize("word", ["show", "page"])
def test_null_character_in_the_address_is_a_bad_request(leader, word):
    assert leader.get(INBOX, {word: "\0"}).status_code == 400


def test_inbox_is_closed_to_strangers_members_and_other_leaders(client, bruno, victor, a2):
    from taskforces.models import TaskForce

    a2.seat(victor, Role.MEMBER, by=None)
    TaskForce.objects.get(objective__code="A3").seat(bruno, Role.LEADER, by=None)
    assert client.get(INBOX).url.startswith(reverse("account_login"))
    for person in (victor, bruno):
        client.force_login(person)
        assert client.get(INBOX).status_code == 403
        assert client.post(INBOX).status_code in (403, 405)


def test_leader_of_a2_reads_nothing_of_a3(leader, victor):
    from taskforces.models import TaskForce

    other = ApplicationFactory(person=victor, task_force=TaskForce.objects.get(objective__code="A3"))
    assert leader.get(reverse("taskforces:applications", args=["a3"])).status_code == 403
    for code in ("a2", "a3"):
        assert leader.get(reverse("taskforces:application", args=[code, other.pk])).status_code == 404
        for name in ("accept", "decline", "ask", "answer", "withdraw"):
            assert leader.post(verb(name, other, code), {"text": "No"}).status_code == 404
    other.refresh_from_db()
    assert other.status == Application.Status.SUBMITTED


def test_representative_decides_for_her_region_only(client, fatou, victor):
    african = UserFactory(country_id="KE")
    near, far = ApplicationFactory(person=african), ApplicationFactory(person=victor)
    client.force_login(fatou)
    html = client.get(INBOX).content.decode()
    assert "you represent a region: Africa" in html
    assert near.get_absolute_url() in html
    assert far.get_absolute_url() not in html
    client.post(verb("accept", near))
    assert Application.objects.get(pk=near.pk).status == Application.Status.ACCEPTED
    assert client.post(verb("accept", far)).status_code == 404


def test_leader_accepts_and_comes_back(leader, request_of_victor, victor, a2):
    response = leader.post(verb("accept", request_of_victor), follow=True)
    assert response.redirect_chain[-1][0] == INBOX
    assert "told in their language" in response.content.decode()
    assert a2.seats.open().filter(person=victor).exists()


def test_leader_declines_with_a_reason_the_applicant_reads(leader, request_of_victor, victor):
    leader.post(verb("decline", request_of_victor), {"text": "We are full."})
    leader.force_login(victor)
    html = leader.get(request_of_victor.get_absolute_url()).content.decode()
    assert "Your request was declined" in html
    assert "We are full." in html


def test_question_and_answer_stand_in_the_conversation(leader, request_of_victor, victor, amina):
    leader.post(verb("ask", request_of_victor), {"text": "Which soils?"})
    leader.force_login(victor)
    html = leader.get(request_of_victor.get_absolute_url()).content.decode()
    assert "A question waits for your answer" in html
    assert "Which soils?" in html
    leader.post(verb("answer", request_of_victor), {"text": "Ferralsols."})
    leader.force_login(amina)
    html = leader.get(request_of_victor.get_absolute_url()).content.decode()
    assert "Ferralsols." in html
    assert "Victor Almeida answered" in html


@pytest.mark.parametrize(("text", "code"), [("", "required"), (" \n", "required"), ("x" * 2001, "max_length"),
                                            ("a\0b", "null_characters_not_allowed")])  # fmt: skip
@pytest.mark.parametrize("name", ["decline", "ask"])
def test_words_are_refused_beside_the_field_and_kept(leader, request_of_victor, name, text, code):
    response = leader.post(verb(name, request_of_victor), {"text": text})
    assert [fault.code for fault in response.context["form"].errors.as_data()["text"]] == [code]
    assert response.context[f"{name}_form"]["text"].value() == text
    assert "<title>Error:" in response.content.decode()
    assert Application.objects.get(pk=request_of_victor.pk).status == Application.Status.SUBMITTED


def test_page_of_a_verb_opens_its_form(leader, request_of_victor):
    for name, others in (("ask", "decline"), ("decline", "ask")):
        response = leader.get(verb(name, request_of_victor))
        assert response.context["open_form"] == name
        assert response.context["open_form"] != others
    assert leader.get(verb("answer", request_of_victor)).status_code == 403


def test_second_decider_reads_who_was_first(leader, request_of_victor, sofia):
    Application.objects.get(pk=request_of_victor.pk).accept(by=sofia)
    response = leader.post(verb("decline", request_of_victor), {"text": "We are full."})
    html = response.content.decode()
    assert "Sofia Lindqvist has already decided" in html
    assert f'action="{verb("decline", request_of_victor)}"' not in html
    response = leader.post(verb("accept", request_of_victor), follow=True)
    assert "Sofia Lindqvist has already decided" in response.content.decode()


def test_asking_twice_is_a_sentence(leader, request_of_victor):
    for _number in range(2):
        response = leader.post(verb("ask", request_of_victor), {"text": "Which soils?"})
    assert "waiting for the applicant’s answer already" in response.content.decode()
    assert request_of_victor.messages.count() == 1


def test_applicant_follows_the_steps_and_withdraws(client, request_of_victor, victor):
    client.force_login(victor)
    html = client.get(request_of_victor.get_absolute_url()).content.decode()
    for words in (
        "Your request is on its way",
        "Usually within 5 days",
        "Withdraw my request",
        "I measure soil carbon.",
    ):
        assert words in html
    response = client.post(verb("withdraw", request_of_victor), follow=True)
    assert "has been withdrawn" in response.content.decode()
    assert "You withdrew your request" in client.get(request_of_victor.get_absolute_url()).content.decode()
    assert "already been decided" in client.post(verb("withdraw", request_of_victor), follow=True).content.decode()


def test_applicant_decides_nothing(client, request_of_victor, victor):
    client.force_login(victor)
    for name in ("accept", "decline", "ask"):
        assert client.post(verb(name, request_of_victor), {"text": "Yes"}).status_code == 403


def test_nobody_answers_or_withdraws_in_the_applicants_place(leader, request_of_victor, sofia):
    for person in (None, sofia):
        if person:
            leader.force_login(person)
        for name in ("answer", "withdraw"):
            assert leader.post(verb(name, request_of_victor), {"text": "Yes"}).status_code == 403


def test_stranger_signs_in_and_finds_the_request(client, request_of_victor):
    path = request_of_victor.get_absolute_url()
    assert client.get(path).url == f"{reverse('account_login')}?next={path}"


def test_pressing_a_button_after_the_session_ended_leads_back_to_the_page(client, request_of_victor):
    path = request_of_victor.get_absolute_url()
    response = client.post(verb("accept", request_of_victor), headers={"referer": f"http://testserver{path}"})
    assert response.url == f"{reverse('account_login')}?next={path}"
    response = client.post(verb("accept", request_of_victor), headers={"referer": "https://elsewhere.example/"})
    assert "elsewhere" not in response.url


@pytest.mark.parametrize("name", ["accept", "withdraw"])
def test_verbs_without_words_take_no_get(leader, request_of_victor, name):
    assert leader.get(verb(name, request_of_victor)).status_code == 405


@pytest.mark.parametrize("pk", ["0", "9" * 30, "9" * 5000, "1%00"])
def test_unknown_request_is_not_found(leader, pk):
    assert leader.get(f"{INBOX}{pk}/").status_code == 404
    assert leader.post(f"{INBOX}{pk}/accept/").status_code == 404


def test_secretariat_reads_and_declines_candidates(client, sofia, bruno):
    application = ApplicationFactory(person=bruno, role=Role.LEADER)
    client.force_login(sofia)
    html = client.get(application.get_absolute_url()).content.decode()
    assert "nominated in the administration" in html
    client.post(verb("decline", application), {"text": "Not this year"})
    assert Application.objects.get(pk=application.pk).status == Application.Status.DECLINED


def test_number_of_queries_does_not_grow(leader, amina, a2, django_assert_max_num_queries):
    numbers = []
    for more in (3, 15):
        for _number in range(more):
            person = partner_person()
            ApplicationFactory(person=person)
        leader.get(INBOX)
        with django_assert_max_num_queries(8) as queries:
            leader.get(INBOX)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_number_of_queries_does_not_grow_with_the_conversation(
    leader, request_of_victor, django_assert_max_num_queries
):
    numbers = []
    for more in (3, 27):
        for number in range(more):
            author = User.objects.get(pk=request_of_victor.person_id) if number % 2 else UserFactory()
            request_of_victor.messages.create(author=author, text="Words")
        leader.get(request_of_victor.get_absolute_url())
        with django_assert_max_num_queries(12) as queries:
            leader.get(request_of_victor.get_absolute_url())
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
