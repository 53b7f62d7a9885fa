"""A secret word in everything that is hidden from somebody; whoever may not read it never finds it in an answer.

The words are searched by their first half, so that a page that repeats the question is no false alarm.
"""

import re

from events.models import MinutesEdition
from taskforces.models import Application, Message
from tests.factories import ApplicationFactory
from tests.security.access.row import IN_A2, PARTNER_PEOPLE, STAFF
from tests.security.stage import FOCAL_POINT, FRIEND, LEADER, MEMBER, PARTNER, REPRESENTATIVE
from wiki.models import Draft

# {first half of the word: (where it stands, who may read it)}; the second half is always the same.
HALF = "wumbleton"
SECRETS = {
    "Abra": ("name of a candidate organisation", STAFF),
    "Brim": ("name of a suspended organisation", STAFF),
    "Clod": ("reason of the suspension", STAFF),
    "Dorf": ("answers of an applicant from Africa", (LEADER, REPRESENTATIVE, *STAFF)),
    "Ezra": ("answers of Victor to A2", (FRIEND, LEADER, *STAFF)),
    "Flut": ("what Victor was asked", (FRIEND, LEADER, *STAFF)),
    "Gump": ("answers of Victor to A3", (FRIEND, *STAFF)),
    "Hurz": ("reason of a refusal by A3", (FRIEND, *STAFF)),
    "Ibex": ("Bruno's draft", (PARTNER,)),
    "Jota": ("name of a member who does not show it", (*IN_A2, *STAFF)),
    "Kelp": ("name of an applicant", (LEADER, REPRESENTATIVE, *STAFF)),
    "Lark": ("name of somebody who asks to belong to AFRIS", (LEADER, *STAFF)),
    "Moss": ("name of somebody who asks to belong to Fundación Suelo", (FOCAL_POINT, *STAFF)),
    "Nook": ("reason of a placement", (*STAFF, FOCAL_POINT)),
    "Ozon": ("address of Amina", (LEADER, *STAFF)),
    "Quiz": ("join link of a planning meeting", (LEADER, REPRESENTATIVE, *STAFF)),
    "Rusk": ("agenda of a planning meeting", (*IN_A2, *STAFF)),
    "Sago": ("minutes of A2", (*IN_A2, *STAFF)),
    "Tarn": ("decision of A2", (*IN_A2, *STAFF)),
    "Quip": ("title of a withdrawn item of A2's register", (*IN_A2, *STAFF)),
    "Rook": ("reason of its withdrawal", (*IN_A2, *STAFF)),
    "Silt": ("title of an item of A2's register", (*IN_A2, *PARTNER_PEOPLE)),
    "Umba": ("what A2 misses", (*IN_A2, *PARTNER_PEOPLE)),
    "Pulp": ("address of Mila", ("mila", *STAFF)),
    "Vint": ("title of a discussion in the room of A2", (*IN_A2, *STAFF)),
    "Tuba": ("what began it", (*IN_A2, *STAFF)),
    "Yolk": ("an answer there", (*IN_A2, *STAFF)),
    "Wren": ("a hidden answer there", (LEADER, REPRESENTATIVE, *STAFF)),
    "Velo": ("why Mila reported an answer", (LEADER, MEMBER, *STAFF)),
    "Uist": ("text of a page of A2's wiki", (*IN_A2, *STAFF)),
    "Zinc": ("title of a page removed from there", (LEADER, REPRESENTATIVE, *STAFF)),
    "Yarn": ("Mila's draft of a page", ("mila",)),
    "Xeno": ("join link of an event in the room of Africa", STAFF),
    "Yeti": ("description of an event of A2", (*IN_A2, *STAFF)),
    "Zola": ("what Bruno answered when he registered", (PARTNER, *STAFF)),
    "Tofu": ("title of a work in the library of Africa", PARTNER_PEOPLE),
    "Fava": ("Bruno's draft of a practice", (PARTNER, *STAFF)),
    "Guar": ("what was said about his sheet under review", (PARTNER, REPRESENTATIVE, *STAFF)),
    "Kudu": ("name of a private farm in his published sheet", (PARTNER, *STAFF)),
}


def word(half):
    return f"{half}{HALF}"


