"""The records in a file: JSON, JSON lines, or a spreadsheet with a record a line."""

import json

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.spreadsheets import read_table

MOST_RECORDS = 2_000
# The deepest a record is: a list of lines in its contents.
DEEPEST = 12
# Where lists of records lie in a file that holds more.
LISTS = ("results", "records", "practices", "items")


def read_records(data, *, max_bytes):
    """[(number, record)] in the bytes `data`, numbered as a reader would. Raises ValidationError in words."""
    if len(data) > max_bytes:
        raise ValidationError(
            _("The file is larger than %(megabytes)d MB. Send it in parts.") % {"megabytes": max_bytes // 1_000_000}
        )
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        records = list(enumerate(from_json(data), start=1))
    else:
        table = read_table(data, max_bytes=max_bytes)
        records = [(line.number, dict(zip(table.headers, line.cells, strict=False))) for line in table.lines]
    if not records:
        raise ValidationError(_("The file holds no record."))
    if len(records) > MOST_RECORDS:
        raise ValidationError(
            _("The file has more than %(number)d records. Send it in parts.") % {"number": MOST_RECORDS}
        )
    return records


def from_json(data):
    """The records of a list, of an object that holds one, or of lines of their own."""
    try:
        text = data.decode("utf-8-sig")
        try:
            found = json.loads(text, parse_constant=refuse_constant)
        except json.JSONDecodeError:
            found = [json.loads(line, parse_constant=refuse_constant) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        raise ValidationError(_("This is not JSON: a list of records, or one record a line.")) from None
    if isinstance(found, dict):
        found = next((found[name] for name in LISTS if isinstance(found.get(name), list)), [found])
    if not all(isinstance(record, dict) and depth(record) <= DEEPEST for record in found):
        raise ValidationError(_("This is not JSON: a list of records, or one record a line."))
    return found


def refuse_constant(name):
    """NaN and Infinity are no numbers of JSON."""
    raise ValueError(name)


def depth(value):
    """How deep lists and objects lie in each other."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inside), default=0)
