"""Works: who adds and looks after them, one record for all languages, versions of which none is lost."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.models import Activity, StoredFile
from library.models import Version, Work
from library.models.limits import VERSIONS_A_DAY
from notifications.models import Notice
from spaces.models import Membership
from tests.factories import partner_person
from tests.factories.library import WorkFactory, africa, paper

pytestmark = pytest.mark.django_db


def moderator_of(space):
    person = partner_person()
    space.admit(person, role=Membership.Role.MODERATOR, by=None)
    return person


def announce():
    for pk in Activity.objects.unannounced().values_list("pk", flat=True):
        Notice.objects.announce(pk)


def test_work_is_seen_by_whom_its_room_lets_in(bruno, victor, a2, amina):
    work, of_a2 = WorkFactory(), WorkFactory(space=a2.space, by=amina)
    assert set(Work.objects.visible_to(bruno)) == {work}
    assert set(Work.objects.visible_to(amina)) == {work, of_a2}
    assert not Work.objects.visible_to(victor).exists()


def test_whoever_writes_in_the_room_adds(bruno, victor):
    assert bruno.has_perm("library.add_work", africa())
    assert not victor.has_perm("library.add_work", africa())
    with pytest.raises(ValidationError, match="write in this room"):
        WorkFactory(by=victor)


def test_adder_and_moderators_look_after_it(bruno, carla, sofia):
    work = WorkFactory(by=bruno)
    moderator = moderator_of(work.space)
    for person, expected in ((bruno, True), (moderator, True), (sofia, True), (carla, False)):
        assert person.has_perm("library.change_work", work) is expected
        assert person.has_perm("library.withdraw_work", work) is expected
    assert moderator.has_perm("library.restore_work", work)
    assert not bruno.has_perm("library.restore_work", work)


def test_rights_end_with_the_affiliation(bruno):
    work = WorkFactory(by=bruno)
    bruno.affiliations.get().end(by=None)
    assert not bruno.has_perm("library.change_work", work)
    assert not Work.objects.visible_to(bruno).exists()


def test_form_sent_twice_adds_once(bruno):
    key = "6f0f8a1c-0000-4000-8000-000000000001"
    assert WorkFactory(by=bruno, key=key) == WorkFactory(by=bruno, key=key)
    assert Work.objects.count() == 1


def test_three_languages_are_one_work(bruno):
    work = WorkFactory(by=bruno, title="Soils", upload=paper())
    work.add_language("fr", title="Sols", upload=paper("sols.pdf"), by=bruno)
    work.add_language("es", title="Suelos", address="https://suelos.example/", by=bruno)
    assert Work.objects.count() == 1
    assert work.titles == ["Soils", "Sols", "Suelos"]
    assert set(work.versions.current().values_list("language", "number")) == {("en", 1), ("fr", 1), ("es", 1)}


def test_language_is_added_once(bruno):
    work = WorkFactory(by=bruno)
    with pytest.raises(ValidationError, match="in this language already"):
        work.add_language("en", upload=paper(), by=bruno)
    assert StoredFile.objects.count() == 0


def test_new_version_keeps_the_old_one(bruno):
    work = WorkFactory(by=bruno, upload=paper())
    first = work.versions.get()
    work.replace(first, upload=paper("second.pdf"), edition="2nd edition", by=bruno)
    assert list(work.versions.values_list("number", "is_current")) == [(2, True), (1, False)]
    assert work.versions.current().get().edition == "2nd edition"


def test_version_is_replaced_once(bruno):
    work = WorkFactory(by=bruno)
    first = work.versions.get()
    work.replace(first, upload=paper(), by=bruno)
    with pytest.raises(ValidationError, match="replaced this version meanwhile"):
        work.replace(first, upload=paper(), by=bruno)
    assert work.versions.count() == 2


@pytest.mark.parametrize("where", [{}, {"upload": True, "address": "https://a.example/"}])
def test_version_is_a_file_or_an_address(bruno, where):
    upload = paper() if where.get("upload") else None
    work = WorkFactory(by=bruno)
    with pytest.raises(ValidationError, match="not both"):
        work.add_language("fr", upload=upload, address=where.get("address", ""), by=bruno)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(work=work).update(address="")


def test_work_has_a_title_in_one_language(bruno):
    work = WorkFactory(by=bruno)
    with pytest.raises(ValidationError, match="title in one language"):
        work.change(title_en="", by=bruno)
    with pytest.raises(IntegrityError), transaction.atomic():
        Work.objects.filter(pk=work.pk).update(title_en=None, title_fr=None, title_es=None)


def test_title_in_a_further_language_stands_in_that_of_the_page(bruno):
    work = WorkFactory(by=bruno, language="pt", title="Guia do solo")
    assert work.title_en == "Guia do solo"
    assert work.versions.get().language == "pt"


@pytest.mark.parametrize("language", ["xx", "", "en-GB"])
def test_language_must_be_one(bruno, language):
    with pytest.raises(ValidationError, match="Choose a language"):
        WorkFactory(by=bruno, language=language)
    assert not Work.objects.exists()


def test_doi_is_kept_in_one_form(bruno):
    work = WorkFactory(by=bruno, doi="https://doi.org/10.1016/J.Geoderma.2017.01.002")
    assert work.doi == "10.1016/j.geoderma.2017.01.002"
    with pytest.raises(ValidationError, match="not a DOI"):
        work.change(doi="nonsense", by=bruno)


def test_who_corrects_an_old_page_is_told(bruno):
    work = WorkFactory(by=bruno)
    seen = work.updated_at.isoformat()
    work.change(year=2024, seen=seen, by=bruno)
    with pytest.raises(ValidationError, match="meanwhile"):
        work.change(year=2023, seen=seen, by=bruno)
    work.refresh_from_db()
    assert work.year == 2024


def test_withdrawn_work_is_read_by_nobody_and_its_adder_hears_why(bruno, sofia):
    work = WorkFactory(by=bruno, upload=paper())
    work.withdraw("The figures were wrong.", by=sofia)
    announce()
    assert not Version.objects.visible_to(sofia).exists()
    assert not Work.objects.visible_to(bruno).kept().exists()
    assert "The figures were wrong." in bruno.notices.get().wording.body
    with pytest.raises(ValidationError, match="withdrawn"):
        work.change(year=2024, by=bruno)
    work.restore(by=sofia)
    assert Version.objects.visible_to(bruno).count() == 1


def test_nobody_is_told_of_a_room_she_no_longer_enters(bruno, sofia):
    work = WorkFactory(by=bruno)
    bruno.affiliations.get().end(by=None)
    Activity.objects.unannounced().update(announced_at=work.created_at)
    work.withdraw("The figures were wrong.", by=sofia)
    announce()
    assert not bruno.notices.exists()


@pytest.mark.parametrize("reason", ["", "  "])
def test_work_is_withdrawn_for_a_reason(bruno, reason):
    work = WorkFactory(by=bruno)
    with pytest.raises(ValidationError, match="Give a reason"):
        work.withdraw(reason, by=bruno)
    with pytest.raises(IntegrityError), transaction.atomic():
        Work.objects.filter(pk=work.pk).update(status="withdrawn")


def test_nobody_adds_without_end(bruno):
    work = WorkFactory(by=bruno)
    Version.objects.bulk_create(
        Version(work=work, language="fr", number=number, is_current=False, address="https://a.example/", added_by=bruno)
        for number in range(1, VERSIONS_A_DAY)
    )
    with pytest.raises(ValidationError, match="go on tomorrow"):
        WorkFactory(by=bruno)


def test_work_is_cited(bruno):
    facts = {"authors": "Diallo, A.; Sarr, F.", "year": 2024, "publisher": "AFRIS", "doi": "10.1016/x.1"}
    work = WorkFactory(by=bruno, title="Soils & {trees}", **facts)
    assert work.citation == "Diallo, A.; Sarr, F. (2024). Soils & {trees}. AFRIS. https://doi.org/10.1016/x.1"
    assert "title = {{Soils \\& (trees)}}" in work.bibtex("en")
    assert "author = {Diallo, A. and Sarr, F.}" in work.bibtex("en")
    assert work.ris("en").splitlines()[:4] == [
        "TY  - RPRT",
        f"TI  - {work.title}",
        "AU  - Diallo, A.",
        "AU  - Sarr, F.",
    ]


def test_words_open_no_field_of_a_citation(bruno):
    work = WorkFactory(by=bruno, title="Soils", authors="Evil\nER  - \nTY  - X", publisher="}, evil = {x")
    assert [line[:2] for line in work.ris("en").splitlines()] == ["TY", "TI", "AU", "PB", "UR", "LA", "ER"]
    assert "institution = {), evil = (x}" in work.bibtex("en")


def test_citation_of_little_known_work_is_short(bruno):
    work = WorkFactory(by=bruno, title="What grows?")
    assert work.citation == f"What grows? https://platform.example/en/spaces/region-africa/library/{work.pk}/"
