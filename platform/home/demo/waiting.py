"""What waits for Amina besides her task force and her organisation, and the digests of last Monday."""

import random
from datetime import datetime, time, timedelta

import pgtrigger
from django.utils import timezone, translation

from home.demo.past import days_ago, happening
from home.demo.words import answers_of
from notifications.models import Digest, Notice
from partners.models import Invitation, Partner
from partners.models.inviting import VALID_FOR
from taskforces.models import Application, TaskForce

# Who reads the digest of last Monday in the lists of the secretariat.
READERS = ("amina", "bruno", "carla", "fatou", "ines")


def leave_something_to_do(cast):
    """Amina acts as leader and as focal point already; these two things wait for her in her own name."""
    begin_a_request(cast["amina"])
    invite_to_the_sahel(cast)


def begin_a_request(amina):
    """She has begun to ask for a place in E1, and not found the time to finish."""
    task_force = TaskForce.objects.select_related("objective").get(objective__code="E1")
    with happening(days_ago(2)), translation.override(amina.language):
        draft = Application.begin(amina, task_force)
        draft.answers = answers_of(amina, random.Random(4000))
        draft.save_draft(by=amina)


def invite_to_the_sahel(cast):
    """Fatou's network would like to have her among its people; she has four days left to answer."""
    moment = days_ago(6)
    network = Partner.objects.get(name="Réseau Sahel Vert (demo)")
    amina = cast["amina"]
    with happening(moment):
        invitation = Invitation.objects.invite(
            network, email=amina.email, name=amina.name, language=amina.language, by=cast["fatou"]
        )
    # What lies ahead of the moment is not moved by itself.
    with pgtrigger.ignore():
        Invitation.objects.filter(pk=invitation.pk).update(expires_at=moment + VALID_FOR)
        Invitation.pgh_event_model.objects.filter(pgh_obj_id=invitation.pk).update(expires_at=moment + VALID_FOR)


def write_last_digests(cast):
    """Those of the last Monday that is over; their mails never leave."""
    today = timezone.now().date()
    monday = today - timedelta(days=today.weekday() or 7)
    seven = timezone.make_aware(datetime.combine(monday, time(7)))
    with happening(seven):
        for key in READERS:
            Digest.objects.write(cast[key], monday)
    # What came since then waits for the next one.
    Notice.objects.filter(created_at__gt=seven).update(digest=None, gathered_at=None)