def plant(stage):
    """Put each word where SECRETS says."""
    change(stage.candidate, name=f"Farms {word('Abra')}", acronym=word("Abra"))
    change(stage.suspended, name=f"Soils {word('Brim')}", status_reason=word("Clod"))
    change(stage.from_africa, answers={"motivation": word("Dorf")})
    change(stage.asked, answers={"motivation": word("Ezra")})
    Message.objects.filter(application=stage.asked).update(text=word("Flut"))
    change(stage.elsewhere, answers={"motivation": word("Gump")})
    change(stage.draft, answers={"motivation": word("Ibex")})
    change(stage.mila, name=f"Mila {word('Jota')}")
    give_address(stage.mila, f"{word('Pulp').lower()}@example.org")
    change(stage.withdrawn_item, title=word("Quip"), reason=word("Rook"))
    change(stage.register_item, title=word("Silt"))
    change(stage.gap, statement=word("Umba"))
    change(stage.awa, name=f"Awa {word('Kelp')}")
    change(stage.stranger.person, name=f"Sam {word('Lark')}")
    change(stage.colleague.person, name=f"Nuria {word('Moss')}")
    change(stage.placement, reason=word("Nook"))
    change(stage.planning, link=f"https://video.example/{word('Quiz')}", agenda=word("Rusk"))
    MinutesEdition.objects.update(text=word("Sago"))
    change(stage.decision, text=word("Tarn"))
    give_address(stage.amina, f"{word('Ozon').lower()}@example.org")
    declined = ApplicationFactory(person=stage.victor, task_force=stage.a3, status=Application.Status.WITHDRAWN)
    change(declined, status=Application.Status.DECLINED, reason=word("Hurz"), decided_by=stage.sofia)
    stage.declined = declined
    change(stage.thread, title=word("Vint"))
    change(stage.thread.posts.earliest("pk"), text=word("Tuba"))
    change(stage.post, text=word("Yolk"))
    change(stage.hidden_post, text=word("Wren"))
    change(stage.post_report, reason=word("Velo"))
    change(stage.wiki_page, text=word("Uist"))
    change(stage.removed_wiki_page, title=word("Zinc"))
    Draft.objects.filter(person=stage.mila).update(text=word("Yarn"))
    change(stage.work, title=word("Tofu"))
    change(stage.open_event, link=f"https://video.example/{word('Xeno')}")
    change(stage.event_of_a2, description=word("Yeti"))
    change(stage.registration, answers=[["Diet?", word("Zola")]])
    draft, published = stage.practice_draft, stage.practice
    change(draft, contents=draft.contents | {"description": {"en": word("Fava")}})
    stage.practice_submitted.comment("essentials", word("Guar"), by=stage.fatou)
    farm = {"name": word("Kudu"), "latitude": 14.7123, "longitude": -17.4321}
    change(published, contents=published.contents | {"sites": [farm | {"is_private_farm": True}]})
    version = published.versions.get()
    change(version, withheld={"0": farm})
    return stage


def give_address(person, email):
    person.emailaddress_set.filter(primary=True).update(email=email)
    change(person, email=email)


def change(obj, **values):
    for field, value in values.items():
        setattr(obj, field, value)
    obj.save(update_fields=list(values))


WORDS = re.compile(rf"(\w{{4}}){HALF}")


def found_in(text):
    """The first halves of the words in `text`."""
    return {half.capitalize() for half in WORDS.findall(text.lower())} & set(SECRETS)


def bytes_of(response):
    """What the answer holds, at once or in pieces."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def text_of(response):
    """The same as words, page or file."""
    return bytes_of(response).decode(errors="replace")


def told_by(response):
    """The first halves of the words in an answer, its headers among it."""
    return found_in(text_of(response) + str(response.headers))


def unreadable(role):
    return {half for half, (_where, readers) in SECRETS.items() if role not in readers}


def leaked(path, role, found):
    """Where the words stand that are `found` at `path` and are none of what `role` may read. Behind the private address
    of a calendar it is its owner who reads, whoever has it: it may tell what Mila may read, and nothing else."""
    hidden = unreadable(MEMBER if path.startswith("/calendars/") else role)
    return {SECRETS[half][0] for half in found & hidden}
