"""Rules read from the source: what reaches a page is visible, what is shown is escaped, forms name their fields."""

import ast
import re

import pytest

from tests.core.floors import FLOORS, ROOT, modules_of

MODULES = [(name, path) for app in FLOORS for name, path in modules_of(app)]

# Modules whose querysets reach a page.
PAGES = re.compile(r"\.(views|filters|feeds|duties|coming|desk|context_processors|roster|forms)(\.|$)")

# Official texts, vocabularies and lists: everybody may read every row of them.
PUBLIC = {
    *("College", "Group", "Country", "Place", "Region", "Theme"),
    *("Facility", "Goal", "Objective", "PlanVersion", "Target"),
    *("Duty", "JoiningForm", "Output", "Stage"),
}

OWN = "asks for rows of this very person"
NUMBERS = "only a number leaves it"
STAFF = "asked for people of the secretariat alone, whose permission stands one line above"

# {module: {query as it is written: why it needs no visible_to}}
EXPLAINED = {
    "accounts.views": {"User.objects.get": OWN},
    "api.views.keys": {"Key.objects.make": "a verb"},
    "colleges.duties": {
        "Action.objects.open.filter.select_related": OWN,
        "Membership.objects.in_force": "only whether she belongs there leaves it",
    },
    "colleges.forms": {"User.objects.none": "replaced for each college"},
    "colleges.views.gatherings": {
        "BureauMandate.objects.shown_on_page": "names only those who agreed to be named",
        "Ambassador.objects.shown_on_page": "names only those who agreed to be named",
        "Partner.objects.in_force.aggregate": NUMBERS,
    },
    "discussions.views.posting": {
        "Draft.objects.keep": "keeps what this very person has typed",
        "Thread.objects.start": "a verb",
    },
    "events.coming": {"Participation.objects.filter": OWN},
    "events.duties.decisions": {"Decision.objects.open.filter.select_related": OWN},
    "events.duties.meetings": {
        "Meeting.objects.inviting.proposed.filter.with_space": "meetings this person is invited to are visible to her",
        "Meeting.objects.inviting.upcoming.filter.with_space": "meetings this person is invited to are visible to her",
        "Meeting.objects.inviting.upcoming.filter": "meetings this person is invited to are visible to her",
        "Availability.objects.filter": OWN,
        "MeetingDate.objects.filter": "narrows meetings that are visible",
        "MinutesEdition.objects.filter": "narrows meetings that are visible",
        "Participation.objects.filter": OWN,
        "Participation.objects.filter.exclude": OWN,
    },
    "events.forms.holding": {
        "User.objects.none": "replaced for each meeting",
        "User.objects.active.filter": "those who belong to the space, shown to whoever organises there",
    },
    "events.forms.events": {
        "User.objects.filter": "those registered, shown to whoever organises the event",
    },
    "events.views.calendars": {
        "CalendarFeed.objects.by_token": "whoever has the address may read what it leads to",
        "CalendarFeed.objects.renew": "a verb",
    },
    "events.views.meetings": {
        "Availability.objects.select_related.order_by": "of a meeting that has been found among the visible ones",
        "MinutesEdition.objects.select_related": "of a meeting that has been found among the visible ones",
        "Participation.objects.select_related.order_by": "of a meeting that has been found among the visible ones",
    },
    "home.duties": {
        "Affiliation.objects.in_force.filter": OWN,
        "Consent.objects.filter": "only whether there is one leaves it",
    },
    "home.desk": {
        "Application.objects.filter.order_by": OWN,
        "JoiningApplication.objects.waiting.filter.order_by": OWN,
        "MailDomain.objects.offers_to": "organisations in force, which everybody sees",
    },
    "library.forms": {
        "Work.objectives.rel.model.objects.filter": "the strategy is public",
    },
    "library.views.lists": {
        "Work.objects.lying_in.kept": "in spaces this person is let in",
        "Work.objects.filter": "those of one page, found among them",
        "Work.objects.kept.filter": "in a space this person has been let in",
    },
    "library.views.works": {"Download.objects.count_one": "a number, written and not read"},
    "library.views.writing": {"Work.objects.add": "a verb"},
    "messaging.duties": {
        "Conversation.objects.waiting.to_organisations_of": "messages to organisations this person speaks for",
        "Conversation.objects.none": "nothing",
        "Conversation.objects.to_nobody.waiting.exclude": STAFF,
        "Report.objects.none": "nothing",
        "Report.objects.open.exclude.exclude": STAFF,
    },
    "partners.duties": {
        "JoiningApplication.objects.filter.editable.order_by": OWN,
        "JoiningApplication.objects.none": "nothing",
        "JoiningApplication.objects.to_read.exclude.order_by": STAFF,
        "Invitation.objects.waiting_for.select_related.order_by": OWN,
        "Affiliation.objects.in_force.filter.values": OWN,
        "Affiliation.objects.requested.filter.exclude": "requests to organisations this person speaks for",
        "Affiliation.objects.none": "nothing",
        "Affiliation.objects.requested.exclude": STAFF,
        "Affiliation.objects.focal_points.values": "only primary keys leave it",
    },
    "practices.duties": {
        "Practice.objects.none": "nothing",
        "Expert.objects.in_force.filter": OWN,
    },
    "practices.views.pictures": {"Illustration.objects.add": "a verb"},
    "practices.filters": {
        "Version.objects.listed": "what a visitor sees and what is current, as one narrow question",
    },
    "practices.views.searches": {"SavedSearch.objects.keep": "a verb"},
    "practices.forms.writing": {"Partner.objects.none": "replaced for each person"},
    "practices.views.writing": {"Practice.objects.begin": "a verb"},
    "questions.duties": {
        "Question.objects.none": "nothing",
        "Question.objects.waiting_for.values": OWN,
    },
    "questions.forms": {"Expert.objects.none": "replaced for each question"},
    "questions.views.pages": {"Question.objects.ask": "a verb"},
    "spaces.views.pages": {
        "User.objects.filter": "those who belong to a space this person may enter; she is shown who shows her name",
    },
    "taskforces.duties.applications": {
        "Application.objects.filter": OWN,
        "Application.objects.to_decide.with_decidable_at": "applications this person may decide on",
        "Application.objects.to_nominate.exclude.select_related": STAFF,
        "Application.objects.none": "nothing",
    },
    "notifications.views.notices": {"Notice.objects.filter.mark_read": "the row has been found among the visible ones"},
    "partners.views.pages": {"Affiliation.objects.knowing_others.open_one_of": OWN},
    "partners.views.moved": {"Partner.objects.heir_of": "where an address leads, as everybody may know"},
    "partners.views.supporters": {"Agreement.objects.public.in_force": "those that are public"},
    "messaging.views.pages": {"Conversation.objects.start": "a verb"},
    "partners.views.people": {"Affiliation.objects.request": "a verb"},
    "partners.views.invitations": {
        "Invitation.objects.by_token": "whoever has the link may see what it leads to",
        "Invitation.objects.invite": "a verb",
        "MailDomain.objects.claim": "a verb",
    },
    "taskforces.duties.cycle": {"StageRecord.objects.to_move_on.select_related.order_by": "of task forces she leads"},
    "taskforces.outputs.roster": {
        "Seat.objects.in_force.leaders.filter": "whether there is one, as everybody may know",
        "Seat.objects.in_force.representatives.filter": "the names of regions leave it, no person",
    },
    "taskforces.views.enquiries": {
        "Enquiry.objects.published.filter": "what everybody may read",
        "Enquiry.objects.by_token": "whoever has the link may see what it leads to",
        "Enquiry.objects.ask": "a verb",
    },
    "taskforces.duties.enquiries": {"Enquiry.objects.waiting_for.select_related": "questions this person may answer"},
    "projects.duties": {"TeamMember.objects.waiting_for.select_related": OWN},
    "projects.views.proposing": {"Idea.objects.propose": "a verb"},
    "projects.forms.teams": {"Affiliation.objects.none": "empty, until the view says whom it offers"},
    "taskforces.duties.candidates": {
        "Application.objects.candidates.filter": OWN,
        "Application.objects.candidates.filter.exclude": "whether anybody else stands: nothing of them leaves it",
        "CandidateSupport.objects.filter": OWN,
        "CandidateComment.objects.filter": OWN,
        "Seat.objects.in_force.homes_of": OWN,
        "Seat.objects.to_wish_renewal.filter.prefetch_related": OWN,
        "Consultation.objects.open.filter": "in the task forces in which this person has a seat",
        "TaskForce.objects.with_objective": "every task force is public",
    },
    "taskforces.views.candidates": {
        "Application.objects.consulted_with": "candidates about whom this person is heard",
        "Application.objects.consulted_with.filter": "candidates about whom this person is heard",
    },
    "wiki.views.writing": {
        "Page.objects.write": "a verb",
        "Draft.objects.keep": "what this very person typed",
    },
    "taskforces.views.joining": {"Application.objects.open.filter": OWN},
}


