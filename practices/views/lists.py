"""The published datasheets."""

from django.utils.translation import gettext as _
from django.views.generic import ListView

from practices.models import Version


class PracticeList(ListView):
    """What everybody can read, the newest first."""

    template_name = "practices/practice_list.html"
    paginate_by = 20

    def get_queryset(self):
        found = Version.objects.visible_to(self.request.user).public()
        return found.select_related("practice", "organisation").order_by("-published_at", "-pk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(crumbs=[(_("Practices"), None)], **kwargs)
