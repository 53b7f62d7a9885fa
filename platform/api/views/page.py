"""The page for people who write programs."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from api.asking import MOST, USUAL, known_codes
from core.addresses import whole


class DevelopersPage(TemplateView):
    """What can be read, how, under which licence, with examples to copy."""

    template_name = "api/developers.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            crumbs=[(_("Open data"), None)],
            practices_address=whole(reverse("api:practices")),
            vocabularies_address=whole(reverse("api:vocabularies")),
            description_address=whole(reverse("api:description")),
            filters=list(known_codes()),
            usual=USUAL,
            most=MOST,
            per_minute=settings.API_REQUESTS_PER_MINUTE,
            per_minute_with_key=settings.API_KEY_REQUESTS_PER_MINUTE,
            **kwargs,
        )
