"""Everything somebody hears of is of one kind, and the kinds are few."""

import pytest

from core.announcing import _kinds, declared_keys, kind_of
from core.notice_kinds import KIND_OF_AUDIENCE, Kind
from notifications.models import NoticeSetting
from notifications.models.rhythm import DEFAULTS
from tests.notifications.test_wording import declared

DECLARED = list(declared())


@pytest.mark.parametrize(("key", "audience"), DECLARED)
def test_each_has_a_kind_that_somebody_has_thought_of(key, audience):
    for_all, single = _kinds[key]
    said = single.get(audience) or for_all or KIND_OF_AUDIENCE.get(audience)
    assert said, f"{key} is told as “{audience}”: say in recipients.py of which kind that is"
    assert kind_of(key, audience) == said


def test_no_declaration_names_an_audience_it_does_not_tell():
    for key in declared_keys():
        told = {audience for other, audience in DECLARED if other == key}
        assert set(_kinds[key][1]) <= told, key


def test_no_word_is_explained_that_nobody_is_told_as():
    assert set(KIND_OF_AUDIENCE) <= {audience for _key, audience in DECLARED}


def test_every_kind_is_used_and_all_but_the_account_can_be_chosen():
    assert {kind_of(key, audience) for key, audience in DECLARED} == set(Kind)
    assert set(Kind) - {Kind.ACCOUNT} == set(DEFAULTS)
    columns = {field.name: field for field in NoticeSetting._meta.get_fields()}
    for kind, rhythm in DEFAULTS.items():
        assert columns[kind].default == rhythm and str(columns[kind].verbose_name) == str(kind.label)


@pytest.mark.parametrize(
    ("key", "audience", "kind"),
    [
        ("taskforces.application.declined", "applicant", Kind.ABOUT_ME),
        ("discussions.post.posted", "mentioned", Kind.ABOUT_ME),
        ("discussions.post.posted", "follower", Kind.DISCUSSION),
        ("taskforces.application.submitted", "decider", Kind.TASK),
        ("events.meeting.moved", "invited", Kind.MEETING),
        ("events.meeting.minutes_published", "invited", Kind.NEWS),
        ("projects.projectteam.founded", "supporter", Kind.NEWS),
        ("wiki.page.removed", "writer", Kind.LIBRARY),
        ("accounts.user.guessed_at", "person", Kind.ACCOUNT),
        ("nobody.declared.this", "somebody", Kind.NEWS),
    ],
)
def test_some_of_them(key, audience, kind):
    assert kind_of(key, audience) == kind
