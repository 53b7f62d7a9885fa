"""Two to four sheets side by side, by what is coded; two versions of one, question by question."""

import pytest

from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db


def comparison(client, *codes, language="en"):
    return client.get(f"/{language}/practices/compare/", {"code": codes})


def test_sheets_stand_side_by_side_in_the_order_asked_for(client):
    one = PracticeFactory(status="published", answers=MEASURED)
    other = PracticeFactory(status="published", answers={"slope": ["flat"], "countries": ["BJ"]})
    response = comparison(client, other.code, one.code)
    assert response.context["codes"] == [other.code, one.code]
    lines = {line.label: line for line in response.context["lines"]}
    assert lines["Countries"].cells == ["Benin", "Senegal"] and lines["Countries"].differs
    assert lines["Slope"].cells[1] == ""
    assert not lines["Land use"].differs


def test_codes_may_be_typed_in_one_field(client):
    one, other = PracticeFactory(status="published"), PracticeFactory(status="published")
    assert comparison(client, f"{one.code}, {other.code.lower()}").context["codes"] == [one.code, other.code]


def test_one_is_left_out_by_a_link(client):
    one, other = PracticeFactory(status="published"), PracticeFactory(status="published")
    first, second = comparison(client, one.code, other.code).context["sides"]
    assert first.without == f"?code={other.code}" and second.without == f"?code={one.code}"


def test_at_most_four_are_compared(client):
    codes = [PracticeFactory(status="published").code for _number in range(5)]
    response = comparison(client, *codes)
    assert response.context["codes"] == codes[:4]
    assert response.context["is_full"]


def test_what_nobody_may_read_is_compared_with_nothing(client, sofia):
    draft, archived = PracticeFactory(), PracticeFactory(status="archived")
    response = comparison(client, draft.code, archived.code, "P99999", "nonsense", "'; --")
    assert response.status_code == 200
    assert response.context["codes"] == []


def test_comparison_asks_no_more_for_four_sheets(client, django_assert_max_num_queries):
    codes = [PracticeFactory(status="published", answers=MEASURED).code for _number in range(4)]
    comparison(client, *codes)
    with django_assert_max_num_queries(6):
        comparison(client, *codes)


def revised(practice, **answers):
    practice.revise(by=practice.author)
    practice.write(answers, by=practice.author)
    practice.submit(by=practice.author)
    practice.review(by=None)
    practice.publish(by=None)


@pytest.fixture
def practice():
    practice = PracticeFactory(status="published", answers={"slope": ["flat"], "ph": 6.2})
    revised(practice, results={"en": "The soil stays moist three weeks longer."}, ph=None, altitude_m=90)
    return practice


def test_versions_are_compared_question_by_question(client, practice):
    response = client.get(f"/en/practices/{practice.code}/versions/compare/?from=1&to=2")
    changes = {change.question.key: change for _title, some in response.context["sections"] for change in some}
    assert changes.keys() == {"results", "ph", "altitude_m"}
    assert changes["ph"].after is None and changes["altitude_m"].before is None
    assert "two weeks longer" in changes["results"].before.shown
    assert "three weeks longer" in changes["results"].after.shown


def test_last_change_is_shown_where_nothing_else_is_asked(client, practice):
    response = client.get(f"/en/practices/{practice.code}/versions/compare/")
    assert (response.context["earlier"].number, response.context["later"].number) == (1, 2)


def test_the_same_version_says_the_same(client, practice):
    response = client.get(f"/en/practices/{practice.code}/versions/compare/?from=2&to=2")
    assert response.context["sections"] == []


@pytest.mark.parametrize("asked", ["from=9&to=1", "from=1&to=99999", "from=0"])
def test_version_that_never_was_is_not_compared(client, practice, asked):
    expected = 200 if "99999" in asked else 404
    assert client.get(f"/en/practices/{practice.code}/versions/compare/?{asked}").status_code == expected
