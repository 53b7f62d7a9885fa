"""Asking to join: the form of each person, saved and sent."""

import pytest
from django.urls import reverse

from taskforces.models import Application, Duty, JoiningForm, Question, Role
from tests.factories import ApplicationFactory

JOIN = reverse("taskforces:join", args=["a2"])
ANSWERS = {
    "role": "member",
    "country": "BR",
    "motivation": "I farm 60 hectares under no-till.",
    "expertise": "No-till farming",
    "time": "up_to_4",
    "languages": "Spanish",
    "accepts_duties": "on",
}


@pytest.fixture
def friend(client, victor):
    """A browser in which Victor, who has no organisation, has signed in."""
    client.force_login(victor)
    return client


@pytest.fixture
def partner(client, bruno):
    """A browser in which Bruno of a partner organisation has signed in."""
    client.force_login(bruno)
    return client


def errors_of(response):
    """{field: codes} of the form on the page."""
    return {
        name: [fault.code for fault in faults] for name, faults in response.context["form"].errors.as_data().items()
    }


def test_stranger_signs_in_and_comes_back(client, victor):
    response = client.get(JOIN, {"role": "member"})
    assert response.url == f"{reverse('account_login')}?next={JOIN}%3Frole%3Dmember"


def test_friend_is_offered_team_member_only_and_told_why(friend):
    response = friend.get(JOIN)
    assert [value for value, _label in response.context["form"].fields["role"].choices] == ["member"]
    html = response.content.decode()
    assert "As a friend you can be a team member." in html
    assert reverse("partners:list") in html
    assert 'name="region"' not in html


def test_partner_is_offered_all_roles_with_their_duties(partner):
    response = partner.get(JOIN)
    assert [value for value, _label in response.context["form"].fields["role"].choices] == Role.values
    html = response.content.decode()
    for duty in Duty.objects.all():
        assert duty.text in html


def test_form_is_short(partner):
    assert len(partner.get(JOIN).context["form"].fields) <= 12


def test_open_seat_arrives_chosen(partner):
    html = partner.get(JOIN, {"role": "representative", "region": "asia"}).context["form"]
    assert html["role"].value() == "representative"
    assert html.fields["region"].queryset.get(pk=html["region"].value()).slug == "asia"


@pytest.mark.parametrize("query", [{"role": "king"}, {"region": "x" * 5000}])
def test_nonsense_in_the_address_is_ignored(partner, query):
    assert partner.get(JOIN, query).status_code == 200


def test_represented_regions_say_so(partner, fatou):
    assert "Africa (represented at the moment)" in partner.get(JOIN).content.decode()


def test_request_is_sent_once_and_followed(friend, victor):
    response = friend.post(JOIN, ANSWERS)
    application = Application.objects.get(person=victor)
    assert application.status == Application.Status.SUBMITTED
    assert response.url == application.get_absolute_url()
    assert friend.post(JOIN, ANSWERS).url == application.get_absolute_url()
    assert friend.get(JOIN).url == application.get_absolute_url()
    assert Application.objects.count() == 1


def test_candidate_names_her_region(partner, bruno):
    answers = ANSWERS | {"role": "representative", "country": "FR"}
    assert errors_of(partner.post(JOIN, answers)) == {"region": ["required"]}
    region = partner.get(JOIN).context["form"].fields["region"].queryset.get(slug="europe")
    partner.post(JOIN, answers | {"region": region.pk})
    assert Application.objects.get(person=bruno).region == region


def test_region_of_a_team_member_is_left_out(partner, bruno):
    region = partner.get(JOIN).context["form"].fields["region"].queryset.first()
    partner.post(JOIN, ANSWERS | {"region": region.pk})
    assert Application.objects.get(person=bruno).region is None


@pytest.mark.parametrize("role", ["leader", "representative", "", "king", "member\0"])
def test_forged_role_is_refused_beside_the_field(friend, role):
    response = friend.post(JOIN, ANSWERS | {"role": role, "region": "1"})
    assert response.status_code == 200
    assert list(errors_of(response)) == ["role"]
    assert "I farm 60 hectares under no-till." in response.content.decode()
    assert not Application.objects.exists()


@pytest.mark.parametrize("name", ["country", "region"])
@pytest.mark.parametrize("value", ["XX", "FR\0", "\0", "9" * 5000, "-1", "all", "1 OR 1=1"])
def test_forged_row_is_refused_beside_the_field(partner, name, value):
    response = partner.post(JOIN, ANSWERS | {"role": "representative", "region": "1", "country": "FR"} | {name: value})
    assert errors_of(response)[name] == ["invalid_choice"]
    assert "I farm 60 hectares under no-till." in response.content.decode()


def test_region_inside_a_large_one_is_refused(partner):
    from regions.models import Region

    part = Region.objects.get(slug="south-asia")
    response = partner.post(JOIN, ANSWERS | {"role": "representative", "region": part.pk})
    assert errors_of(response) == {"region": ["invalid_choice"]}


