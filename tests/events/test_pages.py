"""The pages of meetings: for those who belong, without a word too many to others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Activity
from events.models import Decision, Meeting, Minutes
from taskforces.models import Role
from tests.factories import UserFactory
from tests.factories.meetings import begun_meeting, meeting_of

pytestmark = pytest.mark.django_db
LINK = "https://video.example/secret-room"
LIST = "/en/task-forces/a2/meetings/"


def page(client, person, path, status=200):
    if person:
        client.force_login(person)
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def typed(**more):
    return {
        "kind": "member",
        "title": "Summer meeting",
        "agenda": "1. Soil",
        "duration_minutes": "60",
        "place": "",
        "link": LINK,
        "language": "fr",
        "date_1_0": "2026-05-04",
        "date_1_1": "10:00",
    } | more


def test_list_shows_what_waits_what_comes_and_what_is_over(client, in_a2, amina, mila):
    meeting_of(by=amina, dates=(11, 12), title="Without date")
    meeting_of(by=amina, title="With date")
    Minutes.of(begun_meeting(by=amina, title="It is over")).publish("We met.", by=amina)
    text = page(client, mila, LIST)
    for words in ("Without date", "With date", "It is over", "with minutes", "say when you have time"):
        assert words in text
    assert "Plan a meeting" not in text
    assert "Plan a meeting" in page(client, amina, LIST)
    assert 'href="/en/task-forces/a2/meetings/"' in page(client, mila, "/en/task-forces/a2/")


def test_strangers_find_nothing(client, in_a2, amina, bruno):
    meeting = meeting_of(by=amina, link=LINK)
    assert client.get(LIST).status_code == 302
    page(client, bruno, LIST, 403)
    for path in ("", "meeting.ics", "edit/", "minutes/"):
        page(client, bruno, f"/en/meetings/{meeting.pk}/{path}", 404)
    assert "meetings/" not in page(client, bruno, "/en/task-forces/a2/").split("<main")[1]
    page(client, bruno, "/en/task-forces/meetings/", 404)


def test_join_link_is_for_those_invited_only(client, in_a2, amina, fatou, mila, sofia):
    planning = meeting_of(by=amina, kind="planning", title="Plan", link=LINK)
    path = f"/en/meetings/{planning.pk}/"
    assert LINK in page(client, fatou, path)
    # Mila belongs to the space and reads of the meeting, without the way in.
    assert LINK not in page(client, mila, path)
    assert LINK not in page(client, mila, f"{path}meeting.ics")
    assert LINK not in page(client, mila, LIST)
    planning.cancel("Off.", by=amina)
    assert LINK not in page(client, fatou, path)


def test_leader_plans_with_hours_of_her_zone(client, in_a2, amina):
    amina.time_zone = "Africa/Porto-Novo"
    amina.save()
    assert "Africa/Porto-Novo" in page(client, amina, f"{LIST}plan/")
    response = client.post(f"{LIST}plan/", typed())
    meeting = Meeting.objects.get()
    assert response["Location"] == f"/en/meetings/{meeting.pk}/"
    assert (meeting.starts_at.isoformat(), meeting.status) == ("2026-05-04T09:00:00+00:00", "fixed")
    assert (meeting.organiser, meeting.kind, meeting.language) == (amina, "member", "fr")
    assert "10:00–11:00 (Africa/Porto-Novo, UTC+1)" in page(client, amina, f"/en/meetings/{meeting.pk}/")


def test_bad_input_keeps_what_was_typed(client, in_a2, amina):
    amina.time_zone = "Europe/Paris"
    amina.save()
    client.force_login(amina)
    for wrong, sentence in (
        ({"date_1_0": "2026-03-29", "date_1_1": "02:30"}, "does not exist on that day in Europe/Paris"),
        ({"date_1_0": "", "date_1_1": ""}, "This field is required"),
        ({"date_1_0": "2026-05-04", "date_1_1": ""}, "This field is required"),
        ({"date_2_0": "2026-05-04", "date_2_1": "10:00"}, "stands there twice"),
        ({"date_1_0": "2020-05-04"}, "already passed"),
        ({"kind": "leader"}, "Select a valid choice"),
        ({"link": "no link at all"}, "Enter a valid URL"),
        ({"duration_minutes": "1"}, "greater than or equal to 10"),
        ({"date_1_0": "0001-01-01"}, "already passed"),
    ):
        text = client.post(f"{LIST}plan/", typed(**wrong)).content.decode()
        assert sentence in text, wrong
        assert "Summer meeting" in text
    assert not Meeting.objects.exists()


def test_hour_that_comes_twice_is_taken_earlier_and_said(client, in_a2, amina):
    amina.time_zone = "Europe/Paris"
    amina.save()
    client.force_login(amina)
    text = client.post(f"{LIST}plan/", typed(date_1_0="2026-10-25", date_1_1="02:30"), follow=True).content.decode()
    assert "02:30 comes twice: the earlier one was taken" in text
    assert Meeting.objects.get().starts_at.isoformat() == "2026-10-25T00:30:00+00:00"


def test_representative_plans_for_her_region_and_organises_that_only(client, in_a2, amina, fatou):
    form = page(client, fatou, f"{LIST}plan/")
    assert "You plan it for your region, Africa" in form
    assert 'name="region"' not in form and 'name="kind"' not in form
    client.post(f"{LIST}plan/", typed(kind="planning", region="europe"))
    meeting = Meeting.objects.get()
    assert (meeting.kind, meeting.region.slug, meeting.organiser) == ("member", "africa", fatou)
    assert "Member meeting · Africa" in page(client, fatou, f"/en/meetings/{meeting.pk}/")
    assert "Member meeting · Africa" in page(client, fatou, LIST)
    page(client, fatou, f"/en/meetings/{meeting.pk}/edit/")
    page(client, fatou, f"/en/meetings/{meeting_of(by=amina).pk}/edit/", 403)
    client.force_login(amina)
    client.post(f"{LIST}plan/", typed(title="Of Europe", region="europe"))
    in_europe = Meeting.objects.get(title="Of Europe")
    page(client, amina, f"/en/meetings/{in_europe.pk}/edit/")
    page(client, fatou, f"/en/meetings/{in_europe.pk}/edit/", 403)
    client.force_login(amina)
    refused = client.post(f"{LIST}plan/", typed(kind="planning", region="europe")).content.decode()
    assert "Only a member meeting can be that of one region" in refused
    assert "Select a valid choice" in client.post(f"{LIST}plan/", typed(region="atlantis")).content.decode()


def test_member_does_not_plan_and_only_the_secretariat_invites_leaders(client, in_a2, amina, mila, sofia):
    page(client, mila, f"{LIST}plan/", 403)
    assert client.post(f"{LIST}plan/", typed()).status_code == 403
    page(client, amina, "/en/task-forces/meetings/plan/", 403)
    client.force_login(sofia)
    assert client.post("/en/task-forces/meetings/plan/", typed()).status_code == 302
    assert Meeting.objects.get().kind == "leader"
    text = page(client, amina, "/en/task-forces/meetings/")
    assert "Summer meeting" in text and "for 2026 only 1 leader meeting is planned" in text
    assert "for 2026 only 1 leader meeting is planned" in page(client, amina, LIST)
    assert "leader meeting is planned" not in page(client, mila, LIST)


def test_dates_are_answered_and_one_is_fixed(client, in_a2, amina, mila):
    meeting = meeting_of(by=amina, dates=(11, 12))
    first, second = meeting.dates.all()
    path = f"/en/meetings/{meeting.pk}/"
    assert "When do you have time?" in page(client, mila, path)
    answered = client.post(f"{path}availability/", {f"date_{first.pk}": "yes"})
    assert "This field is required" in answered.content.decode()
    posted = {f"date_{first.pk}": "yes", f"date_{second.pk}": "if_need_be"}
    assert client.post(f"{path}availability/", posted).status_code == 302
    assert "Fix this date" not in page(client, mila, path)
    assert client.post(f"{path}fix/", {"date": first.pk}).status_code == 403
    text = page(client, amina, path)
    assert "Fix this date" in text and "Fatou Sarr" in text and "Mila Brandt" in text
    client.post(f"{path}fix/", {"date": "x"})
    client.post(f"{path}fix/", {"date": first.pk})
    meeting.refresh_from_db()
    assert meeting.starts_at == first.starts_at
    assert "You said that you come." in page(client, mila, path)
    # Fatou still has the old page open.
    client.force_login(amina)
    late = client.post(f"{path}availability/", posted)
    assert "has been fixed" in late.content.decode() or late.status_code == 200


def test_other_dates_are_proposed_where_none_fits(client, in_a2, amina, mila):
    meeting = meeting_of(by=amina, dates=(20, 21))
    path = f"/en/meetings/{meeting.pk}/"
    page(client, mila, f"{path}dates/", 403)
    assert "Propose other dates" not in page(client, mila, path)
    day = f"{meeting.dates.first().starts_at:%Y-%m-%d}"
    assert f'value="{day}"' in page(client, amina, path)
    wrong = client.post(f"{path}dates/", {"date_1_0": "2020-01-01", "date_1_1": "10:00"}).content.decode()
    assert "already passed" in wrong and 'value="2020-01-01"' in wrong
    assert "This field is required" in client.post(f"{path}dates/", {}).content.decode()
    assert client.post(f"{path}dates/", {"date_1_0": day, "date_1_1": "11:00"}).status_code == 302
    assert f"{meeting.dates.get().starts_at:%Y-%m-%d}" == day
    client.post(f"{path}fix/", {"date": meeting.dates.get().pk})
    late = client.post(f"{path}dates/", {"date_1_0": day, "date_1_1": "12:00"}).content.decode()
    assert "already been fixed" in late


def test_answering_moving_and_cancelling(client, in_a2, amina, mila):
    meeting = meeting_of(by=amina)
    path = f"/en/meetings/{meeting.pk}/"
    client.force_login(mila)
    client.post(f"{path}answer/", {"answer": "away"})
    assert "You said that you cannot come." in page(client, mila, path)
    for verb in ("move", "cancel", "edit", "attendance", "minutes"):
        page(client, mila, f"{path}{verb}/", 403)
    client.force_login(amina)
    wrong = client.post(f"{path}move/", {"starts_at_0": "2020-01-01", "starts_at_1": "10:00"}).content.decode()
    assert "already passed" in wrong and 'value="2020-01-01"' in wrong
    client.post(f"{path}move/", {"starts_at_0": "2026-06-01", "starts_at_1": "10:00"})
    meeting.refresh_from_db()
    assert meeting.starts_at.isoformat() == "2026-06-01T10:00:00+00:00"
    assert "This field is required" in client.post(f"{path}cancel/", {"text": ""}).content.decode()
    client.post(f"{path}cancel/", {"text": "Flood."})
    assert "Flood." in page(client, mila, path)
    again = client.post(f"{path}cancel/", {"text": "Flood."})
    assert again.status_code == 403  # Mila
    client.force_login(amina)
    assert "already been cancelled" in client.post(f"{path}cancel/", {"text": "X"}).content.decode()


def test_editing(client, in_a2, amina):
    meeting = meeting_of(by=amina)
    path = f"/en/meetings/{meeting.pk}/edit/"
    assert "Spring meeting" in page(client, amina, path)
    assert "This field is required" in client.post(path, typed(title="")).content.decode()
    assert client.post(path, typed(place="Cotonou")).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.place, meeting.title, meeting.kind) == ("Cotonou", "Summer meeting", "member")


def test_minutes_show_both_texts_when_somebody_was_faster(client, in_a2, amina, sofia):
    meeting = begun_meeting(by=amina)
    path = f"/en/meetings/{meeting.pk}/minutes/"
    page(client, amina, path)
    seen = Minutes.of(meeting).stamp
    Minutes.of(meeting).save_draft("Sofia's words", by=sofia)
    saved = {"text": "Amina's words", "seen": seen, "pen": "p"}
    assert client.post(f"{path}autosave/", saved).status_code == 409
    text = client.post(path, saved | {"then": "save"}).content.decode()
    assert "Amina&#x27;s words" in text and "Sofia&#x27;s words" in text and "Nothing is lost" in text
    now = Minutes.of(meeting).stamp
    assert client.post(f"{path}autosave/", {"text": "Both", "seen": now, "pen": "p"}).status_code == 204
    assert client.post(path, {"text": "Both", "seen": now, "pen": "p", "then": "publish"}).status_code == 302
    assert "Both" in page(client, amina, f"/en/meetings/{meeting.pk}/")
    assert client.post(path, {"text": "", "seen": Minutes.of(meeting).stamp, "then": "publish"}).status_code == 200
    client.post(path, {"text": "Both, corrected", "seen": Minutes.of(meeting).stamp, "then": "publish"})
    text = page(client, amina, f"/en/meetings/{meeting.pk}/")
    assert "One earlier edition" in text and "Both, corrected" in text


def test_attendance_and_decisions_on_the_page(client, in_a2, amina, fatou, mila):
    meeting = begun_meeting(by=amina)
    path = f"/en/meetings/{meeting.pk}/"
    client.force_login(amina)
    assert client.post(f"{path}attendance/", {"people": [mila.pk]}).status_code == 302
    assert client.post(f"{path}attendance/", {"people": ["x"]}).status_code == 200
    posted = {"text": "Write the note", "owner": fatou.pk, "due_on": "2026-04-01"}
    assert client.post(f"{path}decisions/add/", posted | {"owner": UserFactory().pk}).status_code == 200
    assert client.post(f"{path}decisions/add/", posted).status_code == 302
    decision = Decision.objects.get()
    one = f"/en/meetings/decisions/{decision.pk}/"
    assert "Write the note" in page(client, amina, one)
    assert client.post(one, posted | {"text": "Write the concept note"}).status_code == 302
    assert client.post(one, posted | {"text": ""}).status_code == 200
    page(client, fatou, one, 403)
    client.force_login(mila)
    assert client.post(f"{one}complete/").status_code == 403
    client.force_login(fatou)
    client.post(f"{one}complete/")
    assert "carried out on" in page(client, fatou, path)
    for text in (page(client, mila, path),):
        assert "Were there:" in text and "Mila Brandt" in text


def test_wrong_methods(client, in_a2, amina):
    meeting = meeting_of(by=amina)
    client.force_login(amina)
    path = f"/en/meetings/{meeting.pk}/"
    assert (
        client.post(LIST).status_code == client.post(path).status_code == client.put(f"{path}edit/").status_code == 405
    )
    for verb in ("answer", "fix", "minutes/autosave"):
        assert client.get(f"{path}{verb}/").status_code == 405


def queries_of(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("who", ["amina", "mila"])
def test_pages_ask_no_more_for_more_rows(client, in_a2, a2, amina, mila, sofia, who):
    client.force_login({"amina": amina, "mila": mila}[who])
    proposed, begun = meeting_of(by=amina, dates=(11, 12)), begun_meeting(by=amina, title="Over")
    paths = {LIST: 8, "/en/meetings/": 8, f"/en/meetings/{proposed.pk}/": 12, f"/en/meetings/{begun.pk}/": 12}
    Minutes.of(begun).publish("We met.", by=amina)
    begun.decide("Something", owner=mila, by=amina)
    for path in paths:
        client.get(path)
    before = [queries_of(client, path) for path in paths]
    for number in range(4):
        person = UserFactory()
        a2.seat(person, Role.MEMBER, by=None)
        meeting_of(by=amina, title=f"Proposed {number}", dates=(20, 21))
        meeting_of(by=amina, title=f"Fixed {number}").answer("comes", by=person)
        proposed.give_availability(dict.fromkeys(proposed.dates.all(), "yes"), by=person)
        begun.decide(f"Decision {number}", owner=person, by=amina)
        begun.take_attendance([person], by=amina)
        Minutes.of(begun).publish(f"We met {number}.", by=amina)
    after = [queries_of(client, path) for path in paths]
    assert after == before
    assert [(path, number) for (path, most), number in zip(paths.items(), after, strict=True) if number > most] == []


def test_in_french_and_spanish(client, in_a2, amina):
    meeting = meeting_of(by=amina, dates=(11, 12))
    client.force_login(amina)
    for language in ("fr", "es"):
        for path in ("task-forces/a2/meetings/", f"meetings/{meeting.pk}/", "meetings/", "task-forces/meetings/"):
            assert client.get(f"/{language}/{path}").status_code == 200


def test_my_duties_lead_to_my_meetings(client, in_a2, amina, mila):
    meeting = meeting_of(by=amina)
    text = page(client, mila, "/en/home/")
    assert "Say whether you come" in text and meeting.title in text and "Task force A2" in text
    assert "My next meetings" in text


def test_lost_seat_closes_every_door(client, in_a2, amina, mila, a2):
    meeting = meeting_of(by=amina, link=LINK)
    client.force_login(mila)
    a2.seats.get(person=mila).end(by=amina)
    assert client.get(f"/en/meetings/{meeting.pk}/").status_code == 404
    assert client.get(f"/en/meetings/{meeting.pk}/meeting.ics").status_code == 404
    assert client.get(LIST).status_code == 403
    assert meeting.title not in page(client, mila, "/en/meetings/")
    assert not Activity.objects.filter(actor=mila).exists()
