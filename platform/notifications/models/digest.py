"""The gathered mails: one row a person and day or week, and a mail for each that has something to tell."""

import structlog
from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.coming import coming
from notifications.models.digest_due import due, reachable, zone_called
from notifications.models.notice import Notice
from notifications.models.rhythm import Rhythm
from notifications.models.setting import NoticeSetting

log = structlog.get_logger(__name__)


def has_something(person):
    """Whether anything waits for her, or comes."""
    from home.duties import counts

    return counts(person)["duties"] > 0 or bool(coming(person))


class DigestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; all for the secretariat."""
        if user.has_perm("notifications.view_digest"):
            return self
        return self.filter(person=user) if user.is_authenticated else self.none()

    def write_due(self, rhythm=Rhythm.WEEKLY, *, moment=None, most=100, after=0):
        """Write the digests of at most `most` people whose time has come, in the order of their keys, behind the key
        `after`. Returns the last of these keys if more people wait behind it, else None.

        It may run twice at once or be killed: a digest, what it gathers and its mail are one transaction, and one row
        a person and period is all the database takes. What cannot be told to some does not stand in the way of those
        behind them.
        """
        people = due(rhythm, moment or timezone.now())
        people = list(people.filter(pk__gt=after)[: most + 1])
        for person in people[:most]:
            self._try_to_write(person, person.begins_on, rhythm)
        return people[most - 1].pk if len(people) > most else None

    def _try_to_write(self, person, begins_on, rhythm):
        try:
            self.write(person, begins_on, rhythm)
        except Exception:
            log.exception("digest_not_written", person=person.pk)

    @transaction.atomic
    def write(self, person, begins_on, rhythm=Rhythm.WEEKLY):
        """The digest of `person` for the day or week that begins on `begins_on`: with a mail if there is something to
        tell. Written before, it stays as it is."""
        from notifications.models.mail import Mail

        digest, is_new = self.get_or_create(person=person, rhythm=rhythm, begins_on=begins_on)
        if is_new and (digest.gather() or digest.tells_what_waits and has_something(person)):
            Mail.objects.create(digest=digest)
        return digest


class Digest(models.Model):
    """What a person had not read, and what waited for her, in one mail. Its words are made when the mail leaves."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="digests",
        db_index=False,
        verbose_name=gettext_lazy("person"),
    )
    rhythm = models.CharField(
        gettext_lazy("how often"),
        max_length=7,
        choices=[(each.value, each.label) for each in (Rhythm.DAILY, Rhythm.WEEKLY)],
        default=Rhythm.WEEKLY,
    )
    begins_on = models.DateField(gettext_lazy("day, or Monday of the week"))
    written_at = models.DateTimeField(gettext_lazy("written"), default=timezone.now)

    objects = DigestQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("gathered mail")
        verbose_name_plural = gettext_lazy("gathered mails")
        ordering = ["-begins_on", "-pk"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(fields=["person", "rhythm", "begins_on"], name="one_digest_per_person_and_period")
        ]
        indexes = [models.Index(fields=["-begins_on", "-id"], name="digest_list")]

    def __str__(self):
        title = _("Weekly digest, %(day)s") if self.is_weekly else _("Daily digest, %(day)s")
        return title % {"day": date_format(self.begins_on, "DATE_FORMAT")}

    def get_absolute_url(self):
        return reverse("home:duties")

    @property
    def is_weekly(self):
        return self.rhythm == Rhythm.WEEKLY

    @cached_property
    def setting(self):
        """What she has chosen, asked once."""
        return NoticeSetting.of(self.person)

    @property
    def tells_what_waits(self):
        """Whether it also tells what waits for her and what comes."""
        return self.is_weekly and self.setting.digest == NoticeSetting.Digest.WEEKLY

    def gather(self):
        """Take up what she has not read and no mail has told her yet. Returns how much that is."""
        pending = Notice.objects.pending(self.rhythm).filter(recipient=self.person_id)
        return pending.update(digest=self, gathered_at=timezone.now())

    @property
    def is_worth_sending(self):
        """Whether she still wants it, and there is something to tell: asked again when it leaves."""
        today = timezone.now().astimezone(zone_called(self.person.time_zone)).date()
        if self.setting.is_paused(today) or not reachable().filter(pk=self.person_id).exists():
            return False
        return bool(self.news.items) or self.tells_what_waits and has_something(self.person)

    @cached_property
    def news(self):
        """What it tells of notices."""
        from notifications.news import News

        return News(self)

    @property
    def wording(self):
        """Its words in the active language."""
        from notifications.digest_wording import DigestWording

        return DigestWording(self)
