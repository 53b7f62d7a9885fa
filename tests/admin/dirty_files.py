"""Twelve files as they come in life: what each is called, what it holds, and what must be said about it.

Where the form is only unusual (a mark at the beginning, semicolons, Windows-1252, blank lines) the file is read,
and refused for the wrong line in it, with the right line number.
"""

import io

from openpyxl import Workbook

HEADER = "name,type,nature,country,status,joined_on\n"


def workbook(*rows, merge=None):
    """An XLSX file of these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


COLUMNS = ["name", "type", "nature", "country"]
GOOD = ["Good Institute", "research", "public", "FR"]

# name: (content, {line: words of the sentence} or the words about the whole file)
DIRTY_FILES = {
    "with a byte order mark": (
        ("\ufeff" + HEADER + "Institut d’été,research,public,XX,,\n").encode(),
        {2: "“XX” is not a country"},
    ),
    "with semicolons": (
        b"name;type;nature;country\nGood Institute;research;public;FR\n;research;public;FR\n",
        {3: "The name is missing"},
    ),
    "in Windows-1252": (
        "name,type,nature,country\nUniversité,école,public,FR\n".encode("cp1252"),
        {2: "“école” is not a type of organisation"},
    ),
    "with merged cells": (
        workbook(COLUMNS, GOOD, ["Twins", "research", "public", "FR"], ["", "research", "public", "ES"], merge="A3:A4"),
        {3: "Cells are merged", 4: "Cells are merged"},
    ),
    "with formulas": (
        workbook(COLUMNS, GOOD, ['=HYPERLINK("http://evil.example","Click")', "research", "public", "FR"]),
        {3: "The cell A3 holds a formula"},
    ),
    "with days written 31/12/2026": (
        (HEADER + "Good Institute,research,public,FR,partner,31/12/2026\n").encode(),
        {2: "“31/12/2026” is not a day"},
    ),
    "with blank lines": (
        b"\n\nname,type,nature,country\n\nGood Institute,research,public,FR\n,,,\n\nBad Institute,research,,FR\n",
        {8: "The legal nature is missing"},
    ),
    "with unknown words": (
        (HEADER + "Institute,laboratory,secret,Atlantis,friend,\n").encode(),
        {2: "“laboratory” is not a type"},
    ),
    "with lines twice": (
        (HEADER + "Good Institute,research,public,FR,,\nGOOD  institute,research,public,France,,\n").encode(),
        {3: "The same organisation is in line 2"},
    ),
    "without a column": (
        b"name,type,nature\nGood Institute,research,public\n",
        "These columns are missing: country",
    ),
    "with a commercial member": (
        (HEADER + "Good Institute,research,public,FR,,\nSoil Corp,company,commercial,FR,member,\n").encode(),
        {3: "A commercial body can be a partner, never a member"},
    ),
    "that is no spreadsheet": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "This is not a spreadsheet"),
}

PEOPLE = "e-mail address,name,organisation,language,focal point\n"
PEOPLE_COLUMNS = ["e-mail address", "organisation"]
GOOD_PERSON = ["kofi@example.org", "Institut des Sols"]

# The same for lists of people; “Institut des Sols” is a partner, “Gone” has left, “Twins” is there twice.
DIRTY_PEOPLE = {
    "with a byte order mark": (
        ("\ufeff" + PEOPLE + "kofi@example.org,Kofi,Institut d’été,fr,\n").encode(),
        {2: "There is no organisation “Institut d’été”"},
    ),
    "with semicolons": (
        b"e-mail address;organisation\nkofi@example.org;Institut des Sols\n;Institut des Sols\n",
        {3: "The e-mail address is missing"},
    ),
    "in Windows-1252": (
        "e-mail address,organisation\nkofi@example.org,École\n".encode("cp1252"),
        {2: "There is no organisation “École”"},
    ),
    "with merged cells": (
        workbook(PEOPLE_COLUMNS, GOOD_PERSON, ["a@example.org", "Institut des Sols"], ["", ""], merge="B3:B4"),
        {3: "Cells are merged"},
    ),
    "with formulas": (
        workbook(
            PEOPLE_COLUMNS, GOOD_PERSON, ['=HYPERLINK("http://evil.example","a@example.org")', "Institut des Sols"]
        ),
        {3: "The cell A3 holds a formula"},
    ),
    "with wrong addresses": (
        (PEOPLE + "kofi at example.org,Kofi,Institut des Sols,fr,\n").encode(),
        {2: "“kofi at example.org” is not an e-mail address"},
    ),
    "with unknown words": (
        (PEOPLE + "kofi@example.org,Kofi,Institut des Sols,klingon,perhaps\n").encode(),
        {2: "“klingon” is not a language of the platform"},
    ),
    "with lines twice": (
        (PEOPLE + "kofi@example.org,,Institut des Sols,,\nKOFI@example.org,,institut  des sols,,\n").encode(),
        {3: "The same person and organisation are in line 2"},
    ),
    "with an organisation that left": (
        (PEOPLE + "kofi@example.org,,Gone,,\n").encode(),
        {2: "“Gone” is not an active partner"},
    ),
    "with a name that two organisations have": (
        (PEOPLE + "kofi@example.org,,Twins,,\n").encode(),
        {2: "Several organisations are called “Twins”"},
    ),
    "with blank lines": (
        b"\n\ne-mail address,organisation\n\nkofi@example.org,Institut des Sols\n,\n\na@example.org,\n",
        {8: "The organisation is missing"},
    ),
    "with a name that is too long": (
        (PEOPLE + f"kofi@example.org,{'x' * 121},Institut des Sols,,\n").encode(),
        {2: "Name: Ensure this value has at most 120 characters"},
    ),
    "without a column": (b"e-mail address,name\nkofi@example.org,Kofi\n", "These columns are missing: organisation"),
    "that is no spreadsheet": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "This is not a spreadsheet"),
}
