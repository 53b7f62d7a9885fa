"""What waits for people around ideas: a Project Team asks somebody to join it."""

from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from projects.models import TeamMember


@waits("projects.answer")
def places(user):
    return TeamMember.objects.waiting_for(user).select_related("team", "partner")


@places.told
def place(row):
    about = f"{row.team} · {row.partner}"
    return Duty(_("Answer a Project Team"), about, row.invited_at, row.get_absolute_url(), role=row.partner)