def queries(path):
    """Each `Model.objects.…` of a module as the dotted chain of what is called on it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "objects"
            and isinstance(node.value, ast.Name | ast.Attribute)
        ):
            chain, above = [ast.unparse(node.value), "objects"], parents.get(node)
            while isinstance(above, ast.Attribute | ast.Call | ast.Subscript):
                if isinstance(above, ast.Call) and node in above.args:
                    break
                if isinstance(above, ast.Attribute):
                    chain.append(above.attr)
                node, above = above, parents.get(above)
            yield ".".join(chain)


def unfiltered(name, path):
    chains = [query.split(".") for query in queries(path)]
    return {".".join(chain) for chain in chains if "visible_to" not in chain and chain[0] not in PUBLIC}


@pytest.mark.parametrize(("name", "path"), [each for each in MODULES if PAGES.search(each[0])])
def test_what_reaches_a_page_starts_from_what_is_visible(name, path):
    found = unfiltered(name, path)
    explained = EXPLAINED.get(name, {}).keys()
    assert not found - explained, "Start from visible_to(user), or explain it here."
    assert not explained - found, "These explanations are no longer needed."


# {module: {word: why it may stand there}}
UNESCAPED = {
    "api.views.base": {"csrf_exempt": "nothing there changes anything: whoever posts is to be told 405, not 403"},
    "core.letters": {"mark_safe": "the template it was rendered from has escaped what people wrote"},
    "core.templatetags.linked_data": {
        "mark_safe": "what could end the block is escaped, as in Django's own json_script"
    },
    "core.unchanging": {"RawSQL": "it is what Django itself put together, with its parameters apart"},
    "partners.templatetags.facets": {"mark_safe": "each line has been escaped when it was drawn first"},
    "notifications.views.stopping": {
        "csrf_exempt": "one click in a mail program stops the digest (RFC 8058); a signed address is the key"
    },
}
UNSAFE_WORDS = re.compile(
    r"\b(mark_safe|SafeString|SafeText|csrf_exempt|RawSQL|\.raw\(|\.extra\(|eval\(|exec\(|pickle)"
)


def test_nothing_is_passed_by_the_escaping_or_the_form_key():
    found = {
        (name, match)
        for name, path in MODULES
        for match in UNSAFE_WORDS.findall(path.read_text(encoding="utf-8"))
        if match not in UNESCAPED.get(name, {})
    }
    assert not found, "Escape it (format_html), or explain it here."


# Data for a script, which the browser does not run.
DATA_BLOCK = re.compile(r'<script[^>]* type="application/json">')
TEMPLATES = sorted((ROOT / "templates").rglob("*.html")) + sorted((ROOT / "templates").rglob("*.txt"))
UNSAFE_TAGS = re.compile(
    r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off|\son[a-z]+=|javascript:|\bstyle=\"|<script(?![^>]*\bsrc=)"
)

# {template: {what: why}}; text parts of mails are plain text and escape nothing.
UNSAFE_TEMPLATES = {}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_template_escapes_and_holds_nothing_inline(path):
    name = str(path.relative_to(ROOT / "templates"))
    found = set(UNSAFE_TAGS.findall(DATA_BLOCK.sub("", path.read_text(encoding="utf-8"))))
    if name.endswith(".txt"):
        found = {each for each in found if "autoescape" not in each}
    assert not found - UNSAFE_TEMPLATES.get(name, {}).keys(), f"{name}: {found}"


def test_forms_name_their_fields():
    found = [
        name for name, path in MODULES if re.search(r"""(fields|exclude)\s*=\s*["']__all__""", path.read_text("utf-8"))
    ]
    assert not found


def test_model_forms_do_not_exclude():
    """`exclude` in a ModelForm lets each new field of the model through."""
    for name, path in MODULES:
        if not name.endswith("forms"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name == "Meta":
                names = {target.id for each in node.body if isinstance(each, ast.Assign) for target in each.targets}
                assert "exclude" not in names, name


def test_no_sentence_is_glued_inside_a_translation():
    """An f-string inside _() is never found by the catalogues."""
    found = [
        name
        for name, path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "gettext", "gettext_lazy", "ngettext", "pgettext")
        and any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]
    assert not found
