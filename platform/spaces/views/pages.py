"""A space: what is new there, and who belongs there."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import ListView, TemplateView

from accounts.models import User, shows_name
from spaces.contents import contents
from spaces.models import Space, Visit
from spaces.views import InSpace

# Of each kind the overview shows so many.
SHOWN = 5
MODERATORS_SHOWN = 12


def named(people):
    """Those of `people` who show their names in lists, by name."""
    return people.filter(shows_name("pk")).select_related("country").order_by("name", "pk")


class SpaceList(LoginRequiredMixin, ListView):
    """The spaces somebody belongs to, and those open to her."""

    template_name = "spaces/space_list.html"
    context_object_name = "spaces"

    def get_queryset(self):
        user = self.request.user
        spaces = Space.objects.visible_to(user).owned().with_owner().with_standing_of(user)
        return sorted(spaces, key=lambda space: (not space.is_own, space.room.position, space.slug))


class SpaceDetail(InSpace, TemplateView):
    """What is new since one's last visit, kind by kind."""

    template_name = "spaces/space_detail.html"

    @cached_property
    def last_visit(self):
        """When this person was here before, or None."""
        return Visit.note(self.space, self.request.user) if self.request.user.is_authenticated else None

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            news=[self.news(content) for content in contents()],
            last_visit=self.last_visit,
            moderators=list(self.moderators()[:MODERATORS_SHOWN]),
            **kwargs,
        )

    def moderators(self):
        """Who looks after the room: visitors read the names of those who show them in lists, the others all."""
        people = self.space.moderators().select_related("country")
        return people if self.request.user.is_authenticated else named(people)

    def news(self, content):
        """One kind: where its list is, its newest rows, and which of them are new to this person."""
        rows = list(content.newest(self.request.user).filter(space=self.space)[:SHOWN])
        for row in rows:
            is_news = bool(self.last_visit and row.news_at > self.last_visit)
            row.news_tag = pgettext("since my last visit", "new") if is_news else ""
            row.news_line = getattr(row, "news_note", "") or date_format(localtime(row.news_at))
        return {
            "title": content.title,
            "nothing": content.nothing,
            "url": content.url(self.space),
            "rows": rows,
        }


class People(InSpace, LoginRequiredMixin, ListView):
    """Who belongs here: by name those who show their names, the others as a number."""

    template_name = "spaces/people.html"
    context_object_name = "people"
    paginate_by = 60
    current_tab = "people"
    page_title = gettext_lazy("People")

    def get_queryset(self):
        here = User.objects.filter(pk__in=self.space.members())
        self.number_of_people = here.count()
        return named(here)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        moderators = set(self.space.moderators().values_list("pk", flat=True))
        for person in context["people"]:
            person.is_moderator = person.pk in moderators
        number_unnamed = self.number_of_people - context["paginator"].count
        return context | {"number_of_people": self.number_of_people, "number_unnamed": number_unnamed}
