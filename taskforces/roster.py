"""Who is in a task force, as the public may read it: names only by consent, vacant regions as an invitation."""

from regions.large import large_regions
from taskforces.models import Role


class Roster:
    """Leader, representative of each large region, and number of members of one task force.

    Wants a task force loaded by `with_roster()`; `Roster.of` loads what is missing.
    """

    def __init__(self, task_force, regions=None):
        self.task_force = task_force
        self.seats = [seat for seat in task_force.leading_seats if seat.role != Role.MEMBER and not seat.is_flagged]
        self.regions = large_regions() if regions is None else regions

    @classmethod
    def of(cls, task_force, user):
        """The roster of `task_force` and where `user` stands in it, however the task force was loaded."""
        if not hasattr(task_force, "leading_seats"):
            task_force = type(task_force).objects.with_roster().with_standing_of(user).get(pk=task_force.pk)
        return cls(task_force)

    @classmethod
    def of_all(cls, task_forces):
        """The rosters of task forces loaded by `with_roster()`, without a query each."""
        regions = large_regions()
        return [cls(task_force, regions) for task_force in task_forces]

    @property
    def leader(self):
        """The leader's seat, or None while it is vacant or flagged."""
        return next((seat for seat in self.seats if seat.role == Role.LEADER), None)

    @property
    def deputy(self):
        """The seat of whoever stands in for the leader, or None."""
        seats = self.task_force.leading_seats
        return next((seat for seat in seats if seat.is_deputy_now and seat.is_backed_now), None)

    @property
    def representatives(self):
        """[(region, seat or None)] for each large region."""
        held = {seat.region_id: seat for seat in self.seats if seat.role == Role.REPRESENTATIVE}
        return [(region, held.get(region.pk)) for region in self.regions]

    @property
    def open_regions(self):
        """The large regions nobody represents."""
        return [region for region, seat in self.representatives if seat is None]

    @property
    def all_regions_are_open(self):
        """Whether nobody represents any region yet."""
        return len(self.open_regions) == len(self.regions)

    @property
    def number_of_members(self):
        """How many team members; whoever's leading or representing seat is flagged counts among them."""
        return self.task_force.number_of_people - len(self.seats)

    @property
    def number_of_countries(self):
        """From how many countries its people come."""
        return self.task_force.number_of_countries
