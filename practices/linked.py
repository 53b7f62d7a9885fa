"""A version as linked data (schema.org), for search engines and catalogues."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from core.addresses import whole
from practices.citing import PUBLISHER
from practices.kinds import kind_of
from practices.models.vocabulary import AGROVOC
from practices.reading import Head
from practices.vocabularies import label_of

# By these answers somebody may look for it.
KEYWORDS = ("land_use", "groups", "measures", "climate_zone", "soil_group", "degradation")


def linked(version, crumbs):
    """The sheet and the way to it, as a document of JSON-LD in the reader's language."""
    return {"@context": "https://schema.org", "@graph": [work(version), way(crumbs)]}


def work(version):
    practice, head, terms = version.practice, Head.of(version), keywords(version)
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
        "keywords": [term.name for term in terms],
        "about": [concept(term) for term in terms if term.agrovoc_url],
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
    """The Label of each term it is coded by."""
    found = []
    for key in KEYWORDS:
        if key in version.contents:
            answer = version.contents[key]
            codes = answer if isinstance(answer, list) else [answer]
            found += [label_of(version.form.questions[key].vocabulary, code) for code in codes]
    return found


def concept(term):
    """A term that the whole world knows by an address of AGROVOC."""
    return {"@type": "DefinedTerm", "name": term.name, "url": term.agrovoc_url, "inDefinedTermSet": AGROVOC}


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
