"""Candidates, their call and consultation, and the Bureau, on the stage."""

from datetime import timedelta
from functools import cached_property

from colleges.models import BureauMandate
from colleges.models.bureau_mandate import today
from core.uploads import clean_upload
from regions.models import Region
from taskforces.models import Role, Statement
from tests.factories import partner_person
from tests.factories.candidates import WORDS, call_for, candidate, consultation_on, days
from tests.papers import upload


class WithCandidates:
    """Hugo writes his statement; the members of A2 are consulted about Nora, who sent hers with a letter."""

    @cached_property
    def call(self):
        """Hugo, who would represent Europe, has a month for his statement."""
        call = call_for(self.a2, Role.REPRESENTATIVE, region=self.europe)
        self.candidacy.call = call
        self.candidacy.save(update_fields=["call"])
        return call

    @cached_property
    def standing(self):
        """Nora would represent Asia."""
        call = call_for(self.a2, Role.REPRESENTATIVE, region=Region.objects.get(slug="asia"))
        application = candidate(call, partner_person(email="nora@example.org", name="Nora Lim"))
        Statement.save_draft(application, WORDS, by=application.person)
        Statement.put_letter(application, clean_upload(upload()), by=application.person)
        application.statement.send(by=application.person)
        return application

    @cached_property
    def consultation(self):
        """Open now."""
        Statement.objects.update(sent_at=days(-2))
        return consultation_on(self.standing.call)

    @cached_property
    def bureau_mandate(self):
        """Carla represents her college."""
        college = self.placement.college
        return BureauMandate.give(
            self.carla, college, starts_on=today(), ends_on=today() + timedelta(days=300), by=None
        )
