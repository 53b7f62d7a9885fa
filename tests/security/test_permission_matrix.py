"""The permission matrix of the Initiative, as far as its rows exist: one row, one action, one answer per role.

Y yes · N no · own: only what is the person's own · scope: only in the own task force, region or organisation.
"""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from core.models import Activity
from discussions.models import Thread
from events.models import Event, Meeting, Minutes, MinutesEdition
from objectives.models import ObjectiveText
from partners.models import Affiliation, Invitation, Sheet
from practices.models import Practice, Version
from projects.models import Idea
from questions.models import Question
from taskforces.models import Role
from tests.factories import AffiliationFactory, ApplicationFactory, UserFactory, partner_person
from tests.factories.cycle import attested
from tests.factories.discussions import ThreadFactory, answered
from tests.factories.enquiries import EnquiryFactory
from tests.factories.practices import PracticeFactory
from tests.factories.projects import IdeaFactory
from tests.factories.questions import QuestionFactory
from tests.security.stage import (
    FOCAL_POINT,
    FRIEND,
    FUNDER,
    LEADER,
    MEMBER,
    PARTNER,
    REPRESENTATIVE,
    ROLES,
    SECRETARIAT,
    SUPERUSER,
    VISITOR,
)

pytestmark = pytest.mark.django_db

STAFF = {SECRETARIAT, SUPERUSER}
EVERYBODY = set(ROLES)
SIGNED_IN = EVERYBODY - {VISITOR}
PARTNER_PEOPLE = {PARTNER, FOCAL_POINT, LEADER, REPRESENTATIVE, FUNDER}


def opens(client, path):
    return client.get(path).status_code == 200


def has_seat(person, task_force, role=None):
    seats = task_force.seats.open().filter(person=person)
    return (seats.filter(role=role) if role else seats).exists()


# Each action is a function of (stage, client, person) that tries it as a person would, and says whether it worked.


def read_public_pages(stage, client, person):
    paths = ("/en/", "/en/objectives/", "/en/objectives/a2/", "/en/task-forces/a2/", "/en/partners/", "/en/colleges/")
    return all(opens(client, path) for path in paths)


def ask_to_belong_to_an_organisation(stage, client, person):
    client.post(f"/en/partners/{stage.bodenbund.slug}/request/")
    return person is not None and person.affiliations.filter(partner=stage.bodenbund).exists()


def confirm_a_person_for_the_own_organisation(stage, client, person):
    partner = person.affiliations.in_force().first().partner if person and person.is_partner else stage.fundacion
    asking = AffiliationFactory(partner=partner, status=Affiliation.Status.REQUESTED)
    client.post(f"/en/partners/affiliations/{asking.pk}/confirm/")
    asking.refresh_from_db()
    return asking.status == Affiliation.Status.ACTIVE


def confirm_a_person_for_another_organisation(stage, client, person):
    asking = AffiliationFactory(status=Affiliation.Status.REQUESTED)
    client.post(f"/en/partners/affiliations/{asking.pk}/confirm/")
    asking.refresh_from_db()
    return asking.status == Affiliation.Status.ACTIVE


def confirm_oneself(stage, client, person):
    if person is None:
        return False
    asking = AffiliationFactory(person=person, status=Affiliation.Status.REQUESTED)
    client.post(f"/en/partners/affiliations/{asking.pk}/confirm/")
    asking.refresh_from_db()
    return asking.status == Affiliation.Status.ACTIVE


def invite_to_the_own_organisation(stage, client, person):
    partner = person.affiliations.in_force().first().partner if person and person.is_partner else stage.fundacion
    posted = {"email": "somebody@example.net", "language": "en"}
    client.post(f"/en/partners/{partner.slug}/people/invite/", posted)
    return partner.invitations.filter(email="somebody@example.net").exists()


def invite_to_another_organisation(stage, client, person):
    posted = {"email": "somebody@example.net", "language": "en"}
    client.post(f"/en/partners/{stage.bodenbund.slug}/people/invite/", posted)
    return stage.bodenbund.invitations.exists()


def accept_an_invitation_to_ones_own_address(stage, client, person):
    if person is None:
        return False
    invitation = Invitation.objects.invite(stage.bodenbund, email=person.email, by=None)
    client.post(f"/en/partners/invitations/{invitation.token}/")
    return person.affiliations.active().filter(partner=stage.bodenbund).exists()


def accept_an_invitation_to_somebody_else(stage, client, person):
    invitation = Invitation.objects.invite(stage.bodenbund, email="nobody@example.net", by=None)
    client.post(f"/en/partners/invitations/{invitation.token}/")
    invitation.refresh_from_db()
    return invitation.status == "accepted"


