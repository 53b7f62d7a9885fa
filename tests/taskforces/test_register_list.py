"""Finding in the register, the table of regions and types, and the pages of its gaps."""

import pytest

from taskforces.models import Gap, RegisterItem
from tests.cast import country
from tests.factories import PartnerFactory
from tests.factories.register import GapFactory, RegisterItemFactory, region
from tests.taskforces.register import ADD, LIST, TABLE, at, words

pytestmark = pytest.mark.django_db


def fill(number):
    for each in range(number):
        RegisterItemFactory(
            type=RegisterItem.Type.values[each % 4],
            regions=[region("africa")] if each % 3 else [],
            country=country("SN") if each % 2 else None,
        )


def test_list_is_narrowed_by_words_type_region_country_and_adder(member, mila):
    mine = RegisterItemFactory(added_by=mila, title="Sols érodés", type="project", country=country("SN"))
    RegisterItemFactory(title="Wheat in Kansas", country=country("US"))
    RegisterItemFactory(title="The whole world")
    for question in (
        "q=erodes",
        "type=project",
        "region=africa",
        "country=SN",
        "mine=on",
        "q=sols&type=project&mine=on",
    ):
        found = member.get(f"{LIST}?{question}").context["items"]
        assert [*found] == [mine], question
    assert [each.title for each in member.get(f"{LIST}?region=worldwide").context["items"]] == ["The whole world"]
    assert "No item fits" in words(member.get(f"{LIST}?q=nothing&type=sponsor"))
    for nonsense in ("type=poem", "region=x", "country=%00", "q=%00", "page=0", "page=x", "mine=maybe"):
        assert member.get(f"{LIST}?{nonsense}").status_code in (200, 400, 404)


def test_choices_carry_numbers(member):
    RegisterItemFactory(type="project", country=country("SN"))
    RegisterItemFactory(type="project", regions=[region("africa"), region("asia")])
    RegisterItemFactory(type="sponsor")
    html = words(member.get(LIST))
    for label in ("Project (2)", "Sponsor (1)", "Africa (2)", "Asia (1)", "Worldwide (1)", "Senegal (1)"):
        assert label in html
    html = words(member.get(f"{LIST}?type=sponsor"))
    assert (
        "Project (2)" in html
        and "Worldwide (1)" in html
        and "Africa" not in html.split("<main")[1].split("id_country")[0]
    )


@pytest.mark.parametrize("path", [LIST, f"{LIST}?q=soils&type=literature&region=africa", TABLE])
def test_number_of_queries_does_not_grow(leader, a2, path, django_assert_max_num_queries):
    numbers = []
    for more in (12, 60):
        fill(more)
        for _number in range(more // 3):
            GapFactory(region=region("africa"), type="project")
        leader.get(path)
        with django_assert_max_num_queries(8) as queries:
            assert leader.get(path).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_page_of_an_item_asks_little(leader, django_assert_max_num_queries):
    item = RegisterItemFactory(title="Parklands", country=country("SN"), organisations=[PartnerFactory()])
    RegisterItemFactory(title="Parklands!")
    leader.get(item.get_absolute_url())  # words that are kept for half a minute
    with django_assert_max_num_queries(12):
        leader.get(item.get_absolute_url())
    gap = GapFactory()
    with django_assert_max_num_queries(12):
        leader.get(gap.get_absolute_url())


def test_table_shows_numbers_and_empty_places_in_words(leader):
    RegisterItemFactory(type="project", country=country("SN"))
    GapFactory(region=region("asia"), type="sponsor")
    response = leader.get(TABLE)
    assert response.context["matrix"].number_empty == 23
    html = words(response)
    assert 'register/" aria-current="page"' in html
    assert "In 23 places of this table" in html
    assert html.count("Nothing yet") == 23
    assert f"{ADD}?type=sponsor&amp;region=worldwide" in html
    assert f"{LIST}?type=project&amp;region=africa" in html
    assert "1 gap named" in html


def test_gap_is_named_from_an_empty_place(leader, amina):
    assert 'value="asia" selected' in words(leader.get(f"{at('gap-name')}?type=sponsor&region=asia"))
    typed = {"statement": "Nobody pays for peat.", "region": "asia", "type": "sponsor", "why": "It burns."}
    html = words(leader.post(at("gap-name"), typed, follow=True))
    assert "Nobody pays for peat." in html and "It burns." in html
    assert Gap.objects.get().named_by == amina
    assert "has been named already" in words(leader.post(at("gap-name"), typed))
    for bad in ({"statement": ""}, {"region": ""}, {"region": "x"}, {"type": "poem"}, {"why": "\0"}):
        assert leader.post(at("gap-name"), typed | bad).status_code == 200
    assert Gap.objects.count() == 1


def test_gap_is_supported_answered_and_opened_again(leader, amina):
    gap = GapFactory()
    assert "I see it too" in words(leader.get(gap.get_absolute_url()))
    html = words(leader.post(at("gap-support", gap.pk), follow=True))
    assert "one more person sees it too" in html and "You see it too." in html
    leader.post(at("gap-drop-support", gap.pk))
    assert not gap.supports.exists()
    assert "This field is required" in words(leader.post(at("gap-address", gap.pk), {"text": ""}))
    html = words(leader.post(at("gap-address", gap.pk), {"text": "A project in Mali."}, follow=True))
    assert "What answers it: A project in Mali." in html
    assert "has already marked" in words(leader.post(at("gap-close", gap.pk), {"text": "x"}))
    leader.post(at("gap-reopen", gap.pk))
    html = words(leader.post(at("gap-close", gap.pk), {"text": "It is none."}, follow=True))
    assert "Why it was closed: It is none." in html
