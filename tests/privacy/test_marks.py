"""Every field of our models is marked personal or not."""

import pytest
from django.apps import apps
from django.conf import settings
from modeltranslation.fields import TranslationField

from tests.core.floors import FLOORS
from tests.privacy.marks import MARKS, NOT_EXPORTED, marks_of

# Tables of the history repeat the fields of the model they track.
OURS = {
    model._meta.label: model
    for model in apps.get_models()
    if model._meta.app_label in FLOORS and not hasattr(model, "pgh_tracked_model")
}


def fields_of(model):
    return {
        field.name
        for field in model._meta.get_fields()
        if (field.concrete or not field.auto_created) and not isinstance(field, TranslationField)
    }


def test_every_model_is_marked():
    assert OURS.keys() == MARKS.keys()


@pytest.mark.parametrize("label", sorted(MARKS))
def test_every_field_is_marked_once(label):
    marks = marks_of(label)
    assert not marks["personal"] & marks["plain"]
    assert marks["personal"] | marks["plain"] == fields_of(OURS[label]), "Mark it, and think of export and erasure."


def test_fields_that_point_to_people_are_personal():
    for label, model in OURS.items():
        for field in model._meta.get_fields():
            if field.concrete and field.many_to_one and field.related_model._meta.label == settings.AUTH_USER_MODEL:
                assert field.name in marks_of(label)["personal"], f"{label}.{field.name}"


def test_exceptions_from_the_export_exist():
    for name in NOT_EXPORTED:
        label, _, field = name.rpartition(".")
        assert field in marks_of(label)["personal"], name
