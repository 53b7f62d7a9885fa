"""Organisations that may be the same as another one: a similar name, the same acronym, the same web address."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat, Lower
from django.utils.translation import gettext as _

from core.search import Unaccented, as_plain
from partners.models.joining import JoiningApplication
from partners.models.mail_domain import MailDomain
from partners.models.partner import Partner

MOST = 5
# Trigrams two names share, of all they have: "Institut des sols" and "Institut du sol" share 0.6.
ALIKE = 0.5
# Hosts whose pages belong to many organisations.
SHARED_HOSTS = {
    "blogspot.com",
    "facebook.com",
    "github.io",
    "google.com",
    "instagram.com",
    "linkedin.com",
    "wixsite.com",
    "wordpress.com",
    "x.com",
    "youtube.com",
}


@dataclass
class Likeness:
    """Something that may be the same organisation, and why."""

    obj: Any
    reasons: list = field(default_factory=list)

    @property
    def why(self):
        """The reasons in one line."""
        return ", ".join(self.reasons)


def organisations_like(about, *, among=None):
    """[Likeness] of organisations in the register that may be `about`, an application or an organisation; one query.

    `among`: a queryset of organisations to look in, those a person may see.
    """
    among = Partner.objects.all() if among is None else among
    if isinstance(about, Partner):
        among = among.exclude(pk=about.pk)
    name, host = full_name(about), host_of(about.website)
    hits = among.filter(merged_into=None, plain_name__trigram_similar=name).order_by().values("pk")
    if about.acronym:
        same = among.filter(merged_into=None, country=about.country_id, acronym__iexact=about.acronym)
        hits = hits.union(same.order_by().values("pk"))
    if host:
        hits = hits.union(among.filter(merged_into=None, website__iregex=pattern_of(host)).order_by().values("pk"))
    known = MailDomain.objects.filter(domain__in=domains_of(about)).order_by()
    hits = hits.union(known.values("partner"))
    found = among.filter(pk__in=hits, merged_into=None).select_related("country")
    return likenesses(
        found.annotate(
            alike=TrigramSimilarity("plain_name", name),
            knows_mail=Exists(known.filter(partner=OuterRef("pk"))),
        ),
        about,
        host,
    )


def applications_like(about, *, among=None):
    """[Likeness] of other applications on their way for what may be the same organisation; one query."""
    among = JoiningApplication.objects.open().sent() if among is None else among
    if isinstance(about, JoiningApplication):
        among = among.exclude(pk=about.pk)
    name, host = full_name(about), host_of(about.website)
    plain = Lower(Unaccented(Concat("name", Value(" "), "acronym")))
    found = among.annotate(alike=TrigramSimilarity(plain, name)).select_related("country")
    same = Q(alike__gte=ALIKE)
    if host:
        same |= Q(website__iregex=pattern_of(host))
    if about.acronym:
        same |= Q(acronym__iexact=about.acronym, country=about.country_id)
    return likenesses(found.filter(same), about, host)


def likenesses(rows, about, host):
    """The likest first, each with its reasons; what is alike by trigrams only must be really alike."""
    found = []
    for row in rows.order_by("-alike", "pk")[: 4 * MOST]:
        reasons = []
        if row.alike >= ALIKE:
            reasons.append(_("a similar name"))
        if about.acronym and row.acronym.lower() == about.acronym.lower() and row.country_id == about.country_id:
            reasons.append(_("the same acronym in the same country"))
        if host and host_of(row.website) == host:
            reasons.append(_("the same web address"))
        elif getattr(row, "knows_mail", False):
            reasons.append(_("the same mail domain"))
        if reasons:
            found.append(Likeness(row, reasons))
    return found[:MOST]


def full_name(about):
    """Name and acronym as the register compares them: small letters without accents."""
    return as_plain(f"{about.name} {about.acronym}")


def host_of(address):
    """The host of a web address without "www.", or nothing where it is shared by many."""
    try:
        host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return "" if any(host == shared or host.endswith(f".{shared}") for shared in SHARED_HOSTS) else host


def pattern_of(host):
    """A regular expression of web addresses on `host`, with "www." or without."""
    return rf"^https?://(www\.)?{re.escape(host)}([:/?#]|$)"


def domains_of(about):
    """The domains by which its mails would come: of its web address, and of its contact."""
    mailbox = getattr(about, "contact_email", "").rpartition("@")[2].lower()
    return {domain for domain in (host_of(about.website), mailbox) if domain}
