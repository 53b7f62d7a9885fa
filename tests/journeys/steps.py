"""What people do in several stories: knock at a door, join as an organisation, bring a colleague in."""

import re
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import expect

from partners.models import Invitation, JoiningApplication, Partner
from regions.models import Place
from tests.factories import PASSWORD
from tests.papers import PDF, picture

NEW_PASSWORD = "the soil under our feet"
ADA = "ada.moreau@solvivant.example"
KOFI = "kofi.mensah@example.org"
NAME = "Institut du Sol Vivant"
MISSING = "La déclaration n’est pas signée."
# From "Apply to join" on the first page to "my application is sent".
MOST_PAGES = 6


# Doors and forms.


def sign_in(page, email, language):
    """By password, through the site's own door."""
    page.goto(f"/{language}/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    press(page, "form:has(input[name=password])")
    page.wait_for_url(lambda url: "/login/" not in url)


def register(page, address, name="Ada Moreau"):
    """A new account with a confirmed address."""
    page.fill("input[name=name]", name)
    page.fill("input[name=email]", address)
    page.fill("input[name=password1]", NEW_PASSWORD)
    press(page, "form:has(input[name=password1])")
    page.fill("input[name=code]", code_mailed_to(address))
    press(page, "form:has(input[name=code])")


def press(page, form):
    """The main button of a form."""
    page.locator(f"{form} button[type=submit], {form} button:not([type])").first.click()
    page.wait_for_load_state()


def open_fold(page, inside):
    """Open the fold that holds `inside`, where there is one: a summary opens without a script too."""
    fold = page.locator(f"details:has({inside})")
    if fold.count() and not fold.first.evaluate("element => element.open"):
        fold.first.locator("summary").first.click()


def choose(page, box):
    """Press the words beside a box or button: they are what a finger meets."""
    name = page.locator(box).get_attribute("id")
    page.locator(f'label[for="{name}"]').first.click()
    expect(page.locator(box)).to_be_checked()


def put(page, kind, name, content):
    """Choose a file, as the browser's own window would."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.set_input_files(f"input[name={kind}]", file)


def code_mailed_to(address):
    """The code in the newest mail to `address`."""
    words = last_mail_to(address).body
    return re.search(r"^\s*([0-9A-Z]{3,4}-?[0-9A-Z]{3,4})\s*$", words, re.MULTILINE).group(1)


def last_mail_to(address):
    """The newest mail to `address`."""
    return next(message for message in reversed(mail.outbox) if message.to == [address])


class Pages:
    """The pages somebody has been shown, one after another."""

    def __init__(self, page):
        self.paths = []
        page.on("domcontentloaded", self._note)

    def _note(self, page):
        path = urlsplit(page.url).path
        if self.paths[-1:] != [path]:
            self.paths.append(path)


# An organisation joins.


def montpellier():
    """The only city these stories need of the gazetteer."""
    where = {"name": "Montpellier", "country_id": "FR", "latitude": 43.6, "longitude": 3.9, "population": 300_000}
    Place.objects.get_or_create(code=2992166, defaults=where)


def organisation_applies(page, language, *, name=NAME, address=ADA):
    """From the first page to "my application is sent", on at most six more."""
    page.goto(f"/{language}/")
    seen = Pages(page)
    page.locator('main a[href$="/partners/apply/"]').first.click()
    page.locator('main a[href*="/account/signup/"]').first.click()
    register(page, address)
    assert page.url.endswith(f"/{language}/partners/apply/organisation/")
    fill_in_organisation(page, name)
    page.locator("form#application .actions button:not([name])").click()
    page.wait_for_url("**/files/")
    send_files(page)
    page.wait_for_url("**/check/")
    expect(page.locator("main").get_by_text(name).first).to_be_visible()
    assert len(seen.paths) <= MOST_PAGES, seen.paths
    page.locator('form[action$="/check/"] button').click()
    page.wait_for_url(re.compile(r"/applications/\d+/$"))
    application = JoiningApplication.objects.get(name=name)
    assert application.status == JoiningApplication.Status.SUBMITTED
    return application


def fill_in_organisation(page, name):
    """The first step: what is needed, and the city."""
    page.fill("input[name=name]", name)
    page.select_option("select[name=type]", "research")
    choose(page, "input[name=nature][value=public]")
    page.select_option("select[name=country]", "FR")
    page.fill("input[name=place]", "Montpellier")
    choose(page, "input[name=wishes_to_be][value=member]")
    choose(page, "input[name=is_authorised]")


def send_files(page):
    """The second step: all three files at once."""
    put(page, "declaration", "declaration.pdf", PDF)
    put(page, "nature", "statutes.pdf", PDF)
    put(page, "logo", "logo.png", picture())
    page.locator("form[enctype] .actions button:not([name])").last.click()


def secretariat_asks_for_a_piece(page, application):
    """Sofia finds it on her Today page, looks at it, and asks for a signature."""
    sign_in(page, "sofia@example.org", "en")
    page.goto("/admin/")
    expect(page.get_by_text("Applications to join to be read").first).to_be_visible()
    page.goto(f"/admin/partners/joiningapplication/{application.pk}/change/")
    with page.expect_download() as download:
        page.locator('button[formaction$="/pieces/declaration/"]').click()
    assert download.value.suggested_filename == "declaration.pdf"
    page.goto(f"/admin/partners/joiningapplication/{application.pk}/ask-for-pieces/")
    page.locator("input[name=kinds][value=declaration]").check()
    page.fill("textarea[name=words]", MISSING)
    page.locator("form button.is-main").click()
    page.wait_for_url("**/change/")


def applicant_sends_what_is_missing(page, application, language):
    """Ada hears by mail what and why, sends another file, and the application once more."""
    message = last_mail_to(application.applicant.email)
    assert MISSING in message.body
    assert f'lang="{language}"' in message.alternatives[0].content
    page.goto(f"/{language}/partners/applications/{application.pk}/")
    expect(page.locator("main").get_by_text(MISSING).first).to_be_visible()
    page.locator(f'main a[href$="/applications/{application.pk}/files/"]').first.click()
    open_fold(page, "input[name=declaration]")
    put(page, "declaration", "signed.pdf", PDF)
    page.locator("form[enctype] .actions button:not([name])").last.click()
    page.wait_for_url("**/check/")
    page.locator('form[action$="/check/"] button').click()
    page.wait_for_url(re.compile(r"/applications/\d+/$"))


def secretariat_accepts(page, application, status="member"):
    """Sofia proposes it, and enters the decision when it has been taken."""
    page.goto(f"/admin/partners/joiningapplication/{application.pk}/propose/")
    page.locator(f"input[name=proposed_as][value={status}]").check()
    page.locator("form button.is-main").click()
    page.wait_for_url("**/change/")
    page.goto(f"/admin/partners/joiningapplication/{application.pk}/accept/")
    page.locator(f"input[name=status][value={status}]").check()
    page.locator("input[name=body][value=bureau]").check()
    page.fill("input[name=decided_on]", "2026-01-20")
    page.fill("input[name=reference]", "Bureau 2026/1")
    page.locator("form button.is-main").click()
    page.wait_for_url("**/change/")


def organisation_stands_in_the_list(page, language, *, name=NAME):
    """In the list, with its page; and the applicant, who speaks for it, may manage its people."""
    partner = Partner.objects.get(name=name)
    page.goto(f"/{language}/partners/?q=sol+vivant")
    page.locator(f'main a[href="/{language}/partners/{partner.slug}/"]').first.click()
    expect(page.locator("h1").get_by_text(name)).to_be_visible()
    page.goto(f"/{language}/partners/{partner.slug}/people/")
    expect(page.locator("main").get_by_text("Ada Moreau").first).to_be_visible()


# A colleague comes in.


def focal_point_invites(page, people, language):
    """From the page of her people, by name and address."""
    page.goto(people)
    page.locator('main a[href$="/people/invite/"], header a[href$="/people/invite/"]').first.click()
    page.fill("input[name=email]", KOFI)
    page.fill("input[name=name]", "Kofi Mensah")
    page.select_option("select[name=language]", language)
    press(page, "form:has(input[name=email])")
    page.wait_for_url(lambda url: url.endswith(people))
    expect(page.locator("main").get_by_text("Kofi Mensah").first).to_be_visible()


def stranger_signs_up_by_the_link(page, language):
    """The link of the mail, sign-up, the code, and back to the invitation."""
    letter = last_mail_to(KOFI)
    assert f'lang="{language}"' in letter.alternatives[0].content
    link = re.search(r"https://platform\.example(/\S+/invitations/\S+)", letter.body).group(1)
    page.goto(link)
    assert Invitation.objects.get().status == Invitation.Status.SENT
    page.locator('main a[href*="/account/signup/"]').first.click()
    register(page, KOFI, "Kofi Mensah")
    page.wait_for_url(lambda url: "/invitations/" in url)


def colleague_enters_the_hub(page, language, organisation):
    """One click more, and she is inside."""
    press(page, "main form:has(button.button)")
    page.wait_for_url(lambda url: url.endswith(f"/{language}/hub/"))
    expect(page.locator("main, .with-aside").get_by_text(organisation).first).to_be_visible()
    assert Invitation.objects.get().status == Invitation.Status.ACCEPTED
