"""The pages of candidates, members and the secretariat about who is to lead and represent."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Consent
from core.models import Activity
from home.duties import duties
from regions.models import Region
from taskforces.models import Application, Call, Consultation, Role, Seat, Statement
from tests.factories import partner_person
from tests.factories.candidates import WORDS, call_for, candidate, consultation_on, days, stated
from tests.papers import upload

pytestmark = pytest.mark.django_db

PAGE = reverse("taskforces:candidates", args=["a2"])


def url(name, application):
    return reverse(f"taskforces:{name}", args=["a2", application.pk])


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def standing(a2, bruno):
    """Bruno stands as representative of Europe, and the members are consulted."""
    application = stated(candidate(call_for(a2, Role.REPRESENTATIVE, region=Region.objects.get(slug="europe")), bruno))
    consultation_on(application.call)
    return Application.objects.get(pk=application.pk)


@pytest.fixture
def writing(a2, bruno):
    """Bruno stands as leader, and has a month for his statement."""
    return candidate(call_for(a2), bruno)


# -- The statement


def test_joining_as_a_candidate_leads_to_the_statement(client, carla, a2):
    client.force_login(carla)
    typed = {"country": "ES", "accepts_duties": "on", "motivation": "Soil.", "expertise": "Agronomy"}
    typed |= {"role": "leader", "time": "up_to_4", "languages": "es", "qualification": "I know.", "experience": "Ten."}
    response = client.post(reverse("taskforces:join", args=["a2"]), typed, follow=True)
    application = carla.applications.get()
    assert response.redirect_chain[-1][0] == url("statement", application)
    page = text_of(response)
    assert "You are a candidate" in page
    assert "Agronomy</textarea>" in page
    assert not Statement.objects.exists()
    assert "Write my statement" in text_of(client.get(application.get_absolute_url()))


def test_statement_is_written_kept_by_itself_sent_changed_and_sent_again(client, bruno, writing):
    client.force_login(bruno)
    page = url("statement", writing)
    assert client.post(url("statement-autosave", writing), {"motivation": "Half a"}).status_code == 204
    assert Statement.objects.get().motivation == "Half a"
    incomplete = client.post(page, {"motivation": "Whole.", "time": "Much.", "send": "yes"})
    assert "Please write something here." in text_of(incomplete)
    assert Statement.objects.get().motivation == "Whole."
    client.post(page, WORDS | {"upload": upload(), "send": "yes"})
    statement = Statement.objects.get()
    assert statement.is_sent
    assert statement.letter.name == "declaration.pdf"
    assert client.get(url("letter", writing)).status_code == 200
    assert client.post(url("statement-autosave", writing), WORDS).status_code == 409
    client.post(url("statement-reopen", writing))
    assert "Take the letter away" in text_of(client.get(page))
    client.post(page, WORDS | {"removes_letter": "on", "save": "yes"})
    assert Statement.objects.get().letter is None
    client.post(page, WORDS | {"send": "yes"})
    assert Statement.objects.get().is_sent
    assert client.get(url("letter", writing)).status_code == 404


def test_statement_refuses_a_file_that_is_none_and_keeps_the_words(client, bruno, writing):
    client.force_login(bruno)
    response = client.post(url("statement", writing), WORDS | {"upload": upload(b"<html>"), "send": "yes"})
    assert "cannot be taken" in text_of(response)
    assert WORDS["motivation"] in text_of(response)
    assert not Statement.objects.get().is_sent
    too_long = {"time": "x" * 301}
    assert client.post(url("statement-autosave", writing), too_long).status_code == 422


def test_after_the_deadline_the_statement_is_read_only(client, bruno, writing):
    client.force_login(bruno)
    Call.objects.update(opened_at=days(-9), deadline=days(-1))
    page = text_of(client.get(url("statement", writing)))
    assert "The time for statements is over" in page
    assert "<textarea" not in page
    assert "deadline has passed" in text_of(client.post(url("statement", writing), WORDS | {"send": "yes"}))
    assert client.post(url("statement-autosave", writing), WORDS).status_code == 409
    assert not Statement.objects.exists()


def test_statement_is_nobody_elses(client, sofia, amina, writing):
    for person in (sofia, amina):
        client.force_login(person)
        for name in ("statement", "statement-autosave"):
            assert client.post(url(name, writing), WORDS).status_code == 404
    assert not Statement.objects.exists()


# -- The members


def test_member_reads_the_candidate_supports_and_comments(client, fatou, bruno, standing):
    client.force_login(fatou)
    page = text_of(client.get(PAGE))
    for words in (bruno.name, "IVEA", WORDS["motivation"], "You can support and comment until"):
        assert words in page
    client.post(url("support", standing))
    assert "You support this candidate" in text_of(client.get(PAGE))
    client.post(url("comment", standing), {"text": "Knows the field."})
    assert "Knows the field." in text_of(client.get(PAGE))
    client.post(url("take-back-support", standing))
    assert not standing.supports.exists()
    too_long = client.post(url("comment", standing), {"text": "x" * 2001})
    assert too_long.status_code == 200
    assert "2000" in text_of(too_long)


def test_nobody_sees_what_others_say_until_it_closes_and_then_without_names(client, amina, fatou, bruno, standing):
    standing.support(by=amina)
    standing.comment("Knows the field.", by=amina)
    for person in (fatou, bruno):
        client.force_login(person)
        for page in (PAGE, standing.get_absolute_url()):
            shown = text_of(client.get(page))
            assert "Knows the field." not in shown
            assert "supports this candidate" not in shown
            assert "supported you" not in shown
    Consultation.objects.update(closes_at=timezone.now())
    client.force_login(fatou)
    page = text_of(client.get(PAGE))
    assert "One person supports this candidate" in page
    assert "Knows the field." in page
    assert amina.name not in page
    client.force_login(bruno)
    assert "One person of the task force supported you" in text_of(client.get(standing.get_absolute_url()))


def test_candidate_who_belongs_does_not_see_what_is_said_of_her_rivals(client, a2, amina, fatou):
    call = call_for(a2)
    rival, own = stated(candidate(call)), stated(candidate(call, fatou))
    consultation_on(call)
    Application.objects.get(pk=rival.pk).comment("Better than her.", by=amina)
    client.force_login(fatou)
    page = text_of(client.get(PAGE))
    assert "This is you" in page
    assert "Better than her." not in page
    assert url("support", rival) in page
    assert url("support", own) not in page
    assert client.post(url("support", own)).status_code == 403
    assert client.post(url("comment", own), {"text": "Me."}).status_code == 403


def test_before_it_opens_members_read_the_dates_alone(client, fatou, bruno, standing):
    Consultation.objects.update(opens_at=days(2))
    client.force_login(fatou)
    page = text_of(client.get(PAGE))
    assert "You can read the candidates" in page
    assert bruno.name not in page
    assert client.post(url("support", standing)).status_code == 404


def test_candidates_are_hidden_from_strangers_and_from_those_whose_seat_is_flagged(
    client, carla, amina, cast, sofia, standing
):
    client.force_login(carla)
    assert client.get(PAGE).status_code == 403
    assert client.post(url("support", standing)).status_code == 404
    assert client.post(url("comment", standing), {"text": "x"}).status_code == 404
    assert client.get(url("letter", standing)).status_code == 404
    cast.afris.suspend(by=sofia, reason="unpaid")
    client.force_login(amina)
    assert client.get(PAGE).status_code == 403
    assert client.post(url("support", standing)).status_code == 404


def test_candidates_page_asks_the_same_number_of_queries_however_many_stand(
    client, fatou, standing, django_assert_max_num_queries
):
    client.force_login(fatou)
    client.get(PAGE)
    with django_assert_max_num_queries(12) as few:
        client.get(PAGE)
    Call.objects.filter(pk=standing.call_id).update(deadline=days(-1))
    for _number in range(4):
        stated(candidate(standing.call))
    with django_assert_max_num_queries(len(few)):
        assert text_of(client.get(PAGE)).count('class="card"') == 5


# -- The secretariat


def test_secretariat_sees_all_side_by_side(client, sofia, amina, cast, a2, standing, django_assert_max_num_queries):
    rival = stated(candidate(standing.call))
    cast.afris.affiliations.create(person=rival.person, status="active")
    candidate(call_for(cast.a2.__class__.objects.get(objective__code="B1")), rival.person)
    standing.support(by=amina)
    standing.comment("Knows the field.", by=amina)
    client.force_login(sofia)
    client.get(standing.call.get_absolute_url())
    with django_assert_max_num_queries(20):
        page = text_of(client.get(standing.call.get_absolute_url()))
    for words in (
        "Knows the field.",
        f"Supported by: {amina.name}",
        f"Same organisation as {amina.name} (leader).",
        "Stands elsewhere too: B1.",
        WORDS["experience"],
    ):
        assert words in page, words
    standing.person.affiliations.get().end(by=sofia)
    assert "no: without organisation in force" in text_of(client.get(standing.call.get_absolute_url()))
    admin = client.get(f"/admin/taskforces/call/{standing.call_id}/change/")
    assert "Stands elsewhere too" in text_of(admin)
    client.force_login(amina)
    assert client.get(standing.call.get_absolute_url()).status_code == 404


def test_secretariat_opens_a_call_plans_and_moves_in_the_admin(client, sofia, a2):
    client.force_login(sofia)
    day = days(10).date()
    typed = {"task_force": a2.pk, "role": "leader", "region": "", "deadline_0": day, "deadline_1": "12:00"}
    client.post("/admin/taskforces/call/add/", typed)
    call = Call.objects.get()
    assert client.post("/admin/taskforces/call/add/", typed).status_code == 200  # one is running
    client.post(
        f"/admin/taskforces/call/{call.pk}/move-deadline/", {"deadline_0": days(5).date(), "deadline_1": "12:00"}
    )
    candidate(call)
    window = {
        "opens_at_0": days(6).date(),
        "opens_at_1": "8:00",
        "closes_at_0": days(20).date(),
        "closes_at_1": "18:00",
    }
    client.post(f"/admin/taskforces/call/{call.pk}/plan-consultation/", window)
    consultation = Consultation.objects.get()
    moved = {"closes_at_0": days(30).date(), "closes_at_1": "18:00"}
    client.post(f"/admin/taskforces/consultation/{consultation.pk}/move/", moved)
    consultation.refresh_from_db()
    assert consultation.closes_at.date() == days(30).date()
    for address in (
        "/admin/taskforces/call/",
        "/admin/taskforces/call/?state=undecided",
        "/admin/taskforces/consultation/?state=undecided",
        f"/admin/taskforces/consultation/{consultation.pk}/change/",
    ):
        assert client.get(address).status_code == 200


def test_nomination_in_the_admin_tells_everybody(client, sofia, a2):
    call = call_for(a2)
    winner, rival = candidate(call), candidate(call)
    client.force_login(sofia)
    client.post(f"/admin/taskforces/application/{winner.pk}/nominate/", {})
    assert a2.seats.open().leaders().get().person == winner.person
    assert Activity.objects.about(rival).get(verb="not_selected").actor == sofia
    client.force_login(rival.person)
    assert "Another candidate was nominated" in text_of(client.get(rival.get_absolute_url()))


def test_today_lists_what_is_to_be_decided(client, sofia, amina, standing):
    Consultation.objects.update(opens_at=days(-9), closes_at=days(-2))
    Seat.objects.filter(person=amina).update(expires_at=days(-3))
    client.force_login(sofia)
    waiting = {str(item.title): item for item in client.get("/admin/").context_data["waiting"]}
    for title in ("Consultations closed and not decided", "Mandates that have ended"):
        assert waiting[title].number == 1
        listed = client.get(waiting[title].url)
        assert listed.context_data["cl"].result_count == 1
    assert "Seats vacant, to be confirmed" not in waiting


# -- Mandates and duties


def test_holder_says_on_the_page_of_the_members_that_she_would_go_on(client, amina, sofia, a2):
    seat = a2.seats.get(person=amina)
    Seat.objects.filter(pk=seat.pk).update(expires_at=days(30))
    client.force_login(amina)
    assert "I would like to go on" in text_of(client.get(a2.members_url))
    address = reverse("taskforces:seat-go-on", args=["a2", seat.pk])
    client.post(address)
    client.post(address)  # twice: she has said so already
    seat.refresh_from_db()
    assert seat.renewal_wished_at
    client.force_login(sofia)
    assert client.post(address).status_code == 403
    renewal = f"/admin/taskforces/seat/{seat.pk}/renew/"
    client.post(renewal, {"expires_at_0": "", "expires_at_1": ""})
    seat.refresh_from_db()
    assert seat.expires_at > days(700)


def test_duties_wait_until_they_are_done(amina, fatou, bruno, writing, standing_elsewhere):
    titles = {person: [duty.title for duty in duties(person)] for person in (amina, fatou, bruno)}
    assert "Write your qualification statement" in titles[bruno]
    assert "Say whom you support" in titles[fatou]
    assert "Say whom you support" in titles[amina]
    stated(writing)
    standing_elsewhere.support(by=fatou)
    standing_elsewhere.comment("Good.", by=amina)
    Seat.objects.filter(person=amina).update(expires_at=days(9))
    assert [duty.title for duty in duties(amina)] == ["Your mandate ends: say whether you go on"]
    assert duties(fatou) == duties(bruno) == []


@pytest.fixture
def standing_elsewhere(a2):
    """Somebody stands as representative of Asia, and the members are consulted."""
    application = candidate(call_for(a2, Role.REPRESENTATIVE, region=Region.objects.get(slug="asia")))
    consultation_on(application.call)
    return Application.objects.get(pk=application.pk)


# -- The roster


def test_roster_invites_to_vacant_seats_and_names_by_consent(client, amina, fatou, a2):
    fatou.consent(Consent.Purpose.ROSTERS, by=fatou)
    join = reverse("taskforces:join", args=["a2"])
    for page in (a2.get_absolute_url(), a2.objective.get_absolute_url()):
        shown = text_of(client.get(page))
        assert fatou.name in shown
        assert amina.name not in shown
        assert f"{join}?role=representative&amp;region=europe" in shown
        assert "role=leader" not in shown
    Seat.objects.filter(person=amina).update(expires_at=days(-1))
    for page in (a2.get_absolute_url(), a2.objective.get_absolute_url()):
        assert f"{join}?role=leader" in text_of(client.get(page))


def test_partner_person_may_join_from_a_vacant_region(client, a2):
    client.force_login(partner_person())
    page = text_of(client.get(reverse("taskforces:join", args=["a2"]) + "?role=representative&region=europe"))
    assert "Whoever is not nominated becomes a team member." in page
