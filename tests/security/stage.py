"""Everybody in one house, with one object of each kind: what the tables of this folder walk through."""

import time
from functools import cached_property

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone
from django_celery_beat.models import (
    ClockedSchedule,
    CrontabSchedule,
    IntervalSchedule,
    PeriodicTask,
    SolarSchedule,
)

from colleges.models import College, Placement
from core.uploads import clean_upload
from notifications.models import Mail, Notice
from partners.models import Affiliation, Invitation, MailDomain, Partner, Sheet
from regions.models import Region
from taskforces.models import Role, TaskForce
from tests.cast import Cast, country
from tests.factories import (
    PASSWORD,
    AffiliationFactory,
    AgreementFactory,
    AmbassadorFactory,
    ApplicationFactory,
    ConversationFactory,
    JoiningFactory,
    KitItemFactory,
    PartnerFactory,
    UserFactory,
    lecture,
    partner_person,
)
from tests.papers import logo, upload
from tests.security.digests import Digests
from tests.security.joining_forms import JoiningFormsOnStage
from tests.security.registering import Registering
from tests.security.stage_candidates import WithCandidates
from tests.security.stage_discussions import DiscussionsOnStage
from tests.security.stage_events import EventsOnStage
from tests.security.stage_library import StageOfLibrary
from tests.security.stage_meetings import MeetingsOnStage
from tests.security.stage_practices import PracticesOnStage
from tests.security.stage_projects import StageOfProjects
from tests.security.stage_questions import QuestionsOnStage
from tests.security.stage_search import SearchOnStage
from tests.security.stage_spaces import RoomsOnStage
from tests.security.stage_wiki import WikiOnStage
from tests.security.strategy_on_stage import StrategyOnStage

VISITOR = "visitor"
FRIEND = "victor"
PARTNER = "bruno"
FOCAL_POINT = "carla"
LEADER = "amina"
REPRESENTATIVE = "fatou"
MEMBER = "mila"
FUNDER = "hugo"
SECRETARIAT = "sofia"
SUPERUSER = "root"

ROLES = (
    VISITOR,
    FRIEND,
    PARTNER,
    FOCAL_POINT,
    LEADER,
    REPRESENTATIVE,
    MEMBER,
    FUNDER,
    SECRETARIAT,
    SUPERUSER,
)


