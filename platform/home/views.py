"""The first pages: what this is, what waits for me, and the pages in the footer."""

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.second_factor import has_second_factor, second_factor_due_at
from home.duties import Desk
from home.figures import figures
from objectives.models import Goal


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
        desk = Desk(user)
        return super().get_context_data(
            desk=desk,
            duties=desk.duties,
            first_steps=first_steps(user, desk),
            second_factor_due_at=None if has_second_factor(user) else second_factor_due_at(user),
            is_second_factor_required=settings.SECOND_FACTOR_REQUIRED,
            **kwargs,
        )


def first_steps(user, desk):
    """[(what to do, where, whether it is done)] for somebody new; empty once she has found her place."""
    if user.country_id and desk.seats:
        return []
    steps = [
        (_("Say where you live, on your profile"), reverse("accounts:profile"), bool(user.country_id)),
        (_("Decide whether rosters show your name"), reverse("accounts:profile"), user.consents.exists()),
        (_("Say which organisation you work for, if any"), reverse("partners:list"), bool(desk.affiliations)),
        (_("Choose a task force"), reverse("taskforces:list"), bool(desk.seats or desk.on_their_way)),
    ]
    return [] if all(is_done for _step, _url, is_done in steps) else steps


class Page(TemplateView):
    """A page of the footer: text, and where to write to."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(contact=settings.CONTACT_EMAIL, **kwargs)


@require_safe
def choose_language(request):
    """`/`: to the landing page in the person's language, her browser's otherwise."""
    if request.user.is_authenticated:
        language = request.user.language
    else:
        language = translation.get_language_from_request(request)
    response = redirect(f"/{language}/")
    response["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
def robots(request):
    """robots.txt: public pages may be found, the rest is not for machines."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /*/account/", "Disallow: /*/home/", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request):
    """/.well-known/security.txt: where to report a weakness (RFC 9116)."""
    lines = [
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {settings.SECURITY_TXT_EXPIRES}",
        "Preferred-Languages: en, fr, es",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
