"""The people of every test: one per role, the same names everywhere."""

from functools import cached_property

from accounts.secretariat import appoint
from partners.models import Partner
from regions.models import Country, Region
from taskforces.models import Role, TaskForce
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory


class Cast:
    """People and their organisations, made when they first step on stage."""

    @cached_property
    def sofia(self):
        person = UserFactory(email="sofia@example.org", name="Sofia Lindqvist")
        appoint(person, by=None)
        return type(person).objects.get(pk=person.pk)

    @cached_property
    def afris(self):
        return PartnerFactory(name="AFRIS", status=Partner.Status.MEMBER, country=country("BJ"))

    @cached_property
    def amina(self):
        person = self._of(self.afris, "amina@example.org", "Amina Diallo", "BJ", "fr", is_focal_point=True)
        self.a2.seat(person, Role.LEADER, by=None)
        return person

    @cached_property
    def bruno(self):
        return self._of(PartnerFactory(name="IVEA"), "bruno@example.org", "Bruno Keller", "FR", "fr")

    @cached_property
    def fundacion(self):
        return PartnerFactory(name="Fundación Suelo", type=Partner.Type.FOUNDATION, country=country("ES"))

    @cached_property
    def carla(self):
        return self._of(self.fundacion, "carla@example.org", "Carla Ruiz", "ES", "es", is_focal_point=True)

    @cached_property
    def fatou(self):
        person = self._of(PartnerFactory(name="Réseau Sahel"), "fatou@example.org", "Fatou Sarr", "SN", "fr")
        self.a2.seat(person, Role.REPRESENTATIVE, region=Region.objects.get(slug="africa"), by=None)
        return person

    @cached_property
    def victor(self):
        return UserFactory(email="victor@example.org", name="Victor Almeida", country=country("BR"), language="es")

    @cached_property
    def a2(self):
        return TaskForce.objects.with_objective().get(objective__code="A2")

    @staticmethod
    def _of(partner, email, name, alpha2, language, **affiliation):
        person = UserFactory(email=email, name=name, country=country(alpha2), language=language)
        AffiliationFactory(person=person, partner=partner, **affiliation)
        return person


def country(alpha2):
    """The country of this two-letter code."""
    return Country.objects.select_related("region__parent").get(pk=alpha2)
