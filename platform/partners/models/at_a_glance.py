"""The themes and countries of a sheet, brought along by the query that finds its organisation."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from core.loading import LANGUAGES
from core.models import Theme
from regions.models import Country

NAMES = [f"name_{code}" for code in LANGUAGES]
THEME, COUNTRY = ("id", "slug", "position", *NAMES), ("alpha2", *NAMES)


def with_lists(partners):
    """Each organisation with `theme_rows` and `country_rows` of its sheet."""
    themes = Theme.objects.filter(sheets__partner=OuterRef("pk"))
    countries = Country.objects.filter(sheets__partner=OuterRef("pk"))
    return partners.annotate(
        theme_rows=ArraySubquery(themes.annotate(row=as_row(THEME)).values("row")),
        country_rows=ArraySubquery(countries.annotate(row=as_row(COUNTRY)).values("row")),
    )


def as_row(names):
    """The fields `names` as one value."""
    return JSONObject(**{name: name for name in names})


def hand_over(partner):
    """The sheet of an organisation found `with_lists`, knowing its themes and countries; None where there is none."""
    sheet = getattr(partner, "sheet", None)
    if sheet is not None:
        sheet._prefetched_objects_cache = {
            "themes": [Theme(**row) for row in partner.theme_rows],
            "countries": [Country(**row) for row in partner.country_rows],
        }
    return sheet