class Stage(
    SearchOnStage,
    RoomsOnStage,
    StrategyOnStage,
    MeetingsOnStage,
    EventsOnStage,
    DiscussionsOnStage,
    StageOfProjects,
    StageOfLibrary,
    PracticesOnStage,
    WikiOnStage,
    QuestionsOnStage,
    JoiningFormsOnStage,
    Digests,
    WithCandidates,
    Cast,
    Registering,
):
    """The cast with its objects. `build()` puts everything into the database."""

    def build(self):
        for role in ROLES:
            getattr(self, role)
        own = [part for part in type(self).__mro__ if part not in Cast.__mro__]
        for name, attribute in [each for part in reversed(own) for each in vars(part).items()]:
            if isinstance(attribute, cached_property):
                getattr(self, name)
        return self

    visitor = None

    # -- Further people

    @cached_property
    def mila(self):
        """Team member of A2, without organisation, from Germany."""
        person = UserFactory(email="mila@example.org", name="Mila Brandt", country=country("DE"), language="en")
        self.a2.seat(person, Role.MEMBER, by=None)
        return person

    @cached_property
    def hugo(self):
        """Works at a development bank, which stands in the funders group."""
        bank = PartnerFactory(name="Banque du Sol", type=Partner.Type.DEVELOPMENT_BANK, nature=Partner.Nature.PUBLIC)
        return self._of(bank, "hugo@example.org", "Hugo Marchand", "FR", "fr")

    @cached_property
    def root(self):
        return UserFactory(email="root@example.org", name="Root", is_staff=True, is_superuser=True)

    @cached_property
    def awa(self):
        """An applicant from Senegal: the representative of Africa may decide on her."""
        return UserFactory(email="awa@example.org", name="Awa Ndiaye", country=country("SN"), language="fr")

    # -- Organisations

    @cached_property
    def candidate(self):
        return PartnerFactory(name="Candidate Farms", status=Partner.Status.CANDIDATE)

    @cached_property
    def suspended(self):
        return PartnerFactory(name="Suspended Soils", status=Partner.Status.SUSPENDED)

    @cached_property
    def bodenbund(self):
        """An organisation nobody of the cast belongs to."""
        return PartnerFactory(name="Bodenbund")

    @cached_property
    def colleague(self):
        """Somebody who says that she works for Carla's organisation."""
        return AffiliationFactory(
            person=UserFactory(name="Nuria Colleague"), partner=self.fundacion, status=Affiliation.Status.REQUESTED
        )

    @cached_property
    def stranger(self):
        """Somebody who says that she works for Amina's organisation."""
        return AffiliationFactory(
            person=UserFactory(name="Some Stranger"), partner=self.afris, status=Affiliation.Status.REQUESTED
        )

    @cached_property
    def active_colleague(self):
        return AffiliationFactory(person=UserFactory(name="Pilar Colleague"), partner=self.fundacion)

    @cached_property
    def invitation(self):
        """Somebody whom Carla's organisation has invited; another address of Mila's, as it happens."""
        EmailAddress.objects.create(user=self.mila, email="m.brandt@work.example", verified=True)
        return Invitation.objects.invite(self.fundacion, email="m.brandt@work.example", by=self.carla)

    @cached_property
    def mail_domain(self):
        return MailDomain.objects.claim(self.fundacion, "fundacion.example", by=None)

    @cached_property
    def placement(self):
        return Placement.place(self.fundacion, College.objects.get(number=1), reason="A public donor.", by=None)

    # -- Ambassadors

    @cached_property
    def ambassador(self):
        """Mila speaks for the Initiative."""
        return AmbassadorFactory(person=self.mila)

    @cached_property
    def lecture(self):
        return lecture(self.ambassador)

    @cached_property
    def kit_item(self):
        """A file of the kit."""
        item = KitItemFactory(link="")
        item.put_file(clean_upload(upload()), by=None)
        return item

    @cached_property
    def sheet(self):
        """The sheet of Carla's organisation, published with files, and a draft with others."""
        sheet = Sheet.of(self.fundacion)
        for short in ("We grow soil.", "We grow good soil."):
            files = {"logo": clean_upload(logo(), pictures_only=True), "poster": clean_upload(upload())}
            sheet.save_draft({"short_en": short}, files=files, by=self.carla)
            if not sheet.is_filled:
                sheet.publish(by=self.carla)
        return sheet

    # -- Agreements

    @cached_property
    def agreement(self):
        """Public, with a document that is not."""
        agreement = AgreementFactory(partner=self.fundacion)
        agreement.put_document(clean_upload(upload()), by=None)
        return agreement

    # -- Conversations

    @cached_property
    def conversation(self):
        """Victor wrote to Carla's organisation."""
        self.carla  # noqa: B018 somebody speaks for it
        return ConversationFactory(starter=self.victor, partner=self.fundacion)

    @cached_property
    def report(self):
        """Amina wrote to an organisation nobody speaks for, and waits for an answer."""
        conversation = ConversationFactory(starter=self.amina, partner=self.bodenbund)
        return conversation.report("Nobody answers.", by=self.amina)

    @cached_property
    def block(self):
        """Carla's organisation takes no messages from Hugo."""
        conversation = ConversationFactory(starter=self.hugo, partner=self.fundacion)
        conversation.block(by=self.carla)
        return self.fundacion.blocks.get()

    # -- Applications

    @cached_property
    def a3(self):
        return TaskForce.objects.with_objective().get(objective__code="A3")

    @cached_property
    def b1(self):
        """A task force nobody has asked to join."""
        return TaskForce.objects.with_objective().get(objective__code="B1")

    @cached_property
    def europe(self):
        return Region.objects.get(slug="europe")

    @cached_property
    def from_africa(self):
        return ApplicationFactory(person=self.awa, task_force=self.a2)

    @cached_property
    def asked(self):
        """Victor, from Brazil, was asked something by A2."""
        application = ApplicationFactory(person=self.victor, task_force=self.a2)
        application.ask("Since when?", by=self.amina)
        return application

    @cached_property
    def elsewhere(self):
        """Victor's request to a task force that nobody of the cast leads."""
        return ApplicationFactory(person=self.victor, task_force=self.a3)

    @cached_property
    def candidacy(self):
        """Hugo would like to represent Europe in A2."""
        return ApplicationFactory(person=self.hugo, task_force=self.a2, role=Role.REPRESENTATIVE, region=self.europe)

    @cached_property
    def draft(self):
        return ApplicationFactory(person=self.bruno, task_force=self.a3, status="draft", submitted_at=None)

    # -- Organisations that would like to join

    @cached_property
    def joining(self):
        """What Victor sent in the name of an organisation."""
        return JoiningFactory(applicant=self.victor, name="Instituto Solo Vivo", with_pieces=True)

    @cached_property
    def joining_begun(self):
        """What Bruno has begun."""
        return JoiningFactory(applicant=self.bruno, status="draft", submitted_at=None, name="Begun", with_pieces=True)

    # -- Seats

    @cached_property
    def member_seat(self):
        return self.a2.seats.open().get(person=self.mila)

    @cached_property
    def partner_seat(self):
        """Of a team member whom an organisation stands behind."""
        return self.a2.seat(partner_person(), Role.MEMBER, by=None)

    @cached_property
    def deputy_seat(self):
        """Somebody stands in for Amina."""
        seat = self.a2.seat(partner_person(), Role.MEMBER, by=None)
        seat.name_deputy(by=self.amina)
        return seat

    @cached_property
    def leader_seat(self):
        return self.a2.seats.open().get(person=self.amina)

    # -- What libraries keep

    @cached_property
    def authenticator(self):
        """A second factor of somebody who never signs in here."""
        return Authenticator.objects.create(user=self.awa, type="totp", data={"secret": "x"})

    @cached_property
    def user_session(self):
        return UserSession.objects.create(user=self.awa, ip="192.0.2.1", user_agent="Browser", session_key="none")

    @cached_property
    def interval(self):
        return IntervalSchedule.objects.create(every=1, period=IntervalSchedule.DAYS)

    @cached_property
    def periodic_task(self):
        return PeriodicTask.objects.create(name="A task", task="accounts.tasks.tidy", interval=self.interval)

    @cached_property
    def crontab(self):
        return CrontabSchedule.objects.create()

    @cached_property
    def clocked(self):
        return ClockedSchedule.objects.create(clocked_time=timezone.now())

    @cached_property
    def solar(self):
        return SolarSchedule.objects.create(event="sunrise", latitude=0, longitude=0)

    # -- Notices

    @cached_property
    def notice(self):
        """What Victor was told, and the mail that carries it."""
        activity = self.asked.record("asked", by=self.amina)
        notice = Notice.objects.create(recipient=self.victor, activity=activity, audience="applicant")
        Mail.of(notice).save()
        return notice

    @cached_property
    def mail(self):
        return self.notice.mail


class Doors:
    """Clients who are signed in as each role. Each call gives a fresh one, in the session of the role."""

    # What asks for the password again lets pass for 15 minutes; the tests of a whole table may take longer.
    KNOCK_AGAIN_AFTER = 10 * 60

    def __init__(self, stage, roles=ROLES):
        self.sessions = {}
        for role in roles:
            if person := getattr(stage, role):
                EmailAddress.objects.filter(user=person).update(verified=True)
                client = Client()
                client.force_login(person)
                give_password(client)
                self.sessions[role] = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.opened_at = time.monotonic()
        self.handler = ClientHandler()
        self.handler.load_middleware()

    def client(self, role, **options):
        client = self._enter(Client(raise_request_exception=False, **options), role)
        # Middleware keeps nothing of who came through: it is built once.
        client.handler._middleware_chain = self.handler._middleware_chain
        if role in self.sessions and time.monotonic() - self.opened_at > self.KNOCK_AGAIN_AFTER:
            give_password(self._enter(Client(), role))
        return client

    def _enter(self, client, role):
        if role in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
        return client


def give_password(client):
    """Answer the question for the password that stands before grave pages."""
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
