"""The sheets in the admin: who has written none, whose is old; corrections in three languages; reminders."""

from datetime import timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse
from django.utils import timezone

from core.models import Activity
from home.checking import findings
from home.today import everything
from notifications.models import Notice
from partners.models import Partner, Sheet
from tests.factories import AffiliationFactory, PartnerFactory
from tests.partners.sheets import WHOLE, files, published

SHEETS = reverse("admin:partners_sheet_changelist")
PARTNERS = reverse("admin:partners_partner_changelist")


@pytest.fixture
def desk(client, sofia):
    """The browser of the secretariat."""
    client.force_login(sofia)
    return client


@pytest.fixture
def three(db):
    """A whole sheet, a poor one and an old one, and an organisation that has written nothing."""
    whole = published(PartnerFactory(name="Whole"), WHOLE, files=files())
    poor = published(PartnerFactory(name="Poor"), {"short_en": "Little."})
    old = published(PartnerFactory(name="Old"), WHOLE)
    Sheet.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=600))
    PartnerFactory(name="Silent")
    PartnerFactory(name="Gone", status="left")
    return whole, poor, old


def rows(page):
    """The names in a list of the admin."""
    return sorted(str(row) for row in page.context["cl"].result_list)


def address(name, obj):
    return reverse(f"admin:partners_{name}", args=[obj.pk])


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (f"{SHEETS}?state=poor", ["Poor"]),
        (f"{SHEETS}?state=untouched", ["Old"]),
        (f"{SHEETS}?state=empty", []),
        (f"{SHEETS}?state=forged", ["Old", "Poor", "Whole"]),
        (f"{PARTNERS}?sheet=empty", ["Silent"]),
        (f"{PARTNERS}?sheet=poor", ["Poor", "Silent"]),
        (f"{PARTNERS}?sheet=untouched", ["Old"]),
    ],
)
def test_lists_say_who_has_not_filled_the_sheet(desk, three, url, found):
    assert rows(desk.get(url)) == found


def test_list_of_organisations_shows_the_score(desk, three):
    page = desk.get(f"{PARTNERS}?q=whole").content.decode()
    assert "100 %" in page and reverse("partners:sheet", args=["whole"]) in page


def test_secretariat_corrects_a_text_in_three_languages(desk, three):
    whole, _poor, _old = three
    whole.save_draft(WHOLE | {"short_en": "Begun before"}, by=None)
    texts = {name: value for name, value in WHOLE.items() if isinstance(value, str)}
    posted = texts | {"short_es": "Corre\x07gido", "languages": ["fr", "sw"], "needs_en": ""}
    desk.post(address("sheet_change", whole), posted)
    sheet = Sheet.objects.get(pk=whole.pk)
    assert sheet.short_es == "Corregido" and sheet.languages == ["fr", "sw"] and sheet.theme_list == []
    assert sheet.completeness_percent == sheet.points == 90
    assert sheet.is_draft_overtaken and sheet.written["short_en"] == "Begun before"
    assert Activity.objects.about(sheet).first().verb == "edited"
    assert "Corregido" in desk.get(address("sheet_history", whole)).content.decode()


def test_bad_correction_is_a_sentence(desk, three):
    whole, _poor, _old = three
    page = desk.post(address("sheet_change", whole), {"short_en": "x" * 301, "languages": ["forged"]})
    assert {"short_en", "languages"} <= page.context["adminform"].form.errors.keys()


def test_ticked_organisations_are_reminded(desk, three):
    spoken_for = Partner.objects.get(name="Silent")
    focal_point = AffiliationFactory(partner=spoken_for, is_focal_point=True).person
    ticked = {"action": "remind_of_sheet", ACTION_CHECKBOX_NAME: Partner.objects.values_list("pk", flat=True)}
    number = str(Partner.objects.count())
    page = desk.post(PARTNERS, ticked | {"_previewed": number, "_confirmed": "1"}, follow=True).content.decode()
    assert "Done for 1." in page and "Poor: Nobody speaks for this organisation" in page
    activity = Activity.objects.about(spoken_for.sheet).get(verb="reminded")
    Notice.objects.announce(activity.pk)
    notice = Notice.objects.get(recipient=focal_point)
    assert notice.wording.title == "The sheet of Silent is still empty"
    assert notice.wording.target_url == reverse("partners:sheet", args=["silent"])


def test_reminder_of_an_old_sheet_says_since_when(desk, three):
    _whole, _poor, old = three
    focal_point = AffiliationFactory(partner=old.partner, is_focal_point=True).person
    for _press in range(2):
        page = desk.post(address("sheet_remind", old), follow=True).content.decode()
    assert "within the last 30 days" in page
    Notice.objects.announce(Activity.objects.about(old).get(verb="reminded").pk)
    assert "Is the sheet of Old still true?" in Notice.objects.get(recipient=focal_point).wording.title


def test_today_counts_untouched_sheets(desk, three):
    [line] = [each for each in everything() if each.url.endswith("state=untouched")]
    assert line.number == 1
    assert rows(desk.get(line.url)) == ["Old"]


def test_score_that_no_longer_follows_the_rule_is_found(three):
    whole, _poor, _old = three
    assert not [finding for finding in findings() if "sheet" in finding.sentence]
    whole.themes.clear()
    assert [finding.sentence for finding in findings() if "sheet" in finding.sentence] == [
        f"sheet {whole.pk} is 95 % complete and says 100 %"
    ]


def test_queries_of_the_list_do_not_grow(desk, db, django_assert_max_num_queries):
    numbers = []
    for more in (2, 12):
        for _number in range(more):
            published(PartnerFactory(), {"short_en": "Words."})
        desk.get(SHEETS)
        with django_assert_max_num_queries(20) as queries:
            desk.get(SHEETS)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("person", ["amina", "victor"])
def test_list_is_closed_to_everybody_else(client, three, cast, person):
    client.force_login(getattr(cast, person))
    assert client.get(SHEETS).status_code == 403
