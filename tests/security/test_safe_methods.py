"""A GET never changes anything; what changes something needs POST and the form's own key."""

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from accounts.models import User
from tests.core.floors import FLOORS
from tests.security.access_table import ROWS
from tests.security.stage import FRIEND, LEADER, SECRETARIAT, VISITOR
from tests.security.test_access_matrix import address

# What a visit may leave: sessions and the trace of when they were used. Sign-in pages keep a code in the session.
OWN_APPS = (*FLOORS, "account", "mfa", "auth", "django_celery_beat")

# Pages whose GET is a verb of somebody else's protocol.
EXPLAINED = {
    "core.Activity": "exports of people from the admin are recorded although they are asked for by GET",
}


def everything():
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model._meta.app_label in OWN_APPS and model._meta.managed and not hasattr(model, "pgh_tracked_model")
    }


GETS = {address_row.route: address_row for address_row in reversed(ROWS)}


@pytest.mark.parametrize("role", [SECRETARIAT, LEADER, FRIEND, VISITOR])
@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_reading_changes_nothing(db, stage, doors, role, method):
    before = everything()
    for row in GETS.values():
        getattr(doors.client(role), method)(address(row, stage))
    after = everything()
    changed = {label for label in before if before[label] != after[label]}
    assert not changed


def posting_rows():
    """Rows whose POST does something for somebody."""
    return [row for row in ROWS if any(does_something(answer) for answer in row.post.values())]


def does_something(answer):
    return answer in (200, 302) or isinstance(answer, tuple)


@pytest.mark.parametrize("row", posting_rows(), ids=str)
def test_post_without_the_key_of_the_form_is_refused(db, stage, doors, row):
    before = everything()
    for role in row.roles:
        if not does_something(row.post[role]):
            continue
        with transaction.atomic():
            client = doors.client(role, enforce_csrf_checks=True)
            response = client.post(address(row, stage), row.data(stage))
            assert response.status_code == 403, role
            changed = [label for label, rows in everything().items() if rows != before[label]]
            assert not changed
            transaction.set_rollback(True)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_are_refused_everywhere(db, stage, doors, method):
    before = everything()
    wrong = {}
    for row in GETS.values():
        response = getattr(doors.client(SECRETARIAT), method)(address(row, stage))
        # Django takes PUT of a form for a POST without words: the form comes again.
        if response.status_code not in (405, 403, 404, 302) and (method, response.status_code) != ("put", 200):
            wrong[row.route] = response.status_code
    assert not wrong
    assert everything() == before


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
