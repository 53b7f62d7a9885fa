"""The library, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories.library import WorkFactory, paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_the_library(open_browser, live_server, cast):
    page = open_browser(width=360)
    facts = {"abstract": "Avec une bêche.", "authors": "Diallo, A.", "year": 2024, "doi": "10.1016/x.1"}
    work = WorkFactory(by=cast.amina, title="Mesurer le carbone", language="fr", upload=paper(), **facts)
    work.add_language("en", title="Measuring carbon", address="https://carbon.example/", by=cast.amina)
    work.replace(work.versions.get(language="fr"), upload=paper("second.pdf"), edition="2e", by=cast.amina)
    gone = WorkFactory(by=cast.amina, title="Outdated", reason="The figures were wrong.")
    room = "spaces/region-africa/library/"
    assert faults_of(page, ["library/"]) == []
    enter(page, live_server, cast.amina)
    own = ["library/", f"{room}?type=guide", f"{room}?q=nothing", f"{room}add/", f"{room}{gone.pk}/"]
    own += [f"{room}{work.pk}/{verb}" for verb in ("", "change/", "version/", "withdraw/")]
    assert faults_of(page, own) == []
