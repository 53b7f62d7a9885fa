"""What waits for a person: answers to give, decisions to take, people to confirm."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, IntegerField, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications.models import Notice
from partners.models import Affiliation
from taskforces.models import Application


@dataclass(frozen=True)
class Duty:
    """One thing that waits: what, for whom, since when, where."""

    title: str
    about: str
    since: datetime
    url: str


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
    found = [
        Duty(_("Answer a question"), str(row.task_force), row.updated_at, row.get_absolute_url())
        for row in to_answer(user).prefetch_related("task_force__objective__texts__version")
    ]
    found += [
        Duty(
            _("Finish your request to join"),
            str(row.task_force),
            row.updated_at,
            reverse("taskforces:join", args=[row.task_force.code.lower()]),
        )
        for row in to_finish(user).prefetch_related("task_force__objective__texts__version")
    ]
    found += [
        Duty(
            _("Decide on a request to join"),
            f"{row.person} · {row.task_force}",
            row.submitted_at,
            row.get_absolute_url(),
        )
        for row in Application.objects.to_decide(user)
        .select_related("person")
        .prefetch_related("task_force__objective__texts__version")[:50]
    ]
    found += [
        Duty(
            _("Confirm a colleague"),
            f"{row.person} · {row.partner}",
            row.requested_at,
            row.get_absolute_url(),
        )
        for row in to_confirm(user).select_related("person", "partner")[:50]
    ]
    return sorted(found, key=lambda duty: duty.since)


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
