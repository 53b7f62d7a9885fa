"""The first pages: what this is, what waits for me, and the pages in the footer."""

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.generic import TemplateView

from home.duties import duties
from home.figures import figures
from objectives.models import Goal
from taskforces.models import Application


class Landing(TemplateView):
    """What a stranger needs to understand in ten seconds, and where to go."""

    template_name = "home/landing.html"

    def get_context_data(self, **kwargs):
        goals = Goal.objects.with_text()
        return super().get_context_data(
            goals=goals,
            number_of_objectives=sum(len(goal.objectives.all()) for goal in goals),
            figures=figures(),
            **kwargs,
        )


class Duties(LoginRequiredMixin, TemplateView):
    """My duties: what waits for me, where I stand."""

    template_name = "home/duties.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            duties=duties(user),
            seats=user.seats.open().select_related("region").prefetch_related("task_force__objective__texts__version"),
            applications=Application.objects.filter(person=user, status=Application.Status.SUBMITTED)
            .select_related("region")
            .prefetch_related("task_force__objective__texts__version"),
            affiliations=user.affiliations.filter(status__in=["requested", "active"]).select_related("partner"),
            **kwargs,
        )


def choose_language(request):
    """`/`: to the landing page in the person's language, her browser's otherwise."""
    if request.user.is_authenticated:
        language = request.user.language
    else:
        language = translation.get_language_from_request(request)
    response = redirect(f"/{language}/")
    response["Vary"] = "Accept-Language, Cookie"
    return response


def robots(request):
    """robots.txt: public pages may be found, the rest is not for machines."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /*/account/", "Disallow: /*/home/", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security_txt(request):
    """/.well-known/security.txt: where to report a weakness (RFC 9116)."""
    lines = [
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {settings.SECURITY_TXT_EXPIRES}",
        "Preferred-Languages: en, fr, es",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
