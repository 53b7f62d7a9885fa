"""Whose room a space is, and who belongs there: each domain says it of its own spaces, this app asks.

    class RoomOfTaskForce(Room):
        owner_path = "task_force"
        ...

    register(RoomOfTaskForce())

People are told as *pairs*: a queryset with the columns `space_id` and `person_id`. The same pairs say which spaces
somebody belongs to and who belongs to a space, each as part of one query.
"""

from django.urls import reverse

_rooms = []


class Room:
    """The spaces of one kind of owner."""

    # The way from the space to its owner, a OneToOne from there; "" where the whole Initiative owns it.
    owner_path = ""
    # Its place among the kinds of rooms in a list.
    position = 0
    # What is followed with each space, so that its name asks nothing more.
    follows = ()

    def owner(self, space):
        """The owner of `space`, or None when it is not of this kind."""
        return getattr(space, self.owner_path, None) if self.owner_path else None

    def holds(self, space):
        """Whether `space` is of this kind."""
        return self.owner(space) is not None

    def name(self, space):
        """What people call it, in a few words."""
        raise NotImplementedError

    def crumbs(self, space):
        """[(title, address)] from the section down to the owner's own page."""
        raise NotImplementedError

    def meetings_url(self, space):
        """The list of its meetings."""
        return reverse("events:of-space", args=[space.slug])

    def pages(self, space):
        """Further pages of its own, beside what lies in every room: [(title, address, key of the tab)]."""
        return []

    def members(self):
        """Pairs of everybody who belongs to a space of this kind."""
        raise NotImplementedError

    def moderators(self):
        """Pairs of everybody who moderates a space of this kind, or None where only memberships say so."""
        return


def register(room):
    """Make a kind of room known. Call it when the domain's app is ready."""
    _rooms.append(room)
    return room


def rooms():
    """Every kind of room."""
    return tuple(_rooms)


def room_of(space):
    """The Room that knows whose `space` is, or None."""
    return next((room for room in _rooms if room.holds(space)), None)


def follows():
    """What is followed with each space for all kinds of rooms."""
    return [path for room in _rooms for path in room.follows]


def owner_paths():
    """The ways from a space to its owner, of all kinds of rooms."""
    return [room.owner_path for room in _rooms if room.owner_path]
