"""Where a practice is applied, on the picture of the world."""

from partners.vocabulary import vocabulary
from regions.projection import in_picture


def dots_of(contents):
    """[(x, y, whether it is a site)] in the picture: sites that have a position, else the middle of each country."""
    sites = [site for site in contents.get("sites", ()) if "latitude" in site and "longitude" in site]
    if sites:
        return [(*placed(site["latitude"], site["longitude"]), True) for site in sites]
    positions = vocabulary().positions
    return [(*placed(*positions[code]), False) for code in contents.get("countries", ()) if code in positions]


def placed(latitude, longitude):
    x, y = in_picture(latitude, longitude)
    return round(x, 1), round(y, 1)
