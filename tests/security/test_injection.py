"""Names and titles cannot shape mail headers, log lines, pages or cells."""

import logging
from email import message_from_bytes, policy

import pgtrigger
import pytest
import structlog
from django.core import mail

from accounts.forms import ProfileForm
from accounts.models import User
from home.checking import findings
from notifications.models import Mail, Notice
from notifications.tasks import deliver
from partners.models import Partner
from taskforces.models import Question
from tests.factories import ApplicationFactory, PartnerFactory

pytestmark = pytest.mark.django_db

NASTY = "Evil\r\nBcc: everybody@example.org\r\n\r\nBody"
SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'
TEMPLATE = "{{ settings.SECRET_KEY }}{% debug %}{% include 'x' %}"


def mails_about(application, sender):
    """The mails that follow when the sender asks the applicant something."""
    Notice.objects.announce(application.record("asked", by=sender).pk)
    Notice.objects.announce(application.record("submitted", by=application.person).pk)
    Mail.objects.update(due_at="2020-01-01T00:00:00Z")
    deliver()
    assert mail.outbox
    return mail.outbox


@pytest.mark.parametrize("name", [NASTY, SCRIPT, TEMPLATE, "a\u2028b\x0bc\x1cd", "=?utf-8?q?x=0D=0A?=", '"x" <a@b.c>,'])
def test_name_stays_inside_the_subject(amina, victor, name):
    User.objects.filter(pk__in=[amina.pk, victor.pk]).update(name=name[:120])
    application = ApplicationFactory(person=User.objects.get(pk=victor.pk))
    application.ask("Since when?", by=User.objects.get(pk=amina.pk))
    for message in mails_about(application, User.objects.get(pk=amina.pk)):
        parsed = message_from_bytes(message.message().as_bytes(), policy=policy.default)
        assert parsed["Bcc"] is None and parsed["Cc"] is None
        assert len(parsed.get_all("To")) == len(parsed.get_all("Subject")) == 1
        assert "\n" not in message.subject and "\r" not in message.subject
        html = parsed.get_body(preferencelist=("html",)).get_content()
        assert "<script" not in html and "<img" not in html
        assert "only-for-tests" not in html


def test_newline_in_a_name_is_refused_or_taken_out(client, victor):
    client.force_login(victor)
    posted = {"name": NASTY, "country": "BR", "language": "es", "time_zone": "UTC"}
    client.post("/en/account/profile/", posted)
    assert "\n" not in User.objects.get(pk=victor.pk).name
    assert "\r" not in User.objects.get(pk=victor.pk).name
    assert not ProfileForm(posted | {"name": "a\x00b"}, instance=victor).is_valid()


def test_address_with_a_newline_gets_no_mail(client):
    for address in ("a@example.org\r\nBcc: b@example.org", "a@example.org\nx", "a@example.org,b@example.org"):
        client.post("/en/account/password/reset/", {"email": address})
        client.post("/en/account/login/code/", {"email": address})
        client.post("/en/account/signup/", {"name": "A", "email": address, "password1": "a long enough sentence"})
    assert not mail.outbox


def test_log_lines_stay_lines(client, caplog):
    """What is asked for is logged by Django with its line breaks escaped."""
    with caplog.at_level(logging.WARNING):
        client.get("/en/nowhere%0d%0aERROR:%20forged/")
        client.get("/en/partners/", HTTP_USER_AGENT="x\r\nforged")
    assert all("\n" not in record.getMessage() and "\r" not in record.getMessage() for record in caplog.records)


def test_structured_log_keeps_one_line_for_an_event():
    line = structlog.processors.JSONRenderer()(None, "warning", {"event": "bell_not_rung", "name": NASTY})
    assert "\n" not in line


@pytest.mark.parametrize("text", [SCRIPT, TEMPLATE])
def test_what_people_write_is_shown_as_they_wrote_it(client, amina, victor, sofia, text):
    """In the pages of those who decide, of the applicant, of the public and of the secretariat."""
    User.objects.filter(pk=victor.pk).update(name=text[:120])
    partner = PartnerFactory(name=text, acronym=text[:30], website="https://example.org/")
    application = ApplicationFactory(person=User.objects.get(pk=victor.pk), answers={"motivation": text})
    application.ask(text, by=amina)
    declined = ApplicationFactory(answers={"motivation": text})
    declined.decline(reason=text, by=amina)
    pages = {
        amina: [
            "/en/task-forces/a2/applications/",
            "/en/task-forces/a2/applications/?show=decided",
            application.get_absolute_url(),
            declined.get_absolute_url(),
            "/en/home/",
        ],
        victor: [application.get_absolute_url(), "/en/home/", "/en/account/profile/"],
        sofia: [
            f"/admin/taskforces/application/{application.pk}/change/",
            f"/admin/taskforces/application/{application.pk}/history/",
            f"/admin/accounts/user/{victor.pk}/change/",
            "/admin/taskforces/application/",
            "/admin/partners/partner/",
            "/admin/core/activity/",
            "/admin/",
            f"/admin/partners/partner/{partner.pk}/change/",
            f"/admin/search/?s={text[:5]}",
            partner.get_absolute_url(),
            "/en/partners/",
        ],
    }
    for person, paths in pages.items():
        client.force_login(person)
        for path in paths:
            page = client.get(path)
            assert page.status_code == 200, path
            text_of_page = page.content.decode()
            assert "<script>alert" not in text_of_page, path
            assert "<img src=x" not in text_of_page, path
            assert "only-for-tests" not in text_of_page, path


def test_question_of_a_form_is_no_html(client, victor):
    """Whoever edits the joining form writes text: help and label of a question are escaped."""
    with pgtrigger.ignore("taskforces.Question:published_question_is_frozen"):
        Question.objects.filter(key="motivation").update(help_en=SCRIPT, label_en=SCRIPT)
    client.force_login(victor)
    page = client.get("/en/task-forces/a2/join/").content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page and "<img src=x" not in page


def test_help_of_the_password_is_still_a_list(client):
    page = client.get("/en/account/signup/").content.decode()
    assert "&lt;ul&gt;" not in page and "&lt;li&gt;" not in page


@pytest.mark.parametrize("website", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)"])
def test_website_of_an_organisation_is_no_script(client, sofia, cast, website):
    client.force_login(sofia)
    partner = cast.fundacion
    posted = {"name": partner.name, "type": partner.type, "nature": partner.nature, "country": "ES"}
    client.post(f"/admin/partners/partner/{partner.pk}/change/", posted | {"slug": partner.slug, "website": website})
    assert Partner.objects.get(pk=partner.pk).website == ""


def test_website_that_reached_the_database_otherwise_is_found(client, cast):
    """The content policy would not let it run; the check of the data says that it is there."""
    Partner.objects.filter(pk=cast.fundacion.pk).update(website="javascript:alert(1)")
    policy = client.get(cast.fundacion.get_absolute_url())["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert [finding.sentence for finding in findings()] == [
        f"organisation {cast.fundacion.pk} has a website that is no web address"
    ]
