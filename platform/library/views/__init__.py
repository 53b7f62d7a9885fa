"""What the pages of one work have in common."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from library.models import Work
from spaces.views import InSpace


class OfWork(InSpace):
    """Finds the work of the address among those of its space."""

    current_tab = "library"

    @cached_property
    def work(self):
        """The work, in the space that knows where this person stands."""
        rows = Work.objects.visible_to(self.request.user).filter(space=self.space).select_related("added_by")
        work = get_object_or_404(rows, pk=self.kwargs["pk"])
        work.space = self.space
        return work

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"work": self.work} | kwargs)


class BelowWork(OfWork):
    """A page that lies below that of the work; its permission is asked for the work."""

    @cached_property
    def permission_object(self):
        return self.work

    def crumbs(self):
        *above, last = super().crumbs()
        return [*above, (str(self.work), self.work.get_absolute_url()), last]

    def cancel_url(self):
        """Back to the work."""
        return reverse("library:detail", args=[self.space.slug, self.work.pk])
