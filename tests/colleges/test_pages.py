import re

import pytest
from django.conf import settings as project
from django.urls import reverse
from django.utils import translation

from colleges.models import College, Placement
from partners.models import Partner
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory

LANGUAGES = [code for code, _name in project.LANGUAGES]
PAGES = [
    ("colleges:list", []),
    ("colleges:detail", ["producers"]),
    ("colleges:funders", []),
    ("colleges:friends", []),
]


def words(response):
    """The text of a page as a reader sees it, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def read(client, name, *args, language="en"):
    with translation.override(language):
        return client.get(reverse(name, args=args))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "args"), PAGES)
def test_everybody_reads_about_the_colleges(client, victor, name, args, language):
    assert read(client, name, *args, language=language).status_code == 200
    client.force_login(victor)
    page = read(client, name, *args, language=language)
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.content.decode()


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_pages_only_answer_to_reading(client, db, name, args):
    assert client.post(reverse(name, args=args)).status_code == 405


@pytest.mark.parametrize(
    "path", ["colleges/nobody/", "colleges/funders/", "funders/?page=9", "colleges/producers/?page=x"]
)
def test_what_does_not_exist_is_not_found(client, db, path):
    assert client.get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_the_section_of_the_header_is_the_colleges(client, db, name, args):
    page = read(client, name, *args).content.decode()
    assert re.search(r'href="/en/colleges/" aria-current="(page|true)">Colleges', page)


def test_the_list_counts_who_stands_where(client, db):
    PartnerFactory.create_batch(2, type=Partner.Type.RESEARCH)
    PartnerFactory(type=Partner.Type.PRODUCERS)
    PartnerFactory(type=Partner.Type.PRODUCERS, status=Partner.Status.SUSPENDED)
    page = words(read(client, "colleges:list"))
    assert "Research and teaching Research and teaching institutes 2 organisations" in page
    assert "Producers Organisations of agricultural and forestry producers 1 organisation " in page


def test_a_college_shows_its_organisations_in_force(client, sofia):
    PartnerFactory(name="Zebu herders", type=Partner.Type.PRODUCERS)
    PartnerFactory(name="Éleveurs unis", type=Partner.Type.PRODUCERS)
    PartnerFactory(name="Gone farmers", type=Partner.Type.PRODUCERS, status=Partner.Status.LEFT)
    placed = PartnerFactory(name="Soil school", type=Partner.Type.RESEARCH)
    Placement.place(placed, College.objects.get(slug="producers"), reason="Run by farmers", by=sofia)
    page = words(read(client, "colleges:detail", "producers"))
    assert "3 organisations" in page
    assert page.index("Éleveurs unis") < page.index("Soil school") < page.index("Zebu herders")
    assert "Gone farmers" not in page
    assert "Soil school" not in words(read(client, "colleges:detail", "research-and-teaching"))


def test_an_empty_college_says_what_belongs_there(client, db):
    assert "Nobody stands here yet" in words(read(client, "colleges:detail", "private-companies"))


def test_funders_are_there_by_type_or_by_their_word(client, db):
    PartnerFactory(name="Soil bank", type=Partner.Type.DEVELOPMENT_BANK)
    PartnerFactory(name="Generous land", type=Partner.Type.STATE, gives_funds=True)
    PartnerFactory(name="Poor land", type=Partner.Type.STATE)
    page = words(read(client, "colleges:funders"))
    assert "Soil bank" in page and "Generous land" in page
    assert "Poor land" not in page


def test_friends_are_counted_and_never_named(client, victor, bruno, sofia):
    victor.consent("rosters", by=victor)
    page = words(read(client, "colleges:friends"))
    assert "Friends 1 Who stands here" in page
    assert "Victor" not in page


def test_who_asked_to_belong_somewhere_is_a_friend_until_confirmed(client, db):
    AffiliationFactory(status="requested")
    assert "Friends 1 Who stands here" in words(read(client, "colleges:friends"))


def test_friends_say_how_to_become_one(client, victor):
    stranger = read(client, "colleges:friends").content.decode()
    assert f'href="{reverse("account_signup")}">Make an account' in stranger
    client.force_login(victor)
    known = read(client, "colleges:friends").content.decode()
    assert "Make an account</a>" not in known
    assert f'href="{reverse("taskforces:list")}">Choose a task force' in known


def test_long_lists_have_pages(client, db):
    PartnerFactory.create_batch(31, type=Partner.Type.RESEARCH)
    assert "Page 1 of 2" in words(read(client, "colleges:detail", "research-and-teaching"))
    second = client.get(reverse("colleges:detail", args=["research-and-teaching"]), {"page": 2})
    assert len(re.findall(r'class="row organisation"', second.content.decode())) == 1


def test_a_description_missing_in_spanish_says_so(client, db):
    College.objects.filter(slug="producers").update(description_es="")
    page = read(client, "colleges:detail", "producers", language="es").content.decode()
    assert '<div class="prose" lang="en">' in page
    assert 'class="notice"' in page


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_pages_do_not_ask_more_for_more(client, django_assert_max_num_queries, amina, name, args):
    def more(number):
        for kind in (Partner.Type.PRODUCERS, Partner.Type.FOUNDATION):
            PartnerFactory.create_batch(number, type=kind)
        UserFactory.create_batch(number)

    more(2)
    client.force_login(amina)
    read(client, name, *args)  # the first request of a session writes it down
    with django_assert_max_num_queries(8) as few:
        read(client, name, *args)
    more(8)
    with django_assert_max_num_queries(len(few)):
        read(client, name, *args)
