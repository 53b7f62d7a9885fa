"""The meetings on the stage: of task force A2, of the leaders, and the calendar of Mila."""

from functools import cached_property

from events.models import CalendarFeed, Minutes
from tests.factories.meetings import begun_meeting, meeting_of


class MeetingsOnStage:
    """One meeting in each state, with what belongs to it."""

    @cached_property
    def planning(self):
        """Fixed; its join link is for Amina and Fatou."""
        link = "https://video.example/planning"
        return meeting_of(by=self.amina, kind="planning", title="Planning", link=link, agenda="What next?")

    @cached_property
    def looking_for_a_date(self):
        """Everybody of A2 says when."""
        return meeting_of(by=self.amina, title="When?", dates=(20, 21))

    @cached_property
    def held(self):
        """It had minutes."""
        assert self.mila  # she is invited
        meeting = begun_meeting(by=self.amina, title="Last time")
        Minutes.of(meeting).publish("We met.", by=self.amina)
        return meeting

    @cached_property
    def decision(self):
        """Mila sees to it."""
        return self.held.decide("Count the plots.", owner=self.mila, by=self.amina)

    @cached_property
    def leader_meeting(self):
        return meeting_of(by=self.sofia, kind="leader", title="Leaders")

    @cached_property
    def feed_token(self):
        """The address of Mila's calendar."""
        return CalendarFeed.objects.renew(self.mila, by=self.mila)
