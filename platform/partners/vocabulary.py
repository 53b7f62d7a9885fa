"""The words lists are narrowed by: colleges, regions, countries, themes, objectives, in the reader's language.

Everybody reads them, hardly anybody changes them: each process keeps them for half a minute.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from core.lately import Lately
from core.models import Theme
from partners.models import Partner
from regions.models import Country

WATCHED = {
    *("regions.Country", "regions.Region", "colleges.College", "core.Theme"),
    *("objectives.ObjectiveText", "objectives.PlanVersion"),
}


@dataclass
class Vocabulary:
    """Names by key, in the order in which they are shown; `places` leads from a country to its two regions."""

    types: dict
    statuses: dict
    colleges: dict
    regions: dict
    countries: dict
    themes: dict
    objectives: dict
    places: dict
    positions: dict
    large: frozenset
    holds: dict
    college_by_type: dict
    college_by_key: dict

    @cached_property
    def stamp(self):
        """What the counting by colleges and regions depends on."""
        return repr((self.college_by_type, self.places))

    def college_of(self, kind, placed_in):
        """The college of an organisation of this type, or the one the secretariat has placed it in."""
        return self.college_by_key.get(placed_in) or self.college_by_type.get(kind, "")

    def countries_in(self, slugs):
        """The countries of these regions, large ones or parts."""
        return [code for code, regions in self.places.items() if not slugs.isdisjoint(regions)]


def read_vocabulary():
    colleges = list(college_model().objects.order_by("number"))
    countries = list(Country.objects.select_related("region__parent").by_name())
    regions = {region.slug: region for each in countries for region in (each.large_region, each.region)}
    ordered = sorted(regions.values(), key=in_order)
    return Vocabulary(
        types={value: str(label) for value, label in Partner.Type.choices},
        statuses={Partner.Status.MEMBER.value: _("Members"), Partner.Status.PARTNER.value: _("Partners")},
        colleges={college.slug: college.short for college in colleges},
        regions={region.slug: region.name for region in ordered},
        countries={country.pk: country.name for country in countries},
        themes={theme.slug: theme.name for theme in Theme.objects.order_by("position", "slug")},
        objectives={text.objective.code: f"{text.objective.code} {text.label}" for text in objective_texts()},
        places={each.pk: (each.region.slug, each.large_region.slug) for each in countries},
        positions={each.pk: (each.latitude, each.longitude) for each in countries if each.latitude is not None},
        large=frozenset(slug for slug, region in regions.items() if not region.parent_id),
        holds={college.slug: college.holds for college in colleges},
        college_by_type={kind: college.slug for college in colleges for kind in college.types},
        college_by_key={college.pk: college.slug for college in colleges},
    )


# The words in the language that is spoken now.
vocabulary = Lately(read_vocabulary, in_each_language=True)


def in_order(region):
    """Each large region, then its parts, as the list of regions has them."""
    large = region.parent or region
    return large.position, large.slug, region.parent_id is not None, region.position, region.slug


@receiver([post_save, post_delete])
def forget(sender=None, **kwargs):
    """Somebody changed a word: this process reads them anew, the others within half a minute."""
    if sender is None or sender._meta.label in WATCHED:
        vocabulary.forget()


def objective_texts():
    """The texts of the objectives in force, each with its objective; by name, too."""
    texts = apps.get_model("objectives.ObjectiveText").objects.filter(version__is_in_force=True)
    return texts.select_related("objective").order_by("objective__code")


def college_model():
    """The model of the colleges, by name: they stand on a higher floor."""
    return apps.get_model("colleges.College")
