""" "Download my data": everything marked personal, and nothing of anybody else."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from accounts.models import Consent
from core.models import Theme
from notifications.models import Notice
from regions.models import Region
from taskforces.models import Role
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory
from tests.privacy.marks import MARKS, NOT_EXPORTED, marks_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def history(victor, amina, a2):
    """Victor with one row of everything a person can have. {model.field: what the file must hold}"""
    victor.time_zone, victor.last_login = "America/Sao_Paulo", timezone.now()
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
    notice = Notice.objects.create(recipient=victor, activity=activity, audience="person", read_at=timezone.now())
    consent, message = victor.consents.get(), application.messages.get(author=victor)
    return {
        "accounts.User": [
            victor.email,
            victor.name,
            "BR",
            "es",
            "America/Sao_Paulo",
            Theme.objects.first().slug,
            victor.last_login,
            victor.joined_at,
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
        "notifications.Notice": ["given", notice.created_at, notice.read_at],
        "core.Activity": ["consented"],
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
