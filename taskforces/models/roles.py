"""The three roles of a task force, and who may ask for which."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    LEADER = "leader", _("leader")
    REPRESENTATIVE = "representative", _("regional representative")
    MEMBER = "member", _("team member")

    @classmethod
    def open_to(cls, person):
        """The roles `person` may ask for: all three with a partner organisation, team member otherwise.

        Source: the Initiative's joining rules, step 3. The secretariat nominates and therefore does not stand.
        """
        if person.is_partner and not person.is_staff:
            return [cls.LEADER, cls.REPRESENTATIVE, cls.MEMBER]
        return [cls.MEMBER]

    @property
    def needs_partner(self):
        """Whether only people of partner organisations may hold it."""
        return self != Role.MEMBER


def require_eligible(person, role, region):
    """Raise ValidationError unless `person` may hold `role`, with a large region if and only if she represents one."""
    if not person.is_active:
        raise ValidationError(_("The account of this person is closed: she cannot be given a seat."))
    if Role(role).needs_partner and not person.is_partner:
        raise ValidationError(
            {"role": _("Only people of active partner organisations can be leader or regional representative.")}
        )
    if role == Role.REPRESENTATIVE and (region is None or region.parent_id):
        raise ValidationError({"region": _("Choose the region to represent.")})
    if role != Role.REPRESENTATIVE and region is not None:
        raise ValidationError({"region": _("Only a regional representative has a region.")})
