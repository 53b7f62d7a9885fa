""" "Download my data": everything marked personal, and nothing of anybody else."""

import json
from datetime import date

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from accounts.models import Consent
from colleges.models import Ambassador, College
from core.models import StoredFile, Theme
from core.uploads import clean_upload
from events.models import CalendarFeed, Minutes
from messaging.models import Report
from notifications.models import Digest, Mail, Notice, NoticeSetting
from partners.models import Invitation
from regions.models import Region
from taskforces.models import Output, OutputDelivery, Role, Statement
from tests.factories import AffiliationFactory, ApplicationFactory, ConversationFactory, JoiningFactory, PartnerFactory
from tests.factories.candidates import WORDS, call_for, candidate
from tests.factories.meetings import begun_meeting, meeting_of
from tests.factories.register import GapFactory, RegisterItemFactory
from tests.factories.strategy import StrategyItemFactory, rewording
from tests.papers import upload
from tests.privacy import discussions, events, practices, questions
from tests.privacy.keys import keys_of
from tests.privacy.library import added_by
from tests.privacy.marks import MARKS, NOT_EXPORTED, marks_of
from tests.privacy.projects import kept_of
from tests.privacy.rooms import kept_of_rooms
from tests.privacy.saved_searches import saved_by
from tests.privacy.wiki import kept_of as kept_of_wiki

pytestmark = pytest.mark.django_db


