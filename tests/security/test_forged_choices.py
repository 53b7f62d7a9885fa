"""What can be chosen in the admin, forged: sentences at the fields, never an error of ours."""

import pytest

pytestmark = pytest.mark.django_db

VALUES = ["\x00", "NaN", "null", "9" * 400, "x" * 500, "-1", "1.5", "٣"]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value[:8]))
def test_forms(stage, doors, value):
    client = doors.client("sofia")
    for path, names in {
        "/admin/partners/partner/add/": "country name type nature gives_funds",
        f"/admin/accounts/user/{stage.victor.pk}/change/": "country interests language time_zone name",
        "/admin/taskforces/seat/add/": "person task_force region role",
        f"/admin/taskforces/taskforce/{stage.a2.pk}/give-seat/": "person role region",
        f"/admin/taskforces/taskforce/{stage.a2.pk}/set-joining/": "is_open opens_at_0 closes_at_1",
        f"/admin/taskforces/joiningform/{stage.form_draft.pk}/add-question/": "kind roles steps label_en lines_en",
        f"/admin/taskforces/question/{stage.drafted_question.pk}/reword/": "roles seen label_en",
        "/admin/partners/affiliation/add/": "person partner is_focal_point",
        "/admin/colleges/placement/add/": "partner college reason",
        f"/admin/colleges/placement/{stage.placement.pk}/move/": "college reason",
        "/admin/colleges/ambassador/add/": "person words",
        "/admin/spaces/membership/add/": "space person role",
        "/admin/interfaces/pin/add/": "interface address position",
        f"/admin/interfaces/interface/{stage.research.pk}/change/": "themes objectives position short_en",
        "/admin/colleges/kititem/add/": "language position link title_en",
        "/admin/regions/region/add/": "parent slug position",
        "/admin/regions/country/FR/change/": "region",
        f"/admin/objectives/objective/{stage.a2.objective_id}/change/": "facility",
        f"/admin/colleges/college/{stage.placement.college_id}/change/": "types",
    }.items():
        response = client.post(path, dict.fromkeys(names.split(), value))
        assert response.status_code in (200, 302), path


@pytest.mark.parametrize("value", ["%00", *VALUES[1:]], ids=lambda value: repr(value[:8]))
def test_filters(doors, value):
    client = doors.client("sofia")
    for question in (
        "taskforces/application/?person__id__exact=",
        "taskforces/application/?status__exact=",
        "taskforces/application/?submitted_at_from=",
        "taskforces/application/?code=",
        "partners/partner/?country__alpha2__exact=",
        "partners/partner/?college=",
        "taskforces/seat/?region__id__exact=",
        "partners/partner/?q=",
        "partners/partner/?o=",
        "partners/partner/?p=",
        "search/?s=",
    ):
        response = client.get(f"/admin/{question}{value}")
        assert response.status_code in (200, 302, 400), question
