"""Where the invented organisations have their seats; of the real ones nothing is invented."""

from home.demo.past import days_ago, happening
from partners.models import Partner
from regions.models import Place

CITIES = 6


def settle_down(*, by):
    """Two of three organisations name one of the largest cities of their country."""
    with happening(days_ago(210)):
        for number, partner in enumerate(Partner.objects.filter(name__endswith="(demo)").order_by("slug")):
            cities = Place.objects.filter(country=partner.country).order_by("-population", "code")[:CITIES]
            if number % 3 and cities:
                partner.move_to(cities[number % len(cities)], by=by)
