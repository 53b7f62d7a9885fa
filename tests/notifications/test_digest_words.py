"""What the weekly digest says."""

from datetime import UTC, date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone, translation

from accounts.models import User
from core import coming as coming_module
from core.coming import Coming
from home.duties import Waiting
from notifications.tasks import write_digests
from partners.models import Agreement, Partner
from tests.factories import AffiliationFactory, PartnerFactory
from tests.notifications.mondays import joined_long_ago, sent


def test_it_says_what_the_page_says_in_the_same_order(sink, reader, client):
    write_digests()
    [message] = sent(sink, reader)
    client.force_login(reader)
    page = client.get(reverse("home:duties"))
    with translation.override(reader.language):
        entries = Waiting(reader).entries
        expected = [[str(entry.duty.title), entry.duty.about, entry.acting.name] for entry in entries]
    assert [duty.about for duty in page.context["duties"]] == [about for _title, about, _role in expected]
    for part in ("plain", "html"):
        text = message.get_body((part,)).get_content()
        places = [text.index(about) for _title, about, _role in expected]
        assert places == sorted(places) and len(expected) == 4
        for title, _about, role in expected:
            assert title in text and role in text


def test_it_is_written_in_the_readers_language_and_time(sink, reader):
    User.objects.filter(pk=reader.pk).update(language="es", time_zone="America/Sao_Paulo")
    write_digests(datetime(2026, 3, 2, 10, 5, tzinfo=UTC).isoformat())
    [message] = sent(sink, reader)
    html = message.get_body(("html",)).get_content()
    assert 'lang="es"' in html and "/es/home/" in html
    assert "America/Sao_Paulo" in html and "05:00" in html, "until eight in Greenwich"


def test_it_tells_what_comes(sink, reader, monkeypatch):
    starts_at = timezone.now() + timedelta(days=5)  # Saturday, 8:00

    def meetings(user, until):
        if user == reader and starts_at < until:
            yield Coming("Meeting of A2", "Project\r\nDevelopment", starts_at, "/en/task-forces/a2/")
            yield Coming("A day", "without an hour", date(2026, 3, 4), "/en/task-forces/a2/")

    monkeypatch.setitem(coming_module._kinds, "test.meetings", meetings)
    write_digests()
    text = sent(sink, reader)[0].get_body(("plain",)).get_content()
    assert "WHAT COMES IN THE NEXT 14 DAYS" in text
    assert "Project Development" in text and "7 March 2026, 08:00 (UTC)" in text
    assert text.index("A day") < text.index("Meeting of A2")
    assert "https://platform.example/en/task-forces/a2/" in text


def test_what_comes_is_reason_enough(sink, victor, clock, monkeypatch):
    joined_long_ago(victor, time_zone="UTC", language="en")

    def meetings(user, until):
        if user == victor:
            yield Coming("Meeting of A2", "A2", until, "/en/task-forces/a2/")

    monkeypatch.setitem(coming_module._kinds, "test.meetings", meetings)
    write_digests()
    assert sent(sink, victor)[0]["Subject"] == "Your week: what comes"


def test_the_secretariat_reads_which_agreements_end_and_nobody_else_does(sink, sofia, victor, clock):
    for person in (sofia, victor):
        joined_long_ago(person, time_zone="UTC", language="en")
    Agreement.objects.create(
        partner=PartnerFactory(name="Sol vivant"),
        kind="grant",
        title="A grant",
        starts_on=date(2025, 1, 1),
        ends_on=date(2026, 3, 10),
    )
    write_digests()
    assert "A grant · Sol vivant" in sent(sink, sofia)[0].get_body(("plain",)).get_content()
    assert not sent(sink, victor)


def test_of_very_much_it_tells_fifteen_and_where_the_rest_is(sink, reader):
    afris = Partner.objects.get(name="AFRIS")
    for number in range(60):
        AffiliationFactory(person__name=f"{'Very long name ' * 7}{number}", partner=afris, status="requested")
    write_digests()
    [message] = sent(sink, reader)
    html, text = (message.get_body((part,)).get_content() for part in ("html", "plain"))
    assert html.count("<li>") == 15 and "And 49 more" in html and "And 49 more" in text
    assert len(message.as_bytes()) < 60 * 1024
    assert message["Subject"] == "Your week: 64 things wait for you"


def test_it_holds_what_people_wrote_as_text_only(sink, reader):
    User.objects.filter(name="Old Request").update(name='<script>alert(1)</script>\r\nBcc: a@example.org"')
    write_digests()
    [message] = sent(sink, reader)
    assert message["Bcc"] is None
    html = message.get_body(("html",)).get_content()
    assert "<script" not in html and "&lt;script&gt;" in html
    assert html.count("http") == html.count("https://platform.example/")


def test_it_tells_nothing_the_reader_may_no_longer_see(sink, reader, a2, sofia):
    a2.seats.get(person=reader).end(by=sofia)
    write_digests()
    text = sent(sink, reader)[0].get_body(("plain",)).get_content()
    assert "Old Request" not in text and "New Colleague" in text
