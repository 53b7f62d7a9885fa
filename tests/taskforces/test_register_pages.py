"""The pages of the register: adding in a minute, correcting, what is there twice, who reads and writes."""

import pytest

from taskforces.models import RegisterItem
from tests.factories import PartnerFactory
from tests.factories.register import GapFactory, RegisterItemFactory
from tests.taskforces.register import ADD, EXPORT, IMPORT, LIST, TABLE, TYPED, at, words

pytestmark = pytest.mark.django_db


def test_member_adds_an_item_with_four_answers(member, mila):
    response = member.post(ADD, TYPED, follow=True)
    item = RegisterItem.objects.get()
    assert (item.added_by, item.address, item.language) == (mila, "https://example.org/zai", "")
    assert "It stands in the register" in words(response)


def test_what_is_not_known_is_folded(member):
    html = words(member.get(ADD))
    assert html.index("Web address or DOI") < html.index("More, if you like") < html.index("Authors")


def test_one_field_takes_an_address_or_a_doi(member):
    member.post(ADD, TYPED | {"address": "https://doi.org/10.1000/ABC"})
    member.post(ADD, TYPED | {"title": "Wheat in Kansas", "address": "10.1000/DEF"})
    assert [*RegisterItem.objects.values_list("doi", flat=True)] == ["10.1000/def", "10.1000/abc"]


