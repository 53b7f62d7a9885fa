"""The weekly digest: one row a person and week, and a mail for each that has something to tell."""

import zoneinfo
from datetime import datetime, time, timedelta

import structlog
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import signing
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from core.coming import coming
from notifications.models.setting import NoticeSetting

log = structlog.get_logger(__name__)

SEVEN = time(7)
# Whoever could not be written to on Monday (workers away) is written to until Tuesday's end; then the week is over.
LAST_WEEKDAY = 1
SALT = "notifications.digest"


def readers():
    """People who get a digest: with an account in use, a confirmed address, and no wish against it."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), email__iexact=OuterRef("email"), verified=True)
    against = NoticeSetting.objects.filter(person=OuterRef("pk"), digest=NoticeSetting.Digest.NONE)
    return User.objects.active().filter(Exists(confirmed), ~Exists(against))


def seven_on_monday(zone, moment):
    """The last Monday, seven o'clock, in the time zone called `zone`, if the digest of its week can still be written
    at `moment`; None before and after. An unknown zone is read as UTC."""
    try:
        local = moment.astimezone(zoneinfo.ZoneInfo(zone))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        local = moment.astimezone(zoneinfo.ZoneInfo("UTC"))
    monday = local.date() - timedelta(days=local.weekday())
    seven = datetime.combine(monday, SEVEN, tzinfo=local.tzinfo)
    return seven if local.weekday() <= LAST_WEEKDAY and seven <= local else None


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

    def due(self, moment):
        """(week, people): for whom it is Monday, seven o'clock or later, and who have no digest of that week yet."""
        zones = readers().order_by().values_list("time_zone", flat=True).distinct()
        sevens = {zone: seven for zone in zones if (seven := seven_on_monday(zone, moment))}
        if not sevens:
            return None, User.objects.none()
        # The Mondays of one moment are one day all over the world: from the first zone to the last it is 26 hours.
        week = next(iter(sevens.values())).date()
        zones_at = {}
        for zone, seven in sevens.items():
            zones_at.setdefault(seven.timestamp(), (seven, []))[1].append(zone)
        # Whoever came after seven o'clock waits for the next Monday.
        is_time = Q()
        for seven, names in zones_at.values():
            is_time |= Q(time_zone__in=names, joined_at__lt=seven)
        written = self.filter(person=OuterRef("pk"), week=week)
        return week, readers().filter(is_time, ~Exists(written)).order_by("pk")

    def write_due(self, *, moment=None, most=100, after=0):
        """Write the digests of at most `most` people whose time has come, in the order of their keys, behind the key
        `after`. Returns the last of these keys if more people wait behind it, else None.

        It may run twice at once or be killed: a digest and its mail are one transaction, and one row a person and
        week is all the database takes. What cannot be told to some does not stand in the way of those behind them.
        """
        week, people = self.due(moment or timezone.now())
        people = list(people.filter(pk__gt=after)[: most + 1])
        for person in people[:most]:
            self._try_to_write(person, week)
        return people[most - 1].pk if len(people) > most else None

    def _try_to_write(self, person, week):
        try:
            self.write(person, week)
        except Exception:
            log.exception("digest_not_written", person=person.pk)

    @transaction.atomic
    def write(self, person, week):
        """The digest of `person` for the week that begins on Monday `week`: with a mail if there is something to
        tell. Written before, it stays as it is."""
        from notifications.models.mail import Mail

        digest, is_new = self.get_or_create(person=person, week=week)
        if is_new and has_something(person):
            Mail.objects.create(digest=digest)
        return digest


class Digest(models.Model):
    """What waited for a person on a Monday morning. Its words are made when its mail leaves."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="digests",
        db_index=False,
        verbose_name=gettext_lazy("person"),
    )
    week = models.DateField(gettext_lazy("week, by its Monday"))
    written_at = models.DateTimeField(gettext_lazy("written"), default=timezone.now)

    objects = DigestQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("weekly digest")
        verbose_name_plural = gettext_lazy("weekly digests")
        ordering = ["-week", "-pk"]
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["person", "week"], name="one_digest_per_person_and_week")]
        indexes = [models.Index(fields=["-week", "-id"], name="digest_list")]

    def __str__(self):
        return _("Weekly digest, %(day)s") % {"day": date_format(self.week, "DATE_FORMAT")}

    def get_absolute_url(self):
        return reverse("home:duties")

    @property
    def is_worth_sending(self):
        """Whether she still wants it, and there is something to tell: asked again when it leaves."""
        return readers().filter(pk=self.person_id).exists() and has_something(self.person)

    @property
    def wording(self):
        """Its words in the active language."""
        from notifications.digest_wording import DigestWording

        return DigestWording(self)


def token_of(person):
    """What stands in the link by which she stops the digest without signing in. It holds no secret and no date:
    mails are read late, and all it can do is stop them."""
    return signing.Signer(salt=SALT).sign_object(person.pk)


def person_of(token):
    """The person whose link it is, with an account in use; None for a forged one."""
    try:
        pk = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return User.objects.active().filter(pk=pk).first() if isinstance(pk, int) else None
