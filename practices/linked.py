"""A version as linked data (schema.org), for search engines and catalogues."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from core.addresses import whole
from practices.citing import PUBLISHER
from practices.kinds import kind_of
from practices.reading import Head

# By these answers somebody may look for it.
KEYWORDS = ("land_use", "groups", "measures", "climate_zone", "soil_group", "degradation")


def linked(version, crumbs):
    """The sheet and the way to it, as a document of JSON-LD in the reader's language."""
    return {"@context": "https://schema.org", "@graph": [work(version), way(crumbs)]}


def work(version):
    practice, head = version.practice, Head.of(version)
    told = {
        "@type": ["LearningResource", "CreativeWork"],
        "@id": version.permanent_url,
        "url": whole(version.get_absolute_url()),
        "identifier": practice.code,
        "version": str(version.number),
        "learningResourceType": "practice datasheet",
        "name": head.title,
        "description": head.description,
        "inLanguage": version.languages,
        "author": [{"@type": "Person", "name": name} for name in version.author_names],
        "publisher": {"@type": "Organization", "name": PUBLISHER, "url": whole("/")},
        "datePublished": timezone.localdate(practice.published_at).isoformat(),
        "dateModified": timezone.localdate(version.published_at).isoformat(),
        "license": version.licence_url,
        "isAccessibleForFree": True,
        "keywords": keywords(version),
        "spatialCoverage": places(version),
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/pdf",
            "inLanguage": get_language(),
            "contentUrl": whole(reverse("practices:paper", args=[practice.code, practice.slug])),
        },
    }
    if version.organisation:
        told["sourceOrganization"] = {"@type": "Organization", "name": str(version.organisation)}
    return {name: value for name, value in told.items() if value}


def keywords(version):
    """The names of what is coded."""
    found = []
    for key in KEYWORDS:
        if key in version.contents:
            shown = kind_of(version.form.questions[key]).shown(version.contents[key])
            found += shown if isinstance(shown, list) else [shown]
    return found


def places(version):
    """The countries where it is used."""
    names = kind_of(version.form.questions["countries"]).shown(version.contents.get("countries", []))
    return [{"@type": "Country", "name": name} for name in names]


def way(crumbs):
    """The pages above it."""
    items = [
        {"@type": "ListItem", "position": number, "name": str(name), **({"item": whole(url)} if url else {})}
        for number, (name, url) in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
