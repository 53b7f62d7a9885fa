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
    """The number in TECA as "teca_8372"; any other title as plain words, so that two ways to write it are one."""
    text = " ".join((text or "").split())
    if found := TECA_HOSTS.fullmatch(text) or TECA.fullmatch(text):
        return f"teca_{int(found[1])}"
    return as_plain(text)[:80]


def codes_elsewhere(contents):
    """(WOCAT code, FAO code) by which the sheet is compared; a code nobody understands is compared as it stands."""
    typed = contents.get("wocat_code", "")
    return (wocat_code(typed) or as_plain(typed))[:40], fao_code(contents.get("fao_code", ""))


def addresses_of(contents):
    """[(name of the database, code, address)] of where it stands, too; the address may be ""."""
    found = []
    if typed := contents.get("wocat_code"):
        code = wocat_code(typed)
        kind = code.partition("_")[0]
        address = f"https://qcat.wocat.net/en/wocat/{kind}/view/{code}/" if code else ""
        found.append(("WOCAT", code or typed, address))
    if typed := contents.get("fao_code"):
        code = fao_code(typed)
        number = code.removeprefix("teca_")
        address = f"https://www.fao.org/teca/en/technologies/{number}" if number.isdigit() else ""
        found.append(("FAO", code if address else typed, address))
    return found
