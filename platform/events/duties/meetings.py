"""What a meeting asks of a person: say when, say whether, come, write the minutes."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from events.models import Availability, Meeting, MeetingDate, MinutesEdition, Participation

# A meeting is a duty when it is near; minutes nobody has written by then will not be written.
NEAR = timedelta(days=30)
MINUTES_WAIT_FOR = timedelta(days=60)


@waits("events.dates")
def dates_to_answer(user):
    """Meetings with a proposed date of which she has not said whether she has time."""
    said = Availability.objects.filter(person=user, date=OuterRef("pk"))
    unsaid = MeetingDate.objects.filter(~Exists(said), meeting=OuterRef("pk"), starts_at__gt=timezone.now())
    return Meeting.objects.inviting(user).proposed().filter(Exists(unsaid)).with_space()


@dates_to_answer.told
def say_when(meeting):
    title, url = _("Say when you have time"), meeting.get_absolute_url()
    return Duty(title, meeting.about, meeting.created_at, url, role=meeting.space.owner)


@waits("events.answer")
def invitations_to_answer(user):
    """Meetings to come of which she has not said whether she comes."""
    answered = Participation.objects.filter(person=user, meeting=OuterRef("pk")).exclude(answer="")
    return Meeting.objects.inviting(user).upcoming().filter(~Exists(answered)).with_space()


@invitations_to_answer.told
def say_whether(meeting):
    title, url, role = _("Say whether you come"), meeting.get_absolute_url(), meeting.space.owner
    return Duty(title, meeting.about, meeting.changed_at, url, due=meeting.starts_at, role=role)


@waits("events.come")
def meetings_to_come_to(user):
    """Meetings of the next month to which she said she comes."""
    coming = Participation.objects.filter(person=user, meeting=OuterRef("pk"), answer=Participation.Answer.COMES)
    near = Meeting.objects.inviting(user).upcoming().filter(starts_at__lt=timezone.now() + NEAR)
    return near.filter(Exists(coming)).with_space()


@meetings_to_come_to.told
def come(meeting):
    title, url = _("Come to a meeting"), meeting.get_absolute_url()
    return Duty(title, meeting.about, meeting.changed_at, url, due=meeting.ends_at, role=meeting.space.owner)


@waits("events.minutes")
def minutes_to_write(user):
    """Meetings she organised that have begun in the last two months and have no minutes."""
    written = MinutesEdition.objects.filter(minutes__meeting=OuterRef("pk"))
    begun = Meeting.objects.visible_to(user).begun().filter(starts_at__gt=timezone.now() - MINUTES_WAIT_FOR)
    return begun.filter(~Exists(written), organiser=user).with_space()


@minutes_to_write.told
def write_minutes(meeting):
    title, url = _("Write the minutes"), meeting.get_absolute_url()
    return Duty(title, meeting.about, meeting.starts_at, url, role=meeting.space.owner)
