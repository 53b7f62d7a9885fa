"""What somebody new can begin with: five steps, told from facts and ticked by nobody; rooms and neighbours for her."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.models import User
from core.models import Activity
from discussions.models import Post
from interfaces.models import Interface
from partners.models import Partner, Sheet
from spaces.models import Space

SHOWN = 4


def facts(user):
    """What is counted of somebody new, beside her duties and in the same query: {name: queryset}."""
    if not user.is_new:
        return {}
    about_her = {"content_type": ContentType.objects.get_for_model(User), "object_id": user.pk}
    return {
        "interests": interests_of(user),
        "posts": Post.objects.filter(author=user),
        "profiles": Activity.objects.filter(verb="profile_saved", **about_her),
    }


def interests_of(user):
    """The rows that say which themes interest her."""
    return User.interests.through.objects.filter(user_id=user.pk)


class FirstDays:
    """The card of somebody new. `found` are the numbers of `counts` with those of `facts`."""

    def __init__(self, user, desk, found):
        self.user, self.desk, self.found = user, desk, found

    @cached_property
    def steps(self):
        """[(what to do, where, whether it is done)]."""
        desk, found, profile = self.desk, self.found, reverse("accounts:profile")
        has_place = bool(desk.seats or desk.on_their_way or desk.affiliations or desk.joining_sent)
        # Who saves her profile has seen the box: to leave it empty is an answer, too.
        has_decided = bool(found["has_consented"] or found.get("profiles"))
        return [
            (_("Say where you live and which language you read"), profile, bool(self.user.country_id)),
            (_("Choose what interests you"), f"{profile}#id_interests", bool(found.get("interests"))),
            (_("Decide whether rosters show your name"), profile, has_decided),
            (_("Join a task force, or say which organisation you work for"), reverse("taskforces:list"), has_place),
            (_("Say hello in a room"), reverse("spaces:list"), bool(found.get("posts"))),
        ]

    @property
    def number_done(self):
        return sum(is_done for _step, _url, is_done in self.steps)

    @property
    def percent(self):
        """How far she is, 0–100, for the bar."""
        return 100 * self.number_done // len(self.steps)

    @property
    def is_shown(self):
        """Whether something is left to do, for somebody who came a short while ago and has not closed it."""
        return self.user.is_new and not self.user.is_staff and self.number_done < len(self.steps)

    @cached_property
    def rooms(self):
        """Rooms she has not been in yet: those she belongs to, then those about what interests her."""
        themes = interests_of(self.user).values("theme_id")
        about = Interface.objects.filter(space=OuterRef("pk"), themes__in=themes)
        spaces = Space.objects.visible_to(self.user).owned().with_owner().with_standing_of(self.user)
        spaces = spaces.annotate(shares_interest=Exists(about)).filter(Q(is_own=True) | Q(shares_interest=True))
        found = spaces.exclude(visits__person=self.user)
        return sorted(found, key=lambda space: (not space.is_own, space.room.position, space.slug))[:SHOWN]

    @cached_property
    def neighbours(self):
        """Other organisations of her country, then those that work on what interests her."""
        themes = interests_of(self.user).values("theme_id")
        sheets = Sheet.objects.filter(partner=OuterRef("pk"), themes__in=themes)
        own = self.user.affiliations.order_by().values("partner_id")
        near = Q(country_id=self.user.country_id) if self.user.country_id else Q(pk__in=[])
        partners = Partner.objects.in_force().exclude(pk__in=own)
        partners = partners.annotate(is_near=is_true(near), shares_interest=Exists(sheets))
        found = partners.filter(Q(is_near=True) | Q(shares_interest=True)).select_related("country")
        return list(found.order_by("-is_near", "-shares_interest", "name", "pk")[:SHOWN])


def is_true(condition):
    """The SQL of a condition as a column."""
    return Case(When(condition, then=Value(True)), default=Value(False))  # noqa: FBT003
