"""Two rows for one organisation: what hangs on one moves to the other, for good."""

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from colleges.models import College, Placement
from core.models import Activity
from home.checking import findings
from messaging.models import Block, Conversation
from notifications.models import Notice
from partners.models import Affiliation, Agreement, Invitation, MailDomain, Partner, Sheet
from partners.models.merging import what_moves
from tests.factories import AffiliationFactory, ConversationFactory, PartnerFactory, UserFactory
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return PartnerFactory(name="Institut des sols", acronym="IS", website="https://sols.example.org")


@pytest.fixture
def new():
    return PartnerFactory(name="Institut du sol")


def merge(old, new, by=None):
    old.merge_into(new, by=by, reason="Entered twice.")
    old.refresh_from_db()
    new.refresh_from_db()


def test_what_hangs_on_it_moves(old, new, sofia):
    person = AffiliationFactory(partner=old, is_focal_point=True).person
    AffiliationFactory(partner=old, status="ended")
    Invitation.objects.create(partner=old, email="new@example.org")
    MailDomain.objects.create(partner=old, domain="sols.example.org")
    Agreement.objects.create(partner=old, kind="grant", title="Grant", starts_on=date(2024, 1, 1))
    conversation = ConversationFactory(partner=old)
    conversation.block(by=person)
    Placement.place(old, College.objects.get(number=1), reason="A donor.", by=sofia)
    Sheet.of(old)
    merge(old, new, by=sofia)
    assert what_moves(old) == []
    assert dict(what_moves(new)).keys() >= {"People", "Invitations", "Mail domains", "Agreements", "Sheet"}
    assert new.affiliations.count() == 2
    assert person in new.focal_points
    assert Conversation.objects.get().partner == Block.objects.get().partner == Placement.objects.get().partner == new


def test_datasheets_and_what_was_published_of_them_follow(old, new):
    person = AffiliationFactory(partner=old, is_focal_point=True).person
    practice = PracticeFactory(author=person, organisation=old, status="published")
    merge(old, new)
    practice.refresh_from_db()
    assert practice.organisation == practice.versions.get().organisation == new
    assert what_moves(old) == []


def test_merged_row_has_left_and_stands_in_no_list(client, old, new, sofia):
    merge(old, new, by=sofia)
    assert (old.status, old.merged_into, old.status_reason) == ("left", new, "Entered twice.")
    assert old not in Partner.objects.in_force()
    client.force_login(sofia)
    assert old.get_absolute_url() not in client.get(reverse("partners:list"), {"q": "Institut"}).content.decode()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_old_address_leads_to_the_new_one_for_good(client, old, new, sofia, language):
    merge(old, new)
    for person in (None, sofia):
        if person:
            client.force_login(person)
        response = client.get(f"/{language}/partners/{old.slug}/")
        assert (response.status_code, response.url) == (301, f"/{language}/partners/{new.slug}/")


ABOUT_IT = [
    "place",
    "people",
    "invite",
    "maildomain-create",
    "logo",
    "poster",
    "sheet",
    "sheet-preview",
    "sheet-logo",
    "sheet-poster",
]


@pytest.mark.parametrize("name", [f"partners:{each}" for each in ABOUT_IT] + ["messaging:write"])
def test_whatever_a_link_could_carry_leads_on(client, old, new, sofia, name):
    person = AffiliationFactory(partner=old, is_focal_point=True).person
    merge(old, new)
    for reader in (person, sofia):
        client.force_login(reader)
        response = client.get(reverse(name, args=[old.slug]), {"from": "mail"})
        assert (response.status_code, response.url) == (301, reverse(name, args=[new.slug]) + "?from=mail")
        assert client.head(reverse(name, args=[old.slug])).status_code == 301


@pytest.mark.parametrize("name", ["logo", "poster"])
def test_pictures_lead_strangers_on(client, old, new, name):
    merge(old, new)
    response = client.get(f"/fr/partners/{old.slug}/{name}/")
    assert (response.status_code, response.url) == (301, f"/fr/partners/{new.slug}/{name}/")


@pytest.mark.parametrize("name", ["people", "sheet", "invite"])
def test_strangers_sign_in_before_they_are_led_on(client, old, new, name):
    merge(old, new)
    response = client.get(reverse(f"partners:{name}", args=[old.slug]))
    assert response.status_code == 302 and "login" in response.url


def test_what_is_sent_to_an_old_address_is_not_led_on(client, old, new, victor):
    merge(old, new)
    client.force_login(victor)
    for name in ("affiliation-request", "sheet", "place", "invite"):
        assert client.post(reverse(f"partners:{name}", args=[old.slug])).status_code == 404
    assert client.post(reverse("messaging:write", args=[old.slug])).status_code == 404


