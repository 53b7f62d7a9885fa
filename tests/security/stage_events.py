"""Open events on the stage: in the room of Africa, which is open to people of partners; Bruno is registered."""

from functools import cached_property

from core.uploads import clean_upload
from events.models import Event
from tests.factories.events import event_in, held_event, outside_meeting
from tests.factories.library import africa
from tests.papers import upload


class EventsOnStage:
    """One event in each state, and a meeting of others."""

    @cached_property
    def open_event(self):
        """It takes registrations; its link is for those who have a seat."""
        return event_in(
            africa(), by=self.sofia, title="Soils of Africa", link="https://video.example/africa", questions=["Diet?"]
        )

    @cached_property
    def full_event(self):
        return event_in(africa(), by=self.sofia, title="Field day", seats=1)

    @cached_property
    def registration(self):
        """Bruno's."""
        return self.full_event.register(by=self.bruno)

    @cached_property
    def reported_event(self):
        event = held_event(
            africa(), by=self.sofia, title="Forum", kind=Event.Kind.REGIONAL_FORUM, region=africa().region
        )
        event.report(
            "We agreed.", recording="https://video.example/again", upload=clean_upload(upload()), by=self.sofia
        )
        return event

    @cached_property
    def event_of_a2(self):
        """Amina's; only A2 reads of it."""
        return event_in(self.a2_space, by=self.amina, title="Visit of a farm")

    @cached_property
    def outside_meeting(self):
        return outside_meeting()
