"""An organisation applies to join: written in steps, sent, completed, decided on, once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import Activity, StoredFile
from core.uploads import clean_upload
from notifications.models import Notice
from partners.models import Affiliation, JoiningApplication, Partner, Sheet
from tests.cast import country
from tests.factories import AffiliationFactory, JoiningFactory, PartnerFactory, UserFactory
from tests.papers import logo, upload

pytestmark = pytest.mark.django_db

Status = JoiningApplication.Status
ANSWERS = {
    "name": "Institut du Sol Vivant",
    "type": "research",
    "nature": "non_profit",
    "contact_name": "Ada",
    "contact_email": "ada@isv.example",
    "is_authorised": True,
}


def begun(**answers):
    """A draft with all answers and all files."""
    person = UserFactory()
    application = JoiningApplication.begin(person)
    application.save_answers(ANSWERS | {"country": country("FR")} | answers, by=person)
    for kind in application.needed_pieces:
        application.put_piece(kind, clean_upload(logo() if kind == "logo" else upload()), by=person)
    return application


def accepted(application, sofia, status="partner", **decision):
    decision = {"body": "bureau", "decided_on": timezone.localdate(), "reference": "B/2026/4"} | decision
    application.accept(status, by=sofia, **decision)
    return application


def verbs_about(obj):
    return list(Activity.objects.about(obj).order_by("pk").values_list("verb", flat=True))


# -- Writing


def test_there_is_one_draft_which_knows_its_writer(victor):
    draft = JoiningApplication.begin(victor)
    assert (draft.contact_name, draft.contact_email) == (victor.name, victor.email)
    assert JoiningApplication.begin(victor) == draft


def test_what_is_incomplete_is_kept(victor):
    draft = JoiningApplication.begin(victor)
    draft.save_answers({"name": "Solo Vivo", "type": ""}, by=victor)
    assert JoiningApplication.begin(victor).name == "Solo Vivo"


def test_nothing_but_answers_can_be_written(victor):
    draft = JoiningApplication.begin(victor)
    draft.save_answers({"status": "accepted_member", "reason": "x", "applicant": UserFactory()}, by=victor)
    draft.refresh_from_db()
    assert (draft.status, draft.reason, draft.applicant) == (Status.DRAFT, "", victor)


def test_company_is_commercial_whatever_was_said(victor):
    draft = JoiningApplication.begin(victor)
    draft.save_answers({"type": "company", "nature": "public"}, by=victor)
    assert draft.nature == "commercial"


@pytest.mark.parametrize(
    ("kind", "needed"),
    [("state", 2), ("company", 2), ("research", 3), ("civil_society", 3), ("foundation", 3), ("", 3)],
)
def test_document_on_its_nature_is_not_asked_of_states_and_companies(kind, needed):
    assert len(JoiningApplication(type=kind).needed_pieces) == needed


def test_file_takes_the_place_of_another(victor, django_capture_on_commit_callbacks):
    draft = JoiningApplication.begin(victor)
    draft.put_piece("logo", clean_upload(logo()), by=victor)
    with django_capture_on_commit_callbacks(execute=True):
        draft.put_piece("logo", clean_upload(logo()), by=victor)
    assert draft.pieces.count() == StoredFile.objects.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        draft.remove_piece("logo", by=victor)
        draft.remove_piece("logo", by=victor)
    assert not StoredFile.objects.exists()


# -- Sending


def test_complete_application_is_sent_once():
    application = begun()
    application.submit(by=application.applicant)
    assert application.status == Status.SUBMITTED
    with pytest.raises(ValidationError, match="already been sent"):
        application.submit(by=application.applicant)
    assert verbs_about(application) == ["submitted"]


@pytest.mark.parametrize("missing", ["name", "type", "nature", "contact_email", "is_authorised"])
def test_nothing_is_sent_that_is_incomplete(missing):
    application = begun(**{missing: False if missing == "is_authorised" else ""})
    with pytest.raises(ValidationError, match="Still missing"):
        application.submit(by=application.applicant)


def test_nothing_is_sent_without_its_files():
    application = begun()
    application.remove_piece("declaration", by=application.applicant)
    with pytest.raises(ValidationError, match="Declaration of Intent"):
        application.submit(by=application.applicant)


def test_sent_application_cannot_be_written_any_more():
    application = JoiningFactory()
    person = application.applicant
    for write in (
        lambda: application.save_answers({"name": "Another"}, by=person),
        lambda: application.put_piece("logo", clean_upload(logo()), by=person),
        lambda: application.remove_piece("logo", by=person),
    ):
        with pytest.raises(ValidationError, match="already been sent"):
            write()
    assert not StoredFile.objects.exists()


def test_nobody_sends_a_dozen():
    application = begun()
    JoiningFactory.create_batch(5, applicant=application.applicant)
    with pytest.raises(ValidationError, match="several applications"):
        application.submit(by=application.applicant)


def test_draft_that_is_withdrawn_is_gone_with_its_files(django_capture_on_commit_callbacks):
    application = begun()
    with django_capture_on_commit_callbacks(execute=True):
        application.withdraw(by=application.applicant)
    assert not JoiningApplication.objects.exists() and not StoredFile.objects.exists()
    with pytest.raises(ValidationError, match="taken back"):
        application.withdraw(by=None)


def test_sent_application_is_withdrawn_once(sofia):
    application = JoiningFactory()
    application.withdraw(by=application.applicant)
    with pytest.raises(ValidationError):
        application.withdraw(by=application.applicant)
    with pytest.raises(ValidationError):
        accepted(application, sofia)
    assert verbs_about(application) == ["withdrawn"]


# -- The secretariat


def test_applicant_hears_what_is_missing_and_sends_it_again(sofia):
    application = JoiningFactory(with_pieces=True)
    application.ask_for_pieces(["declaration"], "The signature is missing.", by=sofia)
    assert application.status == Status.PIECES_MISSING and application.can_be_edited
    application.put_piece("declaration", clean_upload(upload()), by=application.applicant)
    application.submit(by=application.applicant)
    assert (application.status, application.missing_pieces, application.missing_words) == (Status.SUBMITTED, [], "")
    assert verbs_about(application) == ["pieces_asked", "resubmitted"]


@pytest.mark.parametrize(("kinds", "words"), [([], "Why"), (["passport"], "Why"), (["logo"], "  ")])
def test_what_is_asked_for_is_said(sofia, kinds, words):
    with pytest.raises(ValidationError):
        JoiningFactory().ask_for_pieces(kinds, words, by=sofia)


def test_proposed_application_is_under_review(sofia):
    application = JoiningFactory()
    application.propose("member", by=sofia)
    assert (application.status, application.proposed_as) == (Status.UNDER_REVIEW, "member")
    with pytest.raises(ValidationError):
        application.propose("partner", by=sofia)


def test_refusal_has_a_reason_and_comes_once(sofia):
    application = JoiningFactory()
    with pytest.raises(ValidationError, match="Give a reason"):
        application.refuse(" ", by=sofia)
    application.refuse("Not concerned with soils.", by=sofia)
    with pytest.raises(ValidationError, match="refused"):
        application.refuse("Again.", by=sofia)
    with pytest.raises(ValidationError, match="refused"):
        accepted(application, sofia)
    assert not Partner.objects.filter(name=application.name).exists()


# -- Accepted


def test_accepted_organisation_stands_in_the_register_with_its_facts(sofia):
    application = JoiningFactory(
        name="Banque du Sol", type="development_bank", nature="public", website="https://bds.example", gives_funds=True
    )
    accepted(application, sofia, "member")
    partner = application.partner
    assert partner.status == Partner.Status.MEMBER and partner.joined_on == timezone.localdate()
    for name in ("name", "acronym", "type", "nature", "country", "place", "website", "gives_funds"):
        assert getattr(partner, name) == getattr(application, name), name
    assert (application.decided_by_body, application.decision_reference) == ("bureau", "B/2026/4")


def test_applicant_belongs_to_it_and_speaks_for_it_the_same_minute(sofia):
    application = accepted(JoiningFactory(), sofia)
    person = application.applicant
    assert person.is_partner
    assert list(application.partner.focal_points) == [person]
    assert person.has_perm("partners.manage_people_partner", application.partner)


def test_logo_goes_to_the_sheet(sofia):
    application = accepted(JoiningFactory(with_pieces=True), sofia)
    assert Sheet.objects.get(partner=application.partner).logo.content_type == "image/png"
    assert sorted(application.pieces.values_list("kind", flat=True)) == ["declaration", "nature"]


def test_applicant_is_told_once_of_all_that(sofia):
    application = accepted(JoiningFactory(), sofia)
    for activity in Activity.objects.unannounced():
        Notice.objects.announce(activity.pk)
    heard = Notice.objects.filter(recipient=application.applicant)
    assert [notice.activity.key for notice in heard] == ["partners.joiningapplication.accepted"]


def test_second_decision_comes_too_late(sofia):
    application = JoiningFactory()
    mine, hers = (JoiningApplication.objects.get(pk=application.pk) for _turn in range(2))
    accepted(mine, sofia)
    with pytest.raises(ValidationError, match="accepted as partner"):
        accepted(hers, sofia, "member")
    assert Partner.objects.filter(name=application.name).count() == 1


def test_decision_names_its_body_and_does_not_lie_ahead(sofia):
    for wrong in ({"body": "king"}, {"decided_on": None}, {"decided_on": timezone.localdate() + timedelta(days=1)}):
        with pytest.raises(ValidationError):
            accepted(JoiningFactory(), sofia, **wrong)
    with pytest.raises(ValidationError):
        accepted(JoiningFactory(), sofia, "candidate")
    assert not JoiningApplication.objects.filter(status__in=JoiningApplication.ACCEPTED).exists()


@pytest.mark.parametrize("before", [Partner.Status.CANDIDATE, Partner.Status.LEFT])
def test_candidate_or_former_partner_of_the_register_comes_back(sofia, before):
    known = PartnerFactory(name="Old name", status=before, nature="public")
    colleague = AffiliationFactory(partner=known).person
    application = JoiningFactory(name="New name")
    application.choose_organisation(known, by=sofia)
    accepted(application, sofia, "member")
    known.refresh_from_db()
    assert (known.name, known.status, known.slug) == ("New name", Partner.Status.MEMBER, "old-name")
    assert Partner.objects.filter(name="New name").count() == 1
    for activity in Activity.objects.unannounced():
        Notice.objects.announce(activity.pk)
    assert Notice.objects.filter(recipient=colleague, activity__verb="admitted").exists()


def test_applicant_who_belonged_to_it_before_speaks_for_it_now(sofia):
    known = PartnerFactory(status=Partner.Status.LEFT)
    person = AffiliationFactory(partner=known).person
    application = JoiningFactory(applicant=person)
    application.choose_organisation(known, by=sofia)
    accepted(application, sofia)
    assert Affiliation.objects.get(person=person, partner=known).is_focal_point


def test_organisation_in_force_cannot_be_chosen(sofia):
    application = JoiningFactory()
    with pytest.raises(ValidationError, match="in the Initiative already"):
        application.choose_organisation(PartnerFactory(), by=sofia)


def test_organisation_admitted_meanwhile_is_not_admitted_again(sofia):
    application, known = JoiningFactory(), PartnerFactory(status=Partner.Status.CANDIDATE)
    application.choose_organisation(known, by=sofia)
    known.admit("partner", by=sofia)
    with pytest.raises(ValidationError, match="in the Initiative already"):
        accepted(application, sofia)
    application.refresh_from_db()
    assert application.status == Status.SUBMITTED


def test_same_name_in_the_same_country_is_a_sentence(sofia):
    PartnerFactory(name="Candidaté X")
    application = JoiningFactory(name="candidate x")
    with pytest.raises(ValidationError, match="exists in this country"):
        accepted(application, sofia)
    assert not Affiliation.objects.filter(person=application.applicant).exists()


# -- A commercial body can never become a member


@pytest.mark.parametrize("kind", ["company", "producers", "civil_society"])
def test_commercial_body_never_becomes_a_member_by_a_verb(sofia, kind):
    application = JoiningFactory(type=kind, nature="commercial", wishes_to_be="member", with_pieces=True)
    for attempt in (
        lambda: application.propose("member", by=sofia),
        lambda: accepted(application, sofia, "member"),
    ):
        with pytest.raises(ValidationError, match="never a member"):
            attempt()
    accepted(application, sofia, "partner")
    assert application.partner.status == Partner.Status.PARTNER


def test_commercial_body_cannot_even_send_that_wish():
    application = begun(nature="commercial", wishes_to_be="member")
    with pytest.raises(ValidationError, match="never a member"):
        application.submit(by=application.applicant)


def test_commercial_application_is_refused_by_the_database():
    application = JoiningFactory(nature="commercial")
    decided = {"status": Status.ACCEPTED_MEMBER, "decided_by_body": "bureau", "decided_on": timezone.localdate()}
    with pytest.raises(IntegrityError), transaction.atomic():
        JoiningApplication.objects.filter(pk=application.pk).update(**decided)


def test_member_of_the_register_does_not_turn_commercial_by_an_application(sofia):
    """The chosen row takes the facts of the application, and the rule holds for what it then is."""
    known = PartnerFactory(status=Partner.Status.LEFT, nature="non_profit")
    application = JoiningFactory(nature="commercial", type="company")
    application.choose_organisation(known, by=sofia)
    with pytest.raises(ValidationError, match="never a member"):
        accepted(application, sofia, "member")
    known.refresh_from_db()
    assert (known.nature, known.status) == ("non_profit", Partner.Status.LEFT)


# -- Who may


def test_nobody_sends_withdraws_or_decides_in_her_place(sofia, carla):
    application = JoiningFactory()
    root = UserFactory(is_superuser=True, is_staff=True)
    for person in (sofia, root, carla):
        assert not person.has_perm("partners.submit_joiningapplication", application)
        assert not person.has_perm("partners.withdraw_joiningapplication", application)
    assert sofia.has_perm("partners.decide_joiningapplication", application)
    assert not carla.has_perm("partners.decide_joiningapplication", application)
    own = JoiningFactory(applicant=root)
    assert not root.has_perm("partners.decide_joiningapplication", own)


def test_draft_is_nobodys_business_but_the_applicants(sofia, victor):
    draft = JoiningApplication.begin(victor)
    assert not JoiningApplication.objects.visible_to(sofia).filter(pk=draft.pk).exists()
    assert JoiningApplication.objects.visible_to(victor).get() == draft
