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
