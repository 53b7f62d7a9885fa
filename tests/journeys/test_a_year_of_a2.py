"""A year of task force A2: a seat is filled, a meeting held, the world answered, a team formed, a stage completed."""

import pytest

from accounts.models import User
from regions.models import Region
from taskforces.models import Role
from tests.factories import partner_person
from tests.journeys import work, year

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("language", "javascript"), [("en", True), ("fr", True), ("es", False)])
def test_a_year_of_a_task_force(open_browser, cast, language, javascript):
    people = [cast.amina, cast.bruno, cast.fatou]
    cast.sofia, regions_represented(cast.a2, "americas", "asia", "oceania")
    User.objects.filter(pk__in=[person.pk for person in people]).update(language=language)
    windows = (open_browser(language=language, javascript=javascript, width=width) for width in (1280, 360, 360, 360))
    amina, bruno, fatou, anna = windows
    sofia = open_browser(language="en")
    for window, name in ((amina, "amina"), (bruno, "bruno"), (fatou, "fatou")):
        year.enters(window, f"{name}@example.org", language)
    year.enters(sofia, "sofia@example.org", "en")

    year.leader_makes_the_form_her_own(amina, language)
    candidacy = year.partner_stands_for_europe(bruno, language)
    year.candidate_sends_his_statement(bruno, candidacy, language)
    year.deadline_passes(candidacy.call)
    year.secretariat_opens_the_consultation(sofia, candidacy.call)
    year.member_supports_the_candidate(fatou, candidacy, language)
    year.consultation_closes(candidacy.call)
    year.secretariat_nominates(sofia, candidacy)
    year.candidate_hears_and_stands_in_the_roster(bruno, candidacy, language)

    meeting = year.leader_plans_a_meeting(amina, language)
    first, second = meeting.dates.order_by("starts_at")
    year.says_when(bruno, meeting, language, cannot=first)
    year.leader_fixes_the_date(amina, meeting, second, language)
    for window in (amina, bruno, fatou):
        year.comes(window, meeting, language)
    year.calendar_holds_it(bruno, meeting, language)

    work.leader_fills_the_register(amina, language)
    enquiry = work.visitor_asks(anna, language)
    work.leader_answers_and_publishes(amina, enquiry, language)
    work.visitor_reads_the_answer(anna, language)

    idea = work.member_proposes_an_idea(bruno, language)
    team = work.leader_forms_a_team(amina, idea, cast.bruno, cast.fatou, language)
    for window in (bruno, fatou):
        work.accepts_the_place(window, team, language)
    team.refresh_from_db()
    assert team.is_formed
    work.leader_attests_and_moves_on(amina, cast.a2, language)

    assert all(work.nothing_waits(window, language) for window in (amina, bruno, fatou))
    assert amina.broken == bruno.broken == fatou.broken == anna.broken == sofia.broken == []


def regions_represented(task_force, *slugs):
    """Somebody of a partner represents each of these regions."""
    for slug in slugs:
        task_force.seat(partner_person(), Role.REPRESENTATIVE, region=Region.objects.get(slug=slug), by=None)
