"""What this app holds of a person, handed to her or forgotten."""

from datetime import timedelta

from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from notifications.models import Digest, Mail, NoticeSetting

ADDRESS_KEPT_FOR = timedelta(days=30)
# Longer than any week in which a digest could still be written.
DIGESTS_KEPT_FOR = timedelta(days=60)
CHOSEN_BESIDE = ("digest", "hour", "weekday", "paused_until", "changed_at")


@exports_personal_data
def notices(person):
    """What she was told, and when she read it; what was written to her address before she had an account."""
    letters = Mail.objects.letters().filter(email__iexact=person.email)
    return {
        "notices": list(
            person.notices.values(
                "activity__verb", "kind", "rhythm", "space__slug", "created_at", "read_at", "gathered_at"
            )
        ),
        "letters": list(
            letters.values("activity__verb", "audience", "name", "email", "language", "created_at", "sent_at")
        ),
    }


@exports_personal_data
def digests(person):
    """Which mails she has chosen, and the days and weeks for which she was written a digest."""
    chosen = NoticeSetting.objects.filter(person=person)
    return {
        "choice_of_mails": list(chosen.values(*NoticeSetting.KINDS, *CHOSEN_BESIDE)),
        "choices_for_rooms": list(person.room_choices.values("space__slug", "rhythm")),
        "digests": list(person.digests.values("rhythm", "begins_on", "written_at", "mails__status", "mails__sent_at")),
    }


@erases_personal_data
def forget_notices(person):
    """Her notices and digests go, and with them the mails that carried them; so do letters to her address."""
    person.notices.all().delete()
    person.digests.all().delete()
    person.room_choices.all().delete()
    NoticeSetting.objects.filter(person=person).delete()
    Mail.objects.letters().filter(email__iexact=person.email).delete()


@goes_with_time
def forget_addresses():
    """To whom a letter went is forgotten after thirty days; that it was sent remains. What still waits is kept."""
    over = [Mail.Status.SENT, Mail.Status.FAILED, Mail.Status.UNSURE, Mail.Status.DROPPED]
    old = Mail.objects.letters().filter(status__in=over, created_at__lt=timezone.now() - ADDRESS_KEPT_FOR)
    # A relay that refuses a mail names the address in its answer.
    old.exclude(email="").update(email="", name="", error="")


@goes_with_time
def forget_digests():
    """That a digest was written is forgotten after sixty days, its mail with it."""
    Digest.objects.filter(written_at__lt=timezone.now() - DIGESTS_KEPT_FOR).delete()
