"""The register of a task force: what stands in it, who writes in it, what happens to things that are there twice."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.models import Activity
from core.references import doi_of, plain_address
from taskforces.models import RegisterItem
from tests.cast import country
from tests.factories import PartnerFactory
from tests.factories.register import RegisterItemFactory, region

pytestmark = pytest.mark.django_db


def slugs(item):
    return [each.slug for each in item.regions.all()]


def test_item_of_a_country_stands_in_its_region(a2, amina):
    item = RegisterItemFactory(added_by=amina, country=country("SN"))
    assert slugs(item) == ["africa"]
    assert Activity.objects.about(item).get(verb="added").actor == amina


def test_item_without_region_concerns_the_world(a2):
    item = RegisterItemFactory()
    everywhere = RegisterItem.objects.with_region_slugs().get(pk=item.pk)
    assert everywhere.region_slugs == []
    assert list(RegisterItem.objects.of_region("worldwide")) == [item]
    assert not RegisterItem.objects.of_region("africa")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://doi.org/10.1016/J.Geoderma.2017.01.002", "10.1016/j.geoderma.2017.01.002"),
        ("doi: 10.1038/nature.", "10.1038/nature"),
        ("DOI 10.5194/soil-1-1-2015", "10.5194/soil-1-1-2015"),
        ("", ""),
    ],
)
def test_dois_are_kept_in_one_form(typed, kept):
    assert doi_of(typed) == kept


@pytest.mark.parametrize(
    "typed", ["11.1000/x", "10.1/x", "nature", "10.1016/" + "x" * 300, "10.1016/a b", '10.1000/<"']
)
def test_what_is_no_doi_is_refused(typed):
    with pytest.raises(ValidationError, match="not a DOI"):
        doi_of(typed)


def test_addresses_of_one_page_are_alike():
    same = {
        plain_address("https://www.example.org/soils/"),
        plain_address("http://example.org/soils#top"),
        plain_address("HTTPS://EXAMPLE.org:443/soils?utm_source=mail"),
    }
    assert same == {"example.org/soils"}
    assert plain_address("https://example.org/?id=2") != plain_address("https://example.org/?id=3")
    assert plain_address("http://[broken") == plain_address("nothing") == ""


def test_address_of_a_doi_gives_the_doi():
    assert RegisterItemFactory(address="https://doi.org/10.1000/ABC").doi == "10.1000/abc"


def test_doi_stands_once_in_a_register(a2, amina):
    first = RegisterItemFactory(doi="10.1000/abc", title="Carbon of the Sahel")
    with pytest.raises(ValidationError, match="Carbon of the Sahel.*stands in the register already"):
        RegisterItem.add(a2, by=amina, type="literature", title="Another", doi="https://doi.org/10.1000/ABC")
    first.withdraw(by=amina, reason="A preprint.")
    RegisterItem.add(a2, by=amina, type="literature", title="Another", doi="10.1000/abc")
    with pytest.raises(ValidationError, match="Another"):
        first.restore(by=amina)
    first.refresh_from_db()
    assert first.is_withdrawn


def test_database_holds_the_rule_of_the_doi(a2):
    RegisterItemFactory(doi="10.1000/abc")
    with pytest.raises(IntegrityError), transaction.atomic():
        RegisterItem.objects.create(task_force=a2, type="literature", title="X", doi="10.1000/abc")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 501}, "title"),
        ({"type": "poem"}, "type"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"address": "ftp://example.org"}, "address"),
        ({"year": 12}, "year"),
        ({"doi": "none"}, "doi"),
    ],
)
def test_facts_that_do_not_hold_are_refused_at_their_field(a2, amina, facts, field):
    with pytest.raises(ValidationError) as error:
        RegisterItem.add(a2, by=amina, **{"type": "literature", "title": "Soils"} | facts)
    assert field in error.value.message_dict
    assert not RegisterItem.objects.exists()


def test_own_items_are_corrected_and_withdrawn_by_their_adder_all_by_the_leader(a2, amina, fatou, mila, bruno, sofia):
    item = RegisterItemFactory(added_by=mila)
    for verb in ("change", "withdraw"):
        may = {
            person.name: person.has_perm(f"taskforces.{verb}_registeritem", item)
            for person in (amina, fatou, mila, bruno, sofia)
        }
        assert [name for name, answer in may.items() if answer] == [amina.name, mila.name, sofia.name]
    mila.seats.get().end(by=sofia)
    assert not mila.has_perm("taskforces.change_registeritem", item)


def test_who_corrects_an_old_page_hears_who_was_first(amina, mila):
    item = RegisterItemFactory(added_by=mila)
    seen = item.updated_at.isoformat()
    item.change(by=amina, seen=seen, title="Carbon in parklands")
    with pytest.raises(ValidationError, match="Amina Diallo has changed this item meanwhile"):
        item.change(by=mila, seen=seen, title="Something else")
    item.refresh_from_db()
    assert item.title == "Carbon in parklands"


def test_item_is_withdrawn_once_and_read_by_its_task_force_only(amina, mila, bruno, sofia):
    item = RegisterItemFactory(added_by=mila)
    item.withdraw(by=amina, reason="Not about soils.")
    with pytest.raises(ValidationError, match="Amina Diallo has already withdrawn"):
        item.withdraw(by=mila, reason="Again.")
    with pytest.raises(ValidationError, match="Only what stands"):
        item.change(by=amina, title="X")
    for person, answer in ((mila, True), (sofia, True), (bruno, False)):
        assert RegisterItem.objects.visible_to(person).filter(pk=item.pk).exists() == answer
    item.restore(by=amina)
    with pytest.raises(ValidationError, match="not withdrawn"):
        item.restore(by=amina)
    assert item.is_kept and not item.reason


def test_register_is_read_by_people_of_partners_and_of_the_task_force(a2, amina, mila, bruno, victor, sofia):
    item = RegisterItemFactory()
    readers = [
        person for person in (amina, mila, bruno, sofia) if RegisterItem.objects.visible_to(person).contains(item)
    ]
    assert readers == [amina, mila, bruno, sofia]
    assert all(person.has_perm("taskforces.read_register", a2) for person in readers)
    assert not RegisterItem.objects.visible_to(victor).exists()
    assert not victor.has_perm("taskforces.read_register", a2)


def test_merged_items_keep_the_links_of_both(amina):
    ivea, sahel = PartnerFactory(name="IVEA"), PartnerFactory(name="Sahel")
    kept = RegisterItemFactory(title="Parklands", regions=[region("africa")], organisations=[ivea])
    gone = RegisterItemFactory(
        title="Parklands again", regions=[region("asia")], organisations=[sahel], doi="10.1000/abc", year=2020
    )
    gone.merge_into(kept, by=amina)
    kept.refresh_from_db()
    assert (kept.doi, kept.year, kept.title) == ("10.1000/abc", 2020, "Parklands")
    assert {*slugs(kept)} == {"africa", "asia"}
    assert {*kept.organisations.all()} == {ivea, sahel}
    assert gone.heir_id == kept.pk and not gone.is_kept
    with pytest.raises(ValidationError, match="Amina Diallo has already merged"):
        gone.merge_into(kept, by=amina)


def test_item_follows_an_organisation_that_was_merged(sofia):
    old, new = PartnerFactory(name="Old"), PartnerFactory(name="New")
    item = RegisterItemFactory(organisations=[old, new])
    old.merge_into(new, by=sofia, reason="The same.")
    assert [*item.organisations.all()] == [new]


def test_merging_never_makes_a_chain(amina):
    first, second, third = (RegisterItemFactory() for _number in range(3))
    first.merge_into(second, by=amina)
    second.merge_into(third, by=amina)
    first.refresh_from_db()
    assert first.heir_id == third.pk


def test_only_kept_items_of_one_task_force_are_merged(amina, sofia):
    from taskforces.models import TaskForce

    item, other = RegisterItemFactory(), RegisterItemFactory()
    elsewhere = RegisterItemFactory(task_force=TaskForce.objects.get(objective__code="A3"))
    for target, words in ((item, "into itself"), (elsewhere, "same task force")):
        with pytest.raises(ValidationError, match=words):
            item.merge_into(target, by=amina)
    other.withdraw(by=amina, reason="No.")
    with pytest.raises(ValidationError, match="stand in the register"):
        item.merge_into(other, by=amina)


def test_likeness_by_doi_address_and_title(a2):
    item = RegisterItemFactory(
        title="Évolution du carbone dans les parcs agroforestiers", doi="10.1000/abc", address="https://example.org/a/"
    )
    RegisterItemFactory(title="Wheat in Kansas")
    like = a2.register_items.all().like
    assert [(each.obj, each.why) for each in like(title="X", doi="10.1000/abc")] == [(item, "the same DOI")]
    assert like(title="X", address="http://www.example.org/a")[0].why == "the same web address"
    assert like(title="Evolution du carbone dans le parc agroforestier")[0].why == "a similar title"
    assert not like(title="Wheat")


def test_words_find_without_accents_in_title_authors_and_description(a2):
    item = RegisterItemFactory(title="Sols érodés", authors="Núñez, C.", description="Cuenca del Duero")
    RegisterItemFactory()
    for words in ("erodes", "NUNEZ", "duero sols"):
        assert list(RegisterItem.objects.matching(words)) == [item]
    assert not RegisterItem.objects.matching("sols kansas")