def enter_the_hub(stage, client, person):
    return opens(client, "/en/hub/")


def decide_the_status_of_an_organisation(stage, client, person):
    client.post(f"/admin/partners/partner/{stage.candidate.pk}/admit-as-partner/", {"reason": "All papers are in."})
    stage.candidate.refresh_from_db()
    return stage.candidate.status == "partner"


def change_the_college_of_an_organisation(stage, client, person):
    from colleges.models import College, Placement

    posted = {"partner": stage.candidate.pk, "college": College.objects.get(number=2).pk, "reason": "So."}
    client.post("/admin/colleges/placement/add/", posted)
    return Placement.objects.filter(partner=stage.candidate).exists()


def name_an_ambassador(stage, client, person):
    from colleges.models import Ambassador

    client.post("/admin/colleges/ambassador/add/", {"person": stage.victor.pk, "words": "Speak in schools."})
    return Ambassador.objects.filter(person=stage.victor).exists()


def write_down_an_activity_as_ambassador(stage, client, person):
    from colleges.models import AmbassadorActivity

    typed = {"title": "A field day", "happened_on": "2025-05-01", "country": "FR", "people_reached": "40"}
    client.post("/en/friends/ambassadors/activities/add/", typed)
    return AmbassadorActivity.objects.filter(title="A field day").exists()


def edit_the_official_text_of_an_objective(stage, client, person):
    text = ObjectiveText.objects.get(objective__code="A2", version__is_in_force=True)
    languages = ("en", "fr", "es")
    posted = {
        f"{field}_{language}": "Reworded" for field in ("label", "title", "description") for language in languages
    }
    posted |= {f"notes_{language}": "" for language in languages}
    client.post(f"/admin/objectives/objectivetext/{text.pk}/change/", posted)
    text.refresh_from_db()
    return text.title_en == "Reworded"


def ask_for(role, **more):
    def ask(stage, client, person):
        posted = {
            "role": role,
            "country": "FR",
            "accepts_duties": "on",
            "motivation": "Soil.",
            "expertise": "Agronomy",
            "time": "up_to_4",
            "languages": "en",
            "qualification": "I know soils.",
            "experience": "Ten years.",
            **more,
        }
        client.post("/en/task-forces/b1/join/", posted)
        return (
            person is not None
            and person.applications.filter(role=role, status="submitted")
            .exclude(task_force__in=[stage.a2, stage.a3])
            .exists()
        )

    return ask


def stand_as_representative(stage, client, person):
    return ask_for(Role.REPRESENTATIVE, region=stage.europe.pk)(stage, client, person)


def nominate_a_leader(stage, client, person):
    candidacy = ApplicationFactory(person=partner_person(), task_force=stage.a3, role=Role.LEADER)
    client.post(f"/admin/taskforces/application/{candidacy.pk}/nominate/", {})
    client.post(f"/en/task-forces/a3/applications/{candidacy.pk}/accept/")
    return has_seat(candidacy.person, stage.a3)


def comment_on_candidates(stage, client, person):
    client.post(f"/en/task-forces/a2/candidates/{stage.standing.pk}/comment/", {"text": "Knows the field."})
    return stage.standing.comments.exists()


def support_a_candidate(stage, client, person):
    client.post(f"/en/task-forces/a2/candidates/{stage.standing.pk}/support/")
    return stage.standing.supports.exists()


def open_a_call_for_information(stage, client, person):
    deadline = {"deadline_0": "2099-01-01", "deadline_1": "12:00"}
    client.post("/admin/taskforces/call/add/", {"task_force": stage.b1.pk, "role": "leader", "region": "", **deadline})
    return stage.b1.calls.exists()


def renew_a_mandate(stage, client, person):
    stage.leader_seat.refresh_from_db()
    before = stage.leader_seat.expires_at
    client.post(f"/admin/taskforces/seat/{stage.leader_seat.pk}/renew/", {"expires_at_0": "", "expires_at_1": ""})
    stage.leader_seat.refresh_from_db()
    return stage.leader_seat.expires_at > before


def moderate_the_own_college(stage, client, person):
    return person is not None and person.has_perm("colleges.moderate_college", stage.bureau_mandate.college)


def moderate_another_college(stage, client, person):
    from colleges.models import College

    other = College.objects.exclude(pk=stage.bureau_mandate.college_id).first()
    return person is not None and person.has_perm("colleges.moderate_college", other)


def give_a_mandate_in_the_bureau(stage, client, person):
    from colleges.models import BureauMandate, College

    college = College.objects.of(stage.bruno.organisations[0])
    days = {"starts_on": "2026-01-01", "ends_on": "2099-01-01"}
    client.post("/admin/colleges/bureaumandate/add/", {"person": stage.bruno.pk, "college": college.pk, **days})
    return BureauMandate.objects.filter(person=stage.bruno).exists()