def test_empty_form_answers_with_sentences(partner):
    response = partner.post(JOIN, {})
    assert set(errors_of(response)) == {
        "role", "country", "motivation", "expertise", "time", "languages", "accepts_duties",
    }  # fmt: skip
    html = response.content.decode()
    assert "error-summary" in html
    assert "<title>Error:" in html


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("motivation", "x" * 4001, "max_length"),
        ("motivation", "a\0b", "null_characters_not_allowed"),
        ("languages", "x" * 301, "max_length"),
        ("time", "always", "invalid_choice"),
        ("time", "\0", "invalid_choice"),
    ],
)
def test_wrong_answers_are_refused_and_kept_on_the_page(friend, name, value, code):
    response = friend.post(JOIN, ANSWERS | {name: value})
    assert errors_of(response) == {name: [code]}
    assert response.context["form"][name].value() == value


def test_duties_must_be_accepted(friend):
    answers = {name: value for name, value in ANSWERS.items() if name != "accepts_duties"}
    assert errors_of(friend.post(JOIN, answers)) == {"accepts_duties": ["required"]}


def test_draft_keeps_what_was_typed_and_goes_on(friend, victor):
    friend.post(JOIN, {"role": "member", "motivation": "Half a sen", "save": "yes"})
    draft = Application.objects.get(person=victor)
    assert draft.is_draft
    response = friend.get(JOIN)
    assert response.context["form"]["motivation"].value() == "Half a sen"
    assert "You began this request" in response.content.decode()
    friend.post(JOIN, ANSWERS)
    assert Application.objects.get(person=victor).answers["motivation"] == ANSWERS["motivation"]


def test_what_a_draft_cannot_keep_stays_on_the_page(friend, victor):
    response = friend.post(JOIN, {"motivation": "x" * 4001, "expertise": "Soils", "save": "yes"})
    assert errors_of(response) == {"motivation": ["max_length"]}
    assert response.context["form"]["motivation"].value() == "x" * 4001
    assert Application.objects.get(person=victor).answers == {"expertise": "Soils"}


def test_draft_is_thrown_away(friend, victor):
    friend.post(JOIN, {"save": "yes"})
    draft = Application.objects.get(person=victor)
    friend.post(reverse("taskforces:withdraw", args=["a2", draft.pk]))
    assert not Application.objects.exists()


def test_nobody_else_reads_a_draft(client, friend, amina, sofia, victor):
    friend.post(JOIN, {"motivation": "Half a sen", "save": "yes"})
    path = Application.objects.get(person=victor).get_absolute_url()
    for person in (amina, sofia):
        client.force_login(person)
        assert client.get(path).status_code == 404


def test_own_draft_opens_the_form(friend, victor):
    friend.post(JOIN, {"save": "yes"})
    assert friend.get(Application.objects.get(person=victor).get_absolute_url()).url == JOIN


def test_closed_joining_shows_no_form_and_takes_no_request(friend, a2):
    a2.is_joining_open = False
    a2.save()
    html = friend.get(JOIN).content.decode()
    assert "Joining is closed" in html
    assert "Send my request" not in html
    response = friend.post(JOIN, ANSWERS)
    assert "does not take new members" in response.content.decode()
    assert ANSWERS["motivation"] in response.content.decode()
    assert not Application.objects.exists()


def test_draft_outlives_a_closed_door(friend, a2):
    friend.post(JOIN, {"motivation": "Half a sen", "save": "yes"})
    a2.is_joining_open = False
    a2.save()
    html = friend.get(JOIN).content.decode()
    assert "Half a sen" in html
    assert "Send my request" not in html


def test_member_does_not_join_twice(friend, victor, a2):
    a2.seat(victor, Role.MEMBER, by=None)
    response = friend.post(JOIN, ANSWERS)
    assert "You already have a seat in this task force." in response.content.decode()


def test_person_whose_organisation_leaves_meanwhile_is_refused(partner, bruno, sofia):
    draft = ANSWERS | {"role": "leader", "save": "yes"}
    partner.post(JOIN, draft)
    bruno.affiliations.get().end(by=sofia)
    response = partner.post(JOIN, ANSWERS | {"role": "leader"})
    assert list(errors_of(response)) == ["role"]
    assert Application.objects.get(person=bruno).is_draft


def test_question_of_a_role_is_required_of_that_role_only(partner, bruno, a2):
    form = JoiningForm.objects.create(task_force=a2, version=1)
    Question.objects.create(
        form=form, key="statement", kind="long_text", is_required=True, roles=["leader"], label_en="What qualifies you?"
    )
    answers = {"role": "leader", "country": "FR", "accepts_duties": "on"}
    assert errors_of(partner.post(JOIN, answers)) == {"statement": ["required"]}
    partner.post(JOIN, answers | {"role": "member", "statement": "Not asked of me"})
    assert Application.objects.get(person=bruno).answers == {}


def test_answered_request_opens_the_way_for_another(friend, victor, amina):
    ApplicationFactory(person=victor).decline(reason="Not now", by=amina)
    assert friend.get(JOIN).status_code == 200
    friend.post(JOIN, ANSWERS)
    assert Application.objects.open().filter(person=victor).count() == 1


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(friend, method):
    assert getattr(friend, method)(JOIN).status_code == 405


def test_number_of_queries(partner, amina, django_assert_max_num_queries):
    partner.get(JOIN)
    with django_assert_max_num_queries(14):
        partner.get(JOIN)
