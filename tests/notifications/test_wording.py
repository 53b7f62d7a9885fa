"""Every notice has its words, for everybody who hears of it, in every language."""

import ast
import inspect
import textwrap
from datetime import date

import pytest
from django.conf import settings
from django.db import transaction
from django.template import engines
from django.utils import translation

from accounts.models import User
from colleges.models import Action, Ambassador, BureauMandate, College, Placement
from core import announcing
from core.letters import as_text
from core.models import Activity
from events.models import Decision, Event, Meeting
from library.models import Work
from messaging.models import Conversation, Report
from notifications.models import Mail, Notice
from notifications.wording import Wording
from objectives.models import StrategyProposal
from partners.models import Affiliation, Agreement, Invitation, JoiningApplication, Sheet
from practices.models import Practice, SavedSearch
from regions.models import Region
from spaces.models import Membership
from taskforces.models import Application, Call, Consultation, Gap, Role, StageRecord, Statement
from tests.cast import Cast
from tests.factories import (
    AffiliationFactory,
    AgreementFactory,
    AmbassadorFactory,
    ApplicationFactory,
    ConversationFactory,
    JoiningFactory,
)
from tests.factories.candidates import call_for, candidate, consultation_on, stated
from tests.factories.discussions import ThreadFactory
from tests.factories.enquiries import EnquiryFactory
from tests.factories.events import event_in
from tests.factories.library import WorkFactory
from tests.factories.meetings import begun_meeting
from tests.factories.practices import PracticeFactory
from tests.factories.projects import IdeaFactory, team
from tests.factories.questions import QuestionFactory, answered, expert
from tests.factories.register import GapFactory
from tests.factories.rooms import ActionFactory, admitted
from tests.factories.strategy import ProposalFactory
from tests.factories.wiki import PageFactory
from tests.partners.sheets import published
from wiki.models import Page as WikiPage

LANGUAGES = [code for code, _name in settings.LANGUAGES]
NASTY = 'Robert"); <script>alert(1)</script>\r\nBcc: everybody@example.org'