def accept_from(country, task_force):
    def accept(stage, client, person):
        from tests.cast import country as country_of

        applicant = UserFactory(country=country_of(country))
        force = getattr(stage, task_force)
        application = ApplicationFactory(person=applicant, task_force=force)
        client.post(f"/en/task-forces/{task_force}/applications/{application.pk}/accept/")
        return has_seat(applicant, force, Role.MEMBER)

    return accept


def decline_from(country, task_force):
    def decline(stage, client, person):
        from tests.cast import country as country_of

        application = ApplicationFactory(
            person=UserFactory(country=country_of(country)), task_force=getattr(stage, task_force)
        )
        client.post(f"/en/task-forces/{task_force}/applications/{application.pk}/decline/", {"text": "Full."})
        application.refresh_from_db()
        return application.status == "declined"

    return decline


def accept_the_own_request(stage, client, person):
    if person is None:
        return False
    task_force = stage.b1
    application = ApplicationFactory(person=person, task_force=task_force)
    client.post(f"/en/task-forces/b1/applications/{application.pk}/accept/")
    client.post(f"/admin/taskforces/application/{application.pk}/accept/", {})
    return has_seat(person, task_force)


def accept_a_candidate(stage, client, person):
    candidacy = ApplicationFactory(person=partner_person(), task_force=stage.a2, role=Role.LEADER)
    client.post(f"/en/task-forces/a2/applications/{candidacy.pk}/accept/")
    return has_seat(candidacy.person, stage.a2)


def name_a_deputy(stage, client, person):
    stage.deputy_seat.end_deputy(by=stage.sofia)
    seat = stage.a2.seat(partner_person(), Role.MEMBER, by=None)
    client.post(f"/en/task-forces/a2/members/{seat.pk}/deputy/")
    seat.refresh_from_db()
    return seat.is_deputy


def end_a_members_seat(stage, client, person):
    seat = stage.a2.seat(UserFactory(), Role.MEMBER, by=None)
    client.post(f"/en/task-forces/a2/members/{seat.pk}/end/")
    seat.refresh_from_db()
    return not seat.is_open


def end_the_leaders_seat(stage, client, person):
    client.post(f"/en/task-forces/a2/members/{stage.leader_seat.pk}/end/")
    stage.leader_seat.refresh_from_db()
    return not stage.leader_seat.is_open


def attest_an_output(stage, client, person):
    client.post(f"/en/task-forces/a2/cycle/outputs/{stage.output.pk}/attest/", {})
    return stage.a2.deliveries.filter(output=stage.output).exists()


def move_a_task_force_on(stage, client, person):
    attested(stage.a2, "register-in-every-region")
    client.post(f"/en/task-forces/a2/cycle/{stage.stage_record.pk}/move-on/")
    return stage.a2.position.stage.number == 2


def move_a_task_force_on_though_outputs_are_missing(stage, client, person):
    client.post(f"/en/task-forces/a2/cycle/{stage.stage_record.pk}/overrule/", {"reason": "So."})
    return stage.a2.position.stage.number == 2


def propose_a_change_to_the_strategy(stage, client, person):
    typed = {"kind": "obstacle", "text": "Rain.", "why": "It falls.", "language": "en"}
    client.post("/en/objectives/a2/strategy/add/", typed)
    return stage.a2.objective.strategy_proposals.filter(text="Rain.").exists()


def decide_on_a_proposal_about_the_strategy(stage, client, person):
    client.post(f"/admin/objectives/strategyproposal/{stage.addition.pk}/decline/", {"reason": "No."})
    stage.addition.refresh_from_db()
    return stage.addition.status == "declined"


def plan(path, kind):
    def plan_a_meeting(stage, client, person):
        typed = {"title": "New", "kind": kind, "duration_minutes": "60", "language": "en"}
        client.post(f"/en/task-forces/{path}/plan/", typed | {"date_1_0": "2199-05-04", "date_1_1": "10:00"})
        return Meeting.objects.filter(title="New", kind=kind).exists()

    return plan_a_meeting


def announce_an_event_in(slug):
    def announce_an_event(stage, client, person):
        day = {"starts_at_0": "2199-05-04", "starts_at_1": "10:00", "ends_at_0": "2199-05-04", "ends_at_1": "12:00"}
        words = {"kind": "webinar", "title": "In the matrix", "description": "So.", "language": "en"}
        client.post(f"/en/spaces/{slug}/events/plan/", day | words)
        return Event.objects.filter(space__slug=slug, title="In the matrix").exists()

    return announce_an_event


