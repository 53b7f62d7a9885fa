"""Two threads that are one: what was written in the one stands in the other, and its address leads there."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.merging import MergedInto
from discussions.models.draft import Draft
from discussions.models.follow import Follow


class Merging(MergedInto):
    """A thread that may turn out to be another one."""

    class Meta:
        abstract = True

    @property
    def can_be_merged(self):
        return self.is_open and not self.is_merged

    @transaction.atomic
    def merge(self, into, *, by):
        """Its posts stand in `into` from now on, in the order in which they were written; so do followers and drafts.

        Merged there twice, nothing happens the second time. Raises ValidationError unless both are open and `by`
        moderates the rooms of both.
        """
        self._lock_with(into)
        if self.merged_into_id == into.pk:
            return
        if self.pk == into.pk:
            raise ValidationError({"thread": _("Choose another discussion than this one.")})
        if not (self.can_be_merged and into.can_be_merged):
            raise ValidationError({"thread": _("Both discussions must be open to become one.")})
        if not all(by.has_perm("discussions.merge_thread", each) for each in (self, into)):
            raise ValidationError({"thread": _("Only somebody who moderates both rooms makes them one.")})
        # The order of a thread is that of its posts' keys: nothing but their thread has to change.
        self.posts.update(thread=into)
        into.themes.add(*self.themes.all())
        self._hand_over_readers(into)
        type(self).objects.filter(merged_into=self.pk).update(merged_into=into)
        self.merged_into, self.is_pinned = into, False
        self.save(update_fields=["merged_into", "is_pinned"])
        self._count()
        into._count()
        self.record("merged", by=by, into=into.pk)

    def _hand_over_readers(self, into):
        """Who followed or muted this one does so there, unless she has said otherwise there; so with her draft."""
        said = into.follows.values("person_id")
        rows = [
            Follow(thread=into, person_id=row.person_id, state=row.state)
            for row in self.follows.exclude(person__in=said)
        ]
        Follow.objects.bulk_create(rows)
        begun = Draft.objects.filter(thread=into).values("person_id")
        Draft.objects.filter(thread=self.pk).exclude(person__in=begun).update(thread=into)
        Draft.objects.filter(thread=self.pk).delete()
