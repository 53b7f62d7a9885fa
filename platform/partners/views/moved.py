"""Old addresses of merged organisations."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from partners.models import Partner


class LeadsToHeir:
    """A page about the organisation `slug` which, once that was merged, leads to the same page of its heir, for good.

    Whoever may see the emptied row is led on like everybody else. Only what a link can ask for is led on.
    """

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            if self.follows_links and (heir := Partner.objects.heir_of(kwargs["slug"])):
                return redirect(self.same_page_of(heir), permanent=True)
            raise

    def get_object(self, queryset=None):
        partner = super().get_object(queryset)
        if partner.is_merged and self.follows_links:
            raise Http404
        return partner

    @property
    def follows_links(self):
        return self.request.method in ("GET", "HEAD")

    def same_page_of(self, heir):
        """The address of this page for `heir`, with whatever the link asked for."""
        match, asked = self.request.resolver_match, self.request.META.get("QUERY_STRING", "")
        address = reverse(match.view_name, kwargs=match.captured_kwargs | {"slug": heir.slug})
        return f"{address}?{asked}" if asked else address