def declared(registry=announcing._registry):
    """(key, audience) of everything that somebody hears of, read from the `yield`s of recipients.py."""
    for key in sorted(registry):
        source = textwrap.dedent(inspect.getsource(registry[key]))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Yield):
                yield key, node.value.elts[0].value


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker):
    """(cast, scene), built once: each test steps back to where it began."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = Cast()
        yield cast, scene_of(cast)
        transaction.set_rollback(True)


@pytest.fixture
def cast(db, whole):
    return whole[0]


@pytest.fixture
def scene(db, whole):
    return whole[1]


def scene_of(cast):
    """An object for every model that notices tell of, its people with names that try to break out."""
    person = cast.victor
    User.objects.filter(pk=person.pk).update(name=NASTY)
    person.refresh_from_db()
    application = ApplicationFactory(
        person=person, role=Role.REPRESENTATIVE, region=Region.objects.get(slug="africa"), reason=NASTY
    )
    application.answers["motivation"] = f"{NASTY}\n\nSecond paragraph"
    application.messages.create(author=cast.amina, text=NASTY)
    call = application.call = call_for(application.task_force, application.role, region=application.region)
    application.save(update_fields=["call"])
    standing = candidate(call, cast.carla)
    conversation = ConversationFactory(starter=person, partner=cast.fundacion, subject=NASTY[:150], text=NASTY)
    meeting = begun_meeting(by=person, title=NASTY.replace("\r\n", " "), place=NASTY[:30], agenda=NASTY)
    return {
        Action: dropped(ActionFactory(title=NASTY, text=NASTY, due_on=date(2030, 1, 1))),
        Membership: admitted(person=person, role="moderator"),
        Ambassador: AmbassadorFactory(person=person, words=NASTY),
        Meeting: meeting,
        Decision: meeting.decide(NASTY, owner=cast.amina, due_on=date(2030, 1, 1), by=cast.sofia),
        Agreement: AgreementFactory(partner=cast.fundacion, title=NASTY, ends_on=date(2030, 1, 1)),
        Conversation: conversation,
        Report: conversation.report(NASTY, by=person),
        User: person,
        Application: application,
        Affiliation: AffiliationFactory(person=person, partner=cast.fundacion),
        type(cast.a2): cast.a2,
        Work: WorkFactory(title=NASTY, reason=NASTY),
        Gap: GapFactory(statement=NASTY, named_by=None),
        type(cast.fundacion): cast.fundacion,
        StageRecord: cast.a2.position.overrule(reason=NASTY, by=person),
        StrategyProposal: ProposalFactory(text=NASTY, by=person),
        Invitation: Invitation.objects.create(
            partner=cast.fundacion, email="nadia@example.org", name=NASTY[:120], accepted_by=person
        ),
        Sheet: published(cast.fundacion, {"short_en": NASTY}),
        Placement: Placement.place(cast.fundacion, College.objects.first(), reason=NASTY, by=cast.sofia),
        type(cast.a2.seats.first()): cast.fatou.seats.first(),
        **of_projects(cast, person),
        **of_discussions(cast, person),
        **of_events(cast, person),
        **of_questions(cast, person),
        Practice: archived_practice(person),
        SavedSearch: SavedSearch.objects.keep({"region": ["africa"]}, NASTY.replace("\r\n", " ")[:80], by=person),
        WikiPage: removed_page(cast),
        Call: call,
        Consultation: consultation_on(call),
        Statement: stated(standing).statement,
        BureauMandate: BureauMandate.objects.create(
            person=person,
            college=College.objects.first(),
            starts_on=date(2025, 1, 1),
            ends_on=date(2030, 1, 1),
            reason=NASTY,
        ),
        JoiningApplication: JoiningFactory(
            applicant=person, name=NASTY, reason=NASTY, missing_words=NASTY, missing_pieces=["logo", "answers"]
        ),
    }


def dropped(action):
    """It was not worth it."""
    action.drop(NASTY, by=None)
    return action


def removed_page(cast):
    """A page of the wiki, removed for a reason."""
    page = PageFactory(by=cast.amina, title=f"Page {NASTY}"[:100], text=NASTY)
    page.remove(NASTY, by=cast.amina)
    return page


def archived_practice(person):
    """A datasheet that was read, remarked on by somebody, and archived for a reason."""
    practice = PracticeFactory(author=person, title=f"Sheet {NASTY}"[:150], status="submitted")
    practice.comment("essentials", NASTY, by=person)
    practice.review(by=None)
    practice.publish(by=None)
    practice.archive(NASTY, by=None)
    return practice


def of_projects(cast, person):
    """An idea, its discussion and team, and a question from outside."""
    idea = IdeaFactory(author=person, title=NASTY, summary=NASTY)
    made = team(idea, coordinator=cast.bruno)
    type(idea).objects.filter(pk=idea.pk).update(reason=NASTY)
    enquiry = EnquiryFactory(name=NASTY[:120], question=NASTY, organisation=NASTY)
    enquiry.confirm()
    enquiry.reply(NASTY, language="en", publish=True, by=None)
    comment = idea.comment(NASTY, language="en", by=cast.amina)
    comment.hidden_reason = NASTY
    found = (type(idea).objects.get(pk=idea.pk), comment, made, made.members.get(), enquiry)
    return {type(each): each for each in found}


def of_discussions(cast, person):
    """A thread, what somebody wrote there, and the report about it."""
    thread = ThreadFactory(starter=person, title=NASTY.replace("\r\n", " "), text=NASTY)
    post = thread.posts.get()
    report = post.report(NASTY, by=cast.amina)
    post.warn(NASTY, by=cast.amina)
    post.hide(NASTY, by=cast.amina)
    post.appeal(NASTY, by=person)
    thread.close(NASTY, by=cast.amina)
    return {type(each): each for each in (thread, post, report)}


def of_events(cast, person):
    """An event with words that try to break out, cancelled, and a registration for it."""
    title = NASTY.replace("\r\n", " ")
    event = event_in(by=person, title=title, description=NASTY, place=NASTY[:30].replace("\r\n", " "))
    registration = event.register(by=cast.bruno)
    Event.objects.filter(pk=event.pk).update(reason=NASTY, outcome=NASTY, recording="https://video.example/again")
    event.refresh_from_db()
    return {Event: event, type(registration): registration}


def of_questions(cast, person):
    """An expert with a name that tries to break out, a question, and what was written below it."""
    mandate = expert(person)
    question = QuestionFactory(asker=cast.amina, title=NASTY.replace("\r\n", " "), text=NASTY)
    answer = answered(question, author=mandate, text=NASTY)
    follow_up = question.follow_up(NASTY, language="en", by=person)
    question.close(NASTY, by=cast.sofia)
    return {type(each): each for each in (mandate, question, answer, follow_up)}


def activity_of(scene, key, *, actor):
    """What happened, to the object of its kind in the scene."""
    model = next(model for model in scene if key.startswith(f"{model._meta.label_lower}."))
    return Activity.objects.create(
        verb=key.split(".")[2],
        actor=actor,
        object=scene[model],
        source="page",
        data={
            "before": "partner",
            "after": "member",
            "reason": NASTY,
            "role": "member",
            "to": "decider",
            "side": "person",
            "became_member": True,
            "gaps": [scene[Gap].pk],
            "comment": scene[Practice].comments.get().pk,
            "number": 2,
            "practices": [{"code": "P00001", "title": NASTY}],
        },
    )


def told(scene, cast, key, audience, *, actor):
    """A notice of `key` to Amina as `audience`."""
    activity = activity_of(scene, key, actor=actor)
    return Notice.objects.create(recipient=cast.amina, activity=activity, audience=audience)


def test_the_list_of_what_is_declared_is_read_in_full():
    assert {key for key, _audience in declared()} == set(announcing.declared_keys())
    assert ("taskforces.application.reminded", "secretariat") in declared()


@pytest.mark.parametrize(("key", "audience"), list(declared()))
def test_every_notice_has_its_words(scene, cast, key, audience, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "UNKNOWN-WORD")
    for actor in (cast.sofia, None):
        notice = told(scene, cast, key, audience, actor=actor)
        for language in LANGUAGES:
            with translation.override(language):
                wording = Wording(notice)
                texts = [wording.title, wording.body, wording.action, wording.target_url, wording.html, wording.text]
            title, body, _action, target_url, html, _text = texts
            assert all(text.strip() for text in texts)
            assert not any("UNKNOWN-WORD" in text for text in texts)
            assert not any("None" in text.split() for text in texts)
            assert "\n" not in title and "\r" not in title
            assert 10 < len(title) <= 200
            assert "<script" not in body + html
            assert "<p>" in body
            assert target_url.startswith(f"/{language}/")
            assert f'lang="{language}"' in html
        notice.delete()


@pytest.mark.parametrize(("key", "audience"), list(declared(announcing._addressees)))
def test_every_letter_has_its_words_and_leads_to_an_answer(scene, key, audience, cast, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "UNKNOWN-WORD")
    for actor in (cast.sofia, None):
        activity = activity_of(scene, key, actor=actor)
        mail = Mail(activity=activity, audience=audience, email="nadia@example.org", name=NASTY, language="fr")
        for language in LANGUAGES:
            with translation.override(language):
                wording = mail.wording
                texts = [wording.title, wording.body, wording.action, wording.url, wording.html, wording.text]
            title, body, _action, url, html, text = texts
            assert all(text.strip() for text in texts)
            assert not any("UNKNOWN-WORD" in text for text in texts)
            assert not any("None" in text.split() for text in texts)
            assert "\n" not in title and "\r" not in title
            assert "<script" not in body + html
            assert url.startswith(f"{settings.SITE_URL}/{language}/")
            assert f"{settings.SITE_URL}/{language}/" in text and f'lang="{language}"' in html


@pytest.mark.parametrize("verb", ["declined", "asked"])
def test_reasons_and_questions_are_quoted_as_they_were_written(scene, cast, verb):
    wording = Wording(told(scene, cast, f"taskforces.application.{verb}", "applicant", actor=cast.sofia))
    quoted = wording.body.split("<blockquote")[1]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in quoted
    assert '> Robert"); <script>alert(1)</script>' in wording.text


def test_the_question_is_the_one_that_was_asked_then(scene, cast):
    application = scene[Application]
    notice = told(scene, cast, "taskforces.application.asked", "applicant", actor=cast.amina)
    application.messages.create(author=cast.victor, text="My answer, written later")
    assert "My answer" not in Wording(notice).body


def test_text_keeps_the_lines_people_wrote_and_no_others(scene, cast):
    wording = Wording(told(scene, cast, "taskforces.application.submitted", "decider", actor=cast.victor))
    assert "\n> Second paragraph" in wording.text
    assert not any(len(line) > 76 for line in as_text(wording.body).splitlines())


def test_mail_is_written_in_the_readers_language_and_hour_not_the_actors(scene, cast):
    notice = told(scene, cast, "accounts.user.guessed_at", "person", actor=None)
    notice.recipient = User.objects.get(pk=cast.amina.pk)
    notice.recipient.time_zone = "Pacific/Auckland"
    with translation.override("es"):
        message = Mail.of(notice).compose()
    assert 'lang="fr"' in message.alternatives[0].content
    assert f"{settings.SITE_URL}/fr/notifications/{notice.pk}/" in message.body