def register_for_an_event(stage, client, person):
    client.post(f"/en/events/{stage.open_event.pk}/register/")
    return person is not None and stage.open_event.registrations.registered().filter(person=person).exists()


def read_the_join_link_of_an_event_without_a_seat(stage, client, person):
    return stage.open_event.link in client.get(f"/en/events/{stage.open_event.pk}/").content.decode()


def withdraw_the_registration_of_somebody_else(stage, client, person):
    registration = stage.open_event.register(by=stage.fatou if person != stage.fatou else stage.amina)
    client.post(f"/en/events/registrations/{registration.pk}/withdraw/")
    registration.refresh_from_db()
    return not registration.is_open


def say_that_one_goes_to_an_outside_meeting(stage, client, person):
    client.post(f"/en/events/outside/{stage.outside_meeting.pk}/attend/")
    return person is not None and person.outside_attendances.exists()


def read_the_join_link_of_a_planning_meeting(stage, client, person):
    return stage.planning.link in client.get(f"/en/meetings/{stage.planning.pk}/").content.decode()


def say_that_one_comes(stage, client, person):
    client.post(f"/en/meetings/{stage.planning.pk}/answer/", {"answer": "comes"})
    return person is not None and person.participations.filter(meeting=stage.planning).exists()


def publish_the_minutes_of_a2(stage, client, person):
    before = MinutesEdition.objects.count()
    posted = {"text": "Others.", "seen": Minutes.of(stage.held).stamp, "then": "publish"}
    client.post(f"/en/meetings/{stage.held.pk}/minutes/", posted)
    return MinutesEdition.objects.count() > before


def see_the_members_by_name(stage, client, person):
    return opens(client, "/en/task-forces/a2/members/")


def read_a_register(stage, client, person):
    return opens(client, "/en/task-forces/a2/register/")


def add_to_a_register(stage, client, person):
    client.post("/en/task-forces/a2/register/add/", {"type": "project", "title": "Zaï", "regions": ["africa"]})
    return stage.a2.register_items.filter(title="Zaï").exists()


def correct_what_somebody_else_added(stage, client, person):
    typed = {"type": "project", "title": "Zaï", "regions": ["africa"]}
    client.post(f"/en/task-forces/a2/register/{stage.other_item.pk}/change/", typed)
    return stage.a2.register_items.filter(title="Zaï").exists()


def see_a_gap_too(stage, client, person):
    client.post(f"/en/task-forces/a2/gaps/{stage.gap.pk}/support/")
    return stage.gap.supports.exists()


def read_the_own_applications(stage, client, person):
    if person is None:
        return False
    application = ApplicationFactory(person=person, task_force=stage.b1)
    return opens(client, f"/en/task-forces/b1/applications/{application.pk}/")


def read_the_audit_log(stage, client, person):
    return opens(client, "/admin/core/activity/")


def enter_the_admin(stage, client, person):
    return opens(client, "/admin/")


def appoint_somebody_to_the_secretariat(stage, client, person):
    client.post(f"/admin/accounts/user/{stage.victor.pk}/appoint-to-secretariat/", {})
    return User.objects.get(pk=stage.victor.pk).is_staff


def become_superuser(stage, client, person):
    if person is None:
        return False
    client.post(f"/admin/accounts/user/{person.pk}/change/", {"is_superuser": "on", "is_staff": "on"})
    return User.objects.get(pk=person.pk).is_superuser


def publishes(client, partner):
    """Whether `partner` shows a sentence its sheet has not shown before."""
    sheet = Sheet.of(partner)
    client.post(f"/en/partners/{partner.slug}/sheet/", {"short_en": "We dig.", "then": "publish", "seen": sheet.stamp})
    sheet.refresh_from_db()
    return sheet.short_en == "We dig."


def publish_the_sheet_of_the_own_organisation(stage, client, person):
    affiliation = person and person.affiliations.in_force().first()
    return publishes(client, affiliation.partner if affiliation else stage.fundacion)


def publish_the_sheet_of_another_organisation(stage, client, person):
    return publishes(client, stage.bodenbund)


def edit_vocabularies(stage, client, person):
    from core.models import Theme

    posted = {"slug": "peat", "position": 1, "name_en": "Peat", "name_fr": "Tourbe", "name_es": "Turba"}
    client.post("/admin/core/theme/add/", posted)
    return Theme.objects.filter(slug="peat").exists()


def export_the_own_data(stage, client, person):
    response = client.post("/en/account/data/")
    return "attachment" in response.get("Content-Disposition", "") and person.email in response.content.decode()


def erase_the_own_account(stage, client, person):
    client.post("/en/account/erase/", {"confirm": "on"})
    return person is not None and User.objects.get(pk=person.pk).is_erased


