"""The smallest valid objects."""

from datetime import timedelta

import factory
from django.utils import timezone

from accounts.models import User
from colleges.models import Ambassador, KitItem
from core.models import StoredFile
from core.uploads import clean_upload
from messaging.models import Conversation
from partners.models import Affiliation, Agreement, JoiningApplication, Partner, Piece
from regions.models import Country
from taskforces.models import Application, JoiningForm, Role, TaskForce
from tests.papers import logo, upload

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


class JoiningFactory(factory.django.DjangoModelFactory):
    """An application to join that the secretariat has to read. Its files are put beside it by `with_pieces`."""

    class Meta:
        model = JoiningApplication
        skip_postgeneration_save = True

    applicant = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda number: f"Candidate {number}")
    type = Partner.Type.RESEARCH
    nature = Partner.Nature.NON_PROFIT
    country = factory.LazyFunction(lambda: Country.objects.get(pk="FR"))
    contact_name = "Chris Contact"
    contact_email = "chris@candidate.example"
    is_authorised = True
    status = JoiningApplication.Status.SUBMITTED
    submitted_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def with_pieces(self, create, extracted, **kwargs):
        if create and extracted:
            for kind in self.needed_pieces:
                file = clean_upload(logo() if kind == self.Kind.LOGO else upload())
                Piece.objects.create(application=self, kind=kind, stored=StoredFile.objects.keep(file, by=None))


def partner_person(**fields):
    """A person with an active affiliation to a partner organisation."""
    return AffiliationFactory(person=UserFactory(**fields)).person


class ConversationFactory(factory.django.DjangoModelFactory):
    """A person wrote to an organisation, which has not answered yet."""

    class Meta:
        model = Conversation

    starter = factory.SubFactory(UserFactory)
    partner = factory.SubFactory(PartnerFactory)
    subject = "Cover crops"

    @classmethod
    def _create(cls, model_class, *, starter, partner, subject, text="May we visit your plots?", language="en"):
        return model_class.objects.start(partner, subject=subject, text=text, language=language, by=starter)


class AgreementFactory(factory.django.DjangoModelFactory):
    """A public grant that began last year and has no end."""

    class Meta:
        model = Agreement

    partner = factory.SubFactory(PartnerFactory)
    kind = Agreement.Kind.GRANT
    title = "Grant for the secretariat"
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=365))
    is_public = True


class AmbassadorFactory(factory.django.DjangoModelFactory):
    """Somebody whom the secretariat has named ambassador."""

    class Meta:
        model = Ambassador

    person = factory.SubFactory(UserFactory)
    words = "Speak about soils in schools."

    @classmethod
    def _create(cls, model_class, *, person, words, by=None):
        return model_class.name(person, words=words, by=by)


class KitItemFactory(factory.django.DjangoModelFactory):
    """A link in the kit of the ambassadors."""

    class Meta:
        model = KitItem

    title = "Slides"
    link = "https://4p1000.example/slides"


def lecture(ambassador, **facts):
    """An activity of hers."""
    known = {
        "title": "A lecture",
        "happened_on": timezone.localdate(),
        "country": Country.objects.get(pk="FR"),
        "people_reached": 30,
    }
    return ambassador.add_activity(by=ambassador.person, **known | facts)
