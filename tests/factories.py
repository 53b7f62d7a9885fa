"""The smallest valid objects."""

import factory
from django.utils import timezone

from accounts.models import User
from partners.models import Affiliation, Partner
from regions.models import Country
from taskforces.models import Application, JoiningForm, Role, TaskForce

PASSWORD = "a long enough sentence"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    name = factory.Sequence(lambda number: f"Person {number}")
    country = factory.LazyFunction(lambda: Country.objects.get(pk="FR"))

    @factory.post_generation
    def password(self, create, extracted, **kwargs):
        if create:
            self.set_password(extracted or PASSWORD)
            self.save(update_fields=["password"])
            self.emailaddress_set.get_or_create(email=self.email, defaults={"verified": True, "primary": True})


class PartnerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Partner

    name = factory.Sequence(lambda number: f"Organisation {number}")
    type = Partner.Type.RESEARCH
    nature = Partner.Nature.NON_PROFIT
    status = Partner.Status.PARTNER
    country = factory.LazyFunction(lambda: Country.objects.get(pk="FR"))


class AffiliationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Affiliation

    person = factory.SubFactory(UserFactory)
    partner = factory.SubFactory(PartnerFactory)
    status = Affiliation.Status.ACTIVE


class ApplicationFactory(factory.django.DjangoModelFactory):
    """A request that waits for a decision."""

    class Meta:
        model = Application

    person = factory.SubFactory(UserFactory)
    task_force = factory.LazyFunction(lambda: TaskForce.objects.get(objective__code="A2"))
    form = factory.LazyFunction(lambda: JoiningForm.objects.default())
    role = Role.MEMBER
    country = factory.LazyAttribute(lambda application: application.person.country)
    # A new dictionary each time: whoever changes it changes her own.
    answers = factory.LazyFunction(
        lambda: {"motivation": "I measure soil carbon.", "expertise": "Agronomy", "time": "up_to_4", "languages": "en"}
    )
    status = Application.Status.SUBMITTED
    submitted_at = factory.LazyFunction(timezone.now)


def partner_person(**fields):
    """A person with an active affiliation to a partner organisation."""
    return AffiliationFactory(person=UserFactory(**fields)).person
