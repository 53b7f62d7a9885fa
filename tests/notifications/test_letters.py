"""Letters to people without an account: the same queue, the same care, an address that is forgotten."""

from datetime import timedelta

import pytest
from django.core.mail import get_connection
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from core import announcing
from core.announcing import Addressee
from notifications.models import Mail, Notice
from notifications.tasks import announce, deliver
from partners.models import Invitation
from tests.factories import PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db

NADIA = Addressee("nadia@example.org", "fr", "Nadia Haddad")


@pytest.fixture
def invitation(cast):
    """An invitation to Nadia, who has no account and reads French."""
    return Invitation.objects.create(
        partner=PartnerFactory(name="Soil Institute"), email=NADIA.email, name=NADIA.name, language=NADIA.language
    )


@pytest.fixture
def letter(invitation, monkeypatch):
    """The letter about it, which waits."""
    return told_to(monkeypatch, invitation, NADIA).get()


def signed_part(invitation):
    """What is secret in her link, without the moment it was made."""
    return invitation.token.split(":")[0]


def told_to(monkeypatch, invitation, *addressees):
    """The letters that follow when `addressees` hear of `invitation`."""
    declared = [("invited", addressee) for addressee in addressees]
    monkeypatch.setitem(announcing._addressees, "partners.invitation.invited", lambda activity: declared)
    activity = invitation.record("invited", by=None)
    Notice.objects.announce(activity.pk)
    return Mail.objects.letters().filter(activity=activity)


def test_letter_arrives_in_the_addressees_language_with_the_link(sink, letter, invitation):
    deliver()
    [message] = sink.messages
    assert sink.recipients == [["nadia@example.org"]]
    assert message["Message-ID"] == letter.message_id == f"<letter-{letter.pk}@platform.example>"
    text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert f"https://platform.example/fr/partners/invitations/{signed_part(invitation)}" in text
    assert "Soil Institute" in text
    assert 'lang="fr"' in html
    assert reverse("accounts:profile") not in html
    letter.refresh_from_db()
    assert (letter.status, letter.attempts) == (Mail.Status.SENT, 1)


def test_link_of_the_letter_is_stored_nowhere(letter, invitation):
    assert signed_part(invitation) not in str(list(Mail.objects.values())) + str(letter.happening.data)


def test_announcing_twice_makes_one_letter(sink, letter):
    announce(letter.activity_id)
    announce(letter.activity_id)
    assert Mail.objects.letters().count() == len(sink.messages) == 1


def test_each_address_hears_once_however_it_is_written(invitation, monkeypatch):
    letters = told_to(monkeypatch, invitation, NADIA, Addressee("Nadia@Example.org", "en"), Addressee("x@y.org", "es"))
    assert sorted(letters.values_list("email", "language")) == [("nadia@example.org", "fr"), ("x@y.org", "es")]


def test_refused_letter_waits_and_leaves_later(sink, letter):
    sink.refuses = True
    deliver()
    letter.refresh_from_db()
    assert letter.status == Mail.Status.WAITING and "451" in letter.error
    Mail.objects.update(due_at=timezone.now())
    sink.refuses = False
    deliver()
    assert len(sink.messages) == 1


def test_letter_about_something_that_is_gone_is_dropped(sink, letter, invitation):
    invitation.delete()
    deliver()
    letter.refresh_from_db()
    assert letter.status == Mail.Status.DROPPED and sink.messages == []


def test_mail_is_for_a_notice_or_for_an_address_never_both(letter, notice_to, victor):
    mail = notice_to(victor)
    for wrong in ({"email": NADIA.email}, {"activity": letter.activity}, {"notice": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Mail.objects.filter(pk=mail.pk).update(**wrong)


def test_one_activity_writes_to_an_address_once(letter):
    with pytest.raises(IntegrityError), transaction.atomic():
        Mail.objects.create(activity=letter.activity, audience="invited", email="NADIA@example.org", language="fr")


@pytest.mark.parametrize(
    ("days", "status", "kept"),
    [(31, "sent", False), (31, "failed", False), (31, "waiting", True), (29, "sent", True)],
)
def test_address_is_forgotten_after_thirty_days(letter, days, status, kept):
    from accounts.tasks import tidy

    Mail.objects.update(created_at=timezone.now() - timedelta(days=days), status=status, error=f"refused {NADIA.email}")
    tidy()
    tidy()
    letter.refresh_from_db()
    assert (letter.email, letter.name) == ((NADIA.email, NADIA.name) if kept else ("", ""))
    assert bool(letter.error) == kept


def test_letter_whose_address_is_forgotten_is_never_sent_again(sink, letter, sofia):
    Mail.objects.update(status=Mail.Status.FAILED, email="", name="")
    letter.refresh_from_db()
    letter.settle(arrived=False, by=sofia)
    deliver()
    letter.refresh_from_db()
    assert letter.status == Mail.Status.DROPPED and sink.messages == []


def test_whoever_takes_an_account_sees_the_letter_in_her_data_and_forgets_it(letter):
    nadia = UserFactory(email=NADIA.email)
    [held] = nadia.personal_data()["letters"]
    assert (held["email"], held["name"], held["language"]) == (NADIA.email, NADIA.name, "fr")
    nadia.erase(by=nadia)
    assert not Mail.objects.letters().exists()


def test_secretariat_finds_the_letter_by_its_address(client, letter, sofia):
    client.force_login(sofia)
    url = reverse("admin:notifications_mail_changelist")
    assert "Nadia Haddad &lt;nadia@example.org&gt;" in client.get(url, {"q": "nadia@"}).content.decode()
    Mail.objects.update(email="", name="")
    assert "An address that has been forgotten" in client.get(url).content.decode()
    detail = client.get(reverse("admin:notifications_mail_change", args=[letter.pk])).content.decode()
    assert letter.message_id.strip("<>") in detail


def test_claimed_mail_asks_little(letter, notice_to, victor, django_assert_max_num_queries, mailoutbox):
    notice_to(victor)
    deliver()  # reads once what each process remembers
    Mail.objects.update(status=Mail.Status.WAITING)
    for _mail in range(2):
        # A savepoint and its release are two of them.
        with django_assert_max_num_queries(9):
            Mail.objects.claim().send(connection=get_connection())
    assert len(mailoutbox) == 4