def export_data_about_others(stage, client, person):
    response = client.post("/admin/accounts/user/export/", {"kind": "csv"})
    return stage.amina.email in response.content.decode()


def open_an_interface(stage, client, person):
    return opens(client, "/en/interfaces/projects/") and opens(client, "/en/spaces/interface-projects/")


def read_the_plan_of_a_college(stage, client, person):
    return opens(client, f"/en/colleges/{stage.action.college.slug}/plan/")


def plan_an_action_of_college(number):
    def plan_an_action(stage, client, person):
        from colleges.models import Action, College

        college = College.objects.get(number=number)
        client.post(f"/en/colleges/{college.slug}/plan/add/", {"title": "In the matrix"})
        return Action.objects.filter(college=college, title="In the matrix").exists()

    return plan_an_action


def say_that_an_action_is_done(stage, client, person):
    client.post(f"/en/colleges/{stage.action.college.slug}/plan/{stage.action.pk}/complete/")
    stage.action.refresh_from_db()
    return stage.action.state == "done"


def let_somebody_into_a_room(stage, client, person):
    posted = {"space": stage.projects_space.pk, "person": stage.mila.pk, "role": "member"}
    client.post("/admin/spaces/membership/add/", posted)
    return stage.mila.memberships.filter(space=stage.projects_space).exists()


def say_to_whom_a_room_is_open(stage, client, person):
    client.post(f"/admin/spaces/space/{stage.projects_space.pk}/open-to/", {"audience": "public"})
    stage.projects_space.refresh_from_db()
    return stage.projects_space.audience == "public"


def pin_something_on_an_interface(stage, client, person):
    posted = {"interface": stage.research.pk, "address": stage.idea.get_absolute_url(), "position": 0}
    client.post("/admin/interfaces/pin/add/", posted)
    return stage.research.pins.exists()


def propose_an_idea_to_a2(stage, client, person):
    typed = {"title": "A matrix of hedges", "summary": "Trees.", "language": "en"}
    client.post("/en/task-forces/a2/ideas/propose/", typed)
    return Idea.objects.filter(title="A matrix of hedges").exists()


def comment_on_an_idea(stage, client, person):
    client.post(f"/en/projects/ideas/{stage.idea.pk}/comment/", {"text": "In the matrix.", "language": "en"})
    return stage.idea.comments.filter(text="In the matrix.").exists()


def form_a_project_team(stage, client, person):
    idea = IdeaFactory(author=stage.mila, task_force=stage.a2)
    idea.support(by=stage.bruno)
    tie = stage.bruno.affiliations.get()
    client.post(f"/en/projects/ideas/{idea.pk}/team/", {"name": "Team", "purpose": "Plant.", "coordinator": tie.pk})
    idea.refresh_from_db()
    return idea.status == "team"


def accept_the_place_of_somebody_else(stage, client, person):
    if person == stage.bruno:
        return False
    client.post(f"/en/projects/places/{stage.team_place.pk}/accept/")
    stage.team_place.refresh_from_db()
    return stage.team_place.is_accepted


def edit_a_page_of_the_wiki_of_a2(stage, client, person):
    at = f"/en/spaces/{stage.a2.space.slug}/wiki/pages/{stage.wiki_page.slug}/edit/"
    client.post(at, {"text": "In the matrix.", "seen": stage.wiki_page.number})
    return stage.wiki_page.editions.filter(text="In the matrix.").exists()


def protect_a_page_of_the_wiki_of_a2(stage, client, person):
    client.post(f"/en/spaces/{stage.a2.space.slug}/wiki/pages/{stage.wiki_page.slug}/protect/")
    return type(stage.wiki_page).objects.filter(pk=stage.wiki_page.pk, is_protected=True).exists()


def ask_a_task_force_from_outside(stage, client, person):
    typed = {"name": "Wendy", "email": "wendy@outside.example", "question": "In the matrix?", "language": "en"}
    client.post("/en/task-forces/b1/questions/ask/", typed)
    return stage.b1.enquiries.filter(question="In the matrix?").exists()


def answer_a_question_from_outside(stage, client, person):
    enquiry = EnquiryFactory(task_force=stage.a2, email="matrix@outside.example", confirmed=True)
    client.post(f"/en/task-forces/a2/questions/{enquiry.pk}/reply/", {"text": "Yes.", "language": "en"})
    enquiry.refresh_from_db()
    return enquiry.is_answered


def begin_a_discussion_in(slug):
    def begin_a_discussion(stage, client, person):
        typed = {"kind": "discussion", "title": "In the matrix", "text": "Words.", "language": "en"}
        client.post(f"/en/spaces/{slug}/discussions/start/", typed)
        return Thread.objects.filter(title="In the matrix").exists()

    return begin_a_discussion


