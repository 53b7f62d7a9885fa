"""No address with a null character reaches the database, wherever it stands."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/admin/regions/country/%00/change/", 404),
        ("/admin/regions/country/a%00b/delete/", 404),
        ("/en/partners/%00/", 404),
        ("/%00", 404),
        ("/en/partners/?q=%00", 400),
    ],
)
def test_address_with_a_null_character_is_answered_by_a_page(client, sofia, path, status):
    client.force_login(sofia)
    for method in (client.get, client.post):
        response = method(path)
        assert response.status_code == status and b"<h1" in response.content
