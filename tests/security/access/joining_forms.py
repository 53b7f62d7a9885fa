"""The joining form of a task force and its editor, and what is done with many applications at once."""

from tests.security.access.row import STAFF, Row, code, only, people
from tests.security.stage import FRIEND, LEADER, REPRESENTATIVE

A2 = "en/task-forces/<objective_code:code>/"
FORM = f"{A2}form/"
QUESTION = f"{FORM}questions/<slug:key>/"
READERS, EDITORS = (LEADER, REPRESENTATIVE, *STAFF), (LEADER, *STAFF)
WORDS = {"label_en": "Which soils?", "kind": "long_text"}


def question(stage):
    return {"code": "a2", "key": stage.drafted_question.key}


def verb(route, at=None, **data):
    return Row(route, get=only(EDITORS, 405), post=only(EDITORS, 302), at=at or code("a2"), data=lambda stage: data)


ROWS = [
    Row(FORM, get=only(READERS), post=only(READERS, 405), at=code("a2")),
    Row(FORM, get=only(STAFF), post=only(STAFF, 405), at=code("a3"), about="another's"),
    Row(f"{FORM}preview/", get=only(READERS), post=only(READERS, 405), at=code("a2")),
    Row(
        f"{FORM}opening/",
        get=only(EDITORS),
        post=only(EDITORS, 302),
        at=code("a2"),
        data=lambda stage: {"is_open": "yes", "seen": stage.a2.joining_stamp},
    ),
    Row(
        f"{FORM}questions/add/",
        get=only(EDITORS),
        post=only(EDITORS, 302),
        at=lambda stage: {"address": "en/task-forces/a2/form/questions/add/?kind=long_text"},
        data=lambda stage: WORDS,
    ),
    Row(
        QUESTION,
        get=only(EDITORS),
        post=only(EDITORS, 302),
        at=question,
        data=lambda stage: WORDS | {"seen": stage.drafted_question.stamp},
    ),
    verb(f"{QUESTION}move/", question, step="down"),
    verb(f"{QUESTION}remove/", question),
    *(verb(f"{FORM}{name}/") for name in ("make-own", "publish", "discard", "give-up")),
    Row(f"{A2}applications/accept/", get=only(READERS, 302), post=only(READERS, 302), at=code("a2")),
    Row(
        f"{A2}applications/export/",
        get=only(READERS),
        post=only(READERS),
        at=code("a2"),
        data=lambda stage: {"kind": "csv"},
    ),
    Row(
        f"{A2}applications/<int:pk>/files/<slug:key>/",
        get=people(404, ((FRIEND, LEADER, *STAFF), 200)),
        post=people(405),
        at=lambda stage: {"code": "a2", "pk": stage.answer_file.application_id, "key": "letter"},
    ),
]
