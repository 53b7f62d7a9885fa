"""What of this app moves when two rows turn out to be one organisation."""

import pgtrigger
from django.utils.translation import gettext_lazy as _

from partners.models.merging import moves, rows_of
from projects.models import TeamMember
from projects.models.team_member import BELONGS_TRIGGER


@moves(_("Places in Project Teams"), rows_of("projects.TeamMember"))
def move_places(old, new):
    """Who stands for the old one stands for the new one, also where her tie has ended meanwhile."""
    with pgtrigger.ignore(f"projects.TeamMember:{BELONGS_TRIGGER}"):
        TeamMember.objects.filter(partner=old).update(partner=new)
