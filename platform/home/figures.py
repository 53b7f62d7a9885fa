"""The figures of the landing page: what stands in the house now."""

from django.db.models import Count, Q

from partners.models import Partner
from regions.models import Region
from taskforces.models import Role, Seat, TaskForce


def figures():
    """Partners and their countries, task forces and those with a leader, people in them, regional seats still open."""
    organisations = Partner.objects.in_force().aggregate(
        partners=Count("pk"), countries=Count("country", distinct=True)
    )
    # One leader and one representative per region: a seat is a task force led, or a region represented.
    seats = Seat.objects.in_force().aggregate(
        led=Count("pk", filter=Q(role=Role.LEADER)),
        represented=Count("pk", filter=Q(role=Role.REPRESENTATIVE)),
        people=Count("person", distinct=True),
    )
    task_forces = TaskForce.objects.count()
    regional_seats = task_forces * Region.objects.large().count()
    return organisations | {
        "task_forces": task_forces,
        "task_forces_with_leader": seats["led"],
        "people": seats["people"],
        "open_regional_seats": regional_seats - seats["represented"],
    }
