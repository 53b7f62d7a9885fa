"""A post is reported, hidden for a reason, objected to; nobody judges her own words or her own decision."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from colleges.models import BureauMandate, College
from colleges.models.bureau_mandate import today
from core.models import Activity
from discussions.models import Post, PostReport
from home.duties import duties
from spaces.models import LEADERS, Space
from tests.factories import partner_person
from tests.factories.discussions import ThreadFactory, answered, appealed, hidden, opened_to, reported

pytestmark = pytest.mark.django_db


def titles(person):
    return [str(duty.title) for duty in duties(person)]


def test_post_is_reported_once_per_person_and_waits_for_moderators_and_secretariat(cast, a2):
    amina, sofia = cast.amina, cast.sofia
    report = reported(cast.bruno)
    with pytest.raises(ValidationError, match="already"):
        report.post.report("Again.", by=cast.bruno)
    for person in (amina, sofia):
        assert "Look at a reported post" in titles(person)
    for person in (cast.bruno, cast.fatou, cast.carla, report.post.author):
        assert "Look at a reported post" not in titles(person)
    report.post.dismiss_reports(by=amina)
    report.refresh_from_db()
    assert (report.outcome, report.settled_by) == ("nothing", amina)
    assert "Look at a reported post" not in titles(sofia)
    with pytest.raises(ValidationError, match="No report"):
        report.post.dismiss_reports(by=amina)


@pytest.mark.parametrize(("verb", "outcome"), [("hide", "hidden"), ("warn", "warned")])
def test_what_is_done_about_a_post_settles_its_reports(amina, verb, outcome):
    report = reported()
    getattr(report.post, verb)("Please do not sell.", by=amina)
    report.refresh_from_db()
    assert report.outcome == outcome
    assert Activity.objects.about(report).filter(verb="settled", actor=amina).exists()


def test_hidden_post_is_read_by_its_author_and_those_who_moderate(cast, a2):
    opened_to("partners")
    post = hidden(cast.amina)
    reading = [
        person
        for person in (cast.bruno, cast.fatou, cast.victor, cast.amina, cast.sofia, post.author)
        if Post.objects.visible_to(person).read_by(person).filter(pk=post.pk).exists()
    ]
    assert reading == [cast.amina, cast.sofia, post.author]


def test_hiding_wants_a_reason_and_happens_once(amina):
    post = answered()
    with pytest.raises(ValidationError):
        post.hide(" ", by=amina)
    post.hide("Off topic.", by=amina)
    for again in (lambda: post.hide("Twice.", by=amina), lambda: post.report("Late.", by=partner_person())):
        with pytest.raises(ValidationError, match="already"):
            again()
    with pytest.raises(ValidationError):
        post.edit("Better?", by=post.author)


def test_author_objects_once_and_somebody_else_than_who_hid_it_answers(cast, a2):
    post = appealed(cast.amina)
    with pytest.raises(ValidationError, match="once"):
        post.appeal("Please.", by=post.author)
    assert "Answer an objection" not in titles(cast.amina)
    assert "Answer an objection" in titles(cast.sofia)
    assert not cast.amina.has_perm("discussions.uphold_post", post)
    assert cast.sofia.has_perm("discussions.uphold_post", post)
    post.uphold(by=cast.sofia)
    assert post.is_hidden and not post.waits_for_answer
    with pytest.raises(ValidationError):
        post.uphold(by=cast.sofia)


def test_each_hiding_may_be_objected_to(amina):
    post = appealed(amina)
    post.show(by=amina)
    with pytest.raises(ValidationError, match="not hidden"):
        post.show(by=amina)
    post.hide("Again off topic.", by=amina)
    assert post.can_be_appealed


def test_author_is_warned_once(amina):
    post = answered()
    with pytest.raises(ValidationError):
        post.warn("", by=amina)
    post.warn("Kindly, please.", by=amina)
    with pytest.raises(ValidationError, match="already"):
        post.warn("Again.", by=amina)
    assert not post.is_hidden


def test_nobody_judges_her_own_words_whatever_her_role(cast, a2):
    for person in (cast.amina, cast.sofia):
        post = answered(author=person)
        report = PostReport(post=post)
        for verb in ("show", "uphold", "warn", "report", "react"):
            assert not person.has_perm(f"discussions.{verb}_post", post), verb
        assert not person.has_perm("discussions.settle_postreport", report)


def test_nobody_rewrites_or_objects_in_the_name_of_another(cast, a2):
    post = hidden(cast.amina)
    for person in (cast.amina, cast.sofia):
        assert not person.has_perm("discussions.edit_post", post)
        assert not person.has_perm("discussions.appeal_post", post)
    assert post.author.has_perm("discussions.appeal_post", post)


def test_moderator_of_one_room_does_not_moderate_another(cast, a2):
    there = answered(ThreadFactory(space=Space.objects.get(slug=LEADERS)))
    assert cast.amina.has_perm("discussions.reply_thread", there.thread)
    assert not cast.amina.has_perm("discussions.hide_post", there)
    assert cast.amina.has_perm("discussions.hide_post", answered())


def test_secretariat_sees_reported_posts_among_what_waits_today(client, cast, a2):
    reported(cast.bruno)
    client.force_login(cast.sofia)
    [waiting] = [row for row in client.get("/admin/").context_data["waiting"] if str(row.title) == "Reported posts"]
    assert waiting.number == 1
    assert client.get(waiting.url).context_data["cl"].result_count == 1


def test_who_represents_a_college_moderates_its_room_and_no_other(cast):
    college = College.objects.of(cast.fundacion)
    BureauMandate.give(cast.carla, college, starts_on=today(), ends_on=today() + timedelta(days=30), by=None)
    own, other = answered(ThreadFactory(space=college.space)), answered()
    assert cast.carla.has_perm("discussions.hide_post", own)
    assert not cast.carla.has_perm("discussions.hide_post", other)
    report = own.report("Look.", by=cast.bruno)
    assert list(PostReport.objects.visible_to(cast.carla)) == [report]
