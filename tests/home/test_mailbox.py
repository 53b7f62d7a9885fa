import pytest
from django.core.mail import EmailMessage, get_connection
from django.urls import path

from config.urls import urlpatterns as of_the_site
from home.mailbox import Mailbox

# The suite keeps its mails in memory, so its site has no mailbox: these addresses have one.
urlpatterns = [path("mailbox/", Mailbox.as_view(), name="mailbox"), *of_the_site]


@pytest.fixture
def mailbox(settings, tmp_path, db):
    settings.ROOT_URLCONF = __name__
    settings.MAILBOX_URL = "/mailbox/"
    settings.EMAIL_FILE_PATH = tmp_path / "mailbox"
    return settings.EMAIL_FILE_PATH


def send(folder, subject, body):
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=folder)
    EmailMessage(subject, body, to=["victor@example.org"], connection=connection).send()


def test_an_empty_mailbox_says_how_it_fills(client, mailbox):
    assert "No mail yet" in client.get("/mailbox/").content.decode()


def test_mails_are_read_in_the_browser(client, mailbox):
    send(mailbox, "Votre code", "Voici : <b>ABC123</b>\nhttps://platform.example/fr/")
    page = client.get("/mailbox/").content.decode()
    assert "Votre code" in page and "victor@example.org" in page
    assert "&lt;b&gt;ABC123" in page, "a mail is text here, never markup"
    assert 'href="https://platform.example/fr/"' in page
    assert client.post("/mailbox/").status_code == 405


def test_a_house_that_sends_mails_has_no_mailbox(client, mailbox, settings):
    settings.MAILBOX_URL = ""
    assert client.get("/mailbox/").status_code == 404
    assert client.get("/").status_code == 302


def test_the_site_of_the_suite_has_none(client, db):
    assert client.get("/mailbox/").status_code == 404
