"""What a person can have of the library, for the test of the export."""

from spaces.models import Space
from tests.factories.library import WorkFactory


def added_by(person):
    """{model: what "Download my data" must hold} of a work she added."""
    space = Space.objects.get(slug="region-americas")
    space.admit(person, by=None)
    work = WorkFactory(by=person, space=space, title="Guia do solo", address="https://guia.example/")
    return {
        "library.Work": ["Guia do solo", "region-americas", work.created_at],
        "library.Version": ["https://guia.example/", work.versions.get().added_at],
    }
