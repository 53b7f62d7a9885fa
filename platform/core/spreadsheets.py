"""Reading spreadsheets people send: XLSX and CSV, recognised by content, measured before they are opened."""

import csv
import io
import warnings
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST_TABLE = 5_000
WIDEST_TABLE = 50
# A workbook is a zip: what it unpacks to is measured first.
UNPACKED_MAX_BYTES = 20_000_000
MOST_PARTS = 200
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Beginnings of files that look like text and are no table.
NOT_TABLES = (b"%PDF", b"{\\rtf", b"<", b"{", b"[")


@dataclass
class Line:
    """One line: its number as the spreadsheet program shows it, its cells as text, what is wrong with its form."""

    number: int
    cells: list
    problems: list = field(default_factory=list)


@dataclass
class Table:
    """The first line as headers, the others as lines, and what the reader should know about the reading."""

    headers: list
    lines: list
    notices: list = field(default_factory=list)


def read_table(data, *, max_bytes):
    """The table in the bytes `data`. Raises ValidationError, in words, when there is none."""
    if len(data) > max_bytes:
        raise ValidationError(
            _("The file is larger than %(megabytes)d MB. Send it in parts.") % {"megabytes": max_bytes // 1_000_000}
        )
    if not data.strip():
        raise ValidationError(_("The file is empty."))
    if data.startswith(b"PK\x03\x04"):
        table = read_workbook(data)
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValidationError(_("This is an Excel file of the old kind (.xls). Save it as .xlsx or .csv."))
    else:
        table = read_csv(data)
    if not any(table.headers):
        raise ValidationError(_("The first line is empty. It must hold the names of the columns."))
    table.lines = [line for line in table.lines if any(line.cells)]
    if not table.lines:
        raise ValidationError(_("The file holds no line below the names of the columns."))
    if len(table.lines) > LONGEST_TABLE:
        raise ValidationError(
            _("The file has more than %(number)d lines. Send it in parts.") % {"number": LONGEST_TABLE}
        )
    return table


def not_a_spreadsheet():
    return ValidationError(_("This is not a spreadsheet. Send an .xlsx or .csv file, best the template, filled in."))


# -- CSV


def read_csv(data):
    """Comma, semicolon or tab between the cells; UTF-8, UTF-16 or, as older Excel writes it, Windows-1252."""
    if data.lstrip().startswith(NOT_TABLES):
        raise not_a_spreadsheet()
    text, notices = decoded(data)
    if any(ord(letter) < 32 and letter not in "\t\r\n" for letter in text):
        raise not_a_spreadsheet()
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    if not first.count(delimiter):
        raise not_a_spreadsheet()
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise not_a_spreadsheet() from error
    start = next((number for number, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)
    lines = [Line(number + 1, [plain(cell) for cell in row]) for number, row in enumerate(rows) if number > start]
    return Table([cell.strip() for cell in rows[start]], lines, notices)


def decoded(data):
    """(text, notices)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), []
        except UnicodeDecodeError as error:
            raise not_a_spreadsheet() from error
    if b"\0" in data:
        raise not_a_spreadsheet()
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as error:
            raise not_a_spreadsheet() from error
        return text, [_("The file is not written in UTF-8. It was read as Windows-1252: check the accents below.")]


def plain(cell):
    """The text of a cell, without the apostrophe that our exports put before what looks like a formula."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA_STARTS and len(cell) > 1 else cell


# -- XLSX


def read_workbook(data):
    """The first sheet of a workbook. Formulas are not computed, merged cells are named."""
    measure(data)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
            sheet = book.worksheets[0]
    except Exception as error:  # a broken file may raise anything from the depths of the reader
        raise not_a_spreadsheet() from error
    if sheet.max_row > LONGEST_TABLE + 1 or sheet.max_column > WIDEST_TABLE:
        raise ValidationError(
            _("The first sheet is larger than %(lines)d lines and %(columns)d columns. Send it in parts.")
            % {"lines": LONGEST_TABLE, "columns": WIDEST_TABLE}
        )
    merged = {number for area in sheet.merged_cells.ranges for number in range(area.min_row, area.max_row + 1)}
    rows = list(sheet.iter_rows())
    headers = [text_of(cell) for cell in rows[0]] if rows else []
    return Table(headers, [workbook_line(row, merged) for row in rows[1:]])


def workbook_line(row, merged):
    """One line of a sheet."""
    problems = []
    number = row[0].row
    if number in merged:
        problems.append(_("Cells are merged in this line. Unmerge them and fill in each one."))
    for cell in row:
        if cell.data_type == "f":
            problems.append(
                _("The cell %(cell)s holds a formula. Write its value instead.") % {"cell": cell.coordinate}
            )
        elif cell.data_type == "e":
            problems.append(_("The cell %(cell)s holds an error.") % {"cell": cell.coordinate})
    return Line(number, [text_of(cell) for cell in row], problems)


def text_of(cell):
    """What a cell holds, as text: days as 2026-12-31, whole numbers without a point."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (datetime, date)):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def measure(data):
    """Refuse an archive that is no workbook, or that unpacks to more than a table needs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if "xl/workbook.xml" not in archive.namelist():
                raise not_a_spreadsheet()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED_MAX_BYTES:
                raise ValidationError(_("This workbook unpacks to more than a table needs. Send a plain one."))
            for part in parts:
                # Entities could make much of little; no spreadsheet program writes any.
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.open(part).read(4096):
                    raise not_a_spreadsheet()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise not_a_spreadsheet() from error
