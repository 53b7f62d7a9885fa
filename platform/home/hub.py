"""The first page of the hub: what is new among the partners, who offers and who needs what, one's own house."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from partners.gate import HubMixin
from partners.models import Affiliation, Partner, Sheet
from spaces.models import Space, belonging

SHOWN = 6
# A colleague is new for so long.
NEW_FOR = timedelta(days=90)
NEAR_KM = 500


class HubPage(HubMixin, TemplateView):
    """For people of partner organisations, and for the secretariat."""

    template_name = "home/hub.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(hub=Hub(self.request.user), crumbs=[(_("The hub"), None)], **kwargs)


def says_something():
    """The condition of sheets that offer or need something, in whatever language."""
    columns = [f"{field}_{code}" for field in ("services", "needs") for code, _name in settings.LANGUAGES]
    return reduce(or_, (Q(**{f"{column}__gt": ""}) for column in columns))


class Hub:
    """What a person of an organisation finds there; each list is one question, however many rows there are."""

    def __init__(self, person):
        self.person = person

    @cached_property
    def own(self):
        """Her affiliations in force, each with the sheet of the organisation and the number of waiting requests."""
        mine = self.person.affiliations.in_force().select_related(
            "partner__sheet", "partner__country", "partner__place"
        )
        waiting = Count("partner__affiliations", filter=Q(partner__affiliations__status=Affiliation.Status.REQUESTED))
        return list(mine.annotate(waiting=waiting).order_by("partner__name"))

    @cached_property
    def partners(self):
        """The organisations she belongs to."""
        return [affiliation.partner for affiliation in self.own]

    @property
    def _others(self):
        return Partner.objects.in_force().exclude(pk__in=[partner.pk for partner in self.partners])

    @cached_property
    def newest(self):
        """Organisations that joined last."""
        return list(
            self._others.exclude(joined_on=None).select_related("country").order_by("-joined_on", "-pk")[:SHOWN]
        )

    @cached_property
    def offers_and_needs(self):
        """Sheets of other organisations that offer or need something: first those that share a theme or a region."""
        own = [partner.pk for partner in self.partners]
        themes = Sheet.themes.through.objects
        shared = themes.filter(sheet=OuterRef("pk"), theme__in=themes.filter(sheet__partner__in=own).values("theme"))
        regions = Partner.objects.filter(pk__in=own).values("country__region")
        sheets = Sheet.objects.filter(says_something(), partner__in=self._others.order_by())
        return list(
            sheets.annotate(
                shares_theme=Exists(shared),
                shares_region=Exists(Partner.objects.filter(pk=OuterRef("partner"), country__region__in=regions)),
            )
            .select_related("partner__country")
            .order_by("-shares_theme", "-shares_region", "-updated_at", "pk")[:SHOWN]
        )

    @cached_property
    def colleagues(self):
        """People who came to her own organisations lately."""
        return list(
            Affiliation.objects.in_force()
            .filter(partner__in=self.partners, started_at__gt=timezone.now() - NEW_FOR, person__is_active=True)
            .exclude(person=self.person)
            .select_related("person", "partner")
            .order_by("-started_at", "-pk")[:SHOWN]
        )

    @cached_property
    def rooms(self):
        """The rooms she belongs to; the others stand in their list."""
        spaces = Space.objects.visible_to(self.person).filter(belonging(self.person)).owned().with_owner()
        return sorted(spaces, key=lambda space: (space.room.position, space.slug))

    @cached_property
    def home(self):
        """Where her first organisation stands: (latitude, longitude) of its city, else of its country, or None."""
        for partner in self.partners:
            for position in (partner.place, partner.country):
                if position is not None and position.latitude is not None and position.longitude is not None:
                    return position.latitude, position.longitude
        return None

    @cached_property
    def neighbours(self):
        """The nearest other organisations within some hundred kilometres, with `distance_km`."""
        if self.home is None:
            return []
        return list(self._others.near(*self.home, within_km=NEAR_KM).select_related("country")[:SHOWN])
