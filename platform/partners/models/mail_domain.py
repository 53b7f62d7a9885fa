"""The mail domains by which the colleagues of an organisation are recognised."""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import DomainNameValidator
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Lower, StrIndex, Substr
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from partners.models.partner import Partner

PUBLIC_PROVIDERS = Path(__file__).resolve().parent.parent / "data" / "public_mail_domains.txt"


@cache
def public_providers():
    """Domains at which anybody can have an address."""
    lines = PUBLIC_PROVIDERS.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def domain_behind(column):
    """The part behind the @ of the address in `column`, in small letters, as an expression."""
    return Lower(Substr(column, StrIndex(column, models.Value("@")) + 1))


def domains_of(person):
    """The mail domains of her confirmed addresses, in small letters."""
    addresses = EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True)
    return {address.rpartition("@")[2].lower() for address in addresses}


class KnownAddress(models.Exists):
    """In a query of affiliations: whether the person has a confirmed address at a domain of the organisation."""

    def __init__(self):
        addresses = EmailAddress.objects.filter(user=models.OuterRef(models.OuterRef("person")), verified=True)
        at_domains = addresses.values(domain=domain_behind("email"))
        super().__init__(
            MailDomain.objects.alias(plain=Lower("domain")).filter(
                partner=models.OuterRef("partner"), plain__in=at_domains
            )
        )


class MailDomainQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of organisations she speaks for; everything for the secretariat."""
        if user.has_perm("partners.view_maildomain"):
            return self
        if not user.is_authenticated:
            return self.none()
        spoken_for = user.affiliations.in_force().filter(is_focal_point=True).values("partner")
        return self.filter(partner__in=spoken_for)

    @transaction.atomic
    def claim(self, partner, domain, *, by):
        """Whoever has a confirmed address at `domain` is offered to say that she works for `partner`.

        Raises ValidationError when it is no domain, a public provider's, another organisation's, or when `by` cannot
        know that it is theirs.
        """
        row = MailDomain(partner=partner, domain=plain_domain(domain))
        row.full_clean(exclude=["partner"], validate_constraints=False)
        if not row.is_known_to(by):
            raise ValidationError(
                {"domain": _("Your own confirmed address is not at this domain. Ask the secretariat to add it.")}
            )
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            owner = MailDomain.objects.filter(domain=row.domain).values_list("partner", flat=True).first()
            is_ours = owner == partner.pk
            raise ValidationError(
                {"domain": _("It is there already.") if is_ours else _("Another organisation has this mail domain.")}
            ) from None
        row.record("claimed", by=by, domain=row.domain)
        return row

    def offers_to(self, person):
        """Organisations that `person` may work for, by her confirmed addresses, and never had to do with: Partners."""
        at_domains = EmailAddress.objects.filter(user=person, verified=True).values(plain=domain_behind("email"))
        theirs = self.alias(plain=Lower("domain")).filter(plain__in=at_domains).values("partner")
        return Partner.objects.in_force().filter(pk__in=theirs).exclude(affiliations__person=person).by_name()


class MailDomain(Recorded, models.Model):
    """The part behind the @ of an organisation's own addresses: whoever has one is probably a colleague."""

    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="mail_domains", verbose_name=_("organisation")
    )
    domain = models.CharField(_("mail domain"), max_length=120, help_text=_("For example: inrae.fr"))

    objects = MailDomainQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail domain")
        verbose_name_plural = _("mail domains")
        ordering = ["domain"]
        constraints = [
            models.UniqueConstraint(
                Lower("domain"),
                name="one_organisation_per_mail_domain",
                violation_error_message=_("Another organisation has this mail domain."),
            )
        ]

    def __str__(self):
        return self.domain

    def get_absolute_url(self):
        return self.partner.get_absolute_url()

    def clean(self):
        self.domain = plain_domain(self.domain)
        try:
            DomainNameValidator(accept_idna=True)(self.domain)
        except ValidationError:
            raise ValidationError(
                {"domain": _("This is not a mail domain. Write what stands behind the @, like inrae.fr.")}
            ) from None
        if self.domain in public_providers():
            raise ValidationError(
                {"domain": _("Anybody can have an address at this provider: it tells nothing about your colleagues.")}
            )

    def is_known_to(self, person):
        """Whether `person` may say that it is the organisation's: it is behind her own confirmed address, or stands
        in the organisation's web address, or she works in the secretariat. Nobody recognises strangers by a guess."""
        if person is None or person.has_perm("partners.add_maildomain"):
            return True
        host = (urlsplit(self.partner.website).hostname or "").removeprefix("www.")
        return self.domain == host or self.domain in domains_of(person)

    @transaction.atomic
    def drop(self, *, by):
        """Nobody is recognised by it any more."""
        self.record("dropped", by=by, domain=self.domain)
        self.delete()


def plain_domain(text):
    """Small letters, without what people write before it: "@", "www.", "https://", an address of their own."""
    text = text.strip().lower()
    text = urlsplit(text).hostname or "" if "://" in text else text
    return text.rpartition("@")[2].removeprefix("www.").strip("./ ")
