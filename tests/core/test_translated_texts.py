"""Official texts: in the reader's language, in another one where that is missing; a past version never changes."""

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation
from modeltranslation.translator import translator

from core.models import Theme
from objectives.models import GoalText, ObjectiveText, PlanVersion, Target

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_text_in_the_language_of_the_reader(language):
    text = ObjectiveText.objects.get(objective__code="A2", version__is_in_force=True)
    with translation.override(language):
        assert text.title == getattr(text, f"title_{language}") != ""


@pytest.mark.parametrize(("missing", "shown"), [({"fr"}, "en"), ({"en", "fr"}, "es"), ({"en", "es"}, "fr")])
def test_missing_text_falls_back(missing, shown):
    theme = Theme.objects.create(slug="peat", name_en="Peat", name_fr="Tourbe", name_es="Turba")
    for language in missing:
        setattr(theme, f"name_{language}", None)
    theme.save()
    for language in missing:
        with translation.override(language):
            assert Theme.objects.get(pk=theme.pk).name == getattr(theme, f"name_{shown}")


def test_every_official_text_is_there_in_three_languages():
    for model in translator.get_registered_models(abstract=False):
        for field in translator.get_options_for_model(model).all_fields:
            for row in model.objects.all():
                if getattr(row, f"{field}_en"):
                    missing = [code for code in ("fr", "es") if not getattr(row, f"{field}_{code}")]
                    assert not missing, f"{model.__name__} {row.pk}.{field} is missing in {missing}"


@pytest.fixture
def past():
    """Version 2 with a text, after version 3 came into force."""
    old = PlanVersion.objects.get(is_in_force=True)
    PlanVersion.objects.filter(pk=old.pk).update(is_in_force=False)
    PlanVersion.objects.create(number=3, name="Version 3", is_in_force=True)
    return old


@pytest.mark.parametrize("model", [GoalText, ObjectiveText, Target])
def test_texts_of_a_past_version_never_change(past, model):
    text = model.objects.filter(version=past).first()
    with pytest.raises(ProgrammingError, match="never change"), transaction.atomic():
        text.save()
    with pytest.raises(ProgrammingError, match="never change"), transaction.atomic():
        model.objects.filter(pk=text.pk).update(version=PlanVersion.objects.get(number=3))
    with pytest.raises(ProgrammingError, match="never change"), transaction.atomic():
        text.delete()
    with pytest.raises(ValidationError):
        text.full_clean()


def test_texts_of_the_version_in_force_can_be_corrected():
    text = ObjectiveText.objects.filter(version__is_in_force=True).first()
    text.title_en = "Corrected"
    text.full_clean()
    text.save()
    text.refresh_from_db()
    assert text.title_en == "Corrected"
