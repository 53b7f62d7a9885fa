"""A version as a record of DataCite (schema 4.5), in the shape its REST interface takes: ready for a registrar of DOIs.

It is the same in whatever language it is asked for: of what has words, those of the sheet's language come first.
"""

from django.utils import timezone, translation

from partners.vocabulary import vocabulary
from practices.answers import LANGUAGES
from practices.citing import PUBLISHER, csl_name
from practices.elsewhere import addresses_of
from practices.linked import keywords
from practices.models.vocabulary import AGROVOC
from practices.places import square_around

SCHEMA = "http://datacite.org/schema/kernel-4"


def datacite_record(version):
    """The document. It bears a DOI only where the house has a prefix of its own (settings.DOI_PREFIX)."""
    with translation.override(version.language):
        attributes = {name: value for name, value in attributes_of(version).items() if value}
    document = {"type": "dois", "attributes": attributes}
    return {"data": {"id": version.doi, **document} if version.doi else document}


def attributes_of(version):
    """What is told of it; what is empty is nothing."""
    code, day = version.practice.code, timezone.localdate(version.published_at)
    return {
        "doi": version.doi,
        "identifiers": [identifier(version)],
        "url": version.permanent_url,
        "creators": [creator(name) for name in version.author_names],
        "titles": titles(version),
        "publisher": {"name": PUBLISHER, "lang": "en"},
        "publicationYear": version.year,
        "types": {"resourceTypeGeneral": "Report", "resourceType": "Practice datasheet"},
        "subjects": [subject(term, version.language) for term in keywords(version)],
        "contributors": contributors(version),
        "dates": [{"date": day.isoformat(), "dateType": "Issued"}],
        "language": version.language,
        "alternateIdentifiers": [
            {"alternateIdentifier": version.permanent_url, "alternateIdentifierType": "URL"},
            {"alternateIdentifier": code, "alternateIdentifierType": "Code of the practice datasheet"},
        ],
        "relatedIdentifiers": related(version),
        "formats": ["text/html", "application/pdf"],
        "version": str(version.number),
        "rightsList": [rights(version)],
        "descriptions": descriptions(version),
        "geoLocations": [*countries(version), *sites(version)],
        "schemaVersion": SCHEMA,
    }


def identifier(version):
    """By which it is named: its DOI, else its address for ever."""
    if version.doi:
        return {"identifier": version.doi, "identifierType": "DOI"}
    return {"identifier": version.permanent_url, "identifierType": "URL"}


def creator(name):
    """Somebody whose name tells its parts is a person; of any other name nobody knows."""
    parts = csl_name(name)
    if "literal" in parts:
        return {"name": name}
    family, given = parts["family"], parts["given"]
    return {"name": f"{family}, {given}", "nameType": "Personal", "familyName": family, "givenName": given}


def subject(term, language):
    """A term it is coded by, with the address by which AGROVOC calls the same."""
    told = {"subject": term.name, "lang": language}
    if not term.agrovoc_url:
        return told
    return told | {"subjectScheme": "AGROVOC", "schemeUri": AGROVOC, "valueUri": term.agrovoc_url}


def contributors(version):
    """The organisation it was written for."""
    if version.organisation is None:
        return []
    return [{"name": version.organisation.name, "nameType": "Organizational", "contributorType": "Other"}]


def in_each_language(version, key):
    """[(text, its language)], the language of the sheet first."""
    texts = version.contents.get(key, {})
    codes = dict.fromkeys([version.language, *LANGUAGES])
    return [(texts[code], code) for code in codes if texts.get(code)]


def titles(version):
    """Its title and the translations of it."""
    (title, language), *others = in_each_language(version, "title")
    translated = [{"title": text, "lang": code, "titleType": "TranslatedTitle"} for text, code in others]
    return [{"title": title, "lang": language}, *translated]


def descriptions(version):
    return [
        {"description": text, "lang": code, "descriptionType": "Abstract"}
        for text, code in in_each_language(version, "short_description")
    ]


def rights(version):
    return {
        "rights": version.licence_name,
        "rightsUri": version.licence_url,
        "rightsIdentifier": version.licence_spdx,
        "rightsIdentifierScheme": "SPDX",
        "schemeUri": "https://spdx.org/licenses/",
    }


def related(version):
    """The versions before and after it, and the same practice in other databases."""
    near = [(version.number - 1, "IsNewVersionOf")] if version.number > 1 else []
    if not version.is_current:
        near.append((version.number + 1, "IsPreviousVersionOf"))
    elsewhere = [address for _name, _code, address in addresses_of(version.contents) if address]
    return [
        *(pointing(version.numbered_url(number), relation) for number, relation in near),
        *(pointing(address, "IsVariantFormOf") for address in elsewhere),
    ]


def pointing(address, relation):
    return {"relatedIdentifier": address, "relatedIdentifierType": "URL", "relationType": relation}


def countries(version):
    """The countries where it is used, by name."""
    names = vocabulary().countries
    return [{"geoLocationPlace": names.get(code, code)} for code in version.contents.get("countries", [])]


def sites(version):
    """Its sites as coarse as readers see them: of a private farm the square of 10 km, and no name."""
    return [located(site) for site in version.contents.get("sites", []) if "latitude" in site and "longitude" in site]


def located(site):
    if site.get("is_blurred"):
        west, east, south, north = square_around(site)
        return {
            "geoLocationBox": {
                "westBoundLongitude": west,
                "eastBoundLongitude": east,
                "southBoundLatitude": south,
                "northBoundLatitude": north,
            }
        }
    point = {"pointLongitude": site["longitude"], "pointLatitude": site["latitude"]}
    named = {"geoLocationPlace": site["name"]} if site.get("name") else {}
    return named | {"geoLocationPoint": point}
