"""The pages of practice datasheets."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from practices.models import Practice


class BelowPractice:
    """A page about one datasheet, which stands in the address by its code; 404 for one she does not see."""

    model = Practice

    @cached_property
    def practice(self):
        visible = Practice.objects.visible_to(self.request.user).select_related("author", "organisation", "held_by")
        found = visible.by_code(self.kwargs["code"]).first()
        if found is None:
            raise Http404
        return found

    @property
    def permission_object(self):
        return self.practice

    def get_object(self, queryset=None):
        return self.practice

    def found_below(self, queryset):
        """The row of the address's `pk` among those of `queryset`; 404 for none."""
        found = queryset.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def crumbs(self, *further):
        return [
            (_("Practices"), reverse("practices:list")),
            (self.practice.title, self.practice.desk_url if further else None),
            *further,
        ]
