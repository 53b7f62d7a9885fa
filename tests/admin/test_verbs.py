"""The verbs of the models as actions of the admin."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from accounts.models import User
from api.models import Key
from colleges.models import College, Placement
from core.models import Activity, Theme
from notifications.models import Mail, Notice
from partners.models import Affiliation, Partner
from taskforces.models import Application, Duty, Role, Seat, TaskForce
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory, UserFactory


@pytest.fixture
def desk(client, sofia):
    """The browser of the secretariat."""
    client.force_login(sofia)
    return client


def do(desk, obj, verb, **data):
    """Press the button of a verb on the page of `obj`."""
    opts = obj._meta
    return desk.post(reverse(f"admin:{opts.app_label}_{opts.model_name}_{verb}", args=[obj.pk]), data, follow=True)


def offered(desk, obj):
    """The verbs that stand on the page of `obj`."""
    opts = obj._meta
    page = desk.get(reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[obj.pk]))
    return [item["verb"].name for item in page.context_data["verbs"]]


def tick(desk, model, verb, objects, **data):
    """Choose an action for ticked rows of a list."""
    opts = model._meta
    return desk.post(
        reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist"),
        {"action": verb, ACTION_CHECKBOX_NAME: [obj.pk for obj in objects]} | data,
    )


# What a browser sends along for the rows below a form that are only shown.
ROWS_BELOW = {
    f"{rows}-{count}": "0"
    for rows in ("affiliations", "seats", "mail_domains", "team_places")
    for count in ("TOTAL_FORMS", "INITIAL_FORMS")
}


# -- Organisations


def test_candidate_becomes_partner_and_the_log_says_who(desk, sofia):
    partner = PartnerFactory(status="candidate")
    assert offered(desk, partner) == ["admit_as_partner", "admit_as_member", "merge"]
    do(desk, partner, "admit_as_partner", reason="Asked by letter.")
    partner.refresh_from_db()
    assert partner.status == Partner.Status.PARTNER
    activity = Activity.objects.about(partner).first()
    assert (activity.verb, activity.actor, activity.source) == ("admitted", sofia, "admin")


def test_commercial_body_is_not_offered_membership_and_refused_in_words(desk):
    partner = PartnerFactory(type="company", nature="commercial", status="candidate")
    assert "admit_as_member" not in offered(desk, partner)
    page = do(desk, partner, "admit_as_member", reason="A friend of mine.").content.decode()
    assert "A commercial body can be a partner, never a member." in page
    assert "A friend of mine." in page
    partner.refresh_from_db()
    assert partner.status == Partner.Status.CANDIDATE


def test_suspending_needs_a_reason_which_is_kept(desk, cast):
    do(desk, cast.afris, "suspend", reason="")
    cast.afris.refresh_from_db()
    assert cast.afris.status == Partner.Status.MEMBER
    do(desk, cast.afris, "suspend", reason="No answer for two years.")
    cast.afris.refresh_from_db()
    assert (cast.afris.status, cast.afris.status_reason) == (Partner.Status.SUSPENDED, "No answer for two years.")
    assert offered(desk, cast.afris) == ["admit_as_partner", "admit_as_member", "let_leave", "merge"]
    do(desk, cast.afris, "let_leave", reason="Its board decided so.")
    cast.afris.refresh_from_db()
    assert cast.afris.status == Partner.Status.LEFT


def test_status_is_no_field(desk, cast):
    url = reverse("admin:partners_partner_change", args=[cast.fundacion.pk])
    facts = {"name": "Fundación", "type": "foundation", "nature": "non_profit", "country": "ES", "slug": "fundacion"}
    assert desk.post(url, facts | ROWS_BELOW | {"status": "member", "standing": "member"}).status_code == 302
    cast.fundacion.refresh_from_db()
    assert (cast.fundacion.name, cast.fundacion.status) == ("Fundación", Partner.Status.PARTNER)
    assert Activity.objects.about(cast.fundacion).first().verb == "edited"


def test_member_does_not_become_commercial_by_the_form(desk, cast):
    url = reverse("admin:partners_partner_change", args=[cast.afris.pk])
    facts = {"name": "AFRIS", "type": "company", "nature": "commercial", "country": "BJ", "slug": "afris"}
    page = desk.post(url, facts | ROWS_BELOW)
    errors = page.context_data["adminform"].form.non_field_errors()
    assert "A commercial body can be a partner, never a member." in errors


def test_new_organisation_is_a_candidate(desk):
    facts = {"name": "Institut Terre", "type": "research", "nature": "public", "country": "FR", "status": "member"}
    desk.post(reverse("admin:partners_partner_add"), facts)
    partner = Partner.objects.get(name="Institut Terre")
    assert (partner.status, partner.slug) == (Partner.Status.CANDIDATE, "institut-terre")
    assert Activity.objects.about(partner).first().verb == "registered"


# -- People


def test_affiliation_is_added_confirmed_at_once(desk, victor, cast):
    url = reverse("admin:partners_affiliation_add")
    desk.post(url, {"person": victor.pk, "partner": cast.fundacion.pk, "is_focal_point": "on"})
    affiliation = Affiliation.objects.get(person=victor)
    assert (affiliation.status, affiliation.is_focal_point) == (Affiliation.Status.ACTIVE, True)
    verbs = Activity.objects.about(affiliation).values_list("verb", flat=True)
    assert set(verbs) == {"requested", "confirmed", "named_focal_point"}
    again = desk.post(url, {"person": victor.pk, "partner": cast.fundacion.pk})
    assert "already belong" in again.content.decode()


def test_requests_are_confirmed_declined_and_ended(desk, cast):
    first, second = (Affiliation.objects.request(UserFactory(), cast.fundacion, by=None) for _number in range(2))
    do(desk, first, "confirm")
    do(desk, second, "decline")
    do(desk, first, "name_focal_point")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, first.is_focal_point) == (Affiliation.Status.ACTIVE, True)
    assert second.status == Affiliation.Status.DECLINED
    do(desk, first, "end")
    first.refresh_from_db()
    assert first.status == Affiliation.Status.ENDED


def test_account_is_deactivated_and_opened_again(desk, client, victor):
    do(desk, victor, "deactivate", reason="Sent advertisements.")
    victor.refresh_from_db()
    assert not victor.is_active
    do(desk, victor, "reactivate", reason="A misunderstanding.")
    victor.refresh_from_db()
    assert victor.is_active


def test_secretariat_neither_appoints_nor_closes_its_own_accounts(desk, sofia, victor):
    colleague = UserFactory(is_staff=True)
    assert offered(desk, colleague) == offered(desk, sofia) == []
    assert do(desk, colleague, "deactivate", reason="No.").status_code == 403
    assert do(desk, victor, "appoint_to_secretariat").status_code == 403
    assert do(desk, sofia, "dismiss_from_secretariat").status_code == 403


def test_superuser_appoints_and_dismisses(client, victor, sofia):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    do(client, victor, "appoint_to_secretariat")
    victor = User.objects.get(pk=victor.pk)
    assert victor.is_staff
    assert victor.has_perm("partners.decide_partner")
    do(client, victor, "dismiss_from_secretariat")
    victor = User.objects.get(pk=victor.pk)
    assert not victor.is_staff
    assert not victor.has_perm("partners.decide_partner")


def test_dangerous_fields_of_people_are_out_of_reach(desk, victor):
    url = reverse("admin:accounts_user_change", args=[victor.pk])
    password, address = victor.password, victor.email
    forged = {"is_superuser": "on", "is_staff": "on", "groups": "1", "user_permissions": "1", "is_active": ""}
    forged |= {"password": "x", "email": "thief@example.org"}
    facts = {"name": "Victor A.", "country": "BR", "language": "es", "time_zone": "UTC"}
    assert desk.post(url, facts | ROWS_BELOW | forged).status_code == 302
    victor = User.objects.get(pk=victor.pk)
    assert victor.name == "Victor A."
    assert (victor.is_superuser, victor.is_staff, victor.is_active) == (False, False, True)
    assert (victor.password, victor.email) == (password, address)
    assert not victor.groups.exists()
    assert not victor.user_permissions.exists()


# -- Task forces


def test_seat_is_refused_beside_the_field_to_whom_it_may_not_go(desk, a2, victor):
    page = desk.post(
        reverse("admin:taskforces_seat_add"), {"task_force": a2.pk, "person": victor.pk, "role": Role.LEADER}
    )
    assert "active partner organisations" in str(page.context_data["form"].errors["role"])
    page = do(desk, a2, "give_seat", person=victor.pk, role=Role.MEMBER, region="")
    assert page.status_code == 200
    assert a2.seats.open().get(person=victor).role == Role.MEMBER


def test_representative_needs_a_region(desk, a2, bruno):
    page = do(desk, a2, "give_seat", person=bruno.pk, role=Role.REPRESENTATIVE)
    assert "Choose the region" in str(page.context_data["form"].errors["region"])


def test_flagged_seat_is_turned_into_membership(desk, cast, amina, sofia, a2):
    seat = a2.seats.get(person=amina)
    assert offered(desk, seat) == ["renew", "end"]
    cast.afris.leave(by=sofia, reason="It left.")
    assert offered(desk, seat) == ["turn_into_membership", "end"]
    do(desk, seat, "turn_into_membership")
    assert a2.seats.open().get(person=amina).role == Role.MEMBER


def test_seat_ends(desk, a2, fatou):
    do(desk, a2.seats.get(person=fatou), "end")
    assert not a2.seats.open().filter(person=fatou).exists()


def test_application_is_accepted_asked_and_declined_with_reason(desk, victor, amina):
    application = ApplicationFactory(person=victor)
    assert offered(desk, application) == ["accept", "ask", "decline"]
    do(desk, application, "ask", text="Which soils?")
    application.refresh_from_db()
    assert application.status == Application.Status.ASKED
    do(desk, application, "decline", reason="")
    application.refresh_from_db()
    assert application.status == Application.Status.ASKED
    do(desk, application, "decline", reason="The task force is full.")
    application.refresh_from_db()
    assert (application.status, application.reason) == (Application.Status.DECLINED, "The task force is full.")
    second = ApplicationFactory(person=UserFactory())
    do(desk, second, "accept")
    second.refresh_from_db()
    assert second.status == Application.Status.ACCEPTED


def test_candidate_is_nominated(desk, bruno):
    b1 = TaskForce.objects.get(objective__code="B1")
    application = ApplicationFactory(person=bruno, task_force=b1, role=Role.LEADER)
    assert offered(desk, application) == ["nominate", "ask", "decline"]
    do(desk, application, "nominate")
    assert Seat.objects.in_force().leaders().get(task_force=b1).person == bruno


def test_nobody_decides_on_the_own_application_here_either(desk, sofia):
    application = ApplicationFactory(person=sofia)
    assert offered(desk, application) == []
    assert do(desk, application, "accept").status_code == 403


def test_draft_is_nobodys_business(desk, victor):
    draft = ApplicationFactory(person=victor, status=Application.Status.DRAFT, submitted_at=None)
    assert do(desk, draft, "accept").status_code == 404


def test_answers_can_be_read(desk, victor):
    application = ApplicationFactory(person=victor)
    page = desk.get(reverse("admin:taskforces_application_change", args=[application.pk])).content.decode()
    assert "I measure soil carbon." in page


# -- Colleges, mails


def test_placement_is_made_moved_and_lifted(desk, cast):
    civil, research = College.objects.get(number=5), College.objects.of(cast.afris)
    url = reverse("admin:colleges_placement_add")
    data = {"partner": cast.afris.pk, "college": civil.pk}
    assert "reason" in desk.post(url, data | {"reason": ""}).context_data["form"].errors
    desk.post(url, data | {"reason": "It asked for it."})
    assert College.objects.of(cast.afris) == civil
    placement = Placement.objects.get()
    do(desk, placement, "move", college=research.pk, reason="It changed its mind.")
    assert College.objects.of(cast.afris) == research
    do(desk, placement, "lift")
    assert not Placement.objects.exists()


@pytest.mark.parametrize(("verb", "status"), [("arrived", Mail.Status.SENT), ("send_again", Mail.Status.WAITING)])
def test_unsure_mail_is_settled(desk, victor, amina, verb, status):
    activity = ApplicationFactory(person=victor).record("submitted", by=victor)
    notice = Notice.objects.create(recipient=amina, activity=activity, audience="decider")
    mail = Mail.objects.create(notice=notice, status=Mail.Status.UNSURE)
    do(desk, mail, verb)
    mail.refresh_from_db()
    assert mail.status == status


# -- Plan texts


def test_texts_in_force_are_edited_per_language_and_past_ones_read(desk):
    from objectives.models import Objective, ObjectiveText, PlanVersion

    objective = Objective.objects.get(code="A1")
    text = ObjectiveText.objects.get(objective=objective, version__is_in_force=True)
    url = reverse("admin:objectives_objectivetext_change", args=[text.pk])
    names = [f"{field}_{code}" for field in ("label", "title", "description", "notes") for code in ("en", "fr", "es")]
    values = {name: getattr(text, name) or "" for name in names}
    assert desk.post(url, values | {"label_fr": "Contributions nationales"}).status_code == 302
    text.refresh_from_db()
    assert text.label_fr == "Contributions nationales"
    assert text.label_en == values["label_en"]
    past = ObjectiveText.objects.create(
        objective=objective, version=PlanVersion.objects.get(number=1), label_en="Old", title_en="T", description_en="D"
    )
    url = reverse("admin:objectives_objectivetext_change", args=[past.pk])
    assert desk.get(url).status_code == 200
    assert desk.post(url, values).status_code == 403


def test_question_stays_as_it_was_once_answered(desk, victor):
    from taskforces.models import JoiningForm

    question = JoiningForm.objects.default().questions.first()
    url = reverse("admin:taskforces_question_change", args=[question.pk])
    ApplicationFactory(person=victor)
    assert desk.post(url, {"label_en": "Another question"}).status_code == 403


def test_vocabulary_can_be_deleted_and_organisations_cannot(desk, cast):
    duty, theme = Duty.objects.first(), Theme.objects.first()
    for obj in (duty, theme):
        url = reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_delete", args=[obj.pk])
        assert desk.get(url).status_code == 200
        assert desk.post(url, {"post": "yes"}).status_code == 302
        assert not type(obj).objects.filter(pk=obj.pk).exists()
    assert desk.post(reverse("admin:partners_partner_delete", args=[cast.afris.pk]), {"post": "yes"}).status_code == 403


# -- Many at once


def test_ticked_rows_are_previewed_with_their_number_before_anything_happens(desk):
    partners = [PartnerFactory() for _number in range(3)]
    page = tick(desk, Partner, "suspend", partners)
    assert "Suspend: 3 rows" in page.content.decode()
    assert Partner.objects.filter(status="suspended").count() == 0
    confirmed = {"_previewed": "3", "_confirmed": "1"}
    refused = tick(desk, Partner, "suspend", partners, **confirmed, reason="")
    assert "This field is required." in refused.content.decode()
    assert tick(desk, Partner, "suspend", partners, **confirmed, reason="Unpaid.").status_code == 302
    assert Partner.objects.filter(status="suspended", status_reason="Unpaid.").count() == 3


def test_refused_rows_are_told_one_by_one(desk):
    partners = [
        PartnerFactory(status="candidate"),
        PartnerFactory(name="Candidate", type="company", nature="commercial"),
    ]
    data = {"_previewed": "2", "_confirmed": "1", "reason": ""}
    page = desk.get(tick(desk, Partner, "admit_as_member", partners, **data).url).content.decode()
    assert "Candidate: A commercial body can be a partner, never a member." in page
    assert "Done for 1." in page


def test_more_than_fifty_are_asked_twice(desk):
    partners = PartnerFactory.create_batch(51, status="candidate")
    data = {"_previewed": "51", "_confirmed": "1", "reason": "All paid."}
    second = tick(desk, Partner, "admit_as_partner", partners, **data)
    assert "confirm a second time" in second.content.decode()
    assert not Partner.objects.filter(status="partner").exists()
    tick(desk, Partner, "admit_as_partner", partners, **data, _again="1")
    assert Partner.objects.filter(status="partner").count() == 51


def test_list_that_grew_since_the_preview_is_shown_again(desk):
    partner = PartnerFactory()
    page = tick(desk, Partner, "suspend", [partner], _previewed="2", _confirmed="1", reason="Unpaid.")
    assert "Suspend: 1 row" in page.content.decode()
    partner.refresh_from_db()
    assert partner.is_in_force


def test_focal_point_of_another_organisation_reaches_no_verb(client, carla, cast):
    affiliation = AffiliationFactory(partner=cast.afris)
    client.force_login(carla)
    assert do(client, affiliation, "end").status_code == 403


# -- Keys for programs


def test_key_that_does_harm_is_revoked_and_nothing_else_can_be_done(desk, sofia, victor):
    key, token = Key.objects.make("Monthly report", by=victor)
    assert offered(desk, key) == ["revoke"]
    page = desk.get(reverse("admin:api_key_changelist")).content.decode()
    assert key.prefix in page and token not in page and key.token_hash not in page
    do(desk, key, "revoke")
    assert not Key.objects.exists()
    assert Activity.objects.get(verb="revoked", object_id=key.pk).actor == sofia
