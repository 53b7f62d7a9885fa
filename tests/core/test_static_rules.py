"""Rules read from the source: what reaches a page is visible, what is shown is escaped, forms name their fields."""

import ast
import re

import pytest

from tests.core.floors import FLOORS, ROOT, modules_of

MODULES = [(name, path) for app in FLOORS for name, path in modules_of(app)]

# Modules whose querysets reach a page.
PAGES = re.compile(r"\.(views|filters|feeds|duties|context_processors|roster|forms)(\.|$)")

# Official texts, vocabularies and lists: everybody may read every row of them.
PUBLIC = {
    *("College", "Group", "Country", "Region", "Theme"),
    *("Facility", "Goal", "Objective", "PlanVersion", "Target"),
    *("Duty", "JoiningForm"),
}

OWN = "asks for rows of this very person"
NUMBERS = "only a number leaves it"

# {module: {query as it is written: why it needs no visible_to}}
EXPLAINED = {
    "accounts.views": {"User.objects.get": OWN},
    "colleges.views": {"Partner.objects.in_force.aggregate": NUMBERS},
    "home.duties": {
        "Application.objects.filter": OWN,
        "Affiliation.objects.in_force.filter.values": OWN,
        "Affiliation.objects.requested.filter.exclude": "requests to organisations this person speaks for",
        "Application.objects.open.filter": OWN,
        "Application.objects.to_decide": "applications this person may decide on",
        "User.objects.filter.order_by.values.get": OWN,
    },
    "notifications.views": {"Notice.objects.filter.mark_read": "the row has been found among the visible ones"},
    "partners.filters": {"Partner.objects.in_force.values": "in force is what everybody sees; only countries leave it"},
    "partners.views": {"Affiliation.objects.request": "a verb", "Affiliation.objects.open_one_of": OWN},
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
UNESCAPED = {"core.letters": {"mark_safe": "the template it was rendered from has escaped what people wrote"}}
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
