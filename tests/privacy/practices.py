"""What a person can have of practice datasheets, for the tests of export and erasure."""

from tests.factories.practices import PracticeFactory, illustrated


def kept_of(person, by):
    """{model: what "Download my data" must hold} of one row of each."""
    practice = PracticeFactory(author=person, title="Cobertura morta", language="es", status="submitted")
    comment = practice.comment("essentials", "Qual declive?", by=person)
    comment.settle(by=by)
    practice.reject("Sem solo, pena.", by=by)
    published = PracticeFactory(author=person, title="Adubo verde", status="published")
    published.confirm(by=person)
    asked = PracticeFactory(title="Terraces of somebody", status="submitted")
    row = asked.assign_reviewer(person, by=by)
    photo = illustrated(PracticeFactory(author=person), caption="Palha na horta")
    return {
        "practices.Practice": [
            practice.code,
            "Cobertura morta",
            "Straw is left on the beds.",
            "rejected",
            "Sem solo, pena.",
            "cc-by",
            person.name,
            practice.begun_at,
            practice.submitted_at,
            published.published_at,
            published.confirmed_at,
        ],
        "practices.Version": [],
        "practices.Illustration": ["Palha na horta", "photo", photo.added_at],
        # Work of the secretariat, or facts about two sheets.
        "practices.Distinction": [],
        "practices.Provenance": [],
        "practices.Tag": [],
        "practices.Comment": ["Cobertura morta", "essentials", "Qual declive?", comment.created_at, comment.settled_at],
        "practices.Assignment": ["Terraces of somebody", row.assigned_at],
    }


def write_everywhere(person, word, by):
    """One row of each of hers, with `word` in what goes when she does; published ones name her."""
    draft = PracticeFactory(author=person, title=f"{word} mulches", answers={"results": f"{word} harvests more."})
    illustrated(draft, caption=f"{word} in her field")
    draft.submit(by=person)
    draft.comment("essentials", f"{word} wonders", by=by)
    draft.send_back(f"Sorry, {word}", by=by)
    published = PracticeFactory(author=person, status="published")
    other = PracticeFactory()
    other.submit(authors=f"Keller, B.; {person.name}", by=other.author)
    other.assign_reviewer(person, by=by)
    return published