@pytest.fixture
def history(victor, amina, a2):
    """Victor with one row of everything a person can have. {model.field: what the file must hold}"""
    victor.time_zone, victor.last_login = "America/Sao_Paulo", timezone.now()
    victor.first_days_closed_at = timezone.now()
    victor.save()
    victor.interests.add(Theme.objects.first())
    victor.consent(Consent.Purpose.ROSTERS, by=victor)
    partner = PartnerFactory(name="Instituto Solo Vivo")
    affiliation = AffiliationFactory(
        person=victor, partner=partner, is_focal_point=True, started_at=timezone.now(), requested_at=timezone.now()
    )
    application = ApplicationFactory(
        person=victor, role=Role.REPRESENTATIVE, region=Region.objects.get(slug="americas"), language="es"
    )
    application.answers = {"motivation": "Carvão no solo"}
    application.save()
    application.ask("Since when?", by=amina)
    application.answer("Since 2019, near Belém.", by=victor)
    application.decline(reason="The seat is taken, sadly.", by=amina)
    seat = a2.seat(victor, Role.MEMBER, by=amina)
    activity = seat.record("given", by=amina, by_application=False)
    notice = Notice.objects.create(
        recipient=victor,
        activity=activity,
        audience="person",
        kind="library",
        rhythm="daily",
        space=a2.space,
        read_at=timezone.now(),
        gathered_at=timezone.now(),
    )
    Mail.objects.create(activity=activity, audience="invited", email=victor.email, name="Senhor Victor", language="es")
    NoticeSetting.choose(victor, by=victor, digest="none", paused_until=date(2040, 5, 6), rooms={a2.space_id: "muted"})
    digest = Digest.objects.write(victor, date(2026, 3, 2))
    joining = JoiningFactory(
        applicant=victor,
        name="Rede Solo Vivo",
        acronym="RSV",
        type="civil_society",
        website="https://rsv.example",
        motivation="Juntos pelo solo",
        contact_role="Directora",
        contact_phone="+55 91",
        missing_words="The statutes, please",
        reason="Too young",
        decided_at=timezone.now(),
    )
    invitation = Invitation.objects.invite(partner, email=victor.email, name="Dr. Victor", language="fr", by=amina)
    invitation.accept(by=victor)
    file = StoredFile.objects.keep(clean_upload(upload(name="Declaração.pdf")), by=victor)
    consent, message = victor.consents.get(), application.messages.get(author=victor)
    conversation = ConversationFactory(
        starter=victor, subject="As parcelas", text="Podemos visitar?", language="es", partner__name="Solo Amigo"
    )
    report = conversation.report("Sem resposta.", by=victor)
    report.settle("nothing", by=amina)
    theirs = ConversationFactory(starter=victor, partner__name="Solo Alheio")
    theirs.block(by=amina)
    barred = Report.objects.create(conversation=theirs, reporter=amina, about=victor, reason="")
    barred.settle("barred", days=3, words="Sem anúncios, por favor.", by=amina)
    ambassador = Ambassador.name(victor, words="Speak in Belém.", by=amina)
    lecture = ambassador.add_activity(
        title="Palestra",
        happened_on=timezone.localdate(),
        country=victor.country,
        place="Santarém",
        people_reached=417,
        link="https://palestra.example",
        by=victor,
    )
    college = College.objects.first()
    mandate = victor.bureau_mandates.create(college=college, starts_on=date(2024, 3, 1), ends_on=date(2025, 2, 28))
    application.statement = Statement.objects.create(application=application, **WORDS)
    standing = candidate(call_for(a2))
    support = standing.supports.create(person=victor)
    comment = standing.comments.create(author=victor, text="Conhece o campo.", language="es")
    delivery = OutputDelivery.attest(
        a2, Output.objects.get(code="gaps-named"), note="Lacunas nomeadas.", link="https://lacunas.example", by=victor
    )
    delivery.take_back(reason="Cedo demais.", by=victor)
    record = a2.position.overrule(reason="Seguimos.", by=victor)
    item = StrategyItemFactory()
    proposal = rewording(item, by=victor, text="Poucos projetos.")
    proposal.comment_on("Concordo.", by=amina)
    proposal.decline(reason="Not quite.", by=amina)
    kept, gap = RegisterItemFactory(added_by=victor), GapFactory(named_by=victor, why="Ninguém mede.")
    seen = GapFactory()
    seen.support(by=victor)
    return (
        meetings_of(victor, amina)
        | {
            "colleges.BureauMandate": [college.slug, mandate.starts_on, mandate.ends_on],
            "taskforces.Statement": [*WORDS.values(), application.statement.updated_at],
            "taskforces.CandidateSupport": ["A2", support.created_at],
            "taskforces.CandidateComment": ["Conhece o campo.", comment.created_at],
            "taskforces.RegisterItem": [kept.title, kept.created_at],
            "taskforces.Gap": [gap.statement, "Ninguém mede.", gap.created_at],
            "taskforces.GapSupport": [seen.supports.get().created_at],
            "taskforces.StageRecord": ["stocktaking", record.since, "overruled", "Seguimos."],
            "taskforces.OutputDelivery": ["gaps-named", "Lacunas nomeadas.", "https://lacunas.example", "Cedo demais."],
            "objectives.StrategyProposal": [
                *("rewording", "problem", item.pk, "Poucos projetos.", "Few projects are funded.", "We saw it."),
                *(proposal.created_at, "declined", "Concordo.", proposal.decided_at, "Not quite."),
            ],
            "colleges.Ambassador": ["Speak in Belém.", ambassador.started_at],
            "colleges.AmbassadorActivity": [
                "Palestra",
                lecture.happened_on,
                "Santarém",
                417,
                "https://palestra.example",
                lecture.created_at,
            ],
            "messaging.Conversation": ["Solo Amigo", "As parcelas", "es", "waiting", conversation.last_message_at],
            "messaging.Message": ["Podemos visitar?", conversation.messages.get().created_at],
            "messaging.Block": ["Solo Alheio", theirs.partner.blocks.get().created_at],
            "messaging.Report": [
                "Sem resposta.",
                "nothing",
                report.created_at,
                report.settled_at,
                "Sem anúncios, por favor.",
                barred.barred_until,
            ],
            "accounts.User": [
                victor.email,
                victor.name,
                "BR",
                "es",
                "America/Sao_Paulo",
                Theme.objects.first().slug,
                victor.last_login,
                victor.joined_at,
                victor.first_days_closed_at,
            ],
            "accounts.Consent": [consent.purpose, consent.text, consent.language, consent.given_at],
            "partners.Affiliation": [
                partner.name,
                affiliation.status,
                affiliation.is_focal_point,
                affiliation.requested_at,
                affiliation.started_at,
            ],
            "taskforces.Application": [
                "A2",
                "representative",
                "americas",
                "BR",
                "Carvão no solo",
                "es",
                "declined",
                application.submitted_at,
                application.decided_at,
                "The seat is taken, sadly.",
            ],
            "taskforces.Message": ["Since when?", message.text, message.created_at],
            "taskforces.Seat": ["A2", "member", seat.started_at],
            "notifications.Notice": [
                "given",
                "library",
                "daily",
                a2.space.slug,
                notice.created_at,
                notice.read_at,
                notice.gathered_at,
            ],
            "notifications.NoticeSetting": ["none", "2040-05-06", victor.notice_setting.changed_at],
            "notifications.RoomChoice": [a2.space.slug, "muted"],
            "notifications.Digest": ["weekly", "2026-03-02", digest.written_at],
            "notifications.Mail": [victor.email, "Senhor Victor", "es"],
            "partners.JoiningApplication": [
                "Rede Solo Vivo",
                "RSV",
                "civil_society",
                "non_profit",
                "France",
                "https://rsv.example",
                "Juntos pelo solo",
                joining.contact_name,
                "Directora",
                joining.contact_email,
                "+55 91",
                "submitted",
                joining.submitted_at,
                joining.created_at,
                joining.decided_at,
                "The statutes, please",
                "Too young",
            ],
            "partners.Invitation": [
                partner.name,
                victor.email,
                "Dr. Victor",
                "fr",
                "accepted",
                invitation.created_at,
                invitation.answered_at,
            ],
            "core.StoredFile": ["Declaração.pdf", file.created_at],
            "core.Activity": ["consented"],
        }
        | kept_of(victor, amina)
        | kept_of_rooms(victor, amina)
        | discussions.kept_of(victor, amina)
        | added_by(victor)
        | questions.kept_of(victor, amina)
        | practices.kept_of(victor, amina)
        | events.kept_of(victor, amina)
        | kept_of_wiki(victor, amina)
        | saved_by(victor)
        | keys_of(victor, "Solo")
    )


