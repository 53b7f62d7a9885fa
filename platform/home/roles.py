"""As what a person acts: for a task force, for an organisation, for the secretariat, in her own name."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.duties import SECRETARIAT
from taskforces.models import Role


@dataclass(frozen=True, order=True)
class Acting:
    """One of her roles: `key` stands in addresses, `name` is read; roles sort in the order of the page."""

    rank: int
    name: str
    key: str


class Roles:
    """What her open seats and affiliations make of her, in the active language."""

    def __init__(self, user, seats, affiliations):
        self.user = user
        self._seats = {seat.task_force_id: seat for seat in seats}
        self._affiliations = {affiliation.partner_id: affiliation for affiliation in affiliations}

    def of(self, duty):
        """As what she does `duty`. Where she has no seat or tie of that kind she acts in her own name, somebody of
        the secretariat in its name."""
        if duty.role is None:
            return Acting(0, _("In your own name"), "self")
        if duty.role == SECRETARIAT:
            return secretariat()
        model = duty.role._meta.model_name
        if model == "partner" and duty.role.pk in self._affiliations:
            return for_organisation(self._affiliations[duty.role.pk])
        task_force = duty.role.pk if model == "taskforce" else getattr(duty.role, "task_force_id", None)
        if task_force in self._seats:
            return in_task_force(self._seats[task_force])
        return secretariat() if self.user.is_staff else Acting(0, _("In your own name"), "self")


def secretariat():
    return Acting(3, _("For the secretariat"), SECRETARIAT)


def in_task_force(seat):
    """By her seat: leader, representative or member."""
    code = seat.task_force.code
    names = {
        Role.LEADER: _("As leader of %(code)s"),
        Role.REPRESENTATIVE: _("As representative in %(code)s: %(region)s"),
        Role.MEMBER: _("As team member of %(code)s"),
    }
    name = _("As deputy leader of %(code)s") if seat.is_deputy_now else names[Role(seat.role)]
    return Acting(1, name % {"code": code, "region": seat.region}, code.lower())


def for_organisation(affiliation):
    """By her tie: focal point, or one of its people."""
    name = _("As focal point of %(name)s") if affiliation.is_focal_point else _("For %(name)s")
    return Acting(2, name % {"name": affiliation.partner}, affiliation.partner.slug)
