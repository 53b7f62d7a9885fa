"""Drafting and publishing: what is typed is kept, what is published is whole, nobody's words are lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone

from core.models import Activity, StoredFile, Theme
from partners import completeness
from partners.models import Sheet
from partners.models.contents import TEXT_FIELDS
from partners.models.drafting import Overtaken
from partners.untouched import look_after_sheets
from tests.factories import AffiliationFactory, PartnerFactory
from tests.partners.sheets import WHOLE, files, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(db):
    return Sheet.of(PartnerFactory())


def again(sheet):
    return Sheet.objects.get(pk=sheet.pk)


def test_an_organisation_has_one_sheet(sheet):
    assert Sheet.of(sheet.partner) == sheet
    assert Sheet.seen_at(PartnerFactory()).pk is None


def test_draft_is_kept_beside_what_is_published(sheet, amina):
    published(sheet.partner, {"short_en": "We grow soil."})
    again(sheet).save_draft({"short_en": "We grow good soil."}, by=amina)
    assert again(sheet).short_en == "We grow soil."
    assert again(sheet).written["short_en"] == "We grow good soil."


def test_what_changes_nothing_makes_no_draft(sheet, amina):
    published(sheet.partner, WHOLE)
    again(sheet).save_draft(WHOLE | {"themes": ["agroforestry", "agroforestry"]}, by=amina)
    assert not again(sheet).is_drafted


def test_publishing_shows_everything_at_once(sheet, amina):
    sheet.save_draft(WHOLE, by=amina, files=files())
    sheet.publish(by=amina)
    shown = again(sheet)
    assert shown.contents == WHOLE
    assert shown.logo.is_picture and shown.poster.name == "declaration.pdf"
    assert shown.completeness_percent == 100
    assert not shown.is_drafted and shown.draft_logo is None
    recorded = Activity.objects.about(sheet).get(verb="published")
    assert recorded.actor == amina and "short_fr" in recorded.data["fields"] and "logo" in recorded.data["fields"]


def test_second_publishing_is_a_sentence(sheet, amina):
    sheet.save_draft(WHOLE, by=amina)
    twin = again(sheet)
    sheet.publish(by=amina)
    with pytest.raises(ValidationError, match="nothing to publish"):
        twin.publish(by=amina)
    assert Activity.objects.about(sheet).filter(verb="published").count() == 1


def test_draft_thrown_away_leaves_what_is_published(sheet, amina, django_capture_on_commit_callbacks):
    published(sheet.partner, {"short_en": "We grow soil."})
    sheet.save_draft(WHOLE, by=amina, files=files())
    name = sheet.draft_logo.file.name
    with django_capture_on_commit_callbacks(execute=True):
        sheet.discard_draft(by=amina)
    assert again(sheet).short_en == "We grow soil." and not again(sheet).is_drafted
    assert not StoredFile.objects.exists() and not default_storage.exists(name)
    with pytest.raises(ValidationError, match="no draft"):
        sheet.discard_draft(by=amina)


def test_replaced_and_removed_files_go(sheet, amina, django_capture_on_commit_callbacks):
    published(sheet.partner, WHOLE, files=files())
    old = again(sheet).logo.file.name
    sheet.save_draft(WHOLE, by=amina, files={"logo": files()["logo"]}, removes=["poster"])
    assert again(sheet).logo.file.name == old
    with django_capture_on_commit_callbacks(execute=True):
        sheet.publish(by=amina)
    assert again(sheet).poster is None and again(sheet).logo.file.name != old
    assert StoredFile.objects.count() == 1
    assert not default_storage.exists(old)


def test_logo_sent_and_taken_away_again_is_none(sheet, amina):
    sheet.save_draft(WHOLE, by=amina, files=files())
    sheet.save_draft(WHOLE, by=amina, removes=["logo"])
    sheet.publish(by=amina)
    assert again(sheet).logo is None and again(sheet).poster is not None


def test_page_opened_before_somebody_saved_overtakes_nobody(sheet, amina, carla):
    seen = sheet.stamp
    sheet.save_draft({"short_en": "Amina’s words"}, by=amina, seen=seen, pen="a")
    with pytest.raises(Overtaken):
        again(sheet).save_draft({"short_en": "Carla’s words"}, by=carla, seen=seen, pen="c")
    sheet.save_draft({"short_en": "More of Amina’s words"}, by=amina, seen=seen, pen="a")
    assert again(sheet).written["short_en"] == "More of Amina’s words"


def test_draft_begun_before_a_publication_says_so(sheet, amina):
    sheet.save_draft({"short_en": "Begun"}, by=amina)
    Sheet.objects.filter(pk=sheet.pk).update(updated_at=timezone.now() + timedelta(hours=1), completeness_percent=15)
    assert again(sheet).is_draft_overtaken


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_texts_too_long_are_refused_whatever_the_door(sheet, amina, field):
    with pytest.raises(ValidationError) as error:
        sheet.save_draft({field: "x" * 5001}, by=amina)
    assert field in error.value.message_dict
    assert not again(sheet).is_drafted


def test_texts_are_plain_and_unknown_words_are_dropped(sheet, amina):
    hostile = "a\x07b\u202ec\r\n\r\n  d\x1b[31m  "
    contents = {"short_en": hostile, "themes": ["none"], "countries": ["ZZ"], "is_superuser": True}
    sheet.save_draft(contents, by=amina)
    assert "is_superuser" not in sheet.written
    sheet.publish(by=amina)
    assert again(sheet).short_en == "abc\n\n  d[31m"
    assert again(sheet).theme_list == again(sheet).country_list == []


def test_points_of_the_rule_add_up():
    assert sum(part.points for part in completeness.PARTS) == 100


@pytest.mark.parametrize("part", completeness.PARTS, ids=lambda part: f"{part.field}-{part.points}")
def test_each_part_counts_what_the_rule_says(sheet, part):
    published(sheet.partner, WHOLE, files=files())
    whole = again(sheet)
    assert part not in whole.missing
    if part.field == "logo":
        whole.logo = None
    elif part.field in ("themes", "countries"):
        getattr(whole, part.field).clear()
    elif part.field == "languages":
        whole.languages = []
    else:
        for code in ("en", "fr", "es"):
            setattr(whole, f"{part.field}_{code}", "")
    assert part in whole.missing
    assert whole.points <= 100 - part.points


def test_text_in_one_language_counts_and_says_what_is_missing(sheet):
    published(sheet.partner, {"short_fr": "Nous faisons pousser le sol."})
    assert again(sheet).completeness_percent == 15
    assert "Give the short text in English, French and Spanish." in map(str, [part.words for part in sheet.missing])


def test_focal_points_are_reminded_once_of_an_untouched_sheet(amina, cast):
    sheet = published(cast.afris)
    nobody_speaks = published(PartnerFactory())
    Sheet.objects.update(updated_at=timezone.now() - timedelta(days=549))
    for _night in range(2):
        look_after_sheets()
    assert Activity.objects.about(sheet).filter(verb="reminded").count() == 1
    assert not Activity.objects.about(nobody_speaks).filter(verb="reminded").exists()
    sheet.save_draft({"short_en": "New"}, by=amina)
    sheet.publish(by=amina)
    assert again(sheet).reminded_at is None


def test_young_sheets_and_those_of_organisations_out_of_force_are_left_alone(amina, cast, sofia):
    sheet = published(cast.afris)
    look_after_sheets()
    Sheet.objects.update(updated_at=timezone.now() - timedelta(days=549))
    cast.afris.suspend(by=sofia, reason="unpaid")
    look_after_sheets()
    assert not Activity.objects.about(sheet).filter(verb="reminded").exists()


def test_reminding_by_hand_says_when_it_is_of_no_use(sofia, sheet):
    with pytest.raises(ValidationError, match="Nobody speaks"):
        sheet.remind(by=sofia)
    AffiliationFactory(partner=sheet.partner, is_focal_point=True)
    sheet.remind(by=sofia)
    with pytest.raises(ValidationError, match="within the last 30 days"):
        sheet.remind(by=sofia)


def test_score_follows_a_theme_that_has_gone(sheet):
    published(sheet.partner, WHOLE)
    Theme.objects.get(slug="agroforestry").delete()
    look_after_sheets()
    assert again(sheet).completeness_percent == again(sheet).points == 90


def test_merged_sheet_fills_what_is_empty(sheet):
    mine = published(sheet.partner, {"short_en": "Mine"})
    other = published(PartnerFactory(), WHOLE, files=files())
    mine.fill_from(other)
    assert again(mine).short_en == "Mine" and again(mine).needs_fr == WHOLE["needs_fr"]
    assert again(mine).logo is not None and again(other).logo is None
    assert again(mine).completeness_percent == again(mine).points


def test_drafts_leave_no_trace_in_the_history(sheet, amina):
    events = Sheet.pgh_event_models
    [model] = set(events.values())
    before = model.objects.count()
    for words in ("One", "Two"):
        sheet.save_draft({"short_en": words}, by=amina)
    assert model.objects.count() == before
    sheet.publish(by=amina)
    assert model.objects.count() == before + 1
