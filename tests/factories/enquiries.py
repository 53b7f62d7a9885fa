"""Questions from outside."""

import factory

from taskforces.models import Enquiry, TaskForce


class EnquiryFactory(factory.django.DjangoModelFactory):
    """A visitor asked A2; not confirmed yet. With `person`, somebody who is signed in."""

    class Meta:
        model = Enquiry

    question = "Which trees grow beside maize?"
    language = "en"
    may_be_published = True

    @classmethod
    def _create(cls, model_class, *, task_force=None, person=None, confirmed=False, **words):
        task_force = task_force or TaskForce.objects.with_objective().get(objective__code="A2")
        if person is None:
            words = {"name": "Wendy Outside", "email": "wendy@outside.example"} | words
        enquiry = model_class.objects.ask(task_force, by=person, **words)
        if confirmed:
            enquiry.confirm()
        return enquiry
