"""The datasheets on the stage: Bruno's, one at each step."""

from functools import cached_property

from api.models import Key
from practices.models import SavedSearch
from tests.factories.practices import MEASURED, PracticeFactory, illustrated, moved_to


class PracticesOnStage:
    """All of them are Bruno's own; Fatou was asked to review what he has submitted."""

    @cached_property
    def practice(self):
        """What everybody can read."""
        return PracticeFactory(author=self.bruno, title="Mulching", status="published", answers=MEASURED)

    @cached_property
    def saved_search(self):
        """What Bruno looks for."""
        return SavedSearch.objects.keep({"countries": ["SN"]}, "Senegal", by=self.bruno)

    @cached_property
    def api_key(self):
        """With which a program of Bruno's asks for them."""
        key, _token = Key.objects.make("Monthly report", by=self.bruno)
        return key

    @cached_property
    def practice_draft(self):
        return PracticeFactory(author=self.bruno, title="Green manure")

    @cached_property
    def practice_submitted(self):
        practice = PracticeFactory(author=self.bruno, title="Half moons", status="submitted")
        practice.assign_reviewer(self.fatou, by=self.sofia)
        return practice

    @cached_property
    def practice_comment(self):
        """What Fatou remarks on it."""
        return self.practice_submitted.comment("essentials", "Where?", by=self.fatou)

    @cached_property
    def practice_assignment(self):
        return self.practice_submitted.assignments.get()

    @cached_property
    def practice_version(self):
        return self.practice.versions.get()

    @cached_property
    def practice_reviewed(self):
        return PracticeFactory(author=self.bruno, title="Stone bunds", status="reviewed")

    @cached_property
    def practice_archived(self):
        return PracticeFactory(author=self.bruno, title="Burning stubble", status="archived")

    @cached_property
    def illustration(self):
        """A photo everybody sees with its sheet."""
        practice = PracticeFactory(author=self.bruno, title="Hedges")
        photo = illustrated(practice)
        moved_to(practice, "published")
        return photo

    @cached_property
    def illustration_draft(self):
        """A photo of a sheet that is still written."""
        return illustrated(self.practice_draft)

    @cached_property
    def practice_provenance(self):
        """Where a sheet comes from that Sofia has imported."""
        from practices.models import Provenance
        from practices.models.provenance import Record

        record = Record(source="WOCAT", identifier="technologies_1234", title="Zaï pits", language="en")
        practice, _faults = Provenance.objects.bring_in(record, by=self.sofia)
        return practice.provenances.get()
