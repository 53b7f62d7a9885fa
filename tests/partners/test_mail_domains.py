"""Mail domains: by which colleagues are recognised, without anybody seeing their addresses."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.models import Activity
from notifications.models import Notice
from partners.models import Affiliation, MailDomain
from tests.factories import PartnerFactory, UserFactory


@pytest.fixture
def page(amina, cast):
    return reverse("partners:maildomain-create", args=[cast.afris.slug])


@pytest.fixture
def afris(amina, cast):
    """AFRIS, whose people write from afris.example."""
    MailDomain.objects.claim(cast.afris, "afris.example", by=None)
    return cast.afris


@pytest.fixture
def kofi(afris):
    return UserFactory(email="kofi@afris.example", name="Kofi Mensah")


def test_focal_point_adds_the_domain_of_her_own_address(client, amina, page, cast):
    client.force_login(amina)
    response = client.post(page, {"domain": " @Example.ORG "}, follow=True)
    assert "example.org" in response.content.decode()
    assert cast.afris.mail_domains.get().domain == "example.org"


def test_focal_point_adds_the_domain_of_the_web_address(client, amina, page, cast):
    cast.afris.website = "https://www.afris.example/en"
    cast.afris.save()
    client.force_login(amina)
    client.post(page, {"domain": "https://www.afris.example/about"})
    assert cast.afris.mail_domains.get().domain == "afris.example"


@pytest.mark.parametrize(
    ("domain", "words"),
    [
        ("", "This field is required."),
        ("soils", "This is not a mail domain"),
        ("a b.org", "This is not a mail domain"),
        ("x" * 130, "at most 120 characters"),
        ("gmail.com", "Anybody can have an address at this provider"),
        ("Somebody@Orange.fr", "Anybody can have an address at this provider"),
        ("ministry.example", "Ask the secretariat to add it"),
    ],
)
def test_wrong_domain_is_answered_beside_the_field(client, amina, page, domain, words):
    client.force_login(amina)
    response = client.post(page, {"domain": domain})
    assert response.status_code == 200
    assert words in response.content.decode()
    assert domain in response.content.decode()
    assert not MailDomain.objects.exists()


def test_secretariat_adds_any_but_public_ones(client, sofia, page, cast):
    client.force_login(sofia)
    client.post(page, {"domain": "ministry.example"})
    assert cast.afris.mail_domains.get().domain == "ministry.example"
    with pytest.raises(ValidationError):
        MailDomain.objects.claim(cast.afris, "gmail.com", by=sofia)


def test_domain_belongs_to_one_organisation(afris, sofia):
    with pytest.raises(ValidationError, match="Another organisation"):
        MailDomain.objects.claim(PartnerFactory(), "AFRIS.example", by=sofia)
    with pytest.raises(ValidationError, match="there already"):
        MailDomain.objects.claim(afris, "afris.example", by=sofia)


def test_colleague_is_asked_whether_she_works_there(client, afris, kofi, victor):
    client.force_login(kofi)
    html = client.get(reverse("home:duties")).content.decode()
    assert "Do you work for AFRIS?" in html
    client.post(reverse("partners:affiliation-request", args=[afris.slug]))
    assert kofi.affiliations.get().status == "requested"
    assert "Do you work for" not in client.get(reverse("home:duties")).content.decode()
    client.force_login(victor)
    assert "Do you work for" not in client.get(reverse("home:duties")).content.decode()


def test_whoever_was_declined_or_has_not_confirmed_her_address_is_not_asked(afris, kofi, amina):
    kofi.emailaddress_set.update(verified=False)
    assert not MailDomain.objects.offers_to(kofi).exists()
    kofi.emailaddress_set.update(verified=True)
    assert MailDomain.objects.offers_to(kofi).exists()
    Affiliation.objects.request(kofi, afris, by=kofi).decline(by=amina)
    assert not MailDomain.objects.offers_to(kofi).exists()


def test_suspended_organisation_is_offered_to_nobody(afris, kofi, sofia):
    afris.suspend(by=sofia, reason="A doubt.")
    assert not MailDomain.objects.offers_to(kofi).exists()


@pytest.mark.parametrize("address", ["kofi@notafris.example", "kofi@afris.example.org", "kofi@sub.afris.example"])
def test_only_the_very_domain_counts(afris, address):
    assert not MailDomain.objects.offers_to(UserFactory(email=address)).exists()


def test_focal_point_reads_that_the_address_is_known_and_not_which(client, afris, kofi, amina):
    for person in (kofi, UserFactory(email="friend@elsewhere.example", name="A Friend")):
        Affiliation.objects.request(person, afris, by=person)
    client.force_login(amina)
    html = client.get(reverse("partners:people", args=[afris.slug])).content.decode()
    assert html.count("and one of yours") == 1
    assert "kofi@afris.example" not in html and "elsewhere.example" not in html


def test_notice_says_so_too(afris, kofi, amina):
    for person, is_known in ((kofi, True), (UserFactory(email="friend@elsewhere.example"), False)):
        request = Affiliation.objects.request(person, afris, by=person)
        Notice.objects.announce(Activity.objects.about(request).get().pk)
        body = amina.notices.get(activity__object_id=request.pk).wording.body
        assert ("one of the mail domains" in body) == is_known
        assert person.email not in body


def test_dropping_a_domain_is_recorded(client, afris, amina, carla, kofi):
    domain = afris.mail_domains.get()
    url = reverse("partners:maildomain-drop", args=[domain.pk])
    client.force_login(carla)
    assert client.post(url).status_code == 404
    client.force_login(amina)
    assert client.get(url).status_code == 405
    assert client.post(url).url == reverse("partners:people", args=[afris.slug])
    assert client.post(url).status_code == 404
    assert not MailDomain.objects.offers_to(kofi).exists()
    assert Activity.objects.get(verb="dropped").actor == amina


def test_form_is_closed_to_others(client, page, bruno, carla):
    assert client.get(page).url.startswith(reverse("account_login"))
    for person in (bruno, carla):
        client.force_login(person)
        assert client.get(page).status_code == client.post(page, {"domain": "example.org"}).status_code == 403
