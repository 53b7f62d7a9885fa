"""What a person finds when she comes in: what waits for her and where she stands, each asked for once."""

from home.duties import Waiting, open_affiliations, open_seats
from partners.models import Affiliation, JoiningApplication, MailDomain
from taskforces.models import Application


def on_their_way(user):
    """Her requests to join task forces that somebody else has to answer, the oldest first."""
    return Application.objects.filter(person=user, status=Application.Status.SUBMITTED).order_by("created_at")


def joining_sent(user):
    """Applications of her organisations on which others have to act, the oldest first."""
    return JoiningApplication.objects.waiting().filter(applicant=user).order_by("created_at")


# What the page shows beside the duties, counted with them: of what is not there nothing is asked.
BESIDE = {"on_their_way": on_their_way, "joining_sent": joining_sent}


class Desk:
    """The page "My duties". `found` are the numbers of `counts`, with those of BESIDE."""

    def __init__(self, user, found):
        self.seats = open_seats(user)
        self.affiliations = open_affiliations(user)
        self.on_their_way, self.joining_sent = [], []
        if found["on_their_way"]:
            self.on_their_way = list(on_their_way(user).select_related("task_force__objective", "region"))
        if found["joining_sent"]:
            self.joining_sent = list(joining_sent(user))
        self.waiting = Waiting(
            user,
            found["waiting"],
            seats=self.seats,
            affiliations=self.affiliations,
            beside=self.on_their_way,
        )
        # Whoever has found her place is not asked where she works.
        self.offers = [] if self.affiliations else list(MailDomain.objects.offers_to(user))

    @property
    def duties(self):
        return self.waiting.duties

    @property
    def is_partner(self):
        """Whether the hub is open to her."""
        return any(row.status == Affiliation.Status.ACTIVE and row.partner.is_in_force for row in self.affiliations)
