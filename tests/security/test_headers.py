"""What browsers are told on pages that are no page of ours; those that are: test_access_matrix.py."""

import pytest

from tests.security.headers import EVERYWHERE
from tests.security.stage import VISITOR

pytestmark = pytest.mark.django_db


def test_errors_have_them_too(doors):
    for path in ("/en/nowhere/", "/en/task-forces/a2/applications/1/", "/nowhere"):
        response = doors.client(VISITOR).get(path)
        for name, value in EVERYWHERE.items():
            assert response[name] == value


def test_style_and_script_are_files_of_our_own(client, settings):
    page = client.get("/en/").content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
