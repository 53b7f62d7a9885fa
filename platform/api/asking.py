"""What a program asks for: filters, the place in the list, the language, the format."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import get_supported_language_variant
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from api.formats import FORMATS
from api.records import CODED
from core.asking import Asked as Words
from partners.vocabulary import vocabulary
from practices import editions, vocabularies
from practices.evidence import Level

MOST, USUAL = 100, 50
LONGEST_WORDS = 200
CURSOR_SALT = "api.cursor"
# What narrows by a code, beside the questions in CODED; what is asked in another way.
PLACES = ("region",)
OTHERS = ("q", "language", "evidence", "updated_since", "cursor", "limit", "format")


class Refused(Exception):
    """It cannot be answered: a status and a sentence."""

    def __init__(self, status, sentence):
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


@dataclass
class Asked:
    """What a list is narrowed by, and where it goes on."""

    codes: dict = field(default_factory=dict)
    words: str = ""
    language: str = ""
    evidence: int = 0
    updated_since: datetime | None = None
    after: tuple | None = None
    limit: int = USUAL

    def of(self, versions):
        """`versions` narrowed, in the order in which they were published: whoever harvests misses nothing."""
        found = versions
        for key, codes in self.codes.items():
            found = found.filter(codes__overlap=[f"{key}:{code}" for code in codes])
        if self.language:
            found = found.filter(language=self.language)
        if self.evidence:
            found = found.filter(evidence_level__gte=self.evidence)
        if self.updated_since:
            found = found.filter(published_at__gte=self.updated_since)
        if self.words:
            found = found.holding(Words(self.words))
        if self.after:
            moment, pk = self.after
            found = found.filter(Q(published_at__gt=moment) | Q(published_at=moment, pk__gt=pk))
        return found.order_by("published_at", "pk")


def read(query):
    """The Asked of a QueryDict. Raises Refused with what is wrong: a filter nobody knows must not give everything."""
    unknown = sorted(set(query) - {*CODED, *PLACES, *OTHERS})
    if unknown:
        raise Refused(400, _("There is no parameter “%(name)s”.") % {"name": unknown[0][:60]})
    known = known_codes()
    return Asked(
        codes={key: codes_in(query, key, known[key]) for key in known if key in query},
        words=query.get("q", "")[:LONGEST_WORDS],
        language=one_of(query, "language", [code for code, _name in settings.LANGUAGES]),
        evidence=int(one_of(query, "evidence", [str(level) for level in Level.values]) or 0),
        updated_since=moment_in(query, "updated_since"),
        after=place_in(query, "cursor"),
        limit=number_in(query, "limit", USUAL, MOST),
    )


def known_codes():
    """{filter: codes it takes}."""
    words, questions = vocabulary(), editions.edition().questions
    of_questions = {key: list(vocabularies.terms_of(questions[key].vocabulary)) for key in CODED}
    return of_questions | {"countries": list(words.countries), "region": list(words.regions)}


def codes_in(query, key, known):
    """The codes asked for: one of them is enough."""
    codes = query.getlist(key)
    for code in codes:
        if code not in known:
            raise Refused(400, _("“%(code)s” is no code of “%(name)s”.") % {"code": code[:60], "name": key})
    return codes


def one_of(query, key, values):
    if key in query and query[key] not in values:
        raise Refused(400, _("“%(name)s” is one of: %(values)s.") % {"name": key, "values": ", ".join(values)})
    return query.get(key, "")


def number_in(query, key, usual, most):
    if key not in query:
        return usual
    text = query[key]
    if not re.fullmatch(r"[0-9]{1,6}", text) or not 1 <= int(text) <= most:
        raise Refused(400, _("“%(name)s” is a number from 1 to %(most)d.") % {"name": key, "most": most})
    return int(text)


def moment_in(query, key):
    """A moment (RFC 3339), or a day, which begins in universal time."""
    if key not in query:
        return None
    text = query[key]
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        day = moment = None
    if day and len(text) == len("2026-11-30"):
        return datetime.combine(day, time.min, tzinfo=UTC)
    if moment is None:
        raise Refused(400, _("“%(name)s” is a day or a moment, like 2026-11-30T10:00:00Z.") % {"name": key})
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def place_in(query, key):
    """(moment, key) behind which the list goes on."""
    if key not in query:
        return None
    try:
        moment, pk = signing.loads(query[key], salt=CURSOR_SALT)
    except signing.BadSignature:
        raise Refused(404, _("No list goes on at this cursor. Follow “next” as it is given.")) from None
    return datetime.fromisoformat(moment), pk


def cursor_behind(version):
    """Where the list goes on behind `version`."""
    return signing.dumps([version.published_at.isoformat(), version.pk], salt=CURSOR_SALT)


def language_of(request):
    """The first language of Accept-Language we speak; cookies are not asked."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE


def format_of(request, offered):
    """The format asked for: by `?format=`, else by Accept. Raises Refused with 400 or 406."""
    if "format" in request.GET:
        return one_of(request.GET, "format", offered)
    kind = request.get_preferred_type([FORMATS[name] for name in offered])
    if kind is None:
        raise Refused(
            406, _("This is given as: %(values)s.") % {"values": ", ".join(FORMATS[name] for name in offered)}
        )
    return next(name for name in offered if FORMATS[name] == kind)
