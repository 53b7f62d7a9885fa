"""Who is in a task force, as the public may read it: names only by consent, vacant regions as an invitation."""

from regions.models import Region
from taskforces.models import Role


class Roster:
    """Leader, representative of each large region, and number of members of one task force."""

    def __init__(self, task_force, regions=None):
        self.task_force = task_force
        seats = getattr(task_force, "open_seats", None)
        self.seats = list(task_force.seats.open().with_people()) if seats is None else seats
        self.regions = list(Region.objects.large()) if regions is None else regions

    @classmethod
    def of_all(cls, task_forces):
        """The rosters of task forces loaded by `with_roster()`, without a query each."""
        regions = list(Region.objects.large())
        return [cls(task_force, regions) for task_force in task_forces]

    @property
    def leader(self):
        """The leader's seat, or None while it is vacant or flagged."""
        return next((seat for seat in self.seats if seat.role == Role.LEADER and not seat.is_flagged), None)

    @property
    def representatives(self):
        """[(region, seat or None)] for each large region."""
        held = {seat.region_id: seat for seat in self.seats if seat.role == Role.REPRESENTATIVE and not seat.is_flagged}
        return [(region, held.get(region.pk)) for region in self.regions]

    @property
    def open_regions(self):
        """The large regions nobody represents."""
        return [region for region, seat in self.representatives if seat is None]

    @property
    def members(self):
        """The seats of the team members; whoever's leading or representing seat is flagged counts among them."""
        return [seat for seat in self.seats if seat.role == Role.MEMBER or seat.is_flagged]

    @property
    def named_members(self):
        """Those of them who show their names."""
        return [seat for seat in self.members if seat.shows_name]

    @property
    def number_of_countries(self):
        """From how many countries its people come."""
        return len({seat.person.country_id for seat in self.seats if seat.person.country_id})

    def seat_of(self, user):
        """The seat `user` holds here, or None."""
        return next((seat for seat in self.seats if seat.person_id == user.pk), None)
