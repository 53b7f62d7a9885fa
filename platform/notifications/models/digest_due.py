"""For whom it is time: each chooses an hour of her own day, and one day of the week."""

import zoneinfo
from datetime import datetime, time, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Case, DateField, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from accounts.models import User
from notifications.models.notice import Notice
from notifications.models.rhythm import Rhythm
from notifications.models.setting import NoticeSetting


def reachable():
    """People who can be written to: with an account in use and a confirmed address."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), email__iexact=OuterRef("email"), verified=True)
    return User.objects.active().filter(Exists(confirmed))


def readers(rhythm):
    """Those of them for whom something may be gathered in `rhythm`: the weekly mail also tells of what waits."""
    pending = Exists(Notice.objects.pending(rhythm).filter(recipient=OuterRef("pk")))
    if rhythm == Rhythm.DAILY:
        return reachable().filter(pending)
    against = NoticeSetting.objects.filter(person=OuterRef("pk"), digest=NoticeSetting.Digest.NONE)
    return reachable().filter(~Exists(against) | pending)


def clocks(moment):
    """{the local time at `moment`: names of the time zones in which it is so}, of all zones somebody lives in.

    An unknown zone is read as UTC.
    """
    found = {}
    for zone in User.objects.order_by().values_list("time_zone", flat=True).distinct():
        local = moment.astimezone(zone_called(zone))
        found.setdefault(local.replace(tzinfo=None), (local, []))[1].append(zone)
    return found.values()


def zone_called(name):
    """The time zone called `name`; UTC if there is none."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")


def monday_of(day):
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def periods(rhythm, local):
    """[(condition, first day of the period)] for people whose clocks show `local`.

    Whoever could not be written to at her hour (workers away) is written to the same day, and the weekly mail the day
    after, too. Whoever came on the very day waits for the next week.
    """
    today = local.date()
    hour_has_come = Q(own_hour__lte=local.hour)
    if rhythm == Rhythm.DAILY:
        return [(hour_has_come, today)]
    # Whoever chooses another day is not written to for one that is over.
    is_late = ~Q(notice_setting__changed_at__gte=midnight(today, local))
    found = []
    for day, condition in ((today, hour_has_come), (today - timedelta(days=1), is_late)):
        was_there = Q(own_weekday=day.weekday(), joined_at__lt=midnight(day, local))
        found.append((condition & was_there, monday_of(day)))
    return found


def midnight(day, local):
    """The moment `day` begins, in the time zone of `local`."""
    return datetime.combine(day, time(), tzinfo=local.tzinfo)


def due(rhythm, moment):
    """People whose hour it is at `moment`, or was a short while ago, each with `begins_on`, the first day of the
    period of which she has nothing yet."""
    from notifications.models.digest import Digest

    whens = []
    for local, zones in clocks(moment):
        is_there = Q(time_zone__in=zones) & ~Q(notice_setting__paused_until__gt=local.date())
        whens += [When(is_there & condition, then=Value(day)) for condition, day in periods(rhythm, local)]
    if not whens:
        return User.objects.none()
    people = readers(rhythm).annotate(
        own_hour=Coalesce(F("notice_setting__hour"), NoticeSetting().hour),
        own_weekday=Coalesce(F("notice_setting__weekday"), NoticeSetting().weekday),
    )
    people = people.annotate(begins_on=Case(*whens, output_field=DateField())).exclude(begins_on=None)
    written = Digest.objects.filter(person=OuterRef("pk"), rhythm=rhythm, begins_on=OuterRef("begins_on"))
    return people.filter(~Exists(written)).order_by("pk")
