"""The first pages: what this is, what waits for me, and the pages in the footer."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.second_factor import due_at_for
from core.views import ObjectActionView
from events.models import Meeting
from home.desk import BESIDE, Desk
from home.figures import figures
from home.first_days import FirstDays, facts
from home.remembering import counted
from objectives.models import Goal

NEXT_MEETINGS = 3


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
    """My duties: what waits for me by date, all of it or in one of my roles (`?as=a2`), and where I stand."""

    template_name = "home/duties.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        found = counted(self.request, **{name: ask(user) for name, ask in BESIDE.items()}, **facts(user))
        desk = Desk(user, found)
        first_days = FirstDays(user, desk, found)
        roles = desk.waiting.roles
        # A role in which nothing waits any more, or an address that was typed: everything is shown.
        chosen = next((role for role, _number in roles if role.key == self.request.GET.get("as")), None)
        return super().get_context_data(
            desk=desk,
            duties=desk.duties,
            number_of_duties=found["duties"],
            role_tabs=role_tabs(roles, chosen, found["duties"]),
            is_cut=chosen is None and found["duties"] > len(desk.duties),
            groups=desk.waiting.groups(chosen.key if chosen else ""),
            first_days=first_days if first_days.is_shown else None,
            next_meetings=next_meetings(user, found["waiting"]),
            second_factor_due_at=due_at_for(self.request),
            is_second_factor_required=settings.SECOND_FACTOR_REQUIRED,
            **kwargs,
        )


def next_meetings(user, waiting):
    """The meetings she is invited to that come next; nothing is asked where none was counted among her duties."""
    if not (waiting.get("events_answer") or waiting.get("events_come")):
        return []
    mine = Meeting.objects.visible_to(user).inviting(user).upcoming()
    return list(mine.with_space().with_standing_of(user)[:NEXT_MEETINGS])


def role_tabs(roles, chosen, number):
    """What components/tabs.html wants to filter by role; nothing for whoever has one role only."""
    if len(roles) < 2:
        return []
    page = reverse("home:duties")
    tabs = [{"title": pgettext("duties", "Everything"), "url": page, "is_current": chosen is None, "count": number}]
    for role, count in roles:
        url = f"{page}?{urlencode({'as': role.key})}"
        tabs.append({"title": role.name, "url": url, "is_current": role == chosen, "count": count})
    return tabs


class DismissFirstDays(ObjectActionView):
    """She closes what is shown to begin with."""

    success_message = gettext_lazy("Closed. Everything it led to stays in the menu.")

    def get_object(self, queryset=None):
        return self.request.user

    def perform(self, obj):
        obj.dismiss_first_days(by=self.request.user)

    def get_success_url(self):
        return reverse("home:duties")


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
def favicon(request):
    """/favicon.ico: what readers of feeds and old browsers ask for, whatever a page names as its mark."""
    response = redirect(static("img/apple-touch-icon.png"))
    patch_cache_control(response, max_age=86400)
    return response


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
