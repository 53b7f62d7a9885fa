"""The pages of the sheet: read by everybody, written by focal points, in three languages, without a script."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from core.models import Activity
from partners.models import Partner, Sheet
from regions.models import Country
from tests.factories import AffiliationFactory, PartnerFactory
from tests.papers import logo, picture, upload
from tests.partners.sheets import WHOLE, files, published

SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)> javascript:alert(1) https://evil.example/'


@pytest.fixture
def at(amina, cast):
    """Addresses of the pages about AFRIS: at("sheet")."""
    return lambda name: reverse(f"partners:{name}", args=[cast.afris.slug])


def form_of(client, page):
    """What the form of the page carries along unseen."""
    context = client.get(page).context
    return {"seen": context["seen"], "pen": context["pen"]}


def sheet_of(cast):
    return Sheet.objects.get(partner=cast.afris)


def html(response):
    return response.content.decode()


def test_focal_point_writes_looks_and_publishes(client, amina, cast, at):
    client.force_login(amina)
    typed = WHOLE | form_of(client, at("sheet")) | {"then": "preview"}
    preview = client.post(at("sheet"), typed, follow=True)
    assert preview.redirect_chain[-1][0] == at("sheet-preview")
    assert "presentation in en" in html(preview)
    assert "presentation in en" not in html(client.get(at("detail")))
    page = client.post(at("sheet-publish"), {"seen": preview.context["sheet"].stamp}, follow=True)
    for words in ("The sheet is published.", "short in en", "services in en", "Agroforestry", "Senegal", "Wolof"):
        assert words in html(page)
    assert sheet_of(cast).contents == WHOLE


def test_draft_survives_and_is_gone_on_with(client, amina, at):
    client.force_login(amina)
    client.post(at("sheet"), {"short_fr": "Nous faisons", "themes": ["agroforestry"]} | form_of(client, at("sheet")))
    page = html(client.get(at("sheet")))
    assert "Nous faisons" in page and "It is not published yet" in page
    assert 'value="agroforestry" id="id_themes_agroforestry" checked' in page
    client.post(at("sheet-discard"))
    assert "Nous faisons" not in html(client.get(at("sheet")))


def test_reading_the_form_writes_nothing(client, amina, at):
    client.force_login(amina)
    client.get(at("sheet"))
    assert not Sheet.objects.exists()


def test_autosave_keeps_words_and_says_when_it_cannot(client, amina, at):
    client.force_login(amina)
    mine, others = form_of(client, at("sheet")), form_of(client, at("sheet"))
    for words in ("One", "One and two"):
        assert client.post(at("sheet-autosave"), {"short_en": words} | mine).status_code == 204
    assert Sheet.objects.get().written["short_en"] == "One and two"
    assert client.post(at("sheet-autosave"), {"short_en": "Other"} | others).status_code == 409
    assert client.post(at("sheet-autosave"), {"short_en": "x" * 301} | mine).status_code == 422
    assert client.get(at("sheet-autosave")).status_code == 405


def test_whoever_was_slower_loses_nothing(client, amina, cast, at):
    client.force_login(amina)
    mine = form_of(client, at("sheet"))
    published(cast.afris, {"short_en": "Published meanwhile", "languages": ["sw"]})
    answer = client.post(at("sheet"), {"short_en": "My words", "then": "publish"} | mine)
    page = html(answer)
    for words in ("Nothing is lost", "My words", "Published meanwhile", "Swahili"):
        assert words in page
    assert sheet_of(cast).short_en == "Published meanwhile"
    again = {"seen": answer.context["seen"], "pen": answer.context["pen"]}
    client.post(at("sheet"), {"short_en": "My words and theirs", "then": "publish"} | again)
    assert sheet_of(cast).short_en == "My words and theirs"


def test_second_press_of_publish_says_that_it_is_done(client, amina, cast, at):
    client.force_login(amina)
    typed = {"short_en": "We grow soil.", "then": "publish"} | form_of(client, at("sheet"))
    client.post(at("sheet"), typed)
    assert "nothing to publish" in html(client.post(at("sheet"), typed, follow=True))
    assert Activity.objects.about(sheet_of(cast)).filter(verb="published").count() == 1


def test_preview_that_is_no_longer_true_is_not_published(client, amina, cast, at):
    sheet = Sheet.of(cast.afris)
    sheet.save_draft({"short_en": "Seen"}, by=amina)
    seen = sheet.stamp
    sheet.save_draft({"short_en": "Not seen"}, by=amina)
    client.force_login(amina)
    assert "Somebody else has changed" in html(client.post(at("sheet-publish"), {"seen": seen}, follow=True))
    assert not sheet_of(cast).is_filled


def test_files_are_drafted_shown_and_taken_away(client, amina, cast, at):
    client.force_login(amina)
    sent = {"logo": logo(), "poster": upload()} | form_of(client, at("sheet"))
    client.post(at("sheet"), sent)
    assert client.get(at("sheet-logo"))["Content-Type"] == "image/png"
    assert client.get(at("logo")).status_code == 404
    sheet_of(cast).publish(by=amina)
    client.logout()
    shown = client.get(at("logo"))
    assert "public" in shown["Cache-Control"] and "sandbox" in shown["Content-Security-Policy"]
    assert "attachment" in client.get(at("poster"))["Content-Disposition"]
    assert f"{at('logo')}?v=" in html(client.get(at("detail")))
    client.force_login(amina)
    client.post(at("sheet"), {"remove_logo": "on", "then": "publish"} | form_of(client, at("sheet")))
    assert client.get(at("logo")).status_code == 404


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("logo", upload(), "Please send a JPEG, PNG or WebP file"),
        ("logo", upload(b"<svg/>", "logo.svg"), "Please send a JPEG, PNG or WebP file"),
        ("poster", upload(b"<html><script>alert(1)</script>", "poster.pdf"), "cannot be taken"),
    ],
)
def test_files_of_other_kinds_are_refused_at_the_field(client, amina, at, name, file, words):
    client.force_login(amina)
    page = client.post(at("sheet"), {name: file, "short_en": "Typed"} | form_of(client, at("sheet")))
    assert words in " ".join(page.context["form"].errors[name])
    assert "Typed" in html(page)
    assert not Sheet.objects.filter(draft__isnull=False).exists()


def test_logo_is_made_small(client, amina, cast, at):
    from PIL import Image

    client.force_login(amina)
    large = upload(picture(size=(1500, 700)), "logo.png")
    client.post(at("sheet"), {"logo": large} | form_of(client, at("sheet")))
    assert Image.open(sheet_of(cast).draft_logo.file).size == (480, 224)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("short_en", "x" * 301),
        ("presentation_fr", "x" * 5001),
        ("needs_es", "x" * 3001),
        ("themes", "forged"),
        ("countries", "ZZ"),
        ("languages", "xx"),
        ("languages", "9" * 500),
    ],
)
def test_bad_input_is_a_sentence_at_the_field(client, amina, at, field, value):
    client.force_login(amina)
    page = client.post(at("sheet"), {field: value, "activities_en": "Typed"} | form_of(client, at("sheet")))
    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {field}
    assert "Typed" in html(page)
    assert not Sheet.objects.filter(draft__isnull=False).exists()


@pytest.mark.parametrize("unseen", [{}, {"seen": "x" * 9000, "pen": "y" * 9000}, {"seen": "2020-01-01 \0"}])
def test_forged_unseen_fields_overtake_nobody(client, amina, cast, at, unseen):
    published(cast.afris, {"short_en": "Published"})
    client.force_login(amina)
    page = client.post(at("sheet"), {"short_en": "Forged", "then": "publish"} | unseen)
    assert page.status_code == 200 and "Nothing is lost" in html(page)
    assert sheet_of(cast).short_en == "Published"


def test_what_is_written_is_text(client, amina, cast, at):
    published(cast.afris, {name: SCRIPT[:300] for name in WHOLE if name.endswith("_en")})
    for person in (None, amina):
        if person:
            client.force_login(person)
        page = html(client.get(at("detail")))
        assert "<script>alert" not in page and "<img src=x" not in page
        assert 'href="https://evil' not in page
    assert "<script>alert" not in html(client.get(at("sheet")))


def test_text_in_another_language_says_so(client, amina, cast, at):
    published(cast.afris, {"short_en": "Shown in English", "presentation_fr": "En français"})
    page = html(client.get(at("detail").replace("/en/", "/es/")))
    assert 'lang="en">Shown in English' in page
    assert 'lang="fr"><p>En français' in page
    assert 'class="notice"' in page
    assert 'class="notice"' not in html(client.get(reverse("partners:detail", args=[PartnerFactory().slug])))


@pytest.mark.parametrize("name", ["sheet", "sheet-preview", "sheet-logo", "sheet-poster"])
def test_pages_are_closed_to_strangers_colleagues_and_other_focal_points(client, cast, at, carla, name):
    Sheet.of(cast.afris).save_draft(WHOLE, by=None, files=files())
    colleague = AffiliationFactory(partner=cast.afris).person
    assert client.get(at(name)).url.startswith(reverse("account_login"))
    for person in (colleague, carla):
        client.force_login(person)
        assert client.get(at(name)).status_code == 403


@pytest.mark.parametrize("name", ["sheet", "sheet-autosave", "sheet-publish", "sheet-discard"])
def test_verbs_are_refused_to_the_wrong_people(client, cast, at, carla, name):
    Sheet.of(cast.afris).save_draft(WHOLE, by=None)
    client.force_login(carla)
    assert client.post(at(name), {"short_en": "Carla"}).status_code == 403
    assert sheet_of(cast).written == WHOLE and not sheet_of(cast).is_filled


def test_right_to_write_ends_with_the_affiliation(client, amina, at):
    client.force_login(amina)
    mine = form_of(client, at("sheet"))
    amina.affiliations.get().end(by=None)
    assert client.post(at("sheet"), {"short_en": "Too late"} | mine).status_code == 403


def test_files_of_an_organisation_out_of_force_are_hidden(client, amina, cast, at):
    published(cast.afris, files=files())
    Partner.objects.filter(pk=cast.afris.pk).update(status="suspended")
    assert client.get(at("logo")).status_code == 404
    client.force_login(amina)
    assert "public" not in client.get(at("logo"))["Cache-Control"]
    assert client.get(at("sheet")).status_code == 403


def test_score_is_shown_to_own_people_only(client, amina, cast, at):
    published(cast.afris, {"short_en": "We grow soil."})
    assert "% complete" not in html(client.get(at("detail")))
    colleague = AffiliationFactory(partner=cast.afris).person
    for person in (colleague, amina):
        client.force_login(person)
        page = html(client.get(at("detail")))
        assert "15 % complete" in page and "Present your organisation." in page
        assert (at("sheet") in page) == (person == amina)
    client.force_login(amina)
    assert "15 % complete" in html(client.get(at("sheet")))


def test_queries_do_not_grow(client, amina, cast, at, django_assert_max_num_queries):
    countries = list(Country.objects.values_list("pk", flat=True)[:60])
    client.force_login(amina)
    numbers = []
    for some in (countries[:2], countries):
        published(cast.afris, WHOLE | {"countries": some}, files=files())
        Sheet.of(cast.afris).save_draft(WHOLE | {"short_en": "Draft"}, by=amina)
        for name in ("detail", "sheet", "sheet-preview"):
            client.get(at(name))
            with django_assert_max_num_queries(12) as queries:
                client.get(at(name))
            numbers.append((name, len(queries)))
    assert numbers[:3] == numbers[3:]


def test_words_of_a_draft_are_found_by_nobody(client, victor, cast):
    published(cast.fundacion, {"short_en": "Shown"}).save_draft({"short_en": "zanzibarite"}, by=None)
    for person in (None, victor):
        if person:
            client.force_login(person)
        assert "zanzibarite" not in html(client.get(reverse("partners:detail", args=[cast.fundacion.slug])))
        assert "Fundación Suelo" not in html(client.get(reverse("partners:list"), {"q": "zanzibarite"}))
        assert "Fundación Suelo" in html(client.get(reverse("partners:list"), {"q": "shown"}))


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_publish_once():
    from django.core.management import call_command

    call_command("load_reference", verbosity=0)
    sheet = Sheet.of(PartnerFactory())
    for number in range(20):
        sheet.save_draft({"short_en": f"Words {number}"}, by=None)
        assert sorted(at_once(sheet)) == ["nothing", "published"]
    assert Activity.objects.about(sheet).filter(verb="published").count() == 20


def at_once(sheet):
    """What each of two people got who pressed the button together."""
    start, outcomes = threading.Barrier(2), []

    def publish():
        mine = Sheet.objects.get(pk=sheet.pk)
        start.wait()
        try:
            mine.publish(by=None)
            outcomes.append("published")
        except ValidationError:
            outcomes.append("nothing")
        finally:
            connection.close()

    threads = [threading.Thread(target=publish) for _person in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
