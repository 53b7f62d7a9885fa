"""Files, what follows from what happened, and people."""

import zoneinfo
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from accounts.models import User
from core.models import Activity
from core.orphans import files_without_row, rows_without_file
from home.checking.found import check
from notifications.models import Mail, Notice
from notifications.models.mail import LEFT_BEHIND_AFTER
from notifications.models.rhythm import Rhythm
from partners.models import Affiliation

# The sweep comes every minute: what waits for longer than this was forgotten.
FORGOTTEN_AFTER = timedelta(hours=1)


# -- Files


@check("error")
def rows_whose_file_is_gone():
    for stored in rows_without_file():
        yield f"file {stored.pk} has a row and lies nowhere"


@check("warning")
def files_of_which_no_row_speaks():
    """The nightly job takes them away; many of them mean that it does not run."""
    for name in files_without_row():
        yield f"{name} lies in the storage and no row speaks of it"


# -- What follows from what happened


@check("error")
def activities_forgotten():
    for activity in Activity.objects.unannounced().filter(created_at__lt=timezone.now() - FORGOTTEN_AFTER):
        yield f"activity {activity.pk} ({activity.key}) has not been announced for an hour"


@check("error")
def notices_told_twice():
    rows = Notice.objects.order_by().values("recipient", "activity").annotate(number=Count("pk"))
    for row in rows.filter(number__gt=1):
        yield f"person {row['recipient']} was told {row['number']} times of activity {row['activity']}"


@check("error")
def notices_without_mail():
    for notice in Notice.objects.filter(mail=None, rhythm=Rhythm.AT_ONCE):
        yield f"notice {notice.pk} has no mail"


@check("error")
def mails_forgotten():
    for mail in Mail.objects.due().filter(due_at__lt=timezone.now() - FORGOTTEN_AFTER):
        yield f"mail {mail.pk} has been due for an hour"
    on_their_way = Mail.objects.filter(status=Mail.Status.SENDING)
    for mail in on_their_way.filter(claimed_at__lt=timezone.now() - LEFT_BEHIND_AFTER - timedelta(minutes=5)):
        yield f"mail {mail.pk} was left behind and never settled"


@check("error")
def mails_sent_without_moment():
    for mail in Mail.objects.filter(status=Mail.Status.SENT, sent_at=None):
        yield f"mail {mail.pk} was sent and nobody knows when"


@check("warning")
def mails_to_settle():
    for mail in Mail.objects.unsettled():
        yield f"mail {mail.pk} is {mail.status}: settle it in the admin"


# -- People


@check("error")
def erased_people_who_left_traces():
    left = Q(name="") & Q(email__endswith="@erased.invalid") & Q(country=None) & Q(is_active=False)
    for person in User.objects.filter(erased_at__isnull=False).exclude(left):
        yield f"person {person.pk} was erased and still has a name, an address, a country or access"
    holding = Q(seats__ended_at=None, seats__isnull=False) | Q(affiliations__status__in=Affiliation.OPEN)
    for person in User.objects.filter(holding, erased_at__isnull=False).distinct():
        yield f"person {person.pk} was erased and still holds a seat or belongs to an organisation"


@check("error")
def people_whose_pages_would_break():
    """An unknown time zone or language breaks every page and mail of the person."""
    languages = [code for code, _name in settings.LANGUAGES]
    known = Q(time_zone__in=zoneinfo.available_timezones(), language__in=languages)
    for person in User.objects.exclude(known):
        yield f"person {person.pk} has the time zone {person.time_zone!r} and the language {person.language!r}"


@check("error")
def staff_outside_the_secretariat():
    """Who enters the admin does so as superuser or in the group of the secretariat."""
    for person in User.objects.secretariat().filter(is_superuser=False, groups=None):
        yield f"person {person.pk} may enter the admin and belongs to no group"
