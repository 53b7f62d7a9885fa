"""Wikis: in the room of task force A2, which is open to those who belong there."""

from tests.security.access.row import IN_A2, STAFF, Row, people
from tests.security.stage import LEADER

WIKI = "en/spaces/<slug:slug>/wiki/"
PAGE = f"{WIKI}pages/<slug:name>/"

READS = (*IN_A2, *STAFF)
MODERATES = (LEADER, *STAFF)
NO = people(405)


def those(roles, answer=200, *, others=404):
    """`answer` for `roles`; whoever may not enter the room finds nothing."""
    return people(404, (READS, others), (roles, answer))


def wiki(stage):
    return {"slug": stage.a2.space.slug}


def of(name):
    return lambda stage: wiki(stage) | {"name": getattr(stage, name).slug}


def page(stage):
    return {"title": "Compost", "text": "Six weeks.", "language": "en"}


def edition(stage):
    return {"text": "Six weeks.", "seen": "1", "edition": "1", "title": "Hedges", "reason": "So."}


ROWS = [
    Row(WIKI, get=those(READS), post=NO, at=wiki),
    Row(f"{WIKI}changes/", get=those(READS), post=NO, at=wiki),
    Row(f"{WIKI}write/", get=those(READS), post=those(READS, 302), at=wiki, data=page),
    Row(PAGE, get=those(READS), post=NO, at=of("wiki_page")),
    Row(PAGE, get=those(MODERATES, others=404), post=NO, at=of("removed_wiki_page"), about="removed"),
    Row(f"{PAGE}history/", get=those(READS), post=NO, at=of("wiki_page")),
    Row(f"{PAGE}history/", get=those(MODERATES, others=404), post=NO, at=of("removed_wiki_page"), about="removed"),
    Row(f"{PAGE}edit/", get=those(READS), post=those(READS, 302), at=of("wiki_page"), data=edition),
    Row(f"{PAGE}rename/", get=those(READS), post=those(READS, 302), at=of("wiki_page"), data=edition),
    Row(
        f"{PAGE}follow/",
        get=NO,
        post=those(READS, 302),
        at=of("wiki_page"),
        data=lambda stage: {"choice": "follow"},
    ),
    Row(f"{PAGE}restore/", get=NO, post=those(READS, 302), at=of("wiki_page"), data=edition),
    Row(
        f"{PAGE}remove/",
        get=those(MODERATES, others=403),
        post=those(MODERATES, 302, others=403),
        at=of("wiki_page"),
        data=edition,
    ),
    *(
        Row(f"{PAGE}{verb}/", get=NO, post=those(MODERATES, 302, others=403), at=of("wiki_page"))
        for verb in ("protect", "unprotect")
    ),
    Row(f"{PAGE}bring-back/", get=NO, post=those(MODERATES, 302, others=404), at=of("removed_wiki_page")),
]
