"""Many works in the library of one room, for measuring: written in bulk, past the verbs."""

from core.models import Theme
from home.demo.past import days_ago
from library.models import Version, Work
from spaces.models import Space

BATCH = 2000
SUBJECTS = ("Carbon", "Grazing", "Compost", "Erosion", "Agroforestry", "Mulch", "Peat", "Biochar", "Terraces")
LANGUAGES = ("en", "fr", "es")


def fill_shelves(people, chance, *, number):
    """See to it that the room of Europe holds `number` works of the crowd, of all types, years and themes."""
    space = Space.objects.get(region__slug="europe")
    present = Work.objects.filter(title_en__startswith="Crowd ").count()
    works = [work_of(space, each, chance.choice(people), chance) for each in range(present, number)]
    works = Work.objects.bulk_create(works, batch_size=BATCH)
    Version.objects.bulk_create(
        (
            Version(
                work=work,
                language=LANGUAGES[(number + more) % 3],
                address=f"https://demo.example/crowd/{number}",
                added_by_id=work.added_by_id,
                added_at=work.renewed_at,
            )
            for number, work in enumerate(works)
            for more in range(1 + number % 3)
        ),
        batch_size=BATCH,
    )
    themes, links = list(Theme.objects.all()), Work.themes.through
    links.objects.bulk_create(
        (links(work=work, theme=theme) for work in works for theme in chance.sample(themes, 2)), batch_size=BATCH
    )


def work_of(space, number, person, chance):
    """One work of one title in English."""
    moment = days_ago(chance.uniform(1, 900))
    subjects = " and ".join(chance.sample(SUBJECTS, 2))
    title = f"Crowd {number:05}: {subjects} in soils of the world (demo)"
    return Work(
        space=space,
        added_by=person,
        type=chance.choice(Work.Type.values),
        title=title,
        title_en=title,
        authors=f"Author {number % 400}, A.",
        year=chance.randint(1990, 2025),
        licence=chance.choice(Work.Licence.values),
        created_at=moment,
        renewed_at=moment,
        updated_at=moment,
    )
