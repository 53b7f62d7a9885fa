"""The board of the cycle, the page of one task force, its verbs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from taskforces.models import Output, OutputDelivery, Role, TaskForce
from tests.factories import UserFactory, partner_person
from tests.factories.cycle import at_stage, attested, every_output, stood_since

BOARD = "/en/task-forces/board/"
CYCLE = "/en/task-forces/a2/cycle/"


def page(client, path, **query):
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def url(name, pk):
    return reverse(f"taskforces:{name}", args=["a2", pk])


@pytest.fixture
def ready(a2, amina):
    """A2 has all outputs of stage 3."""
    at_stage(a2, 3)
    every_output(a2, by=amina)
    return a2


def test_board_shows_where_all_stand(client, a2, amina):
    at_stage(a2, 2)
    html = page(client, BOARD)
    assert html.count("<tr>") == 25
    for words in ("Gaps named", "24 of 24 task forces", "a proposal, until the Initiative confirms", "Asia"):
        assert words in html
    assert "Amina" not in html


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"goal": "B"}, {"B1", "B2", "B3", "B4"}),
        ({"stage": "2"}, {"A2"}),
        ({"stuck": "on"}, {"B1"}),
        ({"stage": "2", "goal": "B"}, set()),
        ({"goal": "Z"}, None),
        ({"stage": "x"}, None),
    ],
)
def test_board_is_filtered(client, a2, query, shown):
    at_stage(a2, 2)
    stood_since(TaskForce.objects.get(objective__code="B1"), timezone.now() - timedelta(days=200))
    response = client.get(BOARD, query)
    codes = {progress.task_force.code for progress in response.context["shown"]}
    if shown is None:
        assert len(codes) == 24
        assert "Please look at this again" in response.content.decode()
    else:
        assert codes == shown


def test_board_and_cycle_only_answer_reading(client, a2):
    for path in (BOARD, CYCLE):
        assert client.post(path).status_code == client.put(path).status_code == 405
    assert client.get("/en/task-forces/f9/cycle/").status_code == 404


def fill():
    for task_force in TaskForce.objects.all():
        at_stage(task_force, 2)
        attested(task_force, "gaps-named")
        for role in (Role.MEMBER, Role.MEMBER):
            task_force.seat(partner_person(), role, by=None)


@pytest.mark.parametrize(("path", "limit"), [(BOARD, 8), (CYCLE, 12), ("/en/task-forces/a2/", 12)])
def test_number_of_queries_does_not_grow(client, amina, a2, path, limit, django_assert_max_num_queries):
    numbers = []
    for prepare in (lambda: None, fill):
        prepare()
        client.force_login(amina)
        client.get(path)
        with django_assert_max_num_queries(limit) as queries:
            assert client.get(path).status_code == 200
        numbers.append(len(queries))
    assert numbers[1] <= numbers[0] + (path == CYCLE)  # what was attested is asked for once


def test_strangers_read_the_cycle_without_names(client, ready, amina, sofia):
    attested(ready, "gaps-named", by=amina)
    ready.move_on(by=amina)
    ready.position.overrule(reason="The funders wait.", by=sofia)
    html = page(client, CYCLE)
    assert "The funders wait." in html
    for hidden in ("Amina", "Sofia", "Attest", "Move on", "Move back"):
        assert hidden not in html
    client.force_login(amina)
    html = page(client, CYCLE)
    for shown in ("Amina Diallo", "Sofia Lindqvist", "Attest it"):
        assert shown in html
    assert "Move back" not in html


def test_leader_attests_takes_back_and_moves_on(client, a2, amina):
    at_stage(a2, 2)
    client.force_login(amina)
    assert "You can move on as soon as nothing is missing" in page(client, CYCLE)
    for code in ("gaps-named", "ideas-proposed"):
        posted = {"note": "In the minutes.", "link": "https://soil.example/minutes"}
        answer = client.post(url("attest", Output.objects.get(code=code).pk), posted, follow=True)
        assert "Noted: the output is there." in answer.content.decode()
    delivery = OutputDelivery.objects.first()
    assert "In the minutes." in page(client, CYCLE)
    client.post(url("take-back", delivery.pk), {"reason": "Too early."})
    delivery.refresh_from_db()
    assert delivery.reason == "Too early."
    every = client.post(url("attest", delivery.output_id), {})
    assert every.status_code == 302
    answer = client.post(url("move-on", a2.position.pk), follow=True)
    assert "The task force has moved on." in answer.content.decode()
    assert a2.position.stage.number == 3


def test_what_is_missing_is_said_when_moving_on(client, a2, amina):
    client.force_login(amina)
    answer = client.post(url("move-on", a2.position.pk), follow=True)
    assert "Still missing: A representative for each region" in answer.content.decode()


def test_button_pressed_twice_moves_one_step(client, ready, amina):
    client.force_login(amina)
    path = url("move-on", ready.position.pk)
    client.post(path)
    every_output(ready, by=amina)
    answer = client.post(path, follow=True)
    assert "Amina Diallo was faster: the task force is at stage 4 Funder dialogue now." in answer.content.decode()
    assert ready.position.stage.number == 4


def test_secretariat_overrules_and_moves_back_with_reasons(client, a2, sofia):
    client.force_login(sofia)
    record = a2.position
    answer = client.post(url("overrule", record.pk), {"reason": ""})
    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()
    client.post(url("overrule", record.pk), {"reason": "The regions follow."})
    assert a2.position.stage.number == 1
    answer = client.post(url("overrule", record.pk), {"reason": "Again."})
    html = answer.content.decode()
    assert "Sofia Lindqvist was faster" in html
    assert "Again." in html
    client.post(url("move-back", a2.position.pk), {"reason": "Too early."})
    assert a2.position.stage.number == 0
    assert "Too early." in page(client, CYCLE)


def test_mistyped_link_keeps_what_was_typed(client, a2, amina):
    client.force_login(amina)
    path = url("attest", Output.objects.get(code="planning-meeting-held").pk)
    html = client.post(path, {"note": "Held in May.", "link": "javascript:alert(1)"}).content.decode()
    assert "Held in May." in html
    assert "Enter a valid URL." in html
    assert not OutputDelivery.objects.exists()


def test_verbs_are_refused_to_others(client, ready, fatou, victor):
    record, output = ready.position, Output.objects.get(code="gaps-named")
    paths = [url(name, record.pk) for name in ("move-on", "overrule", "move-back")] + [url("attest", output.pk)]
    for path in paths:
        assert client.post(path).url.startswith(reverse("account_login"))
    for person in (fatou, victor):
        client.force_login(person)
        assert {client.post(path, {"reason": "So."}).status_code for path in paths} == {403}
    take_back = url("take-back", OutputDelivery.objects.first().pk)
    assert client.post(take_back, {"reason": "So."}).status_code == 404
    client.force_login(fatou)
    assert client.post(take_back, {"reason": "So."}).status_code == 403


def test_verbs_open_with_their_form_and_find_nothing_elsewhere(client, ready, amina, sofia):
    client.force_login(sofia)
    record = ready.position
    html = page(client, url("move-back", record.pk))
    assert '<details class="act" open>' in html
    assert client.get(url("move-on", record.pk)).status_code == 405
    elsewhere = reverse("taskforces:move-back", args=["a3", record.pk])
    assert client.post(elsewhere, {"reason": "So."}).status_code == 404


def test_detail_and_objective_tell_the_stage(client, a2, amina):
    at_stage(a2, 2)
    html = page(client, "/en/task-forces/a2/")
    for words in ("Where it stands", "Gap analysis and project ideas", "Project ideas proposed"):
        assert words in html
    assert "stands at stage 2, Gap analysis and project ideas" in page(client, "/en/objectives/a2/")


def test_pages_speak_french(client, a2):
    at_stage(a2, 2)
    assert "Analyse des lacunes et idées de projets" in client.get("/fr/task-forces/a2/cycle/").content.decode()
    assert client.get("/es/task-forces/board/").status_code == 200


def test_member_sees_who_moved(client, ready, amina):
    member = UserFactory()
    ready.seat(member, Role.MEMBER, by=None)
    ready.move_on(by=amina)
    client.force_login(member)
    assert "Amina Diallo" in page(client, CYCLE)
