"""What stands on the stage of ideas, Project Teams and questions from outside."""

from functools import cached_property

from partners.models import Affiliation
from projects.models import TeamMember
from tests.factories.enquiries import EnquiryFactory
from tests.factories.projects import IdeaFactory, partner_of


class StageOfProjects:
    """Fatou’s ideas in A2, a team of Bruno's and Carla's, and what Victor asked."""

    @cached_property
    def idea(self):
        """Fatou proposed it, Bruno supports it."""
        idea = IdeaFactory(author=self.fatou, task_force=self.a2, title="Hedges")
        idea.support(by=self.bruno)
        return idea

    @cached_property
    def comment(self):
        return self.idea.comment("Which trees?", language="en", by=self.bruno)

    @cached_property
    def withdrawn_idea(self):
        idea = IdeaFactory(author=self.fatou, task_force=self.a2, title="Withdrawn")
        idea.withdraw(by=self.fatou)
        return idea

    @cached_property
    def team_place(self):
        """Bruno is asked to coordinate the team of another idea."""
        idea = IdeaFactory(author=self.fatou, task_force=self.a2, title="Biochar")
        words = {"name": "Team Biochar", "purpose": "Burn and measure."}
        team = idea.form_team(**words, coordinator=self.bruno, partner=partner_of(self.bruno), by=self.amina)
        return team.members.get()

    @cached_property
    def team(self):
        return self.team_place.team

    @cached_property
    def accepted_place(self):
        """Carla has accepted hers."""
        tie = Affiliation.objects.in_force().get(person=self.carla)
        place = self.team.ask(self.carla, tie.partner, role=TeamMember.Role.MEMBER, by=self.amina)
        place.accept(by=self.carla)
        return place

    @cached_property
    def enquiry(self):
        """Victor asked A2."""
        return EnquiryFactory(person=self.victor, task_force=self.a2)

    @cached_property
    def unconfirmed_enquiry(self):
        return EnquiryFactory(task_force=self.a2)
