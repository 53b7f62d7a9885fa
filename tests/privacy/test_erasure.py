"""Being forgotten: no trace of the person in any table; what others need stays as "Former member"."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from psycopg import sql

from accounts.models import Consent, User
from api.models import Key
from colleges.models import Ambassador, AmbassadorActivity
from core.models import Activity, Theme
from events.models import Availability, CalendarFeed, Decision, Minutes, Participation
from notifications.models import Digest, Mail, Notice, NoticeSetting, RoomChoice
from partners.models import Invitation
from practices.models import Assignment, Practice
from taskforces.models import Application, Output, OutputDelivery, Role
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory
from tests.factories.meetings import begun_meeting, meeting_of
from tests.factories.practices import PracticeFactory
from tests.factories.strategy import ProposalFactory
from tests.privacy import discussions, events, practices, questions
from tests.privacy.keys import keys_of
from tests.privacy.projects import write_everywhere
from tests.privacy.saved_searches import saved_by
from tests.privacy.wiki import write_everywhere as write_in_wikis

pytestmark = pytest.mark.django_db

# One word in everything that is hers.
WORD = "Zwyxwanda"


def tables():
    with connection.cursor() as cursor:
        return [name for name in connection.introspection.table_names(cursor) if name != "core_cache"]


def tables_holding(word):
    """The tables with a row that holds `word` anywhere, as a full dump would show it."""
    found = []
    with connection.cursor() as cursor:
        for table in tables():
            query = sql.SQL("SELECT count(*) FROM {} AS row WHERE row::text ILIKE %s").format(sql.Identifier(table))
            cursor.execute(query, [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return found


@pytest.fixture
def person(client, amina, a2, sofia):
    """Somebody with one row of everything, each with the word in it."""
    person = User.objects.create_user(f"{WORD}@example.org", "a long enough sentence", name=f"{WORD} Ibáñez")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    person.interests.add(Theme.objects.first())
    person.consent(Consent.Purpose.ROSTERS, by=person)
    AffiliationFactory(person=person)
    for each in (person, None):
        invitation = Invitation.objects.invite(PartnerFactory(), email=person.email, name=f"Dear {WORD}", by=amina)
        Notice.objects.announce(Activity.objects.about(invitation).get().pk)
        if each:
            invitation.accept(by=each)
    application = ApplicationFactory(person=person, answers={"motivation": f"{WORD} writes"})
    application.ask(f"Dear {WORD}, since when?", by=amina)
    application.answer(f"Since ever. {WORD}", by=person)
    application.decline(reason=f"Sorry, {WORD}", by=amina)
    waiting = ApplicationFactory(person=person, answers={"motivation": f"{WORD} again"})
    waiting.ask(f"Are you {WORD}?", by=amina)
    seat = a2.seat(person, Role.MEMBER, by=amina)
    notice = Notice.objects.create(
        recipient=person, activity=seat.record("given", by=amina, by_application=True), audience="person"
    )
    mail = Mail.of(notice)
    mail.error = f"SMTPRecipientsRefused: {person.email}"
    mail.save()
    NoticeSetting.choose(person, by=person, digest="none", rooms={a2.space_id: "muted"})
    Digest.objects.write(person, timezone.localdate())
    ambassador = Ambassador.name(person, words=f"{WORD} speaks", by=sofia)
    facts = {"happened_on": timezone.localdate(), "country": amina.country, "people_reached": 40}
    lecture = ambassador.add_activity(title=f"{WORD} spoke", by=person, **facts)
    lecture.change(place=f"House of {WORD}", link=f"https://{WORD}.example/", by=person)
    ambassador.add_activity(title=f"{WORD} again", by=person, **facts).remove(by=person)
    attested = OutputDelivery.attest(a2, Output.objects.get(code="gaps-named"), note=f"{WORD} notes", by=person)
    attested.take_back(reason=f"{WORD} was wrong", by=person)
    a2.position.overrule(reason="Go on.", by=person)
    for answered in (False, True):
        proposal = ProposalFactory(by=person, text=f"{WORD} proposes", why=f"{WORD} knows")
        proposal.comment_on(f"{WORD} is right", by=person)
        if answered:
            proposal.decline(reason=f"Sorry, {WORD}", by=amina)
        else:
            proposal.withdraw(by=person)
    met = meeting_of(by=amina, dates=(11, 12))
    met.give_availability(dict.fromkeys(met.dates.all(), "yes"), by=person)
    begun = begun_meeting(by=amina, title="It was")
    begun.take_attendance([person], by=amina)
    begun.decide("See to it", owner=person, by=amina)
    Minutes.of(begun).save_draft(f"{WORD} spoke", by=person)
    CalendarFeed.objects.renew(person, by=person)
    write_everywhere(person, WORD, by=amina)
    discussions.write_everywhere(person, WORD, by=amina)
    questions.write_everywhere(person, WORD)
    practices.write_everywhere(person, WORD, by=amina)
    events.write_everywhere(person, WORD, by=amina)
    write_in_wikis(person, WORD, by=amina)
    saved_by(person, WORD)
    keys_of(person, WORD)
    client.force_login(person)
    client.get("/en/partners/", HTTP_USER_AGENT=f"Browser of {WORD}")
    LogEntry.objects.log_actions(sofia.pk, [person], CHANGE, f"Changed name to {WORD}.", single_object=True)
    person.name = f"{WORD} Ibáñez Ruiz"
    person.save(update_fields=["name"])
    return person


def test_word_is_everywhere_before(person):
    assert {"accounts_user", "accounts_userevent", "taskforces_application", "taskforces_message"} <= set(
        tables_holding(WORD)
    )


def test_no_trace_is_left_in_a_full_dump(person):
    person.erase(by=person)
    assert tables_holding(WORD) == []


def test_what_she_did_stays_without_her(person, a2):
    number = Activity.objects.count()
    person.erase(by=person)
    assert Activity.objects.count() > number
    assert not Activity.objects.filter(actor=person).exists()
    assert Application.objects.filter(person=person).count() == 2
    assert str(User.objects.get(pk=person.pk)) == "Former member"


def test_published_datasheet_stays_without_her_name_and_her_drafts_go(person):
    person.erase(by=person)
    published = Practice.objects.get(author=person)
    assert (published.is_public, str(published.author), published.authors) == (True, "Former member", "")
    assert published.versions.get().authors == ""
    assert [each.authors for each in Practice.objects.exclude(author=person)] == ["Keller, B."]
    assert not Assignment.objects.filter(user=person).exists()


def test_what_she_began_for_an_organisation_stays_with_it(person):
    practice = PracticeFactory(author=person, organisation=person.organisations[0])
    person.erase(by=person)
    assert Practice.objects.filter(pk=practice.pk).exists()


def test_digests_and_the_choice_of_mails_go(person):
    assert Digest.objects.exists() and NoticeSetting.objects.exists()
    person.erase(by=person)
    assert not Digest.objects.exists() and not NoticeSetting.objects.exists()
    assert not NoticeSetting.pgh_event_model.objects.exists() and not RoomChoice.pgh_event_model.objects.exists()


def test_keys_for_programs_go(person):
    assert Key.objects.filter(person=person).exists()
    person.erase(by=person)
    assert not Key.objects.filter(person=person).exists()


def test_seat_and_affiliation_end(person, a2):
    person.erase(by=person)
    assert not person.seats.open().exists()
    assert not person.affiliations.filter(ended_at=None).exists()
    assert not Application.objects.open().filter(person=person).exists()


def test_meetings_forget_when_she_had_time_and_whether_she_came(person):
    person.erase(by=person)
    for model in (Availability, Participation, CalendarFeed):
        assert not model.objects.filter(person=person).exists()
    assert not Decision.objects.filter(owner=person).exists()
    assert not Minutes.objects.exclude(draft=None).exists()


def test_work_as_ambassador_ends_and_stays_counted(person):
    person.erase(by=person)
    assert not Ambassador.objects.open().exists()
    assert AmbassadorActivity.objects.people_reached() == 40


def test_next_request_of_every_window_is_a_visitors(person, client):
    person.erase(by=person)
    assert client.get("/en/notifications/").status_code == 302


def test_she_is_not_written_to_any_more(person, a2, mailoutbox):
    activity = a2.record("opened", by=None)
    waiting = Mail.of(Notice.objects.create(recipient=person, activity=activity, audience="person"))
    waiting.save()
    person.erase(by=person)
    from notifications.tasks import deliver

    deliver()
    assert not mailoutbox


def test_address_can_register_again(person):
    person.erase(by=person)
    assert User.objects.create_user(f"{WORD}@example.org", name="Somebody").pk != person.pk


def test_erasing_twice_changes_nothing_more(person):
    person.erase(by=person)
    before = User.objects.values().get(pk=person.pk)
    person.erase(by=person)
    after = User.objects.values().get(pk=person.pk)
    for moment_or_secret in ("erased_at", "password"):
        before.pop(moment_or_secret), after.pop(moment_or_secret)
    assert before == after


def test_limits_keep_no_address(person):
    """The cache forgets by itself; nothing of an erased person is looked up there under a readable key."""
    cache.set("probe", timezone.now().isoformat(), 5)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_cache WHERE cache_key ILIKE %s", [f"%{WORD}%"])
        assert cursor.fetchone()[0] == 0