def test_all_that_can_be_said_is_kept(member):
    ivea = PartnerFactory(name="IVEA", acronym="IV")
    more = {
        "description": "Stone lines.",
        "country": "BF",
        "authors": "Sawadogo, Y.",
        "year": "1984",
        "doi": "10.1000/x",
        "language": "fr",
        "organisations": "iv",
        "regions": [],
    }
    member.post(ADD, TYPED | more)
    item = RegisterItem.objects.get()
    assert (item.year, item.doi, item.language, item.country_id) == (1984, "10.1000/x", "fr", "BF")
    assert [*item.organisations.all()] == [ivea]
    assert [each.slug for each in item.regions.all()] == ["africa"]


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"title": ""}, "This field is required"),
        ({"regions": []}, "Choose a region, or worldwide."),
        ({"regions": ["africa", "worldwide"]}, "Choose regions, or worldwide."),
        ({"regions": ["atlantis"]}, "Select a valid choice"),
        ({"address": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"doi": "nonsense"}, "This is not a DOI"),
        ({"organisations": "Nobody at all"}, "is not among the partners"),
        ({"country": "\0"}, "Select a valid choice"),
        ({"year": "12"}, "greater than or equal to 1500"),
        ({"title": "a\0b"}, "Null characters are not allowed"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field_and_stays_typed(member, bad, sentence):
    response = member.post(ADD, TYPED | {"authors": "Sawadogo"} | bad)
    assert response.status_code == 200
    assert sentence in words(response).replace("&#x27;", "'")
    assert "Sawadogo" in words(response)
    assert not RegisterItem.objects.exists()


def test_what_may_be_there_is_shown_before_it_is_kept(member):
    known = RegisterItemFactory(title="Zaï in the Yatenga region")
    response = member.post(ADD, TYPED)
    assert "Is it one of these?" in words(response)
    assert known.get_absolute_url() in words(response)
    assert RegisterItem.objects.count() == 1
    member.post(ADD, TYPED | {"nevertheless": "yes"})
    assert RegisterItem.objects.count() == 2


def test_second_press_adds_nothing(member):
    for _press in range(2):
        response = member.post(ADD, TYPED)
    assert "a similar title" in words(response).lower()
    assert RegisterItem.objects.count() == 1


def test_same_doi_cannot_be_added_nevertheless(member):
    RegisterItemFactory(doi="10.1000/x", title="Zaï")
    response = member.post(ADD, TYPED | {"doi": "10.1000/X", "nevertheless": "yes"})
    assert "“Zaï” has this DOI" in words(response)
    assert RegisterItem.objects.count() == 1


def test_place_found_empty_is_filled_in(member, client, fatou):
    html = words(member.get(f"{ADD}?type=sponsor&region=asia"))
    assert (
        'value="sponsor" id="id_type_3" required checked' in html
        or 'value="sponsor" required id="id_type_3" checked' in html
    )
    assert html.count(" checked") == 2
    client.force_login(fatou)
    assert 'value="africa"' in words(client.get(ADD)).split(" checked")[0][-80:]


# -- Changing


def test_adder_corrects_her_item(member, mila):
    item = RegisterItemFactory(added_by=mila, title="Zai", address="https://example.org/zai")
    html = words(member.get(at("register-change", item.pk)))
    assert "https://example.org/zai" in html
    seen = item.updated_at.isoformat()
    member.post(at("register-change", item.pk), TYPED | {"seen": seen})
    item.refresh_from_db()
    assert item.title == "Zaï in the Yatenga"
    response = member.post(at("register-change", item.pk), TYPED | {"seen": seen, "title": "Late"})
    assert "Mila Brandt has changed this item meanwhile" in words(response)
    assert "Late" in words(response)


def test_withdrawing_asks_for_a_reason(leader, bruno):
    item = RegisterItemFactory(title="Not about soils")
    url = at("register-withdraw", item.pk)
    assert "Withdraw this item" in words(leader.get(url))
    assert "This field is required" in words(leader.post(url, {"text": ""}))
    leader.post(url, {"text": "About oceans."})
    html = words(leader.get(item.get_absolute_url()))
    assert "Reason: About oceans." in html
    assert "Not about soils" not in words(leader.get(LIST))
    assert "has already withdrawn" in words(leader.post(url, {"text": "Again."}))
    leader.post(at("register-restore", item.pk))
    assert "Not about soils" in words(leader.get(LIST))


def test_leader_makes_two_items_one(leader):
    item, double = RegisterItemFactory(title="Parklands of Mali"), RegisterItemFactory(title="Parkland of Mali")
    html = words(leader.get(double.get_absolute_url()))
    assert "Keep that one only" in html
    response = leader.post(at("register-merge", double.pk), {"into": str(item.pk)})
    assert response["Location"] == item.get_absolute_url()
    response = leader.get(double.get_absolute_url(), follow=True)
    assert response.redirect_chain[-1][0] == item.get_absolute_url()
    for nonsense in ("", "x", "99999999999999999999999", "0"):
        html = words(leader.post(at("register-merge", item.pk), {"into": nonsense}, follow=True))
        assert "No such item" in html


def test_page_of_an_item_names_its_adder_to_its_task_force_only(client, mila, bruno):
    item = RegisterItemFactory(added_by=mila)
    for person, is_named in ((mila, True), (bruno, False)):
        client.force_login(person)
        assert ("Mila Brandt" in words(client.get(item.get_absolute_url())).split("<main")[1]) == is_named


@pytest.mark.parametrize(
    "name", ["register", "register-table", "register-add", "register-import", "register-export", "gap-name"]
)
def test_register_is_closed_to_friends_and_visitors(client, victor, name):
    assert client.get(at(name)).status_code == 302
    client.force_login(victor)
    assert client.get(at(name)).status_code == 403


def test_items_and_gaps_are_hidden_from_friends(client, victor):
    item, gap = RegisterItemFactory(), GapFactory()
    client.force_login(victor)
    assert client.get(item.get_absolute_url()).status_code == 404
    assert client.get(gap.get_absolute_url()).status_code == 404
    assert client.post(at("register-merge", item.pk)).status_code == 404


def test_partners_read_and_do_not_write(client, bruno):
    item, gap = RegisterItemFactory(), GapFactory()
    client.force_login(bruno)
    for path in (LIST, TABLE, item.get_absolute_url(), gap.get_absolute_url(), f"{EXPORT}?kind=csv"):
        assert client.get(path).status_code == 200
    assert "Add an item" not in words(client.get(LIST))
    for name in ("register-change", "register-withdraw"):
        assert client.get(at(name, item.pk)).status_code == 403
    for name in ("gap-support", "gap-reopen", "gap-drop-support", "gap-close"):
        assert client.post(at(name, gap.pk)).status_code == 403
    assert client.post(ADD, TYPED).status_code == 403


def test_pages_take_only_the_methods_they_need(leader):
    item, gap = RegisterItemFactory(), GapFactory()
    for path in (LIST, TABLE, ADD, IMPORT, EXPORT, item.get_absolute_url(), gap.get_absolute_url()):
        assert leader.put(path).status_code == 405
    for name in ("register-restore", "register-merge"):
        assert leader.get(at(name, item.pk)).status_code == 405


def test_item_under_the_wrong_task_force_is_not_found(leader):
    item = RegisterItemFactory()
    assert leader.get(f"/en/task-forces/a3/register/{item.pk}/").status_code == 404
