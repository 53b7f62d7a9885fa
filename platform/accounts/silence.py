"""Accounts nobody has used for two years: their people are warned a month before, then forgotten."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, IntegerField, OuterRef
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from accounts.models import User
from accounts.retention import goes_with_time
from core.models import Activity

FORGOTTEN_AFTER = timedelta(days=2 * 365)
WARNED_BEFORE = timedelta(days=30)


def silent_for(span):
    """People who have not signed in for `span`; sessions end after 90 days, so that a sign-in tells of every use."""
    people = User.objects.active().filter(is_staff=False, is_superuser=False)
    return people.annotate(last_seen_at=Coalesce("last_login", "joined_at")).filter(
        last_seen_at__lt=timezone.now() - span
    )


def warnings(**conditions):
    """The warnings a person got since she was last seen."""
    return Activity.objects.filter(
        content_type=ContentType.objects.get_for_model(User),
        object_id=Cast(OuterRef("pk"), IntegerField()),
        verb="warned_of_silence",
        created_at__gte=OuterRef("last_seen_at"),
        **conditions,
    )


@goes_with_time
def warn_silent_people():
    """A month before the two years are over, once."""
    for person in silent_for(FORGOTTEN_AFTER - WARNED_BEFORE).filter(~Exists(warnings())).order_by("pk"):
        person.warn_of_silence(by=None)


@goes_with_time
def forget_silent_people():
    """After two years, and never without a warning that is a month old."""
    warned = warnings(created_at__lt=timezone.now() - WARNED_BEFORE)
    for person in silent_for(FORGOTTEN_AFTER).filter(Exists(warned)).order_by(F("pk")):
        person.erase(by=None)