def test_chain_of_addresses_leads_to_its_end_in_one_step(client, old, new):
    last = PartnerFactory(name="Soil Institute")
    merge(old, new)
    merge(new, last)
    assert client.get(f"/en/partners/{old.slug}/").url == last.get_absolute_url()
    assert client.get(f"/en/partners/{new.slug}/").url == last.get_absolute_url()


def test_unknown_address_stays_unknown(client):
    assert client.get("/en/partners/nobody-here/").status_code == 404


def test_who_belongs_to_both_keeps_the_older_tie(old, new):
    person, now = UserFactory(), timezone.now()
    older = AffiliationFactory(person=person, partner=old, requested_at=now - timedelta(days=9), is_focal_point=True)
    younger = AffiliationFactory(person=person, partner=new, requested_at=now)
    merge(old, new)
    older.refresh_from_db()
    younger.refresh_from_db()
    assert (older.partner, older.status, older.is_focal_point) == (new, "active", True)
    assert (younger.status, younger.is_focal_point) == ("ended", False)


def test_speaking_for_either_is_speaking_for_the_new_one(old, new):
    person, now = UserFactory(), timezone.now()
    asked = AffiliationFactory(
        person=person, partner=new, requested_at=now - timedelta(days=9), status=Affiliation.Status.REQUESTED
    )
    AffiliationFactory(person=person, partner=old, requested_at=now, is_focal_point=True, started_at=now)
    merge(old, new)
    asked.refresh_from_db()
    assert (asked.status, asked.is_focal_point, asked.started_at) == ("active", True, now)
    assert person.affiliations.filter(status__in=Affiliation.OPEN).count() == 1


def test_request_to_both_stays_a_request(old, new):
    person = UserFactory()
    for partner in (old, new):
        AffiliationFactory(person=person, partner=partner, status=Affiliation.Status.REQUESTED)
    merge(old, new)
    assert person.affiliations.get(status__in=Affiliation.OPEN).status == "requested"


def test_address_invited_by_both_is_invited_once(old, new):
    for partner, email in ((old, "New@example.org"), (new, "new@example.org")):
        Invitation.objects.create(partner=partner, email=email)
    merge(old, new)
    assert sorted(new.invitations.values_list("status", flat=True)) == ["sent", "withdrawn"]


def test_person_blocked_by_both_is_blocked_once(old, new, victor):
    for partner in (old, new):
        Block.objects.create(partner=partner, person=victor)
    merge(old, new)
    assert Block.objects.get().partner == new


def test_sheet_and_facts_of_the_new_one_stay_and_are_filled(old, new):
    old.joined_on, new.joined_on = date(2017, 4, 1), date(2021, 4, 1)
    old.save()
    new.save()
    Sheet.objects.create(partner=old, short_en="Old words", services_en="Soil tests", languages=["fr"])
    Sheet.objects.create(partner=new, short_en="New words")
    merge(old, new)
    sheet = Sheet.objects.get(partner=new)
    assert (sheet.short_en, sheet.services_en, sheet.languages) == ("New words", "Soil tests", ["fr"])
    assert (new.name, new.acronym, new.website) == ("Institut du sol", "IS", "https://sols.example.org")
    assert new.joined_on == date(2017, 4, 1)


def test_new_ones_placement_stays(old, new, sofia):
    for partner, number in ((old, 1), (new, 2)):
        Placement.place(partner, College.objects.get(number=number), reason="So.", by=sofia)
    merge(old, new)
    assert new.placement.college.number == 2


def test_commercial_body_does_not_become_a_member(old):
    company = PartnerFactory(name="Sols SA", type="company", nature="commercial")
    Partner.objects.filter(pk=old.pk).update(status="member")
    merge(Partner.objects.get(pk=old.pk), company)
    assert company.status == "partner"


def test_people_of_both_hear_of_it_once(old, new, sofia, django_capture_on_commit_callbacks):
    both, other = AffiliationFactory(partner=old).person, AffiliationFactory(partner=new).person
    AffiliationFactory(partner=new, person=both)
    with django_capture_on_commit_callbacks(execute=True):
        merge(old, new, by=sofia)
    assert Activity.objects.about(old).get(verb="merged").data["into"] == new.pk
    assert sorted(Notice.objects.values_list("recipient", flat=True)) == sorted([both.pk, other.pk])


# -- What cannot be


def test_organisation_is_not_merged_into_itself(new):
    with pytest.raises(ValidationError, match="into itself"):
        new.merge_into(Partner.objects.get(pk=new.pk), by=None, reason="So.")


