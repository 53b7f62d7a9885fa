"""The libraries of some rooms: works in one language and in three, a file, a link, a newer version, one withdrawn."""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone, translation

from core.models import Theme
from core.uploads import PDF, CleanUpload
from home.demo.past import days_ago, happening
from library.models import Download, Work
from regions.models import Region
from spaces.models import Space

GUIDE = {
    "en": (
        "Measuring soil carbon on small farms",
        "How to take, label and send samples at 0–30 cm and 30–60 cm with a spade, a ring and a kitchen scale.",
    ),
    "fr": (
        "Mesurer le carbone du sol dans les petites fermes",
        "Prélever, étiqueter et envoyer des échantillons à 0–30 cm et 30–60 cm avec une bêche, un anneau et une "
        "balance de cuisine.",
    ),
    "es": (
        "Medir el carbono del suelo en fincas pequeñas",
        "Cómo tomar, etiquetar y enviar muestras a 0–30 cm y 30–60 cm con una pala, un anillo y una balanza de cocina.",
    ),
}
SYNTHESIS = {
    "type": "synthesis",
    "language": "en",
    "title": "Cover crops and soil organic carbon: what fifty trials say",
    "abstract": "A reading of fifty long trials on four continents: what cover crops add, after how many years, and "
    "where they add nothing.",
    "authors": "Ferrari, I.; Keller, B.",
    "publisher": "Scientific and Technical Committee",
    "licence": "cc-by",
}
POSITION = {
    "type": "position",
    "language": "fr",
    "title": "Le carbone du sol n’est pas un permis d’émettre",
    "abstract": "Prise de position sur l’usage des crédits de carbone du sol, adoptée après deux tours de relecture.",
    "authors": "Ferrari, I.",
    "publisher": "Scientific and Technical Committee",
    "licence": "cc-by",
}
DATA = {
    "type": "data",
    "language": "en",
    "title": "World soil database at 250 m",
    "abstract": "Maps of carbon, texture and acidity in six layers, with their uncertainty.",
    "publisher": "ISRIC",
    "licence": "cc-by",
    "address": "https://soilgrids.org/",
}
FILM = {
    "type": "media",
    "language": "es",
    "title": "Abonos verdes en Junín, contado por quienes los siembran",
    "licence": "unknown",
    "address": "https://video.example/abonos-verdes",
}
NOTE = {
    "type": "note",
    "language": "fr",
    "title": "Note carbone du sol no 4 : le biochar, ce que l’on sait",
    "authors": "Diallo, A.",
    "licence": "cc-by-sa",
}
POSTER = {"type": "media", "language": "en", "title": "Poster of an event that was cancelled", "licence": "reserved"}


def fill_libraries(cast):
    """What stands under “Library” of A2 and of three regions."""
    amina, fatou, ines = (cast[name] for name in ("amina", "fatou", "ines"))
    a2 = room(task_force__objective__code="A2")
    africa = room(region__slug="africa")
    guide = measuring_guide(a2, amina)
    synthesis = SYNTHESIS | file_of(SYNTHESIS) | {"year": in_year(210)}
    shelve(room(region__slug="europe"), ines, 210, synthesis, objectives=["A2", "B1"])
    shelve(africa, ines, 160, POSITION | file_of(POSITION) | {"year": in_year(160)}, objectives=["A2"])
    shelve(africa, fatou, 90, DATA, objectives=["C1"], regions=["africa"])
    shelve(room(region__slug="americas"), cast["carla"], 60, FILM, regions=["americas"])
    shelve(africa, amina, 30, NOTE | file_of(NOTE) | {"year": in_year(30)}, regions=["africa"])
    poster = shelve(a2, cast["bruno"], 45, POSTER | file_of(POSTER))
    with happening(days_ago(40)):
        poster.withdraw("The event did not take place.", by=amina)
    read_by_many(guide)


def measuring_guide(space, amina):
    """One work in three languages; its French version has been replaced once."""
    facts = {"type": "guide", "authors": "Diallo, A.; Sarr, F.", "publisher": "AFRIS", "licence": "cc-by"}
    title, abstract = GUIDE["fr"]
    facts |= {"language": "fr", "title": title, "abstract": abstract, "year": in_year(120)}
    guide = shelve(space, amina, 120, facts | file_of(facts), objectives=["A2"], regions=["africa"])
    for code, days in (("en", 110), ("es", 100)):
        title, abstract = GUIDE[code]
        with happening(days_ago(days)):
            guide.add_language(code, title=title, abstract=abstract, upload=paper(title), by=amina)
    with happening(days_ago(14)):
        first = guide.versions.current().get(language="fr")
        guide.replace(first, upload=paper(GUIDE["fr"][0]), edition="2e édition", by=amina)
    return guide


def shelve(space, person, days, facts, *, objectives=(), regions=()):
    """Somebody put a work into the library of `space`, `days` days ago."""
    links = {
        "objectives": apps.get_model("objectives.Objective").objects.filter(code__in=objectives),
        "regions": Region.objects.filter(slug__in=regions),
        "themes": Theme.objects.order_by("position")[days % 5 : days % 5 + 2],
    }
    with happening(days_ago(days)), translation.override(facts["language"]):
        return Work.objects.add(space, by=person, **facts, **links)


def read_by_many(work):
    """Its versions were downloaded this month and last."""
    month = timezone.localdate().replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    for number, version in enumerate(work.versions.order_by("pk")):
        Download.objects.create(version=version, month=before, number=41 - 9 * number)
        Download.objects.create(version=version, month=month, number=17 - 4 * number)


def room(**owner):
    """The space of a task force or region."""
    return Space.objects.get(**owner)


def in_year(days):
    """The year in which that day lies."""
    return days_ago(days).year


def file_of(facts):
    """A document with the title of the work."""
    return {"upload": paper(facts["title"])}


def paper(title):
    """A small PDF of one page on which `title` stands."""
    words = title.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    drawing = b"BT /F1 16 Tf 56 760 Td (" + words + b") Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(content),
    )
    return CleanUpload(content, PDF, f"{title[:60]}.pdf")
