"""The same practice in other databases: its codes there in one form of writing, and where they lead.

We link, we do not copy: WOCAT's database of sustainable land management, and the FAO's (TECA above all).
"""

import re

from core.search import as_plain

# "technologies_1234", "T_1234", "1234", "https://qcat.wocat.net/en/wocat/technologies/view/technologies_1234/".
WOCAT = re.compile(r"(?:(?:wocat[\s:_-]*)?(technologies|technology|approaches|approach|[ta])[\s_-]*)?0*(\d{1,9})", re.I)
WOCAT_HOSTS = re.compile(
    r"https?://(?:[\w-]+\.)*wocat\.net/\S*?(technologies|approaches)[_/](?:view/)?\D*?(\d{1,9})\b\S*", re.I
)
WOCAT_SUMMARY = re.compile(r"https?://(?:[\w-]+\.)*wocat\.net/\S*?summary/(\d{1,9})\b\S*", re.I)
# "TECA 8372", "https://www.fao.org/teca/en/technologies/8372".
TECA = re.compile(r"teca[\s:_-]*0*(\d{1,9})", re.I)
TECA_HOSTS = re.compile(r"https?://(?:[\w-]+\.)*fao\.org/teca/\S*?(\d{2,9})\D*", re.I)


def wocat_code(text):
    """The code as WOCAT writes it, "technologies_1234"; "" for what is none. A bare number means a technology."""
    text = (text or "").strip()
    if found := WOCAT_HOSTS.fullmatch(text):
        return f"{found[1].lower()}_{int(found[2])}"
    if found := WOCAT_SUMMARY.fullmatch(text):
        return f"technologies_{int(found[1])}"
    if found := WOCAT.fullmatch(text):
        kind = "approaches" if (found[1] or "t").lower().startswith("a") else "technologies"
        return f"{kind}_{int(found[2])}"
    return ""


def fao_code(text):
    """The number in TECA as "teca_8372"; any other title as plain words, to be compared by."""
    text = " ".join((text or "").split())
    if found := TECA_HOSTS.fullmatch(text) or TECA.fullmatch(text):
        return f"teca_{int(found[1])}"
    return as_plain(text)[:80]


def is_teca(code):
    """Whether it is a number in TECA, and no title."""
    return bool(re.fullmatch(r"teca_\d+", code))


def addresses_of(contents):
    """[(name of the database, code, address)] of where it stands, too; the address may be ""."""
    found = []
    if code := contents.get("wocat_code"):
        kind = code.partition("_")[0]
        found.append(("WOCAT", code, f"https://qcat.wocat.net/en/wocat/{kind}/view/{code}/"))
    if code := contents.get("fao_code"):
        number = code.removeprefix("teca_")
        found.append(("FAO", code, f"https://www.fao.org/teca/en/technologies/{number}" if is_teca(code) else ""))
    return found
