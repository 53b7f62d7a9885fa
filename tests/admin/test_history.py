"""Who changed what, when and from where, before and after."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core.admin_history import Change, Entry, history_of
from partners.models import Partner
from tests.factories import PartnerFactory


def test_verb_in_the_admin_shows_who_where_before_and_after(client, sofia):
    partner = PartnerFactory()
    client.force_login(sofia)
    client.post(reverse("admin:partners_partner_suspend", args=[partner.pk]), {"reason": "Unpaid."})
    history = history_of(partner)
    assert "Suspended" in {entry.what for entry in history if entry.person == sofia and entry.source == "admin"}
    stored = next(entry for entry in history if entry.address.endswith("/suspend/"))
    assert (stored.person, stored.source) == (sofia, "admin")
    changes = {change.field: (change.before, change.after) for change in stored.changes}
    assert changes["status"] == ("partner", "suspended")
    assert changes["reason"] == ("", "Unpaid.")
    page = client.get(reverse("admin:partners_partner_history", args=[partner.pk])).content.decode()
    assert "<del>partner</del>" in page
    assert "Sofia Lindqvist" in page


def test_verb_and_its_change_are_one_act_of_one_person(sofia, victor):
    moment = timezone.now()
    change = Entry(moment, person=sofia, source="admin", kind="Changed", changes=[Change("status", "a", "b")])
    suspended = Entry(moment + timedelta(milliseconds=9), person=sofia, source="admin", verbs=["Suspended"])
    assert change.is_one_act_with(suspended)
    change.add(suspended)
    assert (change.what, len(change.changes)) == ("Suspended", 1)
    assert not change.is_one_act_with(Entry(moment, person=victor, source="admin"))
    assert not change.is_one_act_with(Entry(moment + timedelta(minutes=1), person=sofia, source="admin"))
    assert not Entry(moment, source="command").is_one_act_with(Entry(moment, source="command"))


def test_changes_past_every_verb_are_seen_too(sofia):
    partner = PartnerFactory(name="Before")
    Partner.objects.filter(pk=partner.pk).update(name="After")
    entry = history_of(partner)[0]
    assert [(change.before, change.after) for change in entry.changes] == [("Before", "After")]
    assert (entry.person, entry.source) == (None, "command or job")


def test_edit_of_a_person_is_recorded_without_the_password(client, sofia, victor):
    client.force_login(sofia)
    User.objects.filter(pk=victor.pk).update(password="changed", name="Victor B.")
    entry = history_of(victor)[0]
    assert [change.field for change in entry.changes] == ["name"]


def test_texts_show_each_language_once(client, sofia):
    from core.models import Theme

    theme = Theme.objects.first()
    theme.name_fr = "Nouveau"
    theme.save()
    assert [change.after for change in history_of(theme)[0].changes] == ["Nouveau"]


def test_deleted_or_unknown_object_leads_to_the_first_page(client, sofia):
    client.force_login(sofia)
    assert client.get(reverse("admin:partners_partner_history", args=[999_999])).status_code == 302
