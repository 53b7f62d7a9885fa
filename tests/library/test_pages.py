"""The pages of the library: lists, a work, its files, adding and taking away."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from library.filters import PATHS
from library.models import Download, Work
from notifications.models import Notice
from spaces.models import Space
from tests.factories.library import WorkFactory, africa, paper
from tests.papers import upload

pytestmark = pytest.mark.django_db

LIST = "/en/spaces/region-africa/library/"
TYPED = {"type": "guide", "language": "en", "title": "Trees on farms", "licence": "cc-by"}


def text(response):
    return response.content.decode()


def questions(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.fixture
def reader(client, bruno):
    client.force_login(bruno)
    return client


def test_lists_show_what_the_reader_may_see(reader, a2, amina):
    WorkFactory(title="Open to partners")
    WorkFactory(title="Of the task force", by=amina, space=a2.space)
    WorkFactory(title="Taken away", reason="Wrong.")
    for path in ("/en/library/", LIST):
        page = text(reader.get(path))
        assert "Open to partners" in page
        assert "Of the task force" not in page and "Taken away" not in page


def test_visitors_see_what_lies_in_public_rooms(client):
    work = WorkFactory(title="For everybody", upload=paper())
    assert "For everybody" not in text(client.get("/en/library/"))
    assert client.get(work.get_absolute_url()).status_code == 302
    Space.objects.filter(pk=work.space_id).update(audience="public")
    for path in ("/en/library/", LIST, work.get_absolute_url()):
        assert "For everybody" in text(client.get(path))
    assert client.get(work.versions.get().read_url).status_code == 200
    page = text(client.get(work.get_absolute_url()))
    assert str(work.added_by) not in page


def test_lists_and_details_ask_no_more_for_more_rows(reader, bruno):
    work = WorkFactory(by=bruno, upload=paper())
    paths = ["/en/library/", LIST, f"{LIST}?q=soils&language=en&type=guide", work.get_absolute_url()]
    before = [questions(reader, path) for path in paths]
    assert max(before[:3]) <= 8 and before[3] <= 13
    for _number in range(4):
        WorkFactory(by=bruno)
    for language in ("fr", "es", "pt"):
        work.add_language(language, address="https://a.example/", by=bruno)
    assert [questions(reader, path) for path in paths] == before


def test_overview_of_the_room_names_the_newest(reader):
    WorkFactory(title="Trees on farms")
    assert "Trees on farms" in text(reader.get("/en/spaces/region-africa/"))


def test_work_is_added_as_a_file(reader, bruno):
    response = reader.post(f"{LIST}add/", TYPED | {"file": upload(name="Trees.pdf"), "objectives": ["A2"]})
    work = Work.objects.get()
    assert response["Location"] == work.get_absolute_url()
    assert work.added_by == bruno
    assert work.versions.get().stored.name == "Trees.pdf"
    page = text(reader.get(work.get_absolute_url()))
    assert "Trees.pdf" in page and "A2 Project Development" in page and "CC BY 4.0" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({}, "Send a file or give a web address, not both."),
        ({"file": "x", "address": "https://a.example/"}, "Send a file or give a web address, not both."),
        ({"address": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"address": "ftp://a.example/x"}, "Give an address that begins with https:// or http://."),
        ({"address": "https://a.example/", "title": ""}, "This field is required."),
        ({"address": "https://a.example/", "year": "99999999999999999999"}, "2100"),
        ({"address": "https://a.example/", "doi": "nonsense"}, "This is not a DOI."),
        ({"address": "https://a.example/", "objectives": "Z9"}, "Select a valid choice."),
        ({"address": "https://a.example/", "type": "nonsense"}, "Select a valid choice."),
        ({"file": "broken"}, "This PDF is damaged"),
    ],
)
def test_bad_input_is_told_beside_the_field(reader, wrong, sentence):
    wrong = dict(wrong)
    if "file" in wrong:
        wrong["file"] = upload() if wrong["file"] == "x" else upload(b"%PDF-1.4 cut")
    response = reader.post(f"{LIST}add/", TYPED | wrong)
    assert response.status_code == 200 and sentence in text(response)
    assert "Trees on farms" in text(response) or not wrong.get("title", "x")
    assert not Work.objects.exists()


def test_twin_is_named_before_anything_is_kept(reader):
    twin = WorkFactory(title="Trees on small farms", doi="10.1016/x.1")
    posted = TYPED | {"title": "Trees on small farms", "address": "https://a.example/"}
    page = text(reader.post(f"{LIST}add/", posted))
    assert twin.get_absolute_url() in page and Work.objects.count() == 1
    reader.post(f"{LIST}add/", posted | {"nevertheless": "yes"})
    assert Work.objects.count() == 2


def test_friend_and_visitor_do_not_enter(client, victor):
    work = WorkFactory(upload=paper())
    paths = [LIST, f"{LIST}add/", work.get_absolute_url(), work.versions.get().read_url]
    assert {client.get(path).status_code for path in paths} == {302}
    client.force_login(victor)
    assert {client.get(path).status_code for path in paths} == {404}


def test_file_is_read_by_whom_the_room_lets_in_at_this_moment(reader, bruno):
    version = WorkFactory(upload=paper("Guide.pdf")).versions.get()
    response = reader.get(version.read_url)
    assert response.getvalue().startswith(b"%PDF-")
    assert response["Content-Disposition"] == 'attachment; filename="Guide.pdf"'
    bruno.affiliations.get().end(by=None)
    assert reader.get(version.read_url).status_code == 404


def test_file_of_a_withdrawn_work_and_of_an_address_are_not_there(reader, sofia):
    work = WorkFactory(upload=paper())
    linked, version = WorkFactory().versions.get(), work.versions.get()
    assert reader.get(f"{LIST}files/{linked.pk}/").status_code == 404
    work.withdraw("Wrong.", by=sofia)
    assert reader.get(version.read_url).status_code == 404
    assert reader.get(version.read_url.replace("region-africa", "region-asia")).status_code == 404


def test_downloads_are_counted_without_people(reader, django_capture_on_commit_callbacks):
    version = WorkFactory(upload=paper()).versions.get()
    with django_capture_on_commit_callbacks(execute=True):
        reader.get(version.read_url)
        reader.get(version.read_url)
        reader.head(version.read_url)
        reader.get(version.read_url, HTTP_RANGE="bytes=10-")
        reader.get(f"{LIST}files/987654321/")
    download = Download.objects.get()
    assert (download.version, download.number, download.month.day) == (version, 2, 1)
    assert "2 downloads" in text(reader.get(LIST))
    assert "2 downloads" in text(reader.get(version.work.get_absolute_url()))


def test_work_is_taken_along_as_bibtex_and_ris(reader):
    work = WorkFactory(title="Trees on farms", authors="Diallo, A.")
    path = f"{work.get_absolute_url()}cite/"
    bib, ris = reader.get(f"{path}?kind=bib"), reader.get(f"{path}?kind=ris")
    assert "author = {Diallo, A.}" in text(bib) and "TI  - Trees on farms" in text(ris)
    assert bib["Content-Disposition"] == f'attachment; filename="library-{work.pk}.bib"'
    assert reader.get(path).status_code == reader.get(f"{path}?kind=exe").status_code == 400


def test_adder_corrects_it(reader, bruno):
    work = WorkFactory(by=bruno, title="Tree on farms")
    path = f"{work.get_absolute_url()}change/"
    assert "Tree on farms" in text(reader.get(path))
    posted = {"type": "note", "licence": "cc0", "title_en": "Trees", "title_fr": "Arbres", "regions": ["africa"]}
    assert reader.post(path, posted).status_code == 302
    work.refresh_from_db()
    assert (work.type, work.titles, work.regions.get().slug) == ("note", ["Trees", "Arbres"], "africa")
    assert "title in one language" in text(reader.post(path, posted | {"title_en": "", "title_fr": ""}))


def test_adder_brings_a_language_and_a_newer_version(reader, bruno):
    work = WorkFactory(by=bruno)
    path = f"{work.get_absolute_url()}version/"
    first = work.versions.get()
    assert reader.post(path, {"language": "fr", "title": "Sols", "file": upload()}).status_code == 302
    assert "Select a valid choice" in text(reader.post(path, {"language": "fr", "address": "https://a.example/"}))
    assert reader.post(f"{path}?replaces={first.pk}", {"file": upload()}).status_code == 302
    assert "replaced this version meanwhile" in text(
        reader.post(f"{path}?replaces={first.pk}", {"address": "https://a.example/"})
    )
    assert list(work.versions.values_list("language", "number", "is_current")) == [
        ("en", 2, True),
        ("en", 1, False),
        ("fr", 1, True),
    ]
    for nonsense in ("987654321", "x", "9" * 50):
        assert reader.get(f"{path}?replaces={nonsense}").status_code == 404


def test_withdrawn_work_says_why(reader, bruno, sofia):
    work = WorkFactory(by=bruno, title="Trees on farms", upload=paper("Secret.pdf"))
    assert reader.post(f"{work.get_absolute_url()}withdraw/", {"reason": "Figures were wrong."}).status_code == 302
    page = text(reader.get(work.get_absolute_url()))
    assert "Figures were wrong." in page and "Trees on farms" in page and "Secret.pdf" not in page
    assert reader.get(f"{work.get_absolute_url()}cite/?kind=bib").status_code == 404
    assert reader.post(f"{work.get_absolute_url()}restore/").status_code == 403
    reader.force_login(sofia)
    assert reader.post(f"{work.get_absolute_url()}restore/").status_code == 302
    assert Work.objects.visible_to(bruno).kept().exists()


def test_colleague_of_the_room_changes_nothing_of_others(reader):
    work = WorkFactory()
    for verb in ("change", "version", "withdraw"):
        assert reader.get(f"{work.get_absolute_url()}{verb}/").status_code == 403
        assert reader.post(f"{work.get_absolute_url()}{verb}/").status_code == 403


def test_verbs_take_post_only(reader):
    work = WorkFactory(reason="Wrong.")
    assert reader.get(f"{work.get_absolute_url()}restore/").status_code == 405
    assert reader.post(work.get_absolute_url()).status_code == 405
    assert not Notice.objects.filter(recipient=work.added_by).exists()


def test_titles_are_shown_in_the_readers_language(reader, bruno):
    work = WorkFactory(by=bruno, title="Trees on farms")
    work.add_language("fr", title="Arbres dans les fermes", address="https://a.example/", by=bruno)
    assert "Arbres dans les fermes" in text(reader.get("/fr/library/"))
    assert '<h1 lang="en">' in text(reader.get(f"/es/spaces/{africa().slug}/library/{work.pk}/"))


BAD = ["\x00", "%00", "9" * 400, "-1", "1.5", "null", "\u202eevil", "A" * 5000, "'; --", "٣", "é" * 300]


@pytest.mark.parametrize("value", BAD, ids=lambda value: repr(value[:8]))
def test_nonsense_is_answered(reader, bruno, value):
    work = WorkFactory(by=bruno)
    page = work.get_absolute_url()
    for path in ("/en/library/", LIST):
        assert reader.get(path, dict.fromkeys(("q", *PATHS, "sort"), value)).status_code < 500
        assert reader.get(path, {"page": value}).status_code < 500
    assert reader.get(f"{page}version/", {"replaces": value}).status_code in (400, 404)
    assert reader.get(f"{page}cite/", {"kind": value}).status_code == 400
    fields = (*TYPED, "authors", "publisher", "doi", "abstract", "key", "objectives", "themes", "address", "seen")
    for path in (f"{LIST}add/", f"{page}change/", f"{page}version/"):
        assert reader.post(path, dict.fromkeys(fields, value)).status_code < 500
    posted = TYPED | {"address": "https://a.example/", "nevertheless": "yes", "title": value, "key": value}
    assert reader.post(f"{LIST}add/", posted).status_code < 500


@pytest.mark.parametrize("number", ["0", "987654321", "9" * 20, "9" * 400])
def test_number_of_nothing_is_not_found(reader, number):
    for path in (f"{LIST}{number}/", f"{LIST}files/{number}/", f"{LIST}{number}/version/"):
        assert reader.get(path).status_code == 404