def hide_a_post_in_a2(stage, client, person):
    return hides_a_post(client, stage.a2.space)


def hide_a_post_in_the_own_college(stage, client, person):
    return hides_a_post(client, stage.bureau_mandate.college.space)


def hides_a_post(client, space):
    post = answered(ThreadFactory(space=space))
    client.post(f"/en/spaces/{space.slug}/discussions/posts/{post.pk}/hide/", {"reason": "So."})
    post.refresh_from_db()
    return post.is_hidden


def merge_two_discussions_of_a2(stage, client, person):
    one, other = ThreadFactory(space=stage.a2.space), ThreadFactory(space=stage.a2.space)
    client.post(f"{one.get_absolute_url()}merge/", {"thread": other.pk})
    one.refresh_from_db()
    return one.is_merged


def make_a_question_of_a_discussion_of_a2(stage, client, person):
    thread = ThreadFactory(space=stage.a2.space)
    typed = {"title": "In the matrix?", "text": "Words.", "language": "en", "themes": ["forests"]}
    client.post(f"/en/questions/ask/?from={thread.pk}", typed)
    return thread.descents.exists() or Question.objects.filter(title="In the matrix?").exists()


def ask_scientists(stage, client, person):
    typed = {"title": "In the matrix?", "text": "Words.", "language": "en", "themes": ["forests"]}
    client.post("/en/questions/ask/", typed)
    return Question.objects.filter(title="In the matrix?").exists()


def answer_as_an_expert(stage, client, person):
    question = QuestionFactory()
    client.post(f"/en/questions/{question.pk}/answer/", {"text": "Yes.", "language": "en"})
    return question.answers.exists()


def lead_a_question_to_an_expert(stage, client, person):
    question = QuestionFactory()
    client.post(f"/en/questions/{question.pk}/assign/", {"expert": stage.another_expert.pk})
    return question.experts.exists()


def create_a_practice_sheet(stage, client, person):
    client.post("/en/practices/new/", {"title": "In the matrix", "language": "en"})
    return Practice.objects.filter(title="In the matrix").exists()


def assign_a_reviewer_of_a_practice(stage, client, person):
    practice = PracticeFactory(status="submitted")
    client.post(f"/en/practices/{practice.code}/desk/assign/", {"person": stage.carla.pk})
    return practice.assignments.exists()


def review_any_practice(stage, client, person):
    return reviews(client, PracticeFactory(status="submitted"))


def review_an_assigned_practice(stage, client, person):
    practice = PracticeFactory(status="submitted")
    if person:
        practice.assign_reviewer(person, by=stage.sofia)
    return reviews(client, practice)


def review_the_own_practice(stage, client, person):
    return person is not None and reviews(client, PracticeFactory(author=person, status="submitted"))


def review_an_assigned_practice_of_the_own_organisation(stage, client, person):
    """Asked before she came to belong to it."""
    if person is None or not person.organisations:
        return False
    practice = PracticeFactory(status="submitted")
    practice.assign_reviewer(person, by=stage.sofia)
    Practice.objects.filter(pk=practice.pk).update(organisation=person.organisations[0])
    return reviews(client, practice)


def reviews(client, practice):
    client.post(f"/en/practices/{practice.code}/desk/review/")
    practice.refresh_from_db()
    return practice.status == Practice.Status.REVIEWED


def publish_any_practice(stage, client, person):
    return publishes_practice(client, PracticeFactory(status="reviewed"))


def publish_an_assigned_practice(stage, client, person):
    practice = PracticeFactory(status="reviewed")
    if person:
        practice.assign_reviewer(person, by=stage.sofia)
    return publishes_practice(client, practice)


def publish_the_own_practice(stage, client, person):
    return person is not None and publishes_practice(client, PracticeFactory(author=person, status="reviewed"))


def publishes_practice(client, practice):
    client.post(f"/en/practices/{practice.code}/desk/publish/")
    return Version.objects.filter(practice=practice).exists()


def submit_the_practice_of_somebody_else(stage, client, person):
    practice = PracticeFactory()
    client.post(f"/en/practices/{practice.code}/desk/check/", {"authors": "X", "licence": "cc0"})
    practice.refresh_from_db()
    return practice.status == Practice.Status.SUBMITTED


def read_somebody_elses_notices(stage, client, person):
    return person != stage.victor and opens(client, f"/en/notifications/{stage.notice.pk}/")