def test_merged_organisation_is_neither_merged_nor_merged_into(old, new):
    merge(old, new)
    third = PartnerFactory()
    with pytest.raises(ValidationError, match="merged already"):
        old.merge_into(third, by=None, reason="So.")
    with pytest.raises(ValidationError, match="third one"):
        third.merge_into(old, by=None, reason="So.")


@pytest.mark.parametrize("status", ["candidate", "suspended", "left"])
def test_people_in_force_do_not_lose_their_rights_by_it(old, new, status):
    Partner.objects.filter(pk=new.pk).update(status=status)
    with pytest.raises(ValidationError, match="lose their rights"):
        old.merge_into(new, by=None, reason="So.")
    assert Partner.objects.get(pk=old.pk).status == "partner"


def test_database_refuses_a_merged_organisation_in_force(old, new):
    merge(old, new)
    with pytest.raises(IntegrityError), transaction.atomic():
        Partner.objects.filter(pk=old.pk).update(status="partner")


def test_merged_organisation_is_never_admitted_again(old, new, sofia):
    merge(old, new)
    with pytest.raises(ValidationError):
        old.admit("partner", by=sofia)


def test_check_finds_what_still_hangs_on_a_merged_row(old, new):
    merge(old, new)
    assert not [each for each in findings() if "merged" in str(each)]
    AffiliationFactory(partner=old)
    assert [each for each in findings() if f"organisation {old.pk} was merged" in str(each)]


# -- The page of the secretariat


def merge_url(partner):
    return reverse("admin:partners_partner_merge", args=[partner.pk])


def test_secretariat_sees_what_moves_and_then_merges(client, old, new, sofia):
    AffiliationFactory(partner=old)
    client.force_login(sofia)
    first = client.get(merge_url(old)).content.decode()
    assert f"?other={new.pk}" in first, "similar organisations come first"
    posted = {"other": new.pk, "reason": "Entered twice."}
    preview = client.post(merge_url(old), posted)
    assert "People: 1" in preview.content.decode()
    assert "There is no way back." in preview.content.decode()
    assert not Partner.objects.get(pk=old.pk).is_merged
    done = client.post(merge_url(old), posted | {"confirmed": new.pk})
    assert done.url == reverse("admin:partners_partner_change", args=[new.pk])
    assert Partner.objects.get(pk=old.pk).merged_into == new


def test_confirmation_of_something_else_shows_the_preview_again(client, old, new, sofia):
    client.force_login(sofia)
    client.post(merge_url(old), {"other": new.pk, "reason": "So.", "confirmed": PartnerFactory().pk})
    assert not Partner.objects.get(pk=old.pk).is_merged


@pytest.mark.parametrize("other", ["", "nobody", "999999", "9" * 30, "old"])
def test_wrong_choice_gets_a_sentence_and_keeps_the_reason(client, old, sofia, other):
    client.force_login(sofia)
    response = client.post(merge_url(old), {"other": old.pk if other == "old" else other, "reason": "Kept words"})
    assert response.status_code == 200
    assert response.context["form"].errors["other"]
    assert "Kept words" in response.content.decode()


@pytest.mark.parametrize("other", ["x", "9" * 40, "-1", "٣"])
def test_forged_suggestion_counts_for_nothing(client, old, sofia, other):
    client.force_login(sofia)
    assert client.get(merge_url(old), {"other": other}).status_code == 200


def test_reason_is_asked_for(client, old, new, sofia):
    client.force_login(sofia)
    response = client.post(merge_url(old), {"other": new.pk, "reason": "", "confirmed": new.pk})
    assert response.context["form"].errors["reason"]
    assert not Partner.objects.get(pk=old.pk).is_merged


# -- Two at once


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_two_merges_crosswise_make_one():
    from django.core.management import call_command

    call_command("load_reference", "--no-places", verbosity=0)
    for _round in range(10):
        pair = PartnerFactory(), PartnerFactory()
        for partner in pair:
            AffiliationFactory(partner=partner)
        outcomes = crosswise([partner.pk for partner in pair])
        assert sorted(outcomes) == ["merged", "refused"]
        assert Partner.objects.filter(pk__in=[each.pk for each in pair], merged_into=None).count() == 1
        assert Partner.objects.get(pk__in=[each.pk for each in pair], merged_into=None).affiliations.count() == 2


def crosswise(keys):
    """What became of A into B and B into A, begun together."""
    start, outcomes = threading.Barrier(2), []

    def run(first, second):
        old, new = Partner.objects.get(pk=first), Partner.objects.get(pk=second)
        start.wait()
        try:
            old.merge_into(new, by=None, reason="The same.")
            outcomes.append("merged")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in (keys, keys[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
