"""A published practice as open data: one record, in the language that is spoken now."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.addresses import whole
from core.citing import names_of
from partners.vocabulary import vocabulary
from practices.answers import text_in
from practices.elsewhere import addresses_of
from practices.evidence import Level
from practices.kinds import kind_of
from practices.licences import Licence

# The coded questions by which practices are found, told with the names of their codes. They are the words of filters.
CODED = (
    *("countries", "land_use", "purposes", "basis", "groups", "measures", "degradation"),
    *("climate_zone", "thermal_zone", "rainfall", "soil_group", "slope", "texture", "altitude"),
)


def record_of(version):
    """The record of a Version, whose practice and organisation are there already. Plain data, ready for JSON.

    `contents` are the answers as they are kept, places of private farms blurred; the rest is made from them.
    """
    title, spoken = text_in(version.contents["title"], otherwise=(version.language,))
    licence, evidence = Licence(version.licence), Level(version.evidence_level)
    code, address = version.practice.code, whole(version.get_absolute_url())
    return {
        "code": code,
        "version": version.number,
        "is_current": version.is_current,
        "title": title,
        "short_description": text_in(version.contents.get("short_description"), otherwise=(version.language,))[0],
        "told_in": spoken,
        "language": version.language,
        "languages": version.languages,
        "authors": names_of(version.authors),
        "organisation": organisation_of(version),
        "published_at": version.published_at.isoformat(),
        "first_published_at": version.practice.published_at.isoformat(),
        "evidence": {"level": evidence.value, "name": str(evidence.label)},
        "completeness_percent": version.completeness_percent,
        "coded": coded(version),
        "regions": sorted(each.removeprefix("region:") for each in version.codes if each.startswith("region:")),
        "edition": version.edition,
        "contents": version.contents,
        "same_as": [
            {"database": name, "code": known, "address": link or None}
            for name, known, link in addresses_of(version.contents)
        ],
        "licence": {"code": licence.value, "name": str(licence.label), "address": licence.url},
        "attribution": attribution(version, title, address),
        "address": address,
        "data_address": whole(reverse("api:version", args=[code, version.number])),
    }


def organisation_of(version):
    """{name, address} of the organisation it was published for, or None."""
    partner = version.organisation
    return partner and {"name": partner.name, "address": whole(partner.get_absolute_url())}


def coded(version):
    """{question: [{code, name}]} of the questions in CODED that are answered."""
    found = {}
    for key in CODED:
        question, answer = version.form.questions.get(key), version.contents.get(key)
        if question is None or answer is None:
            continue
        kind = kind_of(question)
        codes = answer if isinstance(answer, list) else [answer]
        if question.kind == "countries":
            names = vocabulary().countries
            found[key] = [{"code": code, "name": names.get(code, code)} for code in codes]
        else:
            shown = kind.shown(answer)
            names = shown if isinstance(shown, list) else [shown]
            found[key] = [{"code": code, "name": name} for code, name in zip(codes, names, strict=True)]
    return found


def attribution(version, title, address):
    """How whoever uses it names it, as its licence asks."""
    words = {
        "authors": version.authors,
        "year": version.published_at.year,
        "title": title,
        "code": version.practice.code,
        "number": version.number,
        "address": address,
    }
    return (
        _(
            "%(authors)s (%(year)d). %(title)s. Practice datasheet %(code)s, version %(number)d. "
            "“4 per 1000” Initiative. %(address)s"
        )
        % words
    )


def positions(record):
    """[[longitude, latitude]] of its sites, as readers see them."""
    sites = record["contents"].get("sites", [])
    return [[site["longitude"], site["latitude"]] for site in sites if "latitude" in site and "longitude" in site]