def edit_the_joining_form_of(code):
    def edit_the_joining_form(stage, client, person):
        from taskforces.models import JoiningForm, TaskForce

        client.post(f"/en/task-forces/{code}/form/make-own/")
        client.post(f"/en/task-forces/{code}/form/questions/add/?kind=file", {"label_en": "A letter"})
        draft = JoiningForm.objects.draft_of(TaskForce.objects.get(objective__code=code.upper()))
        return draft is not None and draft.questions.filter(kind="file").exists()

    return edit_the_joining_form


def edit_the_default_joining_form(stage, client, person):
    from taskforces.models import JoiningForm

    client.post(f"/admin/taskforces/joiningform/{JoiningForm.objects.default().pk}/begin-draft/")
    return JoiningForm.objects.draft_of(None) is not None


ROWS = [
    (read_public_pages, EVERYBODY),
    (ask_to_belong_to_an_organisation, SIGNED_IN),
    (confirm_a_person_for_the_own_organisation, {FOCAL_POINT, LEADER} | STAFF),  # Amina is focal point of AFRIS
    (confirm_a_person_for_another_organisation, STAFF),
    (confirm_oneself, STAFF),
    (publish_the_sheet_of_the_own_organisation, {FOCAL_POINT, LEADER} | STAFF),
    (publish_the_sheet_of_another_organisation, STAFF),
    (invite_to_the_own_organisation, {FOCAL_POINT, LEADER} | STAFF),
    (invite_to_another_organisation, STAFF),
    (accept_an_invitation_to_ones_own_address, SIGNED_IN),
    (accept_an_invitation_to_somebody_else, set()),
    (enter_the_hub, PARTNER_PEOPLE | STAFF),
    (open_an_interface, PARTNER_PEOPLE | STAFF),
    (read_the_plan_of_a_college, {FOCAL_POINT, FUNDER} | STAFF),  # their organisations stand in college 1
    (plan_an_action_of_college(1), {FOCAL_POINT} | STAFF),  # Carla was elected
    (plan_an_action_of_college(2), STAFF),
    (say_that_an_action_is_done, {FOCAL_POINT} | STAFF),
    (let_somebody_into_a_room, STAFF),
    (say_to_whom_a_room_is_open, STAFF),
    (pin_something_on_an_interface, STAFF),
    (decide_the_status_of_an_organisation, STAFF),
    (change_the_college_of_an_organisation, STAFF),
    (name_an_ambassador, STAFF),
    (write_down_an_activity_as_ambassador, {MEMBER}),  # Mila was named
    (edit_the_official_text_of_an_objective, STAFF),
    (ask_for(Role.MEMBER), SIGNED_IN),
    (ask_for(Role.LEADER), PARTNER_PEOPLE),
    (stand_as_representative, PARTNER_PEOPLE),
    (nominate_a_leader, STAFF),
    (comment_on_candidates, {LEADER, REPRESENTATIVE, MEMBER} | STAFF),
    (support_a_candidate, {LEADER, REPRESENTATIVE, MEMBER}),
    (open_a_call_for_information, STAFF),
    (renew_a_mandate, STAFF),
    (moderate_the_own_college, {FOCAL_POINT} | STAFF),  # Carla was elected
    (moderate_another_college, STAFF),
    (begin_a_discussion_in("task-force-a2"), {LEADER, REPRESENTATIVE, MEMBER} | STAFF),
    (begin_a_discussion_in("region-europe"), PARTNER_PEOPLE | STAFF),
    (hide_a_post_in_a2, {LEADER} | STAFF),
    (merge_two_discussions_of_a2, {LEADER} | STAFF),
    (make_a_question_of_a_discussion_of_a2, {LEADER} | STAFF),
    (hide_a_post_in_the_own_college, {FOCAL_POINT} | STAFF),  # Carla was elected
    (ask_scientists, SIGNED_IN),
    (answer_as_an_expert, {FOCAL_POINT}),  # Carla was named; the secretariat would have to be
    (lead_a_question_to_an_expert, STAFF),
    (give_a_mandate_in_the_bureau, STAFF),
    (accept_from("SN", "a2"), {LEADER, REPRESENTATIVE} | STAFF),
    (accept_from("BR", "a2"), {LEADER} | STAFF),
    (accept_from("SN", "a3"), STAFF),
    (decline_from("SN", "a2"), {LEADER, REPRESENTATIVE} | STAFF),
    (decline_from("BR", "a2"), {LEADER} | STAFF),
    (decline_from("SN", "a3"), STAFF),
    (edit_the_joining_form_of("a2"), {LEADER} | STAFF),
    (edit_the_joining_form_of("a3"), STAFF),
    (edit_the_default_joining_form, STAFF),
    (accept_the_own_request, set()),
    (accept_a_candidate, set()),
    (name_a_deputy, {LEADER} | STAFF),
    (end_a_members_seat, {LEADER} | STAFF),
    (end_the_leaders_seat, {LEADER} | STAFF),
    (attest_an_output, {LEADER} | STAFF),
    (move_a_task_force_on, {LEADER} | STAFF),
    (move_a_task_force_on_though_outputs_are_missing, STAFF),
    (propose_a_change_to_the_strategy, {LEADER, REPRESENTATIVE, MEMBER, SUPERUSER}),
    (decide_on_a_proposal_about_the_strategy, STAFF),
    (plan("a2/meetings", "member"), {LEADER, REPRESENTATIVE} | STAFF),
    (plan("a2/meetings", "planning"), {LEADER} | STAFF),
    (plan("a3/meetings", "member"), STAFF),
    (plan("meetings", "leader"), STAFF),
    (read_the_join_link_of_a_planning_meeting, {LEADER, REPRESENTATIVE} | STAFF),
    (say_that_one_comes, {LEADER, REPRESENTATIVE}),
    (publish_the_minutes_of_a2, {LEADER} | STAFF),
    (announce_an_event_in("task-force-a2"), {LEADER} | STAFF),
    (announce_an_event_in("region-africa"), STAFF),
    (register_for_an_event, PARTNER_PEOPLE | STAFF),
    (read_the_join_link_of_an_event_without_a_seat, STAFF),
    (withdraw_the_registration_of_somebody_else, STAFF),
    (say_that_one_goes_to_an_outside_meeting, PARTNER_PEOPLE | STAFF),
    (see_the_members_by_name, {LEADER, REPRESENTATIVE, MEMBER} | STAFF),
    (read_a_register, PARTNER_PEOPLE | {MEMBER} | STAFF),
    (add_to_a_register, {LEADER, REPRESENTATIVE, MEMBER} | STAFF),
    (correct_what_somebody_else_added, {LEADER} | STAFF),
    (see_a_gap_too, {LEADER, REPRESENTATIVE}),  # Mila named it
    (read_the_own_applications, SIGNED_IN),
    (propose_an_idea_to_a2, {LEADER, REPRESENTATIVE, MEMBER} | STAFF),
    (comment_on_an_idea, PARTNER_PEOPLE | {MEMBER} | STAFF),
    (form_a_project_team, {LEADER} | STAFF),
    (accept_the_place_of_somebody_else, set()),
    (edit_a_page_of_the_wiki_of_a2, {LEADER, REPRESENTATIVE, MEMBER} | STAFF),
    (protect_a_page_of_the_wiki_of_a2, {LEADER} | STAFF),
    (ask_a_task_force_from_outside, EVERYBODY),
    (answer_a_question_from_outside, {LEADER} | STAFF),
    (create_a_practice_sheet, SIGNED_IN),
    (submit_the_practice_of_somebody_else, set()),
    (assign_a_reviewer_of_a_practice, STAFF),
    (review_any_practice, STAFF),
    (review_an_assigned_practice, SIGNED_IN),
    (review_an_assigned_practice_of_the_own_organisation, set()),
    (review_the_own_practice, set()),
    (publish_any_practice, STAFF),
    (publish_an_assigned_practice, {FOCAL_POINT} | STAFF),  # Carla is one of the scientists
    (publish_the_own_practice, set()),
    (read_somebody_elses_notices, set()),
    (export_the_own_data, SIGNED_IN),
    (erase_the_own_account, SIGNED_IN),
    (export_data_about_others, STAFF),
    (read_the_audit_log, STAFF),
    (enter_the_admin, STAFF),
    (edit_vocabularies, STAFF),
    (appoint_somebody_to_the_secretariat, {SUPERUSER}),
    (become_superuser, {SUPERUSER}),
]
NAMES = [f"{number} {action.__name__}" for number, (action, _roles) in enumerate(ROWS)]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("action", "allowed"), ROWS, ids=NAMES)
def test_matrix(stage, doors, role, action, allowed):
    person = getattr(stage, role)
    worked = action(stage, doors.client(role), person and User.objects.get(pk=person.pk))
    assert worked == (role in allowed)


def test_nobody_below_the_secretariat_changes_anything_in_the_admin(stage, doors):
    number = Activity.objects.count()
    for role in (FRIEND, PARTNER, FOCAL_POINT, LEADER, REPRESENTATIVE, MEMBER, FUNDER):
        assert doors.client(role).post("/admin/partners/partner/add/", {"name": "X"}).status_code == 403
    assert Activity.objects.count() == number


def test_permission_denied_page_says_how_to_go_on(stage, doors):
    page = doors.client(PARTNER).get("/en/task-forces/a2/members/")
    assert page.status_code == 403
    assert PermissionDenied.__name__ not in page.content.decode()
