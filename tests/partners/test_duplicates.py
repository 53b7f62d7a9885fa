"""Organisations that may be the same as one that asks to join, or as another of the register."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.duplicates import applications_like, host_of, organisations_like
from partners.models import MailDomain, Partner
from tests.cast import country
from tests.factories import JoiningFactory, PartnerFactory

pytestmark = pytest.mark.django_db


def why(about, **among):
    return {str(likeness.obj): likeness.why for likeness in organisations_like(about, **among)}


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("Institut national du sol", "INSTITUT NATIONAL DU SOL"),
        ("Institut national des sols", "Institut national du sol"),
        ("Fundacion Suelo Vivo", "Fundación Suelo Vivo"),
        ("Bodenbund e. V.", "Bodenbund e.V."),
        ("Agricultural University of Athens", "Agricultural Univesity of Athens"),
    ],
)
def test_similar_names_are_found(name, there):
    PartnerFactory(name=there, country=country("BE"))
    assert why(JoiningFactory(name=name)) == {there: "a similar name"}


@pytest.mark.parametrize("there", ["Institut des forêts", "Banque du Sol", "XYZ", "Universidad Agraria de La Habana"])
def test_other_names_are_not(there):
    PartnerFactory(name=there)
    assert why(JoiningFactory(name="Institut national du sol")) == {}


def test_acronym_counts_in_the_same_country_only():
    PartnerFactory(name="One thing", acronym="ISV")
    PartnerFactory(name="Quite another", acronym="isv", country=country("BE"))
    assert why(JoiningFactory(name="Institut du Sol Vivant", acronym="Isv")) == {
        "One thing": "the same acronym in the same country"
    }


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ("https://isv.example", "http://www.isv.example/en/", True),
        ("https://www.isv.example:8443/x", "https://isv.example", True),
        ("https://isv.example", "https://notisv.example", False),
        ("https://isv.example", "https://other.example/?isv.example", False),
        ("https://facebook.com/isv", "https://facebook.com/other", False),
        ("https://isv.github.io", "https://isv.github.io", False),
    ],
)
def test_web_addresses_are_compared_by_their_host(mine, theirs, same):
    PartnerFactory(name="Quite another", website=theirs)
    assert (why(JoiningFactory(name="Institut du Sol", website=mine)) != {}) == same


def test_mail_domain_of_the_contact_is_known():
    there = PartnerFactory(name="Quite another")
    MailDomain.objects.create(partner=there, domain="isv.example")
    assert why(JoiningFactory(name="Institut du Sol", contact_email="ada@isv.example")) == {
        "Quite another": "the same mail domain"
    }


@pytest.mark.parametrize("address", ["", "https://[", "http://", "not an address", "https://a.b" + "x" * 300])
def test_broken_addresses_do_no_harm(address):
    assert isinstance(host_of(address), str)
    assert why(JoiningFactory(website=address[:200])) == {}


@pytest.mark.parametrize("name", ["", "%", "_", "'; --", "(((", "\\", "🌱" * 60])
def test_strange_names_do_no_harm(name):
    assert why(JoiningFactory(name=name)) == {}


def test_merged_ones_and_itself_are_left_out():
    one = PartnerFactory(name="Institut du Sol", country=country("BE"))
    other = PartnerFactory(name="Institut du sol", status="left")
    Partner.objects.filter(pk=other.pk).update(merged_into=one)
    assert why(one) == {}
    assert why(JoiningFactory(name="Institut du Sol")) == {"Institut du Sol": "a similar name"}


def test_only_what_a_person_may_see_is_shown_to_her(victor):
    PartnerFactory(name="Institut du Sol", status="candidate")
    application = JoiningFactory(name="Institut du Sol", country=country("BE"))
    assert why(application, among=Partner.objects.visible_to(victor)) == {}
    assert why(application)


def test_other_applications_are_found():
    application = JoiningFactory(name="Institut du Sol")
    same = JoiningFactory(name="Institut du sol")
    JoiningFactory(name="Institut du Sol", status="draft", submitted_at=None)
    JoiningFactory(name="Institut du Sol", status="withdrawn")
    assert [likeness.obj for likeness in applications_like(application)] == [same]


def test_one_question_however_many_there_are():
    application = JoiningFactory(name="Institut du Sol", website="https://isv.example", acronym="ISV")
    for number in range(12):
        PartnerFactory(name=f"Institut du Sol {number}", website="https://isv.example")
    with CaptureQueriesContext(connection) as asked:
        assert len(organisations_like(application)) == 5
    assert len(asked) == 1
