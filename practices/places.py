"""Where a practice is applied: exact for those who write and review, blurred for readers where a farm is private."""

from math import cos, floor, radians

KM_PER_DEGREE = 111.19
# Private farms are shown somewhere in a square of so many kilometres, unless the land user agrees.
BLURRED_TO_KM = 10
# The same from south to north, in degrees.
HEIGHT = BLURRED_TO_KM / KM_PER_DEGREE


def published(sites):
    """(sites as readers see them, {number as text: what is withheld of it}).

    Of a private farm that may not be shown exactly the name is withheld, too: it would lead there all the same.
    """
    public, withheld = [], {}
    for number, site in enumerate(sites):
        if is_open(site):
            public.append(site)
            continue
        hidden = {key: site[key] for key in ("name", "latitude", "longitude") if key in site}
        shown = {key: value for key, value in site.items() if key not in hidden}
        public.append(shown | blurred(site) | {"is_blurred": True})
        withheld[str(number)] = hidden
    return public, withheld


def whole(sites, withheld):
    """The sites with what was withheld put back: for whoever goes on writing."""
    rows = [{key: value for key, value in site.items() if key != "is_blurred"} for site in sites]
    return [row | withheld.get(str(number), {}) for number, row in enumerate(rows)]


def is_open(site):
    """Whether its exact place may be shown."""
    return not site.get("is_private_farm") or site.get("shows_exactly") is True


def blurred(site):
    """The middle of the square the site lies in: the same for each farm in it, so that nothing can be averaged out."""
    if "latitude" not in site or "longitude" not in site:
        return {}
    latitude = middle(site["latitude"], HEIGHT)
    width = width_at(latitude)
    return {
        "latitude": round(max(min(latitude, 90), -90), 4),
        "longitude": round(max(min(middle(site["longitude"], width), 180), -180), 4),
    }


def width_at(latitude):
    """How many degrees a square goes from west to east: more towards the poles, where one of them goes all around."""
    return min(HEIGHT / max(cos(radians(latitude)), 0.01), 360)


def square_around(site):
    """(west, east, south, north) in degrees of the square in whose middle readers see a private farm."""
    latitude, longitude = site["latitude"], site["longitude"]
    half = width_at(latitude) / 2
    return (
        round(max(longitude - half, -180), 4),
        round(min(longitude + half, 180), 4),
        round(max(latitude - HEIGHT / 2, -90), 4),
        round(min(latitude + HEIGHT / 2, 90), 4),
    )


def middle(degrees, step):
    """The middle of the step `degrees` lies in."""
    return (floor(degrees / step) + 0.5) * step
