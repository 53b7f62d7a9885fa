"""Colleagues are invited by mail: a link, an account of one's own, a button."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.models import Activity
from core.source import acting_from
from notifications.models import Mail, Notice
from notifications.tasks import deliver
from partners.models import Affiliation, Invitation
from partners.models.inviting import MOST_PER_DAY
from partners.personal_data import forget_old_invitations
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory

ADDRESS = "kofi@example.org"


@pytest.fixture
def page(amina, cast):
    """The address of the form."""
    return reverse("partners:invite", args=[cast.afris.slug])


@pytest.fixture
def people(cast):
    return reverse("partners:people", args=[cast.afris.slug])


@pytest.fixture
def invitation(amina, cast):
    return Invitation.objects.invite(cast.afris, email=ADDRESS, name="Kofi Mensah", language="fr", by=amina)


def verb(name, invitation):
    return reverse(f"partners:invitation-{name}", args=[invitation.pk])


def now(invitation):
    return Invitation.objects.get(pk=invitation.pk)


def letter_of(activity):
    """The mail that follows from an activity."""
    Notice.objects.announce(activity.pk)
    deliver()
    return mail.outbox[-1]


def test_focal_point_invites_and_sees_it_in_the_list(client, amina, page, people):
    client.force_login(amina)
    response = client.post(page, {"email": ADDRESS, "name": "Kofi Mensah", "language": "fr"}, follow=True)
    assert response.redirect_chain[-1][0] == people
    html = response.content.decode()
    assert "Kofi Mensah" in html and ADDRESS in html and "valid until" in html
    assert Invitation.objects.get().invited_by == amina


def test_mail_is_written_in_the_language_asked_for_and_holds_the_link(invitation):
    letter = letter_of(Activity.objects.about(invitation).get())
    assert letter.to == [ADDRESS]
    assert f"https://platform.example/fr/partners/invitations/{invitation.token}/" in letter.body
    assert 'lang="fr"' in letter.alternatives[0].content


def test_nothing_secret_is_stored(invitation):
    token = invitation.token
    assert token not in str(Invitation.objects.values().get())
    Notice.objects.announce(Activity.objects.about(invitation).get().pk)
    assert token not in str(list(Mail.objects.values()) + list(Activity.objects.values()))


def test_opening_the_link_does_nothing_the_button_does(client, cast, invitation):
    kofi = UserFactory(email=ADDRESS)
    client.force_login(kofi)
    assert "Yes, I work here" in client.get(invitation.answer_path).content.decode()
    assert not kofi.is_partner
    response = client.post(invitation.answer_path)
    assert response.url == reverse("home:hub")
    affiliation = kofi.affiliations.get()
    assert (affiliation.partner, affiliation.status, affiliation.is_focal_point) == (cast.afris, "active", False)
    assert now(invitation).accepted_by == kofi


def test_link_works_once(client, invitation):
    kofi = UserFactory(email=ADDRESS)
    client.force_login(kofi)
    client.post(invitation.answer_path)
    kofi.affiliations.get().end(by=None)
    again = client.post(invitation.answer_path)
    assert again.status_code == 410
    assert "You have accepted this invitation" in again.content.decode()
    assert not kofi.is_partner


def test_visitor_is_led_to_sign_up_and_back(client, invitation):
    html = client.get(invitation.answer_path).content.decode()
    assert f"{reverse('account_signup')}?next={quote(invitation.answer_path)}" in html
    assert "k…@example.org" in html and ADDRESS not in html
    assert client.post(invitation.answer_path).url.startswith(reverse("account_login"))


def test_another_address_cannot_accept(client, victor, invitation):
    client.force_login(victor)
    assert "sent to another address" in client.get(invitation.answer_path).content.decode()
    assert client.post(invitation.answer_path).status_code == 403
    with pytest.raises(ValidationError, match="another address"):
        invitation.accept(by=victor)
    assert not victor.is_partner


@pytest.mark.parametrize("who", ["sofia", "amina"])
def test_nobody_accepts_for_her(client, cast, invitation, who):
    client.force_login(getattr(cast, who))
    assert client.post(invitation.answer_path).status_code == 403


def test_unconfirmed_address_cannot_accept(client, invitation):
    kofi = UserFactory(email=ADDRESS)
    kofi.emailaddress_set.update(verified=False)
    with pytest.raises(ValidationError, match="another address"):
        invitation.accept(by=kofi)


def test_expired_withdrawn_and_older_links_are_dead(client, amina, invitation, time_machine):
    client.force_login(UserFactory(email=ADDRESS))
    old = invitation.answer_path
    time_machine.move_to(timezone.now() + timedelta(days=11), tick=False)
    expired = client.post(old)
    assert (expired.status_code, "valid for ten days" in expired.content.decode()) == (410, True)
    invitation.send_again(by=amina)
    assert "newer invitation" in client.post(old).content.decode()
    assert client.get(invitation.answer_path).status_code == 200
    invitation.withdraw(by=amina)
    withdrawn = client.post(invitation.answer_path)
    assert (withdrawn.status_code, "withdrawn" in withdrawn.content.decode()) == (410, True)
    assert not Affiliation.objects.filter(person__email=ADDRESS).exists()


def test_invitation_of_a_suspended_organisation_opens_nothing(client, sofia, cast, invitation):
    cast.afris.suspend(by=sofia, reason="A doubt.")
    kofi = UserFactory(email=ADDRESS)
    client.force_login(kofi)
    assert client.post(invitation.answer_path).status_code == 410
    with pytest.raises(ValidationError):
        invitation.accept(by=kofi)


@pytest.mark.parametrize("token", ["forged", "1", "a:b:c", "ImEi:1wXyZ:abc", "%00", "9" * 3000])
def test_forged_links_lead_nowhere(client, victor, token):
    client.force_login(victor)
    for response in (
        client.get(f"/en/partners/invitations/{token}/"),
        client.post(f"/en/partners/invitations/{token}/"),
    ):
        assert response.status_code == 404


def test_invited_focal_point_speaks_for_it_at_once(client, amina, cast, people):
    invitation = Invitation.objects.invite(cast.afris, email=ADDRESS, is_focal_point=True, by=amina)
    kofi = UserFactory(email=ADDRESS)
    client.force_login(kofi)
    client.post(invitation.answer_path)
    assert client.get(people).status_code == 200


def test_whoever_had_asked_is_confirmed_by_it(cast, amina, invitation):
    kofi = UserFactory(email=ADDRESS)
    Affiliation.objects.request(kofi, cast.afris, by=kofi)
    invitation.accept(by=kofi)
    assert kofi.affiliations.get().status == "active"


def test_focal_points_are_told_that_it_was_accepted(amina, invitation):
    kofi = UserFactory(email=ADDRESS, name="Kofi Mensah")
    invitation.accept(by=kofi)
    Notice.objects.announce(Activity.objects.get(verb="accepted").pk)
    assert "Kofi Mensah now belongs to AFRIS" in amina.notices.get().wording.title


def test_invitation_stands_among_the_duties(client, invitation):
    kofi = UserFactory(email=ADDRESS)
    client.force_login(kofi)
    html = client.get(reverse("home:duties")).content.decode()
    assert "Answer an invitation" in html and "One thing waits for you" in html
    invitation.accept(by=kofi)
    assert "Answer an invitation" not in client.get(reverse("home:duties")).content.decode()


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ({}, "This field is required."),
        ({"email": "no address", "language": "en"}, "Enter a valid email address."),
        ({"email": f"{'a' * 300}@example.org", "language": "en"}, "at most 254 characters"),
        ({"email": "a@example.org", "language": "xx"}, "Select a valid choice."),
        ({"email": "a@example.org", "language": "en", "name": "x" * 121}, "at most 120 characters"),
    ],
)
def test_wrong_input_is_answered_beside_the_field_and_kept(client, amina, page, posted, words):
    client.force_login(amina)
    response = client.post(page, posted)
    assert response.status_code == 200
    html = response.content.decode()
    assert words in html
    assert posted.get("email", "") in html
    assert not Invitation.objects.exists()


def test_forged_fields_are_not_read(client, amina, page, cast):
    client.force_login(amina)
    other = PartnerFactory()
    client.post(
        page,
        {"email": ADDRESS, "language": "en", "partner": other.pk, "status": "accepted", "accepted_by": amina.pk},
    )
    invitation = Invitation.objects.get()
    assert (invitation.partner, invitation.status, invitation.accepted_by) == (cast.afris, "sent", None)


def test_same_address_is_invited_once(client, amina, page, invitation):
    client.force_login(amina)
    html = client.post(page, {"email": ADDRESS.upper(), "language": "en"}).content.decode()
    assert "has already been invited" in html
    assert Invitation.objects.count() == 1


def test_whether_an_address_has_an_account_does_not_show(client, amina, page, cast):
    """A stranger, somebody with an account, a colleague: the same answer, by the same questions."""
    client.force_login(amina)
    AffiliationFactory(partner=cast.afris, person=UserFactory(email="colleague@example.org"))
    UserFactory(email="somebody@example.org")
    client.get(page)
    answers, numbers = [], []
    for address in ("stranger@example.org", "somebody@example.org", "colleague@example.org"):
        with CaptureQueriesContext(connection) as queries:
            response = client.post(page, {"email": address, "language": "en"})
        numbers.append(len(queries))
        answers.append((response.status_code, response.url))
    assert len(set(answers)) == len(set(numbers)) == 1


def test_limit_per_day_is_said_in_words(client, amina, page, cast, time_machine):
    for number in range(MOST_PER_DAY):
        Invitation.objects.invite(cast.afris, email=f"new{number}@example.org", by=amina)
    client.force_login(amina)
    html = client.post(page, {"email": ADDRESS, "language": "en"}).content.decode()
    assert "30 invitations within a day" in html and ADDRESS in html
    with pytest.raises(ValidationError, match="30 invitations"):
        Invitation.objects.first().send_again(by=amina)
    Invitation.objects.invite(PartnerFactory(), email=ADDRESS, by=None)
    with acting_from("import"):
        Invitation.objects.invite(cast.afris, email=ADDRESS, by=None)
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1), tick=False)
    Invitation.objects.first().send_again(by=amina)


def test_nobody_is_pestered(client, amina, page, invitation):
    """Sent, sent again twice; withdrawing and inviting anew is no way around."""
    for _time in range(2):
        invitation.send_again(by=amina)
    client.force_login(amina)
    assert "has got 3 invitations" in client.post(verb("send-again", invitation), follow=True).content.decode()
    invitation.withdraw(by=amina)
    html = client.post(page, {"email": ADDRESS.upper(), "language": "en"}).content.decode()
    assert "has got 3 invitations" in html
    assert not Invitation.objects.unanswered().exists()


def test_focal_point_withdraws_and_sends_again(client, amina, people, invitation):
    client.force_login(amina)
    before = invitation.token
    assert client.post(verb("send-again", invitation)).url == people
    assert now(invitation).token != before
    client.post(verb("withdraw", invitation))
    assert now(invitation).status == "withdrawn"
    assert "has been withdrawn" in client.post(verb("withdraw", invitation), follow=True).content.decode()
    assert "has been withdrawn" in client.post(verb("send-again", invitation), follow=True).content.decode()


@pytest.mark.parametrize("name", ["withdraw", "send-again"])
def test_invitations_of_others_are_out_of_reach(client, carla, amina, bruno, invitation, name):
    for person in (carla, bruno):
        client.force_login(person)
        assert client.post(verb(name, invitation)).status_code == 404
    client.force_login(amina)
    assert client.get(verb(name, invitation)).status_code == 405


def test_form_is_closed_to_strangers_colleagues_and_other_focal_points(client, cast, page, carla):
    assert client.get(page).url.startswith(reverse("account_login"))
    for person in (AffiliationFactory(partner=cast.afris).person, carla):
        client.force_login(person)
        assert client.get(page).status_code == client.post(page, {"email": ADDRESS}).status_code == 403
    client.force_login(carla)
    assert client.get(reverse("partners:invite", args=["nowhere"])).status_code == 404


def test_form_takes_no_other_methods(client, amina, page):
    client.force_login(amina)
    assert client.put(page).status_code == client.delete(page).status_code == 405


def test_secretariat_invites_too(client, sofia, page):
    client.force_login(sofia)
    assert client.post(page, {"email": ADDRESS, "language": "es", "is_focal_point": "on"}).status_code == 302
    assert Invitation.objects.get().is_focal_point


def test_organisation_that_is_suspended_invites_nobody(cast, amina, sofia):
    cast.afris.suspend(by=sofia, reason="A doubt.")
    with pytest.raises(ValidationError, match="not an active partner"):
        Invitation.objects.invite(cast.afris, email=ADDRESS, by=amina)


def test_page_of_the_invited_asks_few_questions(client, invitation, django_assert_max_num_queries):
    client.force_login(UserFactory(email=ADDRESS))
    client.get(invitation.answer_path)
    with django_assert_max_num_queries(12):
        client.get(invitation.answer_path)


def test_old_invitations_are_forgotten_with_their_history(invitation, amina, time_machine):
    fresh = Invitation.objects.invite(invitation.partner, email="fresh@example.org", by=amina)
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=timezone.now() - timedelta(days=91))
    forget_old_invitations()
    assert list(Invitation.objects.all()) == [fresh]
    assert not Invitation.pgh_event_model.objects.filter(email=ADDRESS).exists()


def test_erasure_forgets_whom_she_was_invited_as(amina, invitation):
    kofi = UserFactory(email=ADDRESS)
    invitation.accept(by=kofi)
    kofi.erase(by=kofi)
    assert not Invitation.objects.exists()
    other = Invitation.objects.invite(invitation.partner, email="other@example.org", by=amina)
    amina.erase(by=amina)
    assert now(other).invited_by is None
