"""Questions that are put together once and asked by many: each reader gets her own answer, as of now."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import get_language

from accounts.secretariat import appoint, dismiss
from core.prepared import MOST as PLANS
from core.repeating import Planned, Reader, Repeated
from core.unchanging import Said, Unchanging
from core.wording import ANYBODY
from notifications.models import Notice
from partners.models import Affiliation, Partner
from regions.models import Country
from spaces.models import Space
from spaces.models.belonging import everybody_who_belongs
from tests.factories import AffiliationFactory, PartnerFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture(params=[Repeated, Planned])
def kept(request):
    """Both ways of keeping a question."""
    return request.param


@pytest.fixture
def names(kept):
    """Asks for the names of the organisations a reader sees; its `number` is how often it was put together."""

    @kept
    def question(reader):
        question.number += 1
        return Partner.objects.visible_to(reader).order_by("name").values_list("name")

    question.number = 0
    return question


def told(question, person, *form, **asked):
    return [row[0] for row in question.rows(person, *form, **asked)]


def test_two_who_are_alike_share_the_question_and_not_the_answer(names, bruno, carla):
    PartnerFactory(name="Left", status=Partner.Status.CANDIDATE)
    own = PartnerFactory(name="Own", status=Partner.Status.CANDIDATE)
    AffiliationFactory(person=carla, partner=own)
    assert "Own" in told(names, carla)
    assert "Own" not in told(names, bruno)
    assert names.number == 1


def test_whoever_has_other_rights_gets_another_question(names, bruno, sofia):
    PartnerFactory(name="Candidate", status=Partner.Status.CANDIDATE)
    assert "Candidate" in told(names, sofia)
    assert "Candidate" not in told(names, bruno)
    assert "Candidate" not in told(names, AnonymousUser())
    assert names.number == 3


def test_a_right_that_is_given_or_taken_counts_with_the_next_question(names, bruno):
    PartnerFactory(name="Candidate", status=Partner.Status.CANDIDATE)
    seen = []
    for change in (None, appoint, dismiss):
        if change:
            change(bruno, by=None)
        seen.append("Candidate" in told(names, type(bruno).objects.get(pk=bruno.pk)))
    assert seen == [False, True, False]


def test_a_tie_that_ends_counts_with_the_next_question(names, carla):
    own = PartnerFactory(name="Own", status=Partner.Status.CANDIDATE)
    tie = AffiliationFactory(person=carla, partner=own)
    assert "Own" in told(names, carla)
    tie.status = Affiliation.Status.ENDED
    tie.save()
    assert "Own" not in told(names, carla)


def test_moments_and_days_count_from_now(kept, victor):
    @kept
    def lately(reader):
        month, day = timezone.now() - timedelta(days=30), timezone.localdate() - timedelta(days=1)
        return Partner.objects.filter(created_at__gt=month, joined_on__lt=day).values_list("name")

    with time_machine.travel(NOON, tick=False) as clock:
        PartnerFactory(name="Young", joined_on=NOON.date())
        seen = []
        for days in (0, 2, 29, 31):
            clock.move_to(NOON + timedelta(days=days))
            seen.append("Young" in told(lately, victor))
    assert seen == [False, True, True, False]


@pytest.mark.parametrize("words", ["Baobab", "'; --", "%s", "%(words)s", "\\", str(ANYBODY)])
def test_words_are_filled_in_and_nothing_else(kept, words, victor):
    @kept
    def called(reader):
        return Partner.objects.filter(name=Said("words")).values_list("name")

    PartnerFactory(name=words)
    PartnerFactory(name="Another")
    for typed in (words, "Nobody"):
        assert told(called, victor, words={"words": typed}) == [words] * (typed == words)


def test_what_stands_there_by_the_name_of_a_word_is_not_filled_in(kept, victor):
    called = kept(lambda reader: Partner.objects.filter(name=Said("acronym"), acronym="acronym").values_list("name"))
    PartnerFactory(name="Baobab", acronym="acronym")
    assert told(called, victor, words={"acronym": "Baobab"}) == ["Baobab"]


def test_each_language_has_its_own(kept, victor):
    spoken = kept(lambda reader: Country.objects.filter(pk="DE").values_list(f"name_{get_language()}"))
    for language, name in (("fr", "Allemagne"), ("en", "Germany"), ("fr", "Allemagne")):
        with translation.override(language):
            assert told(spoken, victor) == [name]


def test_form_makes_another_question_and_what_stands_behind_is_asked_with_it(kept, victor, django_assert_num_queries):
    first = kept(lambda reader, number: Country.objects.order_by("pk").values_list("pk")[:number])
    germany = Country.objects.filter(pk="DE").values_list("pk")
    codes = list(Country.objects.order_by("pk").values_list("pk", flat=True)[:3])
    with django_assert_num_queries(1):
        assert told(first, victor, 2, also=germany) == [*codes[:2], "DE"]
    assert told(first, victor, 3) == codes


def test_what_can_find_nothing_asks_nothing(kept, victor, django_assert_num_queries):
    nothing = kept(lambda reader: Partner.objects.none().values_list("name"))
    with django_assert_num_queries(0):
        assert nothing.rows(victor) == []


def test_where_somebody_belongs_is_told_once_in_a_question(kept, amina, bruno):
    @kept
    def rooms(reader):
        here = Space.objects.visible_to(reader).order_by("slug").values_list("slug")
        return here.union(here.filter(pk=F("pk")), all=True)

    seen = told(rooms, amina)
    assert "task-force-a2" in seen and len(seen) == 2 * len(set(seen))
    assert "task-force-a2" not in told(rooms, bruno)
    [wording] = next(iter(rooms._kept.values()))
    assert wording.sql.count("MATERIALIZED") == 1


def test_what_is_asked_while_a_question_is_put_together_stands_by_itself(kept, amina):
    belonging = Unchanging(everybody_who_belongs)
    nested = Unchanging(lambda: Space.objects.filter(pk__in=belonging.all("space_id")).values("pk"))
    asked = kept(lambda reader: Space.objects.filter(pk__in=nested.all("pk")).order_by("slug").values_list("slug"))
    first = told(asked, amina)
    assert "task-force-a2" in first
    assert list(Space.objects.filter(pk__in=nested.all("pk")).order_by("slug").values_list("slug", flat=True)) == first


def test_a_reader_tells_nothing_that_would_not_be_asked_anew(kept, amina):
    with pytest.raises(AttributeError):
        _ = Reader(amina).email
    hidden = kept(lambda reader: Partner.objects.filter(name=f"Of {int(reader)}").values_list("name"))
    with pytest.raises(ValueError, match="cannot be filled in"):
        hidden.rows(amina)


def test_an_overridden_setting_is_heard(kept, victor, settings):
    asked = kept(lambda reader: Country.objects.filter(pk=settings.LANGUAGE_CODE.upper()).values_list("pk"))
    settings.LANGUAGE_CODE = "fr"
    assert told(asked, victor) == ["FR"]
    settings.LANGUAGE_CODE = "es"
    assert told(asked, victor) == ["ES"]


@pytest.mark.parametrize("letters", ["%", "%s", "$1", "'; --", "\\"])
def test_what_stands_in_a_kept_plan_stands_there_as_it_is(letters, victor):
    PartnerFactory(name=f"Up to {letters} carbon")
    found = Planned(
        lambda reader: Partner.objects.filter(name__contains=letters, affiliations=None).values_list("name")
    )
    assert told(found, victor) == [f"Up to {letters} carbon"]


def plans():
    """{name of a prepared statement: how often its plan was made and how often it was used as it was}."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, custom_plans, generic_plans FROM pg_prepared_statements")
        return {name: (made, used) for name, made, used in cursor.fetchall()}


def test_the_plan_is_made_once_and_then_kept(victor, bruno):
    before = plans()
    find = Planned(
        lambda reader: Notice.objects.visible_to(reader).filter(gathered_at__lt=timezone.now()).values_list()
    )
    for person in [victor, bruno] * 10:
        find.rows(person)
    [(made, used)] = (plans()[name] for name in plans().keys() - before.keys())
    assert (made, used) == (0, 20)


def test_a_plan_outlives_what_is_rolled_back(victor):
    find = Planned(lambda reader: Country.objects.order_by("pk").values_list("pk")[:2])
    with pytest.raises(RuntimeError), transaction.atomic():
        find.rows(victor)
        raise RuntimeError
    assert len(find.rows(victor)) == 2


def test_a_connection_keeps_the_plans_that_were_used_last(victor):
    ask = [Planned(lambda reader, at=at: Country.objects.values_list("pk")[at : at + 1]) for at in range(3 * PLANS)]
    for question in ask:
        assert len(question.rows(victor)) == 1
        assert len(ask[0].rows(victor)) == 1
    assert len([name for name in plans() if name.startswith("kept_")]) == PLANS
