"""Who may ask a task force, how often, and which questions there are: the words of many questions from outside."""

import uuid
from datetime import timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import shows_name
from taskforces.models.seat import Seat

LONGEST_QUESTION = 3000
WITHIN = timedelta(days=1)
# So many questions a person asks within a day; and so many mails an address gets that somebody typed.
MOST_PER_PERSON = 5
MOST_PER_ADDRESS = 3
# The link of the mail works for so long; then the question goes.
CONFIRMABLE_FOR = timedelta(days=7)
OLD_AFTER = timedelta(days=14)
SALT = "taskforces.enquiry"


class EnquiryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; those she answers as leader or deputy; all for the secretariat. None that is not confirmed."""
        if not user.is_authenticated:
            return self.none()
        confirmed = self.exclude(status=self.model.Status.UNCONFIRMED)
        if user.has_perm("taskforces.view_enquiry"):
            return confirmed
        return confirmed.filter(
            models.Q(person=user) | models.Q(task_force__in=Seat.objects.answering().homes_of(user))
        )

    def waiting(self):
        """Confirmed and not answered, the oldest first."""
        return self.filter(status=self.model.Status.WAITING).order_by("confirmed_at", "pk")

    def waiting_for(self, user):
        """Those that wait for `user` as leader or deputy."""
        return self.waiting().filter(task_force__in=Seat.objects.answering().homes_of(user))

    def old(self):
        """Those that have waited for two weeks."""
        return self.waiting().filter(confirmed_at__lt=timezone.now() - OLD_AFTER)

    def for_secretariat(self):
        """Those nobody else answers: there is neither leader nor deputy, or they have waited for two weeks."""
        led = Seat.objects.answering().values("task_force")
        return self.waiting().filter(
            models.Q(confirmed_at__lt=timezone.now() - OLD_AFTER) | ~models.Q(task_force__in=led)
        )

    def closed(self):
        """Answered or set aside, the newest first."""
        done = [self.model.Status.ANSWERED, self.model.Status.SET_ASIDE]
        return self.filter(status__in=done).order_by("-closed_at", "-pk")

    def published(self):
        """What everybody reads, the newest first."""
        return self.filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def with_names(self):
        """Each with `names_leader`: whether whoever answered shows her name to everybody."""
        return self.annotate(names_leader=shows_name("closed_by"))

    def by_token(self, token):
        """The question of the link in a mail; None for a forged link, or when it is gone."""
        try:
            pk, key = signing.Signer(salt=SALT).unsign_object(token)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return self.select_related("task_force__objective").filter(pk=pk, key=key).first()

    @transaction.atomic
    def ask(self, task_force, *, name="", email="", key=None, by=None, **words):
        """Somebody asks `task_force`: `by` who is signed in, or a visitor, whose address is confirmed first.

        A form sent twice, known by its `key`, asks once. Raises ValidationError when she, or the address, has asked
        enough within a day. Whether the address has an account is never looked at: nobody finds it out here.
        """
        email = "" if by else email.strip().lower()
        wait_for_turn(by, email)
        if asked := self.filter(key=key, person=by, email=email).first():
            return asked
        require_may_ask(self, by, email)
        if key is None or self.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        status = self.model.Status
        enquiry = self.model(
            task_force=task_force,
            person=by,
            name="" if by else " ".join(name.split()),
            email=email,
            key=key,
            status=status.WAITING if by else status.UNCONFIRMED,
            confirmed_at=timezone.now() if by else None,
            **words,
        )
        if by is None and not (enquiry.name and email):
            raise ValidationError(_("Give your name and your address: the answer goes there."))
        enquiry.full_clean(exclude=["task_force", "person"], validate_constraints=False)
        enquiry.save()
        enquiry.record("asked", by=by, confirmed=by is not None)
        return enquiry


def wait_for_turn(person, email):
    """What one person, or one address, asks at the same moment is asked one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"enquiry:{person.pk if person else email}"])


def require_may_ask(enquiries, person, email):
    """Raise ValidationError when `person`, or whoever types `email`, has asked enough. Call after the turn came."""
    asked = enquiries.filter(created_at__gt=timezone.now() - WITHIN)
    if person and asked.filter(person=person).count() >= MOST_PER_PERSON:
        raise ValidationError(
            _("You have asked %(most)d questions within a day. Please go on tomorrow."),
            code="limit",
            params={"most": MOST_PER_PERSON},
        )
    if not person and asked.filter(email=email).count() >= MOST_PER_ADDRESS:
        raise ValidationError(
            _("This address has got %(number)d mails within a day. Please wait until tomorrow."),
            code="limit",
            params={"number": MOST_PER_ADDRESS},
        )
