"""Lists of the admin as spreadsheets: as seen, filters and order kept, cells that can never run as formulas."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from tempfile import SpooledTemporaryFile
from types import NoneType

from allauth.account.decorators import reauthentication_required
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Count, Max
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone, translation
from django.utils.encoding import force_str
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# A cell that begins with one of these may be taken for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Rows are read, and their cells made, so many at a time.
TOGETHER = 500
# A longer workbook lies on the disk until it is sent.
IN_MEMORY = 5_000_000
# What a workbook stores as a value of its own kind; everything else is text.
AS_THEY_ARE = (int, float, Decimal, date, NoneType)


class ExportsMixin:
    """A button above a list with `export_columns`: a page that says what will leave the house, then XLSX or CSV.

    `personal_columns` need the right to see people and a fresh sign-in. Each export is logged with who took it.
    """

    export_columns = ()
    personal_columns = ()
    # A list that may have a million rows is written while it is sent.
    is_long = False

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return [path("export/", self.admin_site.admin_view(self.export_view), name=name)] + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        if self.export_columns and isinstance(response, TemplateResponse) and response.context_data.get("cl"):
            address = f"{self.changelist_url()}export/?{request.GET.urlencode()}"
            buttons = [{"title": _("Export"), "icon": "download", "path": address}]
            response.context_data["actions_list"] = [*(response.context_data.get("actions_list") or []), *buttons]
        return response

    def columns_for(self, request):
        """The columns this person may take out of the house."""
        may_see_people = request.user.has_perm("accounts.view_user")
        return [name for name in self.export_columns if may_see_people or name not in self.personal_columns]

    def export_view(self, request):
        """GET says how many rows and which columns; POST gives the list as seen, as a file."""
        if not self.export_columns or not self.has_view_permission(request):
            raise PermissionDenied
        columns = self.columns_for(request)
        personal = [name for name in columns if name in self.personal_columns]
        if personal:
            ask_password_again(request)
        try:
            rows = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return redirect(self.changelist_url())
        header = [capfirst(label_for_field(name, self.model, self)) for name in columns]
        if request.method == "POST":
            return self.export(request, request.POST.get("kind"), rows, columns, header, personal)
        context = self.admin_site.each_context(request) | {
            "title": _("Export: %(list)s") % {"list": self.opts.verbose_name_plural},
            "opts": self.opts,
            "count": rows.count(),
            "columns": header,
            "is_personal": bool(personal),
            "is_filtered": bool(request.GET),
            "back": f"{self.changelist_url()}?{request.GET.urlencode()}",
        }
        return TemplateResponse(request, "admin/export.html", context)

    def export(self, request, kind, rows, columns, header, personal):
        """The file. Each list that leaves the house is in the log: which, how filtered, how long, what of people."""
        if kind not in WRITERS:
            raise BadRequest
        # What is written from now on, this very line of the log among it, is in the next file.
        known = rows.order_by().aggregate(number=Count("pk"), newest=Max("pk"))
        rows = rows.filter(pk__lte=known["newest"]) if known["number"] else rows.none()
        table = self.lines(request, rows, columns)
        if not self.is_long:
            table = list(table)
        request.user.record(
            "exported",
            by=request.user,
            list=self.opts.label_lower,
            filters=request.GET.urlencode(),
            rows=known["number"],
            personal=personal,
        )
        stem = f"{self.opts.model_name}-{timezone.localdate():%Y-%m-%d}"
        return (LONG_WRITERS if self.is_long else WRITERS)[kind](stem, header, table)

    def exported(self, rows, columns, request):
        """The rows of an export, each with what its `columns` want; for lists that gather it for many at once."""
        return rows

    def lines(self, request, rows, columns):
        """The cells of each row; made while they are sent, they keep the language and the hours of who asked."""
        language, zone = get_language(), timezone.get_current_timezone()
        found = iter(self.exported(rows.iterator(chunk_size=TOGETHER), columns, request))
        while True:
            with translation.override(language), timezone.override(zone):
                lines = [[self.cell(name, row) for name in columns] for row in islice(found, TOGETHER)]
            if not lines:
                return
            yield from lines

    def cell(self, name, row):
        """The value of a column for one row: a number, a day, or text."""
        stored, _attribute, value = lookup_field(name, row, self)
        if stored is not None and getattr(stored, "flatchoices", None):
            value = dict(stored.flatchoices).get(value, value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, datetime):
            return timezone.localtime(value).replace(tzinfo=None, microsecond=0)
        if isinstance(value, AS_THEY_ARE):
            return value
        return strip_tags(force_str(value))


@reauthentication_required
def ask_password_again(request):
    """Go on only after a recent sign-in."""


def csv_response(stem, header, table):
    """UTF-8 with a byte order mark, as spreadsheet programs expect it."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([[tame(cell) for cell in row] for row in [header, *table]])
    return attachment(f"{stem}.csv", "text/csv; charset=utf-8", file.getvalue().encode("utf-8-sig"))


class Line:
    """A file of one line at a time: what is written is handed on."""

    def write(self, text):
        return text


def streamed_csv(stem, header, table):
    """The same, sent while it is written."""
    writer = csv.writer(Line())
    lines = (writer.writerow([tame(cell) for cell in row]) for row in chain([header], table))
    content = (text.encode() for text in chain(["\N{ZERO WIDTH NO-BREAK SPACE}"], lines))
    return StreamingHttpResponse(content, headers=headers_of(f"{stem}.csv", "text/csv; charset=utf-8"))


def tame(cell):
    """Text that can never be taken for a formula: an apostrophe goes before it, which imports take away again."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def xlsx_response(stem, header, table):
    """A workbook of one sheet."""
    return workbook_response(stem, {stem[:31]: [header, *table]})


def workbook_response(stem, sheets):
    """A workbook with `sheets`, {title: rows}: the first row stays in sight, text is text whatever it begins with."""
    return attachment(f"{stem}.xlsx", WORKBOOK, workbook_bytes(sheets))


def xlsx_from_disk(stem, header, table):
    """The same for a long table: its file is put together on the disk, where the memory would not hold it."""
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    workbook({stem[:31]: chain([header], table)}).save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{stem}.xlsx", content_type=WORKBOOK)


def workbook_bytes(sheets):
    """The file of a workbook."""
    file = io.BytesIO()
    workbook(sheets).save(file)
    return file.getvalue()


def workbook(sheets):
    """A workbook with `sheets`, {title: rows}, row by row."""
    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([cell if isinstance(cell, AS_THEY_ARE) else text_cell(sheet, str(cell)) for cell in row])
    return book


def text_cell(sheet, text):
    """A cell that holds text, never a formula."""
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text))
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA_STARTS)
    return cell


def attachment(name, content_type, content):
    return HttpResponse(content, headers=headers_of(name, content_type))


def headers_of(name, content_type):
    """What says that a file follows, and what it is called."""
    return {"Content-Type": content_type, "Content-Disposition": f'attachment; filename="{name}"'}


WRITERS = {"csv": csv_response, "xlsx": xlsx_response}
LONG_WRITERS = {"csv": streamed_csv, "xlsx": xlsx_from_disk}
