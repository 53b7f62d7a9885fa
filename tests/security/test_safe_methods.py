"""A GET never changes anything; what changes something needs POST and the form's own key."""

import pytest
from django.test import Client

from accounts.models import User
from tests.security.access import ROWS
from tests.security.addresses import kind_of_page
from tests.security.stage import FRIEND, LEADER, SECRETARIAT
from tests.security.test_access_matrix import address, written

# GET: test_access_matrix.py, for every address and role.
PAGES = list({kind_of_page(row.route): row for row in reversed(ROWS)}.values())


def test_pages_of_all_kinds_are_asked():
    assert len(PAGES) > 400


@pytest.mark.parametrize("role", [SECRETARIAT, LEADER])
def test_asking_what_may_be_done_changes_nothing(db, stage, doors, role):
    before = written()
    for row in PAGES:
        doors.client(role).options(address(row, stage))
    assert written() == before


def test_asking_for_the_head_of_a_page_changes_nothing(db, stage, doors):
    """Django calls what answers GET."""
    before = written()
    for row in PAGES:
        doors.client(SECRETARIAT).head(address(row, stage))
    assert written() == before


# What may be posted without the key of a form: the address itself is a key (see tests/notifications/test_digests.py).
KEYLESS = {"en/notifications/stop/<str:token>/", "en/notifications/digest/stop/<str:token>/"}


def posting_rows():
    """Rows whose POST does something for somebody."""
    rows = [row for row in ROWS if row.route not in KEYLESS]
    return [row for row in rows if any(does_something(answer) for answer in row.post.values())]


def does_something(answer):
    return answer in (200, 302) or isinstance(answer, tuple)


@pytest.mark.parametrize("row", posting_rows(), ids=str)
def test_post_without_the_key_of_the_form_is_refused(db, stage, doors, row):
    """Whoever it is: the key is asked for before anybody looks who comes."""
    before = written()
    role = next(role for role in row.roles if does_something(row.post[role]))
    client = doors.client(role, enforce_csrf_checks=True)
    response = client.post(address(row, stage), row.data(stage))
    assert response.status_code == 403, role
    assert written() == before


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_are_refused_everywhere(db, stage, doors, method):
    before = written()
    wrong = {}
    for row in PAGES:
        response = getattr(doors.client(SECRETARIAT), method)(address(row, stage))
        # Django takes PUT of a form for a POST without words: the form comes again.
        if response.status_code not in (405, 403, 404, 302) and (method, response.status_code) != ("put", 200):
            wrong[row.route] = response.status_code
    assert not wrong
    assert written() == before


def test_key_of_another_site_is_refused(db, stage):
    client = Client(enforce_csrf_checks=True)
    client.force_login(stage.victor)
    client.get("/en/account/profile/")
    token = client.cookies["csrftoken"].value
    response = client.post(
        "/en/notifications/read/", {"csrfmiddlewaretoken": token}, HTTP_ORIGIN="https://evil.example"
    )
    assert response.status_code == 403


def test_method_override_is_not_listened_to(db, stage, doors):
    client = doors.client(FRIEND)
    client.get("/en/account/erase/", HTTP_X_HTTP_METHOD_OVERRIDE="POST")
    client.get("/en/account/erase/?_method=POST&confirm=on")
    assert User.objects.get(pk=stage.victor.pk).erased_at is None
