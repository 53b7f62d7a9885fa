"""The candidates of a call side by side, with all that the secretariat weighs before it nominates."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Prefetch
from django.utils.translation import gettext as _

from taskforces.hearing import sent_statement_of
from taskforces.models import Application, CandidateComment, CandidateSupport


class Comparison:
    """The candidates of one call, each with `eligible`, `number_of_supports`, `voices`, `words`, `conflicts`."""

    def __init__(self, call):
        self.call = call
        self.seats = list(call.task_force.seats.open().leading().with_people())
        self.candidates = [self.weighed(candidate) for candidate in self._found()]

    def _found(self):
        """All who stood in the call and did not withdraw, the most supported first."""
        others = Application.objects.candidates().filter(person=OuterRef("person")).exclude(pk=OuterRef("pk"))
        rows = self.call.candidates.filter(status__in=Application.STANDING).with_people()
        rows = rows.select_related("country__region__parent", "statement__letter").annotate(
            number_of_supports=Count("supports", distinct=True),
            stands_elsewhere=ArraySubquery(others.order_by().values("task_force__objective__code")),
        )
        supports = CandidateSupport.objects.select_related("person")
        comments = CandidateComment.objects.select_related("author")
        named = Prefetch("supports", supports, to_attr="voices"), Prefetch("comments", comments, to_attr="words")
        return rows.prefetch_related(*named).order_by("-number_of_supports", "submitted_at", "pk")

    def weighed(self, candidate):
        """The candidate with what speaks for and against her."""
        candidate.call = self.call
        candidate.sent_statement = sent_statement_of(candidate)
        candidate.is_eligible = bool(candidate.organisations) and candidate.person.is_active
        candidate.conflicts = list(self.conflicts_of(candidate))
        return candidate

    def conflicts_of(self, candidate):
        """Sentences about what stands in her way, or beside it."""
        if not candidate.can_be_nominated:
            return
        for seat in self.seats:
            if seat.role == candidate.role and seat.region_id == candidate.region_id:
                yield _("The seat is held by %(name)s: end it first.") % {"name": seat.person}
            elif seat.person_id == candidate.person_id:
                yield _("Holds another leading seat here: %(role)s.") % {"role": seat.get_role_display()}
            elif seat.organisation and seat.organisation["name"] in candidate.organisations:
                yield _("Same organisation as %(name)s (%(role)s).") % {
                    "name": seat.person,
                    "role": seat.get_role_display(),
                }
        if candidate.stands_elsewhere:
            codes = ", ".join(sorted(set(candidate.stands_elsewhere)))
            yield _("Stands elsewhere too: %(codes)s.") % {"codes": codes}
