"""The demo: an invented house full of people, told through the verbs, at believable dates.

The same on each machine, and counted back from today. See DESIGN, section 8, for who is who.
"""

from django.db import transaction

from accounts.models import User
from home.demo.applications import receive_applications
from home.demo.notices import leave_mails_unsent, read_older_notices
from home.demo.partners import found_partners, part_ways
from home.demo.people import appoint_secretariat, gather_people, welcome_cast
from home.demo.seats import fill_task_forces

DOMAIN = "@demo.example"


def is_loaded():
    """Whether the demo's people are in this database."""
    return User.objects.filter(email=f"sofia{DOMAIN}").exists()


@transaction.atomic
def load():
    """Tell the whole story, once. Returns False, changing nothing, if it has been told."""
    if is_loaded():
        return False
    sofia = appoint_secretariat()
    partners = found_partners(by=sofia)
    cast = welcome_cast(partners, by=sofia) | {"sofia": sofia}
    crowd = gather_people(partners, by=sofia)
    fill_task_forces(cast, crowd, by=sofia)
    receive_applications(cast, crowd)
    part_ways(partners, by=sofia)
    read_older_notices()
    leave_mails_unsent()
    return True
