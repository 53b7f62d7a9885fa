"""The pages of rooms: list, overview, people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Consent
from colleges.models import College
from spaces.models import Space
from taskforces.models import Role
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory
from tests.factories.meetings import meeting_of
from tests.factories.rooms import admitted, room

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


def test_list_tells_where_one_belongs_and_what_else_is_open(client, amina):
    client.force_login(amina)
    spaces = client.get(reverse("spaces:list")).context["spaces"]
    own = [space.slug for space in spaces if space.is_own]
    assert own[0] == "leaders" and {"region-africa", "college-research-and-teaching"} <= set(own)
    assert [space.slug for space in spaces][: len(own)] == own
    assert {"interface-knowledge", "friends"} <= {space.slug for space in spaces} - set(own)


def test_list_is_not_for_visitors_and_a_friend_finds_the_room_of_the_friends(client, victor):
    assert "/account/login/" in client.get(reverse("spaces:list")).url
    client.force_login(victor)
    page = client.get(reverse("spaces:list"))
    assert [space.slug for space in page.context["spaces"]] == ["friends"]


def test_overview_shows_each_kind_who_moderates_and_to_whom_it_is_open(client, amina, fatou, a2):
    meeting_of(by=amina, title="Spring meeting")
    client.force_login(fatou)
    html = text(client.get(a2.space.get_absolute_url()))
    for words in ("Spring meeting", "those who belong there", "Amina Diallo", "Overview", "People"):
        assert words in html
    assert "Reading only" not in html


def test_who_only_reads_is_told_who_writes(client, victor, sofia):
    room("interface-research").open_to("signed_in", by=sofia)
    client.force_login(victor)
    assert "Reading only" in text(client.get(room().get_absolute_url()))


@pytest.mark.parametrize("name", ["spaces:detail", "spaces:people"])
def test_visitors_sign_in_alike_whether_the_room_exists_or_not(client, name):
    for slug in ("interface-research", "none"):
        response = client.get(reverse(name, args=[slug]))
        assert response.status_code == 302 and response.url.startswith("/en/account/login/?next=")


@pytest.mark.parametrize("name", ["spaces:detail", "spaces:people"])
def test_room_that_is_closed_to_somebody_looks_like_none(client, victor, name):
    client.force_login(victor)
    for slug in ("interface-research", "none"):
        assert client.get(reverse(name, args=[slug])).status_code == 404
    assert client.post(reverse(name, args=["friends"])).status_code == 405


def test_public_room_is_read_by_visitors_but_its_people_are_not(client, sofia):
    room().open_to("public", by=sofia)
    page = client.get(room().get_absolute_url())
    assert page.status_code == 200 and "Sign in to write here" in text(page)
    assert "/account/login/" in client.get(reverse("spaces:people", args=[room().slug])).url


def test_people_are_named_who_show_their_names_and_the_others_counted(client, amina, sofia):
    shown = UserFactory(name="Zoe Shown")
    shown.consent(Consent.Purpose.ROSTERS, by=shown)
    admitted(person=shown, role="moderator")
    admitted(person=UserFactory(name="Hidden Person"))
    client.force_login(amina)
    html = text(client.get(reverse("spaces:people", args=[room().slug])))
    assert "Zoe Shown" in html and "moderator" in html and "Hidden Person" not in html
    assert "2 people belong here" in html and "1 person does not show her name" in html
    assert client.get(reverse("spaces:people", args=[room().slug]), {"page": "x"}).status_code == 404


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


def test_pages_need_no_more_queries_for_more_rows(client, amina, a2):
    amina.consent(Consent.Purpose.ROSTERS, by=amina)
    meeting_of(by=amina)
    client.force_login(amina)
    pages = [reverse("spaces:list"), a2.space.get_absolute_url(), reverse("spaces:people", args=[a2.space.slug])]
    before = [queries(client, page) for page in pages]
    for number in range(4):
        meeting_of(by=amina, title=f"Meeting {number}")
        person = UserFactory()
        person.consent(Consent.Purpose.ROSTERS, by=person)
        a2.seat(person, Role.MEMBER, by=None)
        a2.space.admit(UserFactory(), role="moderator", by=None)
    assert [queries(client, page) for page in pages] == before
    assert all(number <= limit for number, limit in zip(before, (8, 12, 12), strict=True)), before


def test_ways_lead_into_the_rooms_for_those_let_in(client, amina, carla, victor, a2, cast):
    college = College.objects.of(cast.fundacion)
    for person, let_in in ((amina, True), (victor, False)):
        client.force_login(person)
        tabs = client.get(a2.get_absolute_url()).context["tabs"]
        assert (a2.space.get_absolute_url() in [tab["url"] for tab in tabs]) is let_in
    for person, let_in in ((carla, True), (amina, False)):
        client.force_login(person)
        assert (college.space.get_absolute_url() in text(client.get(college.get_absolute_url()))) is let_in
    assert reverse("spaces:list") in text(client.get("/en/hub/"))
    client.logout()
    assert "/spaces/" not in text(client.get(reverse("colleges:friends")))


def test_room_without_owner_opens_for_nobody_but_breaks_nothing(client, sofia):
    lost = Space.objects.create(slug="lost")
    client.force_login(sofia)
    assert "lost" not in text(client.get(reverse("spaces:list")))
    assert client.get("/admin/spaces/space/").status_code == 200
    assert client.get(f"/admin/spaces/space/{lost.pk}/change/").status_code == 200
    assert client.get(lost.get_absolute_url()).status_code == 404


def test_region_tells_its_people_of_all_organisations(client, bruno):
    for _number in range(2):
        AffiliationFactory(partner=PartnerFactory(), person=UserFactory(country_id="SN"))
    client.force_login(bruno)
    html = text(client.get(reverse("spaces:people", args=["region-africa"])))
    assert "2 people belong here" in html