def meetings_of(victor, amina):
    """What Victor organised, answered, wrote and was asked to do."""
    proposed = meeting_of(by=victor, title="Reunião de abril", dates=(20, 21))
    proposed.give_availability(dict.fromkeys(proposed.dates.all(), "if_need_be"), by=victor)
    held = begun_meeting(by=victor, title="Reunião de março")
    held.participations.create(person=victor, answer="comes", answered_at=timezone.now(), was_present=True)
    minutes = Minutes.of(held)
    minutes.publish("Falamos.", by=victor)
    minutes.save_draft("Falamos muito.", by=victor)
    decision = held.decide("Medir em Belém", owner=victor, due_on=timezone.localdate(), by=amina)
    decision.complete(by=victor)
    CalendarFeed.objects.renew(victor, by=victor)
    first = proposed.dates.first()
    said = victor.availabilities.get(date=first)
    return {
        "events.Meeting": ["Reunião de abril", "member", held.starts_at, held.created_at],
        "events.Availability": ["Reunião de abril", first.starts_at, "if_need_be", said.answered_at],
        "events.Participation": ["Reunião de março", "comes", victor.participations.get().answered_at, True],
        "events.Minutes": [minutes.draft_at],
        "events.MinutesEdition": [minutes.published.published_at],
        "events.Decision": ["Medir em Belém", decision.due_on, decision.created_at, decision.done_at],
        "events.CalendarFeed": [victor.calendar_feed.created_at],
    }


def test_file_holds_everything_personal(victor, history):
    text = json.dumps(victor.personal_data(), cls=DjangoJSONEncoder, ensure_ascii=False)
    for label, values in history.items():
        for value in values:
            written = json.loads(json.dumps(value, cls=DjangoJSONEncoder))
            assert (written if isinstance(written, str) else json.dumps(written)) in text, f"{label}: {value}"


def test_every_model_with_something_personal_is_looked_at(history):
    personal = {label for label in MARKS if marks_of(label)["personal"]}
    assert personal == history.keys()
    assert NOT_EXPORTED.keys()


def test_addresses_sessions_and_second_factors_are_in_the_file(client, victor):
    client.force_login(victor)
    client.get("/en/partners/", HTTP_USER_AGENT="Belém Browser", REMOTE_ADDR="192.0.2.77")
    text = json.dumps(victor.personal_data(), cls=DjangoJSONEncoder, ensure_ascii=False)
    assert victor.usersession_set.get().ip in text
    assert victor.usersession_set.get().user_agent in text
    assert {"email": victor.email, "verified": True, "primary": True} in victor.personal_data()["addresses"]


def test_file_holds_nobody_else(victor, bruno, history):
    ApplicationFactory(person=bruno, answers={"motivation": "Bruno's own words"})
    text = json.dumps(victor.personal_data(), cls=DjangoJSONEncoder)
    assert "Bruno" not in text
    assert "bruno@example.org" not in text
