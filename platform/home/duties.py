"""What waits for a person: answers to give, decisions to take, people to confirm."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, IntegerField, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications.models import Notice
from objectives.models import wordings
from partners.models import Affiliation
from taskforces.models import Application
from taskforces.models.seat import backed_by_partner

# Of each kind the oldest ones are shown; the rest stands behind them in the inboxes.
SHOWN = 50
LATE_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Duty:
    """One thing that waits: what, for whom, since when, where."""

    title: str
    about: str
    since: datetime
    url: str

    @property
    def is_late(self):
        """Whether it has waited for more than a week."""
        return self.since < timezone.now() - LATE_AFTER


def to_answer(user):
    """Her applications in which somebody asked her something."""
    return Application.objects.filter(person=user, status=Application.Status.ASKED)


def to_finish(user):
    """Applications she began and has not sent."""
    return Application.objects.filter(person=user, status=Application.Status.DRAFT)


def to_confirm(user):
    """Requests to belong to organisations she speaks for."""
    spoken_for = Affiliation.objects.in_force().filter(person=user, is_focal_point=True).values("partner")
    return Affiliation.objects.requested().filter(partner__in=spoken_for).exclude(person=user)


def duties(user):
    """What waits for `user`, oldest first."""
    return Desk(user).duties


class Desk:
    """What a person finds when she comes in: what waits for her and where she stands, each asked for once."""

    def __init__(self, user):
        self.user = user
        own = Application.objects.open().filter(person=user)
        self._own = list(own.select_related("task_force__objective", "region").order_by("created_at"))
        to_decide = Application.objects.to_decide(user)
        self._to_decide = list(to_decide.select_related("person", "task_force__objective")[:SHOWN])
        self.seats = list(
            user.seats.open()
            .select_related("task_force__objective", "region")
            .annotate(is_backed=backed_by_partner())
            .order_by("role", "started_at")
        )
        self.affiliations = list(user.affiliations.filter(status__in=Affiliation.OPEN).select_related("partner"))
        rows = [*self._own, *self._to_decide, *self.seats]
        prefetch_related_objects([row.task_force.objective for row in rows], wordings())

    @property
    def on_their_way(self):
        """Her requests somebody else has to answer."""
        return [row for row in self._own if row.status == Application.Status.SUBMITTED]

    @property
    def duties(self):
        """What waits for her, oldest first."""
        return sorted(
            [*self._about_own(), *self._about_others(), *self._about_colleagues()], key=lambda duty: duty.since
        )

    def _about_own(self):
        for row in self._own:
            if row.can_be_answered:
                yield Duty(_("Answer a question"), str(row.task_force), row.updated_at, row.get_absolute_url())
            elif row.is_draft:
                url = reverse("taskforces:join", args=[row.task_force.code.lower()])
                yield Duty(_("Finish your request to join"), str(row.task_force), row.updated_at, url)

    def _about_others(self):
        for row in self._to_decide:
            about = f"{row.person} · {row.task_force}"
            yield Duty(_("Decide on a request to join"), about, row.submitted_at, row.get_absolute_url())

    def _about_colleagues(self):
        for row in to_confirm(self.user).select_related("person", "partner")[:SHOWN]:
            about = f"{row.person} · {row.partner}"
            yield Duty(_("Confirm a colleague"), about, row.requested_at, row.get_absolute_url())


def counts(user):
    """{"duties": …, "unread": …} in one query."""
    parts = {
        "answer": to_answer(user),
        "finish": to_finish(user),
        "decide": Application.objects.to_decide(user),
        "confirm": to_confirm(user),
        "unread": Notice.objects.visible_to(user).unread(),
    }
    row = (
        User.objects.filter(pk=user.pk)
        .order_by()
        .values(**{name: number_of(queryset) for name, queryset in parts.items()})
        .get()
    )
    return {"unread": row.pop("unread"), "duties": sum(row.values())}


def number_of(queryset):
    """The number of rows of `queryset`, as a column of another query."""
    counted = queryset.order_by().annotate(_all=Value(1)).values("_all").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
